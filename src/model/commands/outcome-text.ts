// The text of an outcome, the same in every interface.

import type {Roster} from '../cluster/node.ts'
import {type Bytes, losslessText} from '../protocol/bytes.ts'
import {decodedLines, formatBytes, formatRaw} from '../protocol/format-reply.ts'
import type {Reply} from '../protocol/reply.ts'
import {type Language, translate} from '../text/messages.ts'
import type {ServerKind} from '../text/program-names.ts'
import {sanitize, sanitizeLines, visibleLines} from '../text/sanitize.ts'
import {type Action, describe, type Outcome} from './action.ts'

/** redis-cli adds the time to commands that take at least this many ms. */
const slow = 500

/**
 * The text that redis-cli would print, without its last newline; for an action on a process, the line that was run. Empty for a command
 * that ended without a reply (SHUTDOWN). Sanitized for a terminal.
 */
export function outcomeText(
  outcome: Outcome,
  roster: Roster,
  language: Language,
  server?: ServerKind,
): string {
  const {action} = outcome
  if (outcome.is === 'replied') return withSeconds(replyText(outcome.reply, action), outcome)
  if (outcome.is === 'done')
    return action.do === 'command' ? '' : describe(action, roster, outcome.pid, server)
  // The other sentences already contain the time, or took none.
  const timed = outcome.because.key === 'outcome.closed' || outcome.because.key === 'outcome.left'
  const text = sanitizeLines(translate(language, outcome.because, server))
  return timed ? withSeconds(text, outcome) : text
}

function withSeconds(text: string, outcome: Outcome): string {
  return [text, secondsText(outcome)].filter(line => line !== '').join('\n')
}

/** The line that redis-cli adds to a reply that took long, but not with --raw; else empty. */
export function secondsText({ms, action}: Outcome): string {
  const isRaw = action.do === 'command' && action.raw === true
  return ms >= slow && !isRaw ? `(${(ms / 1000).toFixed(2)}s)` : ''
}

/** The reply as redis-cli prints it, without its last newline, for a terminal: what could control it is written as `\x1b`. */
export function replyText(reply: Reply, action: Action): string {
  return visibleLines(losslessText(replyBytes(reply, action).replace(/\n$/, '')))
}

/** The reply byte for byte as redis-cli prints it; an empty raw reply is no line. */
export function replyBytes(reply: Reply, action: Action): Bytes {
  const {words = [], raw = false} = action.do === 'command' ? action : {}
  return raw ? formatRaw(reply) : formatBytes(reply, words)
}

/** The number of decoded lines that are shown. */
const mostLines = 20

/** The text that the reply's escapes stand for, one line for each line with escaped UTF-8. */
export function decodedReply(reply: Reply, action: Action): readonly string[] {
  if (action.do !== 'command' || action.raw) return []
  const lines = decodedLines(reply, action.words).map(sanitize)
  return lines.length > mostLines ? [...lines.slice(0, mostLines), '…'] : lines
}

/** Whether to show the outcome as an error: an error reply or a failed action. */
export function isBad(outcome: Outcome): boolean {
  if (outcome.is === 'failed') return outcome.because.key !== 'outcome.left'
  return outcome.is === 'replied' && outcome.reply.type === 'error'
}
