// The nodes over the whole screen: INFO replication as each node prints it, with the meaning of each field.

import {fieldMeaning} from '../model/cluster/info-fields.ts'
import {fieldsOfView} from '../model/cluster/sentinel-view.ts'
import {lastFields, type Reading} from '../model/cluster/snapshot.ts'
import {replidTag} from './draw/letter-tag.ts'
import {cutTo, emptyLine, type Line, lineWidth, span} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'
import {changedIn, historyTags, nodeName} from './node-parts.ts'
import {emphasisOf, markedBelow, type NodesInput, treeNodes} from './node-tree.ts'

/** Between a field and its meaning, cells. */
const gap = 2

/** The longest meaning of a field, cells; and the room for fields below which meanings stand under them. */
const meaningWidth = 52
const leastFields = 40

/** Every field of every node, none cut, with its meaning: beside it if there is room, else below. */
export function wholeGridView(input: NodesInput, width: number): readonly Line[] {
  return treeNodes(input).flatMap(({reading}, i) => {
    const lines = fieldLines(reading, input)
    const room = width - meaningWidth
    const column = room < leastFields ? 0 : Math.min(Math.max(...lines.map(lineWidth)) + gap, room)
    const explained = lines.flatMap((words, n) => {
      const meaning = fieldMeaning(fieldsOf(reading)[n]?.[0] ?? '')
      return withMeaning(words, meaning ? input.style.translate(meaning) : '', column, width)
    })
    return [...(i === 0 ? [] : [emptyLine]), headOf(reading, input), ...explained]
  })
}

function withMeaning(words: Line, meaning: string, column: number, width: number): readonly Line[] {
  if (meaning === '') return wrap(words, width, 4)
  const room = column - lineWidth(words)
  if (room > 0) return [[...words, span(' '.repeat(room)), ...cutTo([span(meaning)], width - column)]]
  return [...wrap(words, width, 4), ...wrap([span(`      ${meaning}`)], width, 6)]
}

function headOf(reading: Reading, input: NodesInput): Line {
  return [...nodeName(reading, input), span(' '), ...historyTags(reading, input.replids, input.style)]
}

function fieldsOf(reading: Reading): readonly (readonly [field: string, value: string])[] {
  return Object.entries(reading.is === 'sentinel' ? fieldsOfView(reading.view) : (lastFields(reading) ?? {}))
}

function fieldLines(reading: Reading, input: NodesInput): readonly Line[] {
  const {lineStart, replids, style} = input
  const changed = changedIn(reading, lineStart)
  return fieldsOf(reading).map(([field, value]) => {
    const emphasis = reading.is === 'silent' ? 'plain' : emphasisOf(field, changed, input)
    const words = markedBelow(`${field}:${value}`, emphasis, style)
    const tag = field.startsWith('master_replid') ? replidTag(replids, value) : undefined
    return tag ? [...words, span('  '), tag] : words
  })
}
