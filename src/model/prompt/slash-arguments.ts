// Readers for the words after a slash command's name. A reader returns undefined if the words do not fit the command's usage.

import {type NodeName, nodeForPort, type Roster} from '../cluster/node.ts'
import type {Snapshot} from '../cluster/snapshot.ts'
import {listed} from '../text/listed.ts'
import {type Message, message} from '../text/messages.ts'
import {foreignNode} from './parse-address.ts'
import {type Rejected, rejected} from './requests.ts'

export type SlashContext = Readonly<{
  roster: Roster
  snapshot?: Snapshot | undefined
  /** The message that shows how to write the command. */
  usage: Message
}>

/** Any line that a slash command produces. */
export type SomeLine = Readonly<{is: string}>

export type ReadWords<Line extends SomeLine> = (
  words: readonly string[],
  context: SlashContext,
) => Line | Rejected | undefined

export function noNode(typed: string, roster: Roster): Message {
  return message('line.noNode', {typed, nodes: listed(roster.map(({port}) => port))})
}

export function nothing<const Line extends SomeLine>(line: Line): ReadWords<Line> {
  return words => (words.length === 0 ? line : undefined)
}

/** Reads the port of exactly one node. */
export function oneNode<const Line extends SomeLine>(
  lineFor: (node: NodeName, typed: string, roster: Roster) => Line | Rejected | undefined,
): ReadWords<Line> {
  return ([typed, ...more], {roster, snapshot}) => {
    if (typed === undefined || more.length > 0) return undefined
    const node = nodeForPort(typed, roster)
    if (node) return lineFor(node, typed, roster)
    const foreign = foreignNode(typed, snapshot)
    return rejected(foreign ? message('line.foreignWrite', {port: foreign}) : noNode(typed, roster))
  }
}

export function onOrOff<const Line extends SomeLine>(lineFor: (on: boolean) => Line): ReadWords<Line> {
  return ([word = '', ...more]) => {
    const typed = word.toLowerCase()
    return more.length === 0 && (typed === 'on' || typed === 'off') ? lineFor(typed === 'on') : undefined
  }
}

/** Reads a number of lines from 1 to 9999, by default `usual`. */
export function count<const Line extends SomeLine>(
  usual: number,
  lineFor: (most: number) => Line,
): ReadWords<Line> {
  return ([most = String(usual), ...more]) =>
    more.length === 0 && /^[1-9]\d{0,3}$/.test(most) ? lineFor(Number(most)) : undefined
}

/** Reads at most one word. */
export function optionalWord<const Line extends SomeLine>(
  lineFor: (word: string | undefined) => Line | undefined,
): ReadWords<Line> {
  return ([word, ...more]) => (more.length === 0 ? lineFor(word) : undefined)
}

/** Reads exactly one number from 1 to 999. */
export function oneNumber<const Line extends SomeLine>(lineFor: (n: number) => Line): ReadWords<Line> {
  return ([word = '', ...more]) =>
    more.length === 0 && /^[1-9]\d{0,2}$/.test(word) ? lineFor(Number(word)) : undefined
}
