// What every question on a node needs: its answer or what its silence says, and how far a count has grown since the step's start.

import type {Goal} from './lesson.ts'
import {type NodeName, nodeNames, portOf} from './node.ts'
import type {Sight} from './sight.ts'
import {type Answered, answeredOf, readingOf, type Silent, type Snapshot} from './snapshot.ts'
import {type MessageKey, type Said, said, type Values} from './text.ts'
import {met, notYet, type Verdict} from './verdict.ts'

/** The nodes that answer. */
export function living(snapshot: Snapshot): readonly Answered[] {
  return nodeNames.flatMap(name => answeredOf(snapshot, name) ?? [])
}

/** A reading's real port, as messages name it. */
export function nodeOf(reading: {port: number}): {node: number} {
  return {node: reading.port}
}

/** A goal about one node: its silence is the first thing to say. */
export function asking(sight: Sight, node: NodeName, ask: (reading: Answered) => Verdict): Verdict {
  const reading = readingOf(sight.now, node)
  if (reading?.is === 'answered') return ask(reading)
  return notYet(reading ? silence(reading) : said('ask.absent', {node: portOf(node, sight.now.base)}))
}

/** By how much a count has grown since the step began. A restarted process counts from nothing again, so then the start is nothing. */
export function growth(sight: Sight, reading: Answered, count: (reading: Answered) => number): number {
  const before = answeredOf(sight.start, reading.name)
  return count(reading) - (before && before.runId === reading.runId ? count(before) : 0)
}

/** A count of `node` has grown by `least` since the step began; `say` is told `node`, `came`, `least` and `values`. */
export function grew(
  node: NodeName,
  least: number,
  count: (reading: Answered) => number,
  say: MessageKey,
  values: Values = {},
): Goal {
  return sight =>
    asking(sight, node, reading => {
      const came = growth(sight, reading, count)
      return came >= least
        ? met
        : notYet(said(say, {...values, ...nodeOf(reading), came: Math.max(0, came), least}))
    })
}

/** Why a node does not answer, as a sentence. */
export function silence(reading: Silent): Said {
  return said(`ask.silent.${reading.because}`, nodeOf(reading))
}
