// An error's context: the command, the node that replied, and what the nodes reported last. The explanations are in *-errors.ts.

import {upstreamOf} from '../cluster/cluster-view.ts'
import {slotOf} from '../cluster/hash-slot.ts'
import {nodeAt, portOf, type Roster} from '../cluster/node.ts'
import {type Origin, originOf} from '../cluster/replication-chain.ts'
import {
  type Answered,
  answeredOf,
  isAlive,
  ownerOfSlot,
  type Reading,
  readingOf,
  type Snapshot,
  slotsOf,
} from '../cluster/snapshot.ts'
import {type Action, commandOf} from '../commands/action.ts'
import {type CommandTable, keysOf} from '../commands/command-table.ts'
import {textOf} from '../protocol/bytes.ts'
import type {LoggedLine} from '../state/lab-state.ts'
import {type Message, type MessageKey, message} from '../text/messages.ts'
import {sanitize} from '../text/sanitize.ts'

/** An error, the action that caused it, and the state of the nodes by now. */
export type ErrorContext = Readonly<{
  /** The error's text as Redis or redis-cli writes it. */
  error: string
  /** The parts of the error that match each `…` of the explanation's `begins`. */
  gaps: readonly string[]
  action: Action
  roster: Roster
  now?: Snapshot | undefined
  /** The nodes were read after the error: it is explained by what holds now. */
  isPast: boolean
  logs: readonly LoggedLine[]
  /** Cluster mode: redirects are followed. */
  following: boolean
  commandTable: CommandTable
}>

/** What the error means here and what to type next: a sentence to translate, or a line that is the same in every language. */
export type Diagnosis = Readonly<{fact: Message; next?: Message | string}>

export type Explanation = Readonly<{
  /** The exact beginning of the error; `…` matches the parts that vary. */
  begins: string
  here: (context: ErrorContext) => Diagnosis
  /** Says what the error means, why Redis returns it, and what to do. */
  long: MessageKey
  /** Of an old error: says what holds now if its cause is gone. */
  noLonger?: (context: ErrorContext) => Message | undefined
  /** Marks errors about the line, not about the nodes: explaining them gives no prediction away. */
  ofTheLine?: true
}>

/** The real port of the node that the command was sent to. */
export function portHere({action, roster}: ErrorContext): number {
  return portOf(action.node, roster)
}

/** The last reading of the node that the command was sent to; undefined if it did not reply. */
export function readingHere({action, now}: ErrorContext): Answered | undefined {
  return now && answeredOf(now, action.node)
}

/** The port of that node's master, if the node reports that it is a replica. */
export function masterHere(context: ErrorContext): number | undefined {
  const reading = readingHere(context)
  return reading && context.now && upstreamOf(reading, context.now)?.port
}

/** Where that node's data comes from, through all replicas in between; undefined if it is a master or did not reply. */
export function originHere(context: ErrorContext): Origin | undefined {
  const {now} = context
  return now && masterHere(context) !== undefined ? originOf(now, portHere(context)) : undefined
}

export function readingAt(context: ErrorContext, port: number): Reading | undefined {
  const node = nodeAt(port, context.roster)
  return context.now && node && readingOf(context.now, node)
}

/** Whether the node on this port has no running process; false for a port that is not in the lab. */
export function isDownAt(context: ErrorContext, port: number): boolean {
  const reading = readingAt(context, port)
  return reading !== undefined && !isAlive(reading.process)
}

export function isPausedAt(context: ErrorContext, port: number): boolean {
  return readingAt(context, port)?.process.is === 'paused'
}

/** The ports of the replicas of `port`, as they report themselves; of nodes that are down, as they reported last. */
export function replicasOf(context: ErrorContext, port: number): readonly number[] {
  const {now} = context
  const replicas = now?.nodes.filter(reading => upstreamOf(reading, now)?.port === port)
  return (replicas ?? []).map(reading => reading.port)
}

/** The port of the node that reports itself as the slot's owner. */
export function ownerOf(context: ErrorContext, slot: number): number | undefined {
  return context.now && ownerOfSlot(context.now, slot)?.port
}

/** The slot ranges that the node serves, as it reports them; empty if it serves none. */
export function slotsHere(context: ErrorContext): string {
  const reading = readingHere(context)
  return reading ? slotsOf(reading).join(' ') : ''
}

/** A numeric field of the node's CLUSTER INFO. */
export function clusterFigure(context: ErrorContext, field: string): number | undefined {
  const value = readingHere(context)?.cluster?.info[field]
  return value === undefined ? undefined : Number(value)
}

/** The command's keys and their slots, if COMMAND says which words are keys. */
export function keySlots({
  action,
  commandTable,
}: ErrorContext): readonly Readonly<{key: string; slot: number}>[] {
  return keysOf(commandTable, action).map(key => ({key: short(textOf(key)), slot: slotOf(key)}))
}

/** The command's name in upper case: `SET`, or with its subcommand `CLUSTER MEET`. */
export function commandHere({action, commandTable}: ErrorContext): string {
  const [first = '', second = ''] = commandOf(action)
  return short(commandTable[`${first} ${second}`] ? `${first} ${second}` : first)
}

/** The line that sends the same command to another node: `@6380 SET …`. */
export function sentTo(context: ErrorContext, port: number): string {
  const words = context.action.do === 'command' ? context.action.words.length : 0
  const command = commandHere(context)
  return `@${port} ${command}${words > command.split(' ').length ? ' …' : ''}`
}

/** Commands that act on a whole node: they are never proposed for another one than the learner named. */
const destructive = [
  'FLUSHALL',
  'FLUSHDB',
  'SWAPDB',
  'FUNCTION FLUSH',
  'FUNCTION RESTORE',
  'SHUTDOWN',
  'DEBUG',
  'CLUSTER RESET',
  'CLUSTER FLUSHSLOTS',
  'CLUSTER DELSLOTS',
  'CLUSTER DELSLOTSRANGE',
]

/**
 * Suggests sending the command to `port`, if that is a node of the lab. Of a destructive command it says instead what it would do there.
 */
export function nextAt(context: ErrorContext, port: number | undefined): Pick<Diagnosis, 'next'> {
  const node = port === undefined ? undefined : nodeAt(port, context.roster)
  if (port === undefined || !node) return {}
  const command = commandHere(context)
  const [first = ''] = command.split(' ')
  if (!destructive.includes(command) && !destructive.includes(first)) return {next: sentTo(context, port)}
  if (first !== 'FLUSHALL' && first !== 'FLUSHDB')
    return {next: message('explain.destructive', {command, port})}
  const keys = context.now && answeredOf(context.now, node)?.keys
  return {next: message('explain.flushes', {command, port, keys: keys ?? '-'})}
}

/** Longer words are cut, so that the sentence fits its line. */
const longest = 24

export function short(word: string): string {
  const text = sanitize(word)
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
