// What another program printed, made fit to stand inside one of our sentences.

/** The first line: no control characters, no full stop or colon at its end, at most 160 characters. */
export function firstLine(printed: string): string {
  const line = printed.trim().split('\n', 1)[0] ?? ''
  return line
    .replace(/[\x00-\x1f\x7f-\x9f]/g, ' ')
    .slice(0, 160)
    .replace(/[.:]+$/, '')
}
