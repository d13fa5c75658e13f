// The nodes pane in the middle: a card of some lines for each node.

import {changedFields} from '../model/changes.ts'
import {type Answered, attachedTo, readingOf, roleOf} from '../model/snapshot.ts'
import {cutTo, emptyLine, type Line, span} from './line.ts'
import {behindOf, belongings, linkWords, nodeName, offsetWords} from './node-words.ts'
import {branchOf, fieldTone, type NodesInput, type Placed} from './placed.ts'
import {type Wording, word} from './wording.ts'

/** A card with fewer lines says less than a row. */
export const leastCard = 2

/** Whole cards with a gap between them if they fit, without the gap if they fit so, else all cut to the same height. */
export function cardsView(
  placed: readonly Placed[],
  input: NodesInput,
  wording: Wording,
  width: number,
  height: number,
): readonly Line[] {
  const cards = placed.map(one => cardLines(one, input, wording).map(words => cutTo(words, width)))
  const whole = cards.flat().length
  if (whole + cards.length - 1 <= height)
    return cards.flatMap((card, i) => (i === 0 ? card : [emptyLine, ...card]))
  const most = whole <= height ? whole : Math.floor(height / cards.length)
  return cards.flatMap(card => card.slice(0, most))
}

/** Two to five lines: who it is, how far it is, whom it serves, which history it tells. A silent node has one. */
function cardLines({reading, depth}: Placed, input: NodesInput, wording: Wording): readonly Line[] {
  const {now, mark} = input
  const name = [span(branchOf(depth, wording.theme), 'dim'), ...nodeName(reading, now, wording)]
  if (reading.is === 'silent') return [name]
  const indent = `${'  '.repeat(depth)}  `
  const changed = changedFields(mark && readingOf(mark, reading.name), reading)
  return [
    [...name, span(`   ${belongings(reading, wording).join('   ')}`)],
    progressLine(reading, changed, input, wording, indent),
    ...detailLines(reading, changed, input, indent),
  ]
}

function progressLine(
  reading: Answered,
  changed: ReadonlySet<string>,
  input: NodesInput,
  wording: Wording,
  indent: string,
): Line {
  const {now, mark} = input
  const isReplica = roleOf(reading) === 'replica'
  const behind = behindOf(reading, now)
  const offset: Line = [
    span(isReplica ? 'slave_repl_offset ' : 'master_repl_offset ', 'dim'),
    ...offsetWords(reading, mark, wording),
  ]
  const lag: Line =
    isReplica && behind !== undefined
      ? [span(word(wording, 'ui.behind', {bytes: behind}), behind > 0 ? 'warn' : 'plain')]
      : []
  const backlog: Line = isReplica
    ? []
    : [
        span(
          `repl_backlog_histlen ${reading.replication['repl_backlog_histlen'] ?? '-'}`,
          fieldTone('repl_backlog_histlen', changed, input),
        ),
      ]
  return spaced(indent, [linkWords(reading, now, changed, wording), offset, lag, backlog])
}

/** The parts that are not empty, two spaces between them. */
function spaced(indent: string, parts: readonly Line[]): Line {
  return parts.filter(part => part.length > 0).flatMap((part, i) => [span(i === 0 ? indent : '  '), ...part])
}

/** The lines about replicas, then the history the node tells. */
function detailLines(
  reading: Answered,
  changed: ReadonlySet<string>,
  input: NodesInput,
  indent: string,
): readonly Line[] {
  const attached = attachedTo(reading).map((one, i): Line => {
    // Between 0 and 1 it goes by itself, once a second: not worth a frame.
    const lag = one.lag < 2 ? 'lag<2' : `lag=${one.lag}`
    const words = `slave${i} ${one.port} ${one.state} offset=${one.offset} ${lag}`
    return [
      span(indent),
      span(words, one.state === 'online' ? fieldTone(`slave${i}`, changed, input) : 'warn'),
    ]
  })
  const {
    master_replid: id = '',
    master_replid2: id2 = '',
    second_repl_offset: second = '',
  } = reading.replication
  const history: Line = [span(`master_replid ${id.slice(0, 8)}…`, fieldTone('master_replid', changed, input))]
  const before: Line = /^0+$/.test(id2)
    ? []
    : [span(`master_replid2 ${id2.slice(0, 8)}… to ${second}`, fieldTone('master_replid2', changed, input))]
  return [...attached, spaced(indent, [history, before])]
}
