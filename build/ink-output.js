// Stands in for the part of Ink that puts the texts of a frame on its rows. Ink makes an object of each character of every frame, which was a third of a frame's
// time and most of its garbage. Our frames are painted texts side by side: these are joined. Any other frame is left to Ink.
import Output from '../node_modules/ink/build/output.js'
import {widthOf} from '../src/views/draw/styled-text.ts'
import {plainOf} from './painted.js'

export default class JoinedOutput extends Output {
  get() {
    const rows = joined(this.operations, this.height)
    return rows ? {output: rows.join('\n'), height: rows.length} : super.get()
  }
}

/** Undefined if these are not painted texts, each row's from left to right. */
function joined(operations, height) {
  const rows = Array.from({length: height}, () => ({text: '', width: 0}))
  const clips = [{y1: 0, y2: height}]
  for (const operation of operations) {
    const {y1, y2} = clips.at(-1)
    if (operation.type === 'write') {
      if (!isAppended(rows, operation, {y1, y2})) return undefined
    } else if (operation.type === 'unclip') clips.pop()
    else if (operation.clip.x1 !== undefined) return undefined
    else clips.push({y1: Math.max(y1, operation.clip.y1), y2: Math.min(y2, operation.clip.y2)})
  }
  return rows.map(({text}) => text.trimEnd())
}

function isAppended(rows, {x, y, text, transformers}, {y1, y2}) {
  return text.split('\n').every((line, i) => {
    const row = rows[y + i]
    if (!row || y + i < y1 || y + i >= y2) return true
    const shown = transformers.reduce((before, transform) => transform(before, i), line)
    const plain = plainOf(shown)
    if (plain === undefined || x < row.width) return false
    if (plain !== '') {
      row.text += ' '.repeat(x - row.width) + shown
      row.width = x + widthOf(plain)
    }
    return true
  })
}
