// The words after a slash command's name: how each kind is read. A reader returns undefined if the words do not fit the command's usage.

import {type NodeName, nodeForPort, type Roster} from '../cluster/node.ts'
import {listed} from '../text/listed.ts'
import {type Message, message} from '../text/messages.ts'
import {type Line, rejected} from './line.ts'

export type SlashContext = Readonly<{
  roster: Roster
  /** Says how the command is written. */
  usage: Message
}>

export type ReadWords = (words: readonly string[], context: SlashContext) => Line | undefined

export function noNode(typed: string, roster: Roster): Message {
  return message('line.noNode', {typed, nodes: listed(roster.map(({port}) => port))})
}

export function nothing(line: Line): ReadWords {
  return words => (words.length === 0 ? line : undefined)
}

/** Reads the port of exactly one node. */
export function oneNode(lineFor: (node: NodeName) => Line | undefined): ReadWords {
  return ([typed, ...more], {roster}) => {
    if (typed === undefined || more.length > 0) return undefined
    const node = nodeForPort(typed, roster)
    return node ? lineFor(node) : rejected(noNode(typed, roster))
  }
}

export function onOrOff(lineFor: (on: boolean) => Line): ReadWords {
  return ([word = '', ...more]) => {
    const typed = word.toLowerCase()
    return more.length === 0 && (typed === 'on' || typed === 'off') ? lineFor(typed === 'on') : undefined
  }
}

/** Reads a number of lines; `usual` without one. */
export function count(usual: number, lineFor: (most: number) => Line): ReadWords {
  return ([most = String(usual), ...more]) =>
    more.length === 0 && /^[1-9]\d{0,3}$/.test(most) ? lineFor(Number(most)) : undefined
}

/** Reads one word or none. */
export function optionalWord(lineFor: (word: string | undefined) => Line | undefined): ReadWords {
  return ([word, ...more]) => (more.length === 0 ? lineFor(word) : undefined)
}
