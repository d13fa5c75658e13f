// Stands in for string-width where Ink and its packages import it: the characters of nearly every frame are measured as ours are, without looking each
// of them up, which begins with a regular expression of all emoji (20 ms).
import stringWidth from 'string-width'
import {widthOf} from '../src/views/draw/styled-text.ts'

const colors = /\u001b\[[\d;]*m/g

/** As string-width, for every text and all options. */
export default function width(text, options) {
  if (typeof text !== 'string' || options !== undefined) return stringWidth(text, options)
  return widthOf(text.includes('\u001b') ? text.replace(colors, '') : text)
}
