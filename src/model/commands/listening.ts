// Commands after which a node talks until it is left: what they are, and what their lines say of who caused them.

import type {Bytes} from '../protocol/bytes.ts'
import type {Reply} from '../protocol/reply.ts'
import {nameOf} from './connection.ts'

const replicating = ['sync', 'psync']
const endless = ['subscribe', 'psubscribe', 'ssubscribe', 'monitor', ...replicating]

export function isListening(words: readonly Bytes[]): boolean {
  return endless.includes(nameOf(words))
}

/** Leaves a subscription of the connection it comes on. */
export function isLeaving(words: readonly Bytes[]): boolean {
  return ['unsubscribe', 'punsubscribe', 'sunsubscribe'].includes(nameOf(words))
}

/** What a replica says: its answer is no reply of the protocol, but a dataset and a stream of commands. */
export function isReplicating(words: readonly Bytes[]): boolean {
  return replicating.includes(nameOf(words))
}

/** redis-cli's first line before what is listened to. MONITOR has none. */
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
