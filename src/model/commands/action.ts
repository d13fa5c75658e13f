// What may be done to the nodes, and what came of it. Plain data: a typed line, a key and a lesson's solution all become one of these.

import {type NodeName, portOf, type Roster} from '../cluster/node.ts'
import {type Bytes, textOf} from '../protocol/bytes.ts'
import {quoteWord} from '../protocol/quoting.ts'
import type {Reply} from '../protocol/reply.ts'
import type {Message} from '../text/messages.ts'

/** What happens to a process: `kill` SIGKILL, `stop` SIGTERM, `pause` SIGSTOP, `resume` SIGCONT. */
export const processVerbs = ['kill', 'stop', 'start', 'pause', 'resume'] as const
export type ProcessVerb = (typeof processVerbs)[number]

export type Action =
  | Readonly<{do: 'command'; node: NodeName; words: readonly Bytes[]}>
  | Readonly<{do: ProcessVerb; node: NodeName}>

/** What came of an action: the reply (an error reply is a reply), that it was done, or why neither. */
export type Outcome = Readonly<{action: Action; at: number; ms: number}> &
  (
    | Readonly<{is: 'replied'; reply: Reply}>
    | Readonly<{is: 'done'; pid?: number}>
    | Readonly<{is: 'failed'; because: Message}>
  )

/** What this really runs, for the transcript and for a dry run: `kill -9 4711`. */
export function describe(action: Action, roster: Roster, pid?: number): string {
  if (action.do === 'command') return action.words.map(word => quoteWord(word)).join(' ')
  if (action.do === 'start') return `redis-server ${portOf(action.node, roster)}/redis.conf`
  const signal = {kill: '-9', stop: '-TERM', pause: '-STOP', resume: '-CONT'}[action.do]
  return `kill ${signal} ${pid ?? `(${portOf(action.node, roster)})`}`
}

/** A command's words in upper case where Redis does not mind: `['REPLICAOF', 'NO', 'ONE']`. Empty for what is no command. */
export function commandOf(action: Action): readonly string[] {
  return action.do === 'command' ? action.words.map(word => textOf(word).toUpperCase()) : []
}

/** The text of an error reply; undefined where there was none. */
export function errorOf(outcome: Outcome): string | undefined {
  return outcome.is === 'replied' && outcome.reply.type === 'error' ? textOf(outcome.reply.text) : undefined
}
