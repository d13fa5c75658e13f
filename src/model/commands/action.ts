// Actions on nodes and their outcomes. Plain data: typed lines, keys and solutions all become actions.

import {confNameOf, isSentinel, type NodeName, portOf, type Roster} from '../cluster/node.ts'
import {type Bytes, textOf} from '../protocol/bytes.ts'
import {quoteWord} from '../protocol/quoting.ts'
import type {Reply} from '../protocol/reply.ts'
import type {Message} from '../text/messages.ts'
import {programNames, type ServerKind} from '../text/program-names.ts'

/** Actions on a process: `kill` sends SIGKILL, `stop` SIGTERM, `pause` SIGSTOP, `resume` SIGCONT. */
export const processVerbs = ['kill', 'stop', 'start', 'pause', 'resume'] as const
export type ProcessVerb = (typeof processVerbs)[number]

export type Action =
  /** `raw`: the reply is printed as `redis-cli --raw` prints it. `alone`: over a connection that ends with the command, as a run of redis-cli. */
  | Readonly<{do: 'command'; node: NodeName; words: readonly Bytes[]; raw?: true; alone?: true}>
  | Readonly<{do: ProcessVerb; node: NodeName}>

/** The result of an action: a reply (error replies too), done without a reply, or the reason for a failure. `at`: ms since the epoch. */
export type Outcome = Readonly<{action: Action; at: number; ms: number}> &
  (
    | Readonly<{is: 'replied'; reply: Reply}>
    | Readonly<{is: 'done'; pid?: number}>
    | Readonly<{is: 'failed'; because: Message}>
  )

/** The command or shell line that the action runs, for the transcript and for a dry run: `kill -9 4711`. */
export function describe(action: Action, roster: Roster, pid?: number, server?: ServerKind): string {
  if (action.do === 'command') return action.words.map(word => quoteWord(word)).join(' ')
  if (action.do === 'start') return startLine(action.node, roster, server)
  const signal = {kill: '-9', stop: '-TERM', pause: '-STOP', resume: '-CONT'}[action.do]
  return `kill ${signal} ${pid ?? `(${portOf(action.node, roster)})`}`
}

function startLine(node: NodeName, roster: Roster, server: ServerKind | undefined): string {
  const config = `${portOf(node, roster)}/${confNameOf(node, roster)}`
  return `${programNames(server)['redis-server']} ${config}${isSentinel(node, roster) ? ' --sentinel' : ''}`
}

/** A command's words in upper case, to compare names and options: `['REPLICAOF', 'NO', 'ONE']`. Empty for other actions. */
export function commandOf(action: Action): readonly string[] {
  return action.do === 'command' ? action.words.map(word => textOf(word).toUpperCase()) : []
}

/** The text of an error reply; undefined for every other outcome. */
export function errorOf(outcome: Outcome): string | undefined {
  return outcome.is === 'replied' && outcome.reply.type === 'error' ? textOf(outcome.reply.text) : undefined
}

/** Commands that replace a node's state: later readings do not show what it was before. */
const replacing = [
  ['REPLICAOF'],
  ['SLAVEOF'],
  ['CLUSTER', 'REPLICATE'],
  ['CLUSTER', 'RESET'],
  ['CONFIG', 'SET'],
  ['FLUSHALL'],
  ['FLUSHDB'],
  ['SHUTDOWN'],
] as const

/** Whether the action can hide what an earlier one did: a start hides that a node was down, REPLICAOF that it was a master. */
export function canHideEarlier(action: Action): boolean {
  const words = commandOf(action)
  return action.do !== 'command' || replacing.some(name => name.every((word, i) => word === words[i]))
}
