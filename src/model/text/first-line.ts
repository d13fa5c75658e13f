// The first line of another program's output, prepared for use inside a sentence.

/** Replaces control characters, cuts at 160 characters, and removes a period or colon at the end. */
export function firstLine(printed: string): string {
  const line = printed.trim().split('\n', 1)[0] ?? ''
  return line
    .replace(/[\x00-\x1f\x7f-\x9f]/g, ' ')
    .slice(0, 160)
    .replace(/[.:]+$/, '')
}
