// What every explanation of an error needs: where it was met, and what the nodes say there. The explanations themselves: explain-*.ts.

import {slotOf} from '../cluster/hash-slot.ts'
import {nodeAt, portOf, type Roster} from '../cluster/node.ts'
import {
  type Answered,
  answeredOf,
  isAlive,
  masterPortOf,
  ownerOfSlot,
  type Reading,
  readingOf,
  type Snapshot,
  slotsOf,
} from '../cluster/snapshot.ts'
import {type Action, commandOf} from '../commands/action.ts'
import {type CommandTable, keysOf} from '../commands/command-table.ts'
import {textOf} from '../protocol/bytes.ts'
import type {Message, MessageKey} from '../text/messages.ts'
import {sanitize} from '../text/sanitize.ts'

/** An error and where it was met. */
export type ErrorContext = Readonly<{
  /** The error's text, as Redis or redis-cli says it. */
  error: string
  /** What stands in the gaps of the explanation's `begins`. */
  gaps: readonly string[]
  action: Action
  roster: Roster
  now?: Snapshot | undefined
  /** Redirects are followed. */
  following: boolean
  commandTable: CommandTable
}>

/** What the error means here, and what may be typed next: words in any language, or a line as it is. */
export type Diagnosis = Readonly<{fact: Message; next?: Message | string}>

export type Explanation = Readonly<{
  /** How the error begins, to the letter; `…` stands for what differs. */
  begins: string
  here: (met: ErrorContext) => Diagnosis
  /** What it means, why Redis does it, what to do. */
  long: MessageKey
  /** About the line itself and not about the nodes: no prediction is spoilt by it. */
  ofTheLine?: true
}>

/** The real port of the node that was asked. */
export function portHere({action, roster}: ErrorContext): number {
  return portOf(action.node, roster)
}

/** The reading of the node that was asked, if it answers. */
export function readingHere({action, now}: ErrorContext): Answered | undefined {
  return now && answeredOf(now, action.node)
}

/** The port of its master, if the node that was asked says that it is a replica. */
export function masterHere(met: ErrorContext): number | undefined {
  const reading = readingHere(met)
  return reading && masterPortOf(reading)
}

export function readingAt(met: ErrorContext, port: number): Reading | undefined {
  const node = nodeAt(port, met.roster)
  return met.now && node && readingOf(met.now, node)
}

/** Nothing runs on this port, as the lab knows by now. */
export function isDownAt(met: ErrorContext, port: number): boolean {
  const reading = readingAt(met, port)
  return reading !== undefined && !isAlive(reading.process)
}

export function isPausedAt(met: ErrorContext, port: number): boolean {
  return readingAt(met, port)?.process.is === 'paused'
}

/** The ports of the nodes that follow `port`, as they themselves say, or said last. */
export function replicasOf(met: ErrorContext, port: number): readonly number[] {
  return (met.now?.nodes ?? [])
    .filter(reading => {
      const fields = reading.is === 'answered' ? reading.replication : reading.lastSaid
      return fields?.['role'] === 'slave' && fields['master_port'] === String(port)
    })
    .map(reading => reading.port)
}

/** The port of who says that it serves the slot. */
export function ownerOf(met: ErrorContext, slot: number): number | undefined {
  return met.now && ownerOfSlot(met.now, slot)?.port
}

/** The slots that the node asked serves, as it says. */
export function slotsHere(met: ErrorContext): string {
  const reading = readingHere(met)
  return reading ? slotsOf(reading).join(' ') : ''
}

/** A field of its CLUSTER INFO, as a number. */
export function clusterFigure(met: ErrorContext, field: string): number | undefined {
  const value = readingHere(met)?.cluster?.info[field]
  return value === undefined ? undefined : Number(value)
}

/** The keys of the command and their slots, as far as Redis says which words are keys. */
export function keySlots({
  action,
  commandTable,
}: ErrorContext): readonly Readonly<{key: string; slot: number}>[] {
  return keysOf(commandTable, action).map(key => ({key: short(textOf(key)), slot: slotOf(key)}))
}

/** The command's name as it was typed, in upper case: `SET`; two words of one that has subcommands. */
export function commandHere({action, commandTable}: ErrorContext): string {
  const [first = '', second = ''] = commandOf(action)
  return short(commandTable[`${first} ${second}`] ? `${first} ${second}` : first)
}

/** How the same command is sent to another node: `@6380 SET …`. */
export function sentTo(met: ErrorContext, port: number): string {
  const words = met.action.do === 'command' ? met.action.words.length : 0
  const command = commandHere(met)
  return `@${port} ${command}${words > command.split(' ').length ? ' …' : ''}`
}

/** To send it there is what may be typed next, where one of the six stands there. */
export function nextAt(met: ErrorContext, port: number | undefined): Pick<Diagnosis, 'next'> {
  return port !== undefined && nodeAt(port, met.roster) ? {next: sentTo(met, port)} : {}
}

/** A line has no room for a long word. */
const longest = 24

export function short(word: string): string {
  const text = sanitize(word)
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
