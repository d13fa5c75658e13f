// Reads a node's redis.conf and log, also after the node's death: its folder stays until the nodes are cleared. The keeper writes them.

import {createReadStream} from 'node:fs'
import {readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {type Excerpt, newestLines} from '../../model/cluster/file-excerpt.ts'
import {confNameOf, type NodeName, namesOf, type Roster} from '../../model/cluster/node.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {unless} from '../../platform/errno.ts'
import {type OnLines, tail} from './log-tail.ts'

export type NodeFiles = Readonly<{
  /** Hides what the logs contain so far: the boot wrote it. */
  skipBootLog: () => Promise<void>
  /** The newest lines of the node's log, `most` at the most. @throws LabError if it cannot be read. */
  log: (node: NodeName, most: number) => Promise<Excerpt>
  /** Reports what the nodes write into their logs from now on. */
  tail: (onLines: OnLines) => Disposable
  /** The node's redis.conf as it is now; CONFIG REWRITE changes it, and a Sentinel its sentinel.conf. @throws LabError if it cannot be read. */
  conf: (node: NodeName) => Promise<Excerpt>
}>

/** Bytes read from the end of a log, which may have any size. */
const maxLogRead = 1_000_000

/** The files of the nodes in a run folder. */
export function nodeFilesIn(folder: string, roster: Roster): NodeFiles {
  const nodes = namesOf(roster)
  const bootEnds = new Map<NodeName, number>()
  const logOf = (node: NodeName) => join(folder, node, 'redis.log')
  return {
    async skipBootLog() {
      await Promise.all(nodes.map(async node => bootEnds.set(node, await sizeOf(logOf(node)))))
    },
    log: (node, most) =>
      excerpt(logOf(node), async path => newestLines(await endOf(path, bootEnds.get(node) ?? 0), most)),
    tail: onLines =>
      tail(
        nodes.map(node => ({node, path: logOf(node), from: bootEnds.get(node) ?? 0})),
        onLines,
      ),
    conf: node =>
      excerpt(join(folder, node, confNameOf(node, roster)), async path =>
        newestLines(await readFile(path, 'utf8'), Number.POSITIVE_INFINITY),
      ),
  }
}

/** A spare that was never started has no log. */
async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(unless('ENOENT'))
  return found?.size ?? 0
}

async function excerpt(path: string, read: (path: string) => Promise<readonly string[]>): Promise<Excerpt> {
  try {
    return {path, lines: await read(path)}
  } catch (error) {
    throw new LabError('files.unreadable', {path, cause: (error as Error).message}, {cause: error})
  }
}

/** The text of a file from byte `from` on, or only the whole lines at its end. */
async function endOf(path: string, from: number): Promise<string> {
  const {size} = await stat(path)
  const start = Math.max(from, size - maxLogRead)
  const read = await text(createReadStream(path, {start}))
  return start === from ? read : read.slice(read.indexOf('\n') + 1)
}
