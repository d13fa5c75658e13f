// What every question on a node needs: its answer or what its silence says, and how far a count has grown since the step's start.

import {type NodeName, portOf} from '../../cluster/node.ts'
import {type Answered, answeredOf, readingOf, type Silent, type Snapshot} from '../../cluster/snapshot.ts'
import {type Message, type MessageKey, message, type Values} from '../../text/messages.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {all, met, notYet, type Verdict} from '../verdict.ts'

/** The nodes that answer. */
export function answering(snapshot: Snapshot): readonly Answered[] {
  return snapshot.nodes.filter(reading => reading.is === 'answered')
}

/** Each node that answers says so. That nobody answers says nothing. */
export function everyAnswering(evidence: Evidence, ask: (reading: Answered) => Verdict): Verdict {
  const readings = answering(evidence.now)
  return readings.length === 0 ? notYet(message('goals.nobodyAnswers')) : all(readings.map(ask))
}

/** A reading's real port, as messages name it. */
export function nodeOf(reading: {port: number}): {node: number} {
  return {node: reading.port}
}

/** A goal about one node: its silence is the first thing to say. */
export function aboutNode(evidence: Evidence, node: NodeName, ask: (reading: Answered) => Verdict): Verdict {
  const reading = readingOf(evidence.now, node)
  if (reading?.is === 'answered') return ask(reading)
  return notYet(
    reading ? whySilent(reading) : message('goals.absent', {node: portOf(node, evidence.now.roster)}),
  )
}

export type Growth = (evidence: Evidence, reading: Answered, count: (reading: Answered) => number) => number

/** By how much a figure has grown since the step began. A restarted process begins from nothing again, so then the start is nothing. */
export const growth: Growth = (evidence, reading, count) => {
  const before = answeredOf(evidence.start, reading.name)
  const from = before && before.runId === reading.runId ? count(before) : 0
  return count(reading) - from
}

/** The growth of a counter, which never falls but by CONFIG RESETSTAT, and then counts from nothing too. */
export const counterGrowth: Growth = (evidence, reading, count) => {
  const came = growth(evidence, reading, count)
  return came < 0 ? count(reading) : came
}

/** What is counted, and which message says how far it came: it is told `node`, `came`, `least` and `values`. */
export type Count = Readonly<{of: (reading: Answered) => number; message: MessageKey; values?: Values}>

/** A figure of `node` has grown by `least` since the step began. */
export function grew(node: NodeName, least: number, count: Count, by: Growth = growth): Goal {
  return evidence =>
    aboutNode(evidence, node, reading => {
      const came = by(evidence, reading, count.of)
      if (came >= least) return met
      return notYet(
        message(count.message, {...count.values, ...nodeOf(reading), came: Math.max(0, came), least}),
      )
    })
}

/** A counter of `node` has grown by one or more since the step began. */
export function counted(node: NodeName, count: Count): Goal {
  return grew(node, 1, count, counterGrowth)
}

/** Why a node does not answer, as a sentence. */
export function whySilent(reading: Silent): Message {
  return message(`goals.silent.${reading.because}`, nodeOf(reading))
}
