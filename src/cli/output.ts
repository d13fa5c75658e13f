// The command line's own words on stdout and stderr; everything from outside that is in them is made safe here.

import {type Language, type Message, translate} from '../model/text/messages.ts'
import {sanitizeLines} from '../model/text/sanitize.ts'

/** A result, on stdout. */
export function printResult(text: string): void {
  process.stdout.write(`${sanitizeLines(text)}\n`)
}

/** What is said about the work, on stderr. */
export function printNote(words: Message, language: Language): void {
  process.stderr.write(`${sanitizeLines(translate(language, words))}\n`)
}
