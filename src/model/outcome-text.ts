// An outcome as the text every face prints for it.

import {describe, type Outcome} from './action.ts'
import type {Bytes} from './bytes.ts'
import {cleanLines} from './clean.ts'
import {formatReply} from './format.ts'
import type {Base} from './node.ts'
import type {Reply} from './reply.ts'
import {type Language, say} from './text.ts'

/** redis-cli adds the time to a command that took at least so long, ms. */
const slow = 500

/** What redis-cli would print, without its last newline; for what is done to a node, what was run. Clean for a terminal. */
export function outcomeText(outcome: Outcome, base: Base, language: Language): string {
  if (outcome.is === 'failed') return cleanLines(say(language, outcome.because))
  if (outcome.is === 'done') return describe(outcome.action, base, outcome.pid)
  const words = outcome.action.do === 'command' ? outcome.action.words : []
  const seconds = outcome.ms >= slow ? `\n(${(outcome.ms / 1000).toFixed(2)}s)` : ''
  return replyText(outcome.reply, words) + seconds
}

export function replyText(reply: Reply, words: readonly Bytes[]): string {
  return cleanLines(formatReply(reply, words)).replace(/\n$/, '')
}

/** True where an outcome is bad news: an error reply, or an action that could not be done. */
export function isBad(outcome: Outcome): boolean {
  return outcome.is === 'failed' || (outcome.is === 'replied' && outcome.reply.type === 'error')
}
