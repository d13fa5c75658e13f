// The nodes pane on a small screen: one row a node, its columns under each other.

import {changedFields} from '../model/changes.ts'
import {type Answered, readingOf, roleOf} from '../model/snapshot.ts'
import {cutTo, emptyLine, type Line, lineWidth, padTo, span, widthOf} from './line.ts'
import {behindOf, belongings, linkWords, offsetWords, shortName} from './node-words.ts'
import {branchOf, type NodesInput, type Placed} from './placed.ts'
import {type Wording, word} from './wording.ts'

/** One row a node, its columns under each other. */
export function rowsView(
  placed: readonly Placed[],
  input: NodesInput,
  wording: Wording,
  width: number,
): readonly Line[] {
  const {now, mark} = input
  const names = placed.map(({reading, depth}): Line => {
    return [span(branchOf(depth, wording.theme), 'dim'), ...shortName(reading, now, wording)]
  })
  const nameWidth = Math.max(...names.map(lineWidth)) + 2
  return placed.map(({reading}, i) => {
    const name = names[i] ?? emptyLine
    const gap = span(' '.repeat(nameWidth - lineWidth(name)))
    if (reading.is === 'silent') return cutTo(name, width)
    const changed = changedFields(mark && readingOf(mark, reading.name), reading)
    return cutTo([...name, gap, ...rowCells(reading, changed, input, wording)], width)
  })
}

function rowCells(
  reading: Answered,
  changed: ReadonlySet<string>,
  {now, mark}: NodesInput,
  wording: Wording,
): Line {
  const link = linkWords(reading, now, changed, wording)
  const behind = behindOf(reading, now)
  const lag =
    behind === undefined || roleOf(reading) === 'master' ? '' : word(wording, 'ui.behind', {bytes: behind})
  const offset = offsetWords(reading, mark, wording)
  const first = link.length > 0 ? link : [span(belongings(reading, wording).slice(0, -1)[0] ?? '')]
  return [
    ...column(first, 13),
    ...column([span(word(wording, 'ui.offset', {offset: ''}), 'dim'), ...offset], 18),
    ...column([span(lag, behind ? 'warn' : 'plain')], 12),
    span(word(wording, 'ui.keys', {n: reading.keys}), 'dim'),
  ]
}

function column(words: Line, width: number): Line {
  const text = words.map(one => one.text).join('')
  return [...words, span(padTo('', Math.max(1, width - widthOf(text))))]
}
