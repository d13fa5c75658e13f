// Commands that make a node send output until the client leaves: subscriptions, MONITOR and the replication stream.

import type {Bytes} from '../protocol/bytes.ts'
import type {Reply} from '../protocol/reply.ts'
import {nameOf} from './connection.ts'

const replicating = ['sync', 'psync']
const endless = ['subscribe', 'psubscribe', 'ssubscribe', 'monitor', ...replicating]

export function isListening(words: readonly Bytes[]): boolean {
  return endless.includes(nameOf(words))
}

/** Whether the command leaves a subscription of its own connection. */
export function isLeaving(words: readonly Bytes[]): boolean {
  return ['unsubscribe', 'punsubscribe', 'sunsubscribe'].includes(nameOf(words))
}

/** Whether this is a replica's request, which is not answered with a reply but with a dataset and a stream of commands. */
export function isReplicating(words: readonly Bytes[]): boolean {
  return replicating.includes(nameOf(words))
}

/** The line that redis-cli prints before the output; undefined for MONITOR. */
export function firstLineOf(words: readonly Bytes[]): Reply | undefined {
  if (nameOf(words) === 'monitor') return undefined
  const text = isReplicating(words)
    ? 'Entering replica output mode...  (press Ctrl-C to quit)'
    : 'Reading messages... (press Ctrl-C to quit)'
  return {type: 'status', text}
}

/** The address of the client whose command a line of MONITOR shows: `1795321159.418187 [0 127.0.0.1:49012] "GET" "a"`. */
export function clientOf(reply: Reply): string | undefined {
  return reply.type === 'status' ? /^\d+\.\d+ \[\d+ (\S+)\] /.exec(reply.text)?.[1] : undefined
}
