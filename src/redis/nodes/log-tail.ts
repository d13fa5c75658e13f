// Follows the nodes' log files: whole lines, soon after they are written. What a line means is in src/model/timeline/log-line.ts.

import {closeSync, type FSWatcher, openSync, readSync, statSync, watch} from 'node:fs'
import {basename, dirname} from 'node:path'
import type {NodeName} from '../../model/cluster/node.ts'
import {errnoOf} from '../../platform/errno.ts'

export type OnLines = (node: NodeName, lines: readonly string[]) => void

/** A file that is followed from byte `from` on. */
export type TailedFile = Readonly<{node: NodeName; path: string; from: number}>

/**
 * Polling intervals, ms. fs.watch reports a change at once (p95 4 ms, free while nothing is written; bench/tail.ts), but not on every file
 * system, and not when the system runs out of watches. Slow polling finds what fs.watch misses; fast polling replaces it where it fails.
 */
const slowInterval = 250
const fastInterval = 40

/**
 * Bytes; of a larger burst only the end is read. Once so much was read within `slowInterval`, the file is left alone for the rest of it. A replica that
 * its master refuses may write megabytes a second; to read them all would leave the lab no time for anything else.
 */
const maxRead = 64_000

/**
 * Reports the new lines of each file until disposed. A file that is removed or replaced is read from its beginning once it exists again.
 * @param watchFolder fs.watch; tests pass a function that throws as fs.watch does when the system has no more watches.
 */
export function tail(files: readonly TailedFile[], onLines: OnLines, watchFolder = watch): Disposable {
  const readers = files.map(createReader)
  const readNew = () => readers.forEach(read => void read(onLines))
  let timer = setInterval(readNew, slowInterval).unref()
  const watchers: FSWatcher[] = []
  function pollOnly() {
    for (const watcher of watchers) watcher.close()
    clearInterval(timer)
    timer = setInterval(readNew, fastInterval).unref()
  }
  try {
    // Watches the folder, because the file may be replaced.
    for (const [i, {path}] of files.entries()) {
      const changed = (_: string, name: string | null) => name === basename(path) && readers[i]?.(onLines)
      watchers.push(watchFolder(dirname(path), {persistent: false}, changed).on('error', pollOnly))
    }
  } catch {
    // Polling works whatever the reason.
    pollOnly()
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
  let windowEnds = 0
  let readInWindow = 0
  return (onLines: OnLines) => {
    const at = performance.now()
    if (at >= windowEnds) {
      windowEnds = at + slowInterval
      readInWindow = 0
    }
    if (readInWindow >= maxRead) return
    const now = statSync(path, {throwIfNoEntry: false})
    if (now && now.ino === inode && now.size === next) return
    if (!now || (inode !== undefined && now.ino !== inode) || now.size < next) next = 0
    inode = now?.ino
    if (!now || now.size === next) return
    readInWindow += Math.min(now.size - next, maxRead)
    const {lines, end} = linesBetween(path, next, now.size)
    next = end
    if (lines.length > 0) onLines(node, lines)
  }
}

/** Whole lines only: an unfinished line is read next time, so no character is split. */
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
    // Removed since `statSync`: treat it as missing.
    if (errnoOf(error) === 'ENOENT') return bytes.subarray(0, 0)
    throw error
  }
}
