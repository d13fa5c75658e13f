// Commands after which a node talks until it is left: what they are, and what their lines say of who caused them.

import type {Bytes} from './bytes.ts'
import {nameOf} from './connection.ts'
import type {Reply} from './reply.ts'

const endless = ['subscribe', 'psubscribe', 'ssubscribe', 'monitor']

export function isListening(words: readonly Bytes[]): boolean {
  return endless.includes(nameOf(words))
}

/** Leaves a subscription of the connection it comes on. */
export function isLeaving(words: readonly Bytes[]): boolean {
  return ['unsubscribe', 'punsubscribe', 'sunsubscribe'].includes(nameOf(words))
}

/** redis-cli's first line before the messages of a subscription. MONITOR has none. */
export function firstLineOf(words: readonly Bytes[]): Reply | undefined {
  if (nameOf(words) === 'monitor') return undefined
  return {type: 'status', text: 'Reading messages... (press Ctrl-C to quit)'}
}

/** The address of the client whose command a line of MONITOR shows: `1795321159.418187 [0 127.0.0.1:49012] "GET" "a"`. */
export function clientOf(reply: Reply): string | undefined {
  return reply.type === 'status' ? /^\d+\.\d+ \[\d+ (\S+)\] /.exec(reply.text)?.[1] : undefined
}
