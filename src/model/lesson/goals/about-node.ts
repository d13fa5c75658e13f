// Building blocks for goals about a node: its reading, the reason for its silence, and the growth of its counters.

import {type NodeName, namesOf} from '../../cluster/node.ts'
import {
  type Answered,
  answeredOf,
  type Reading,
  readingOf,
  type Silent,
  type Snapshot,
} from '../../cluster/snapshot.ts'
import {LabError} from '../../text/lab-error.ts'
import {listed} from '../../text/listed.ts'
import {type Message, type MessageKey, message, type Values} from '../../text/messages.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {all, met, notYet, type Verdict} from '../verdict.ts'

/** Nodes that answered. */
export function answering(snapshot: Snapshot): readonly Answered[] {
  return snapshot.nodes.filter(reading => reading.is === 'answered')
}

/** Met if `ask` is met for every node that answers; not met if none does. */
export function everyAnswering(evidence: Evidence, ask: (reading: Answered) => Verdict): Verdict {
  const readings = answering(evidence.now)
  return readings.length === 0 ? notYet(message('goals.nobodyAnswers')) : all(readings.map(ask))
}

/** Real port of a reading, as messages name it. */
export function nodeOf(reading: {port: number}): {node: number} {
  return {node: reading.port}
}

/** Checks one node; its silence is reported first. */
export function aboutNode(evidence: Evidence, node: NodeName, ask: (reading: Answered) => Verdict): Verdict {
  const reading = readingIn(evidence.now, node)
  if (reading.is === 'silent') return notYet(whySilent(reading))
  return reading.is === 'answered' ? ask(reading) : notYet(message('goals.isSentinel', nodeOf(reading)))
}

/** The node's reading. @throws LabError if the stage has no such node: an error of the lesson, which no learner could change. */
export function readingIn(snapshot: Snapshot, node: NodeName): Reading {
  const reading = readingOf(snapshot, node)
  if (!reading) throw new LabError('goals.absent', {node, nodes: listed(namesOf(snapshot.roster))})
  return reading
}

/** The node's reading if it answered. @throws LabError if the stage has no such node. */
export function answeredIn(snapshot: Snapshot, node: NodeName): Answered | undefined {
  const reading = readingIn(snapshot, node)
  return reading.is === 'answered' ? reading : undefined
}

/** The node's real port. @throws LabError if the stage has no such node. */
export function portIn(snapshot: Snapshot, node: NodeName): number {
  return readingIn(snapshot, node).port
}

export type Growth = (evidence: Evidence, reading: Answered, count: (reading: Answered) => number) => number

/** Growth of a figure since the step began. A restarted process starts from 0, so its value at the start counts as 0. */
export const growth: Growth = (evidence, reading, count) => {
  const before = answeredOf(evidence.start, reading.name)
  const from = before && before.runId === reading.runId ? count(before) : 0
  return count(reading) - from
}

/** Growth of what outlives a restart, such as the number of keys: also counted from the step's start if the process is another one. */
export const keptGrowth: Growth = (evidence, reading, count) => {
  const before = answeredOf(evidence.start, reading.name)
  return count(reading) - (before ? count(before) : 0)
}

/** Growth of a counter since the step began. Only CONFIG RESETSTAT reduces a counter; it then counts from 0. */
export const counterGrowth: Growth = (evidence, reading, count) => {
  const actual = growth(evidence, reading, count)
  return actual < 0 ? count(reading) : actual
}

/** What is counted, and the message for too small a growth; the message gets `node`, `actual`, `least` and `values`. */
export type Count = Readonly<{of: (reading: Answered) => number; message: MessageKey; values?: Values}>

/** A figure of `node` has grown by at least `least` since the step began. */
export function grew(node: NodeName, least: number, count: Count, by: Growth = growth): Goal {
  return evidence =>
    aboutNode(evidence, node, reading => {
      const actual = by(evidence, reading, count.of)
      if (actual >= least) return met
      return notYet(
        message(count.message, {...count.values, ...nodeOf(reading), actual: Math.max(0, actual), least}),
      )
    })
}

/** A counter of `node` has grown by at least 1 since the step began. */
export function counted(node: NodeName, count: Count): Goal {
  return grew(node, 1, count, counterGrowth)
}

/** Says why a node does not answer. */
export function whySilent(reading: Silent): Message {
  return message(`goals.silent.${reading.because}`, nodeOf(reading))
}
