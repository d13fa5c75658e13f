// The command line's own words on stdout and stderr; everything from outside that is in them is made safe here.

import {type Language, type Said, say} from '../model/text/messages.ts'
import {cleanLines} from '../model/text/sanitize.ts'

/** A result, on stdout. */
export function print(text: string): void {
  process.stdout.write(`${cleanLines(text)}\n`)
}

/** What is said about the work, on stderr. */
export function tell(words: Said, language: Language): void {
  process.stderr.write(`${cleanLines(say(language, words))}\n`)
}
