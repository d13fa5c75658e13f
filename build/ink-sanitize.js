// Stands in for the part of Ink that removes from each text of each frame what would move the cursor: theme.ts has done that for our texts.
import sanitize from '../node_modules/ink/build/sanitize-ansi.js'
import {plainOf} from './painted.js'

export default function sanitizeAnsi(text) {
  return text.split('\n').every(line => plainOf(line) !== undefined) ? text : sanitize(text)
}
