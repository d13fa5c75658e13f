// What a view needs to put the state into words and signs: the language and the looks.

import {
  type Language,
  type Message,
  type MessageKey,
  message,
  translate,
  type Values,
} from '../../model/text/messages.ts'
import {type Line, type Span, span, type Tone} from './styled-text.ts'
import type {Theme} from './theme.ts'

export type Presentation = Readonly<{language: Language; theme: Theme}>

/** A message in the wording's language. */
export function translateKey(wording: Presentation, key: MessageKey, values?: Values): string {
  return translate(wording.language, message(key, values))
}

export function translated(wording: Presentation, message: Message): string {
  return translate(wording.language, message)
}

/** `code` and **strong** in a lesson's text -> spans. */
export function inline(text: string, tone: Tone = 'plain'): Line {
  return text
    .split(/(`[^`]+`|\*\*[^*]+\*\*)/)
    .filter(part => part !== '')
    .map((part): Span => {
      if (part.startsWith('`')) return span(part.slice(1, -1), 'code')
      return part.startsWith('**') ? span(part.slice(2, -2), 'bright') : span(part, tone)
    })
}
