// Prints on stdout and stderr, with text from outside made safe for a terminal.

import {type Language, type Message, translate} from '../model/text/messages.ts'
import {sanitizeLines} from '../model/text/sanitize.ts'
import {wrapText} from '../views/draw/wrap-text.ts'

/** Prints a command's result on stdout. */
export function printResult(text: string): void {
  process.stdout.write(`${sanitizeLines(text)}\n`)
}

/** Prints a note about the work or an error on stderr. */
export function printNote(note: Message, language: Language): void {
  const text = sanitizeLines(translate(language, note))
  process.stderr.write(`${wrapText(text, process.stderr.columns)}\n`)
}
