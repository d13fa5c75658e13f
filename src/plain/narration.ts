// What every sentence in lines of text is made with: the language, the lessons, and the figures for placeholders. Pure.

import type {Lesson} from '../model/lesson/lesson.ts'
import {type Figures, fillPlaceholders} from '../model/lesson/placeholders.ts'
import {figuresOf} from '../model/state/figures.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {
  type Language,
  type Message,
  type MessageKey,
  message,
  translate,
  type Values,
} from '../model/text/messages.ts'
import type {ServerKind} from '../model/text/program-names.ts'

export type TranslateKey = (key: MessageKey, values?: Values) => string

export type Narration = Readonly<{
  lessons: readonly Lesson[]
  language: Language
  translateKey: TranslateKey
  translateMessage: (one: Message) => string
  /** A lesson's text with its placeholders filled in, without marks that only a screen can show. */
  fill: (text: string) => string
}>

export function narrationOf(state: LabState, lessons: readonly Lesson[], language: Language): Narration {
  return {
    lessons,
    language,
    translateKey: translateKeyIn(language, state.server),
    translateMessage: one => translate(language, one, state.server),
    fill: fillWith(figuresOf(state)),
  }
}

export function fillWith(figures: Figures): Narration['fill'] {
  return text => fillPlaceholders(text, figures).replace(/\*\*|`/g, '')
}

export function translateKeyIn(language: Language, server?: ServerKind): TranslateKey {
  return (key, values) => translate(language, message(key, values), server)
}
