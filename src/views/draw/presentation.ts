// What a view needs to put the state into words and signs: the language and the looks.

import {type Language, type MessageKey, type Said, said, say, type Values} from '../../model/text/messages.ts'
import {type Line, type Span, span, type Tone} from './styled-text.ts'
import type {Theme} from './theme.ts'

export type Wording = Readonly<{language: Language; theme: Theme}>

/** A message in the wording's language. */
export function word(wording: Wording, key: MessageKey, values?: Values): string {
  return say(wording.language, said(key, values))
}

export function wordOf(wording: Wording, message: Said): string {
  return say(wording.language, message)
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
