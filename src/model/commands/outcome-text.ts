// The text of an outcome, the same in every interface.

import type {Roster} from '../cluster/node.ts'
import type {Bytes} from '../protocol/bytes.ts'
import {formatReply} from '../protocol/format-reply.ts'
import type {Reply} from '../protocol/reply.ts'
import {type Language, translate} from '../text/messages.ts'
import {sanitizeLines} from '../text/sanitize.ts'
import {describe, type Outcome} from './action.ts'

/** redis-cli adds the time to commands that take at least this many ms. */
const slow = 500

/**
 * The text that redis-cli would print, without its last newline; for an action on a process, the line that was run. Empty for a command
 * that ended without a reply (SHUTDOWN). Sanitized for a terminal.
 */
export function outcomeText(outcome: Outcome, roster: Roster, language: Language): string {
  const {action, ms} = outcome
  const seconds = ms >= slow ? `\n(${(ms / 1000).toFixed(2)}s)` : ''
  if (outcome.is === 'replied')
    return replyText(outcome.reply, action.do === 'command' ? action.words : []) + seconds
  if (outcome.is === 'done') return action.do === 'command' ? '' : describe(action, roster, outcome.pid)
  // The other sentences already contain the time, or took none.
  const timed = outcome.because.key === 'outcome.closed' || outcome.because.key === 'outcome.left'
  return sanitizeLines(translate(language, outcome.because)) + (timed ? seconds : '')
}

export function replyText(reply: Reply, words: readonly Bytes[]): string {
  return sanitizeLines(formatReply(reply, words)).replace(/\n$/, '')
}

/** Whether to show the outcome as an error: an error reply or a failed action. */
export function isBad(outcome: Outcome): boolean {
  if (outcome.is === 'failed') return outcome.because.key !== 'outcome.left'
  return outcome.is === 'replied' && outcome.reply.type === 'error'
}
