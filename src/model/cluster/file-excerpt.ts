// Excerpts of a node's log or redis.conf, and their text for every interface. src/redis/nodes/node-files.ts reads the files.

import {sanitizeLines} from '../text/sanitize.ts'

/** `path` is empty for a program's output. */
export type Excerpt = Readonly<{path: string; lines: readonly string[]}>

export function isOutput({path}: Excerpt): boolean {
  return path === ''
}

/** Default number of log lines: about as many as a failover writes. */
export const defaultLogLines = 15

/** The last `most` whole lines of `text`. */
export function newestLines(text: string, most: number): readonly string[] {
  const whole = text.replace(/\n$/, '')
  return whole === '' ? [] : whole.split('\n').slice(-most)
}

/** Text of an excerpt: the path, for use in another terminal, then the lines. Control characters are removed. */
export function excerptText({path, lines}: Excerpt): string {
  return sanitizeLines([...(path === '' ? [] : [path]), ...lines].join('\n'))
}
