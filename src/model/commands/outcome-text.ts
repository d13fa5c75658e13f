// An outcome as the text every face prints for it.

import type {Roster} from '../cluster/node.ts'
import type {Bytes} from '../protocol/bytes.ts'
import {formatReply} from '../protocol/format-reply.ts'
import type {Reply} from '../protocol/reply.ts'
import {type Language, translate} from '../text/messages.ts'
import {sanitizeLines} from '../text/sanitize.ts'
import {describe, type Outcome} from './action.ts'

/** redis-cli adds the time to a command that took at least so long, ms. */
const slow = 500

/**
 * What redis-cli would print, without its last newline; for what is done to a node, what was run. Empty for a command that was done
 * without a reply (SHUTDOWN). Clean for a terminal.
 */
export function outcomeText(outcome: Outcome, roster: Roster, language: Language): string {
  const {action, ms} = outcome
  const seconds = ms >= slow ? `\n(${(ms / 1000).toFixed(2)}s)` : ''
  if (outcome.is === 'replied')
    return replyText(outcome.reply, action.do === 'command' ? action.words : []) + seconds
  if (outcome.is === 'done') return action.do === 'command' ? '' : describe(action, roster, outcome.pid)
  // Who gives up is told the time in the sentence.
  const timed = outcome.because.key === 'outcome.closed' || outcome.because.key === 'outcome.left'
  return sanitizeLines(translate(language, outcome.because)) + (timed ? seconds : '')
}

export function replyText(reply: Reply, words: readonly Bytes[]): string {
  return sanitizeLines(formatReply(reply, words)).replace(/\n$/, '')
}

/** True where an outcome is bad news: an error reply, or an action that could not be done. */
export function isBad(outcome: Outcome): boolean {
  if (outcome.is === 'failed') return outcome.because.key !== 'outcome.left'
  return outcome.is === 'replied' && outcome.reply.type === 'error'
}
