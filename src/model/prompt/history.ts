// The lines typed so far, oldest first, as the prompt goes back through them and as they stand in a file: one a line.

import {isSecret} from '../commands/secret.ts'

export const mostHistory = 1000

/** Whether `line` is to be kept after `last`: no blank line, none twice in a row, nothing that holds a password. */
export function isKept(line: string, last: string | undefined): boolean {
  return line.trim() !== '' && line !== last && !isSecret(line)
}

/** `history` with `line` at its end, if it is to be kept; the oldest give way. */
export function withLine(history: readonly string[], line: string): readonly string[] {
  return isKept(line, history.at(-1)) ? [...history, line].slice(-mostHistory) : history
}

/** The newest lines of a file that several labs may have added to. */
export function parseHistory(text: string): readonly string[] {
  const kept: string[] = []
  for (const line of text.split('\n')) if (isKept(line, kept.at(-1))) kept.push(line)
  return kept.slice(-mostHistory)
}

export function historyText(lines: readonly string[]): string {
  return lines.map(line => `${line}\n`).join('')
}
