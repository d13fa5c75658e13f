// The history of typed lines, oldest first, for the prompt and for the history file, which has one entry per line.

import {isSecret} from '../commands/secret.ts'
import {sanitize} from '../text/sanitize.ts'

export const mostHistory = 1000

/** Whether the history keeps `line` after `last`: no blank lines, no repetitions, nothing with a password. */
export function isKept(line: string, last: string | undefined): boolean {
  return line.trim() !== '' && line !== last && !isSecret(line)
}

/** Appends `line` if it is to be kept; drops the oldest lines above the limit. */
export function withLine(history: readonly string[], line: string): readonly string[] {
  return isKept(line, history.at(-1)) ? [...history, line].slice(-mostHistory) : history
}

/** The newest lines of a history file. Filters again, because several labs may have added lines. */
export function parseHistory(text: string): readonly string[] {
  const kept: string[] = []
  for (const line of text.split('\n')) if (isKept(line, kept.at(-1))) kept.push(line)
  return kept.slice(-mostHistory)
}

export function historyText(lines: readonly string[]): string {
  return lines.map(line => `${line}\n`).join('')
}

/** The lines without control characters, for what prints a line as it is: one that was pasted on the screen may contain escape sequences. */
export function printable(lines: readonly string[]): readonly string[] {
  return lines.filter(line => sanitize(line) === line)
}
