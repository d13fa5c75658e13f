// Plain text broken at spaces, and by the rules of Chinese, for a terminal, which would break anywhere.

import {span} from './styled-text.ts'
import {wrap} from './wrap.ts'

/** `text` as it is if `columns` is not known: in a pipe. */
export function wrapText(text: string, columns: number | undefined, indent = 0): string {
  if (!columns) return text
  const lines = text.split('\n').flatMap(one => wrap([span(one)], columns, indent))
  return lines.map(spans => spans.map(part => part.text).join('')).join('\n')
}
