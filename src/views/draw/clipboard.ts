// Asks the terminal to put text into the clipboard, by OSC 52. It works over ssh, and no terminal says whether it does.

import {type Copied, textToCopy} from '../../model/state/copy.ts'
import type {LabState} from '../../model/state/lab-state.ts'
import {type Message, message} from '../../model/text/messages.ts'

/** Longer sequences are ignored by xterm and others, bytes. */
const mostBytes = 74_000

/** The escape sequence; undefined for a text that is too long. */
function clipboardSequence(text: string): string | undefined {
  const bytes = Buffer.from(text)
  return bytes.length > mostBytes ? undefined : `\u001b]52;c;${bytes.toString('base64')}\u0007`
}

/** Writes the sequence for the last reply or line; the message says what the terminal was asked to do, or why it was not. */
export function copyTo(write: (text: string) => void, state: LabState, what: Copied): Message {
  const text = textToCopy(state, what)
  if (text === undefined) return message(what === 'line' ? 'copy.noLine' : 'copy.noReply')
  const sequence = clipboardSequence(text)
  if (sequence === undefined) return message('copy.tooLong')
  write(sequence)
  return message(what === 'line' ? 'copy.line' : 'copy.reply', {lines: text.split('\n').length})
}
