// The corpus of log lines: logs/SERVER.txt has the distinct lines that the nodes of one server wrote, by record-logs.ts, each without what differs
// from run to run: ids are <a>, <b> …, and numbers are counted through within a line (1, 2, 3 …), so that a value tells from which place of the line it was taken.

import {readdirSync, readFileSync} from 'node:fs'

const folder = new URL('logs/', import.meta.url)

export const recordedServers: readonly string[] = readdirSync(folder).map(name => name.replace('.txt', ''))

/** The lines of one server's logs, in alphabetical order. */
export function recordedLog(server: string): readonly string[] {
  return readFileSync(logFile(server), 'utf8').split('\n').filter(Boolean)
}

export function logFile(server: string): URL {
  return new URL(`${server}.txt`, folder)
}

/** A log line that has this shape: the parser wants whole ids, a time and a process. */
export function lineOfShape(shape: string): string {
  const text = shape.replace(/<([a-f])>/g, (_, letter: string) => letter.repeat(40))
  return `16999:S 22 Nov 2026 10:59:41.577 * ${text}`
}

/** The text of a log line without what differs from run to run. `nodes` is the folder of the nodes. */
export function shapeOf(text: string, nodes: string): string {
  let numbers = 0
  const ids: string[] = []
  const id = (found: string) => {
    if (!ids.includes(found)) ids.push(found)
    return `<${'abcdef'.charAt(ids.indexOf(found))}>`
  }
  return text
    .replaceAll(nodes, '/nodes')
    .replace(/(I will not start a failover before) .*/, '$1 DATE')
    .replace(/\bid=\d+ addr=(\S+)(?: .*?)?(?='|\)| (?:scheduled|closed)|\.?$)/g, 'id=0 addr=$1')
    .replace(/\b[0-9a-f]{40}\b/g, id)
    .replace(/\b0x[0-9a-f]+/g, '0x1')
    .replace(/127\.0\.0\.1|(?<!\w)-?\d+(?:\.\d+)*/g, found =>
      found === '127.0.0.1' ? found : String(++numbers),
    )
}
