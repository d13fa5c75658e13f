// Lines of a node's file, its log or its redis.conf, and the text that every face prints for them. src/redis/nodes/node-files.ts reads the file.

import {sanitizeLines} from '../text/sanitize.ts'

/** `path` is empty for what a program printed. */
export type Excerpt = Readonly<{path: string; lines: readonly string[]}>

/** So many of a log's lines unless more are asked for: what a failover writes. */
export const defaultLogLines = 15

/** The last `most` whole lines of `text`. */
export function newestLines(text: string, most: number): readonly string[] {
  const whole = text.replace(/\n$/, '')
  return whole === '' ? [] : whole.split('\n').slice(-most)
}

/** Where the file is, for another terminal, and its lines. Clean for a terminal. */
export function excerptText({path, lines}: Excerpt): string {
  return sanitizeLines([...(path === '' ? [] : [path]), ...lines].join('\n'))
}
