// The nodes' log files as they grow: whole lines, soon after they were written. Only read here; what a line says is src/model/log-line.ts.

import {closeSync, type FSWatcher, openSync, readSync, statSync, watch} from 'node:fs'
import {basename, dirname} from 'node:path'
import type {NodeName} from '../../model/cluster/node.ts'
import {errnoOf} from '../../platform/errno.ts'

export type OnLines = (node: NodeName, lines: readonly string[]) => void

/** A file that is read on from `from`, bytes. */
export type TailedFile = Readonly<{node: NodeName; path: string; from: number}>

/**
 * Between two looks at the files, ms. The system tells of a change at once (fs.watch: p95 4 ms, no cost while nothing is written; bench/tail.ts), but
 * not on every file system, nor when it runs out of watches: slow looks find what it does not tell, quick ones where it tells nothing.
 */
const slowInterval = 250
const fastInterval = 40

/** A burst greater than this is read from its end, bytes. */
const maxRead = 256_000

/**
 * Tells the new lines of each file until disposed. A file that is removed, or made anew, is read from its beginning when it is there again.
 * @param watchFolder fs.watch, or what throws as it does where the system has no more watches.
 */
export function tail(files: readonly TailedFile[], onLines: OnLines, watchFolder = watch): Disposable {
  const readers = files.map(createReader)
  const look = () => readers.forEach(read => void read(onLines))
  let timer = setInterval(look, slowInterval).unref()
  const watchers: FSWatcher[] = []
  function alone() {
    for (const watcher of watchers) watcher.close()
    clearInterval(timer)
    timer = setInterval(look, fastInterval).unref()
  }
  try {
    // The folder, not the file: the file may be made anew.
    for (const [i, {path}] of files.entries()) {
      const changed = (_: string, name: string | null) => name === basename(path) && readers[i]?.(onLines)
      watchers.push(watchFolder(dirname(path), {persistent: false}, changed).on('error', alone))
    }
  } catch {
    // Whatever the reason is, looking needs nothing of the system.
    alone()
  }
  return {
    [Symbol.dispose]() {
      for (const watcher of watchers) watcher.close()
      clearInterval(timer)
    },
  }
}

function createReader({node, path, from}: TailedFile) {
  let next = from
  let inode: number | undefined
  return (onLines: OnLines) => {
    const now = statSync(path, {throwIfNoEntry: false})
    if (now && now.ino === inode && now.size === next) return
    if (!now || (inode !== undefined && now.ino !== inode) || now.size < next) next = 0
    inode = now?.ino
    if (!now || now.size === next) return
    const {lines, end} = linesBetween(path, next, now.size)
    next = end
    if (lines.length > 0) onLines(node, lines)
  }
}

/** Whole lines only: what is being written is read next time, so no character is ever torn. */
function linesBetween(path: string, from: number, to: number): {lines: readonly string[]; end: number} {
  const start = Math.max(from, to - maxRead)
  const bytes = readBytes(path, start, to - start)
  const end = bytes.lastIndexOf('\n') + 1
  const first = start === from ? 0 : bytes.indexOf('\n') + 1
  if (end <= first) return {lines: [], end: start === from ? from : to}
  return {lines: bytes.toString('utf8', first, end - 1).split('\n'), end: start + end}
}

function readBytes(path: string, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  try {
    const file = openSync(path, 'r')
    try {
      return bytes.subarray(0, readSync(file, bytes, 0, length, start))
    } finally {
      closeSync(file)
    }
  } catch (error) {
    // Removed since it was looked at: as if it had never been there.
    if (errnoOf(error) === 'ENOENT') return bytes.subarray(0, 0)
    throw error
  }
}
