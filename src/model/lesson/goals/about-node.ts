// What every question on a node needs: its answer or what its silence says, and how far a count has grown since the step's start.

import {type NodeName, nodeNames, portOf} from '../../cluster/node.ts'
import {type Answered, answeredOf, readingOf, type Silent, type Snapshot} from '../../cluster/snapshot.ts'
import {type MessageKey, type Said, said, type Values} from '../../text/messages.ts'
import type {Sight} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {all, met, notYet, type Verdict} from '../verdict.ts'

/** The nodes that answer. */
export function living(snapshot: Snapshot): readonly Answered[] {
  return nodeNames.flatMap(name => answeredOf(snapshot, name) ?? [])
}

/** Each node that answers says so. That nobody answers says nothing. */
export function everyLiving(sight: Sight, ask: (reading: Answered) => Verdict): Verdict {
  const readings = living(sight.now)
  return readings.length === 0 ? notYet(said('ask.nobodyAnswers')) : all(readings.map(ask))
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

export type Growth = (sight: Sight, reading: Answered, count: (reading: Answered) => number) => number

/** By how much a figure has grown since the step began. A restarted process begins from nothing again, so then the start is nothing. */
export const growth: Growth = (sight, reading, count) => {
  const before = answeredOf(sight.start, reading.name)
  const from = before && before.runId === reading.runId ? count(before) : 0
  return count(reading) - from
}

/** The growth of a counter, which never falls but by CONFIG RESETSTAT, and then counts from nothing too. */
export const counterGrowth: Growth = (sight, reading, count) => {
  const came = growth(sight, reading, count)
  return came < 0 ? count(reading) : came
}

/** What is counted, and which message says how far it came: it is told `node`, `came`, `least` and `values`. */
export type Count = Readonly<{of: (reading: Answered) => number; say: MessageKey; values?: Values}>

/** A figure of `node` has grown by `least` since the step began. */
export function grew(node: NodeName, least: number, count: Count, by: Growth = growth): Goal {
  return sight =>
    asking(sight, node, reading => {
      const came = by(sight, reading, count.of)
      if (came >= least) return met
      return notYet(said(count.say, {...count.values, ...nodeOf(reading), came: Math.max(0, came), least}))
    })
}

/** A counter of `node` has grown by one or more since the step began. */
export function counted(node: NodeName, count: Count): Goal {
  return grew(node, 1, count, counterGrowth)
}

/** Why a node does not answer, as a sentence. */
export function silence(reading: Silent): Said {
  return said(`ask.silent.${reading.because}`, nodeOf(reading))
}
