// Runs this command again whenever a file in a folder changes, for `--watch`.

import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {watch} from 'node:fs'
import {resolve} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {LabError} from '../model/text/lab-error.ts'
import {type Language, message} from '../model/text/messages.ts'
import {printNote} from './output.ts'

/** An editor writes a file in several steps, ms. */
const settled = 100

/**
 * Each run is a process of its own, because a file that was imported once stays as it was. A change during a run ends it, and the next begins when
 * nothing of it is left. Resolves to 0 when it is interrupted.
 * @throws LabError if there is no such folder, or it can no longer be watched
 */
export async function runAtEachChange(folder: string, language: Language): Promise<number> {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort())
  const changes = changesIn(folder)
  while (!stop.signal.aborted) {
    const changed = changes.next()
    const run = start()
    const stopped = once(stop.signal, 'abort')
    try {
      const ended = await Promise.race([run.ended.then(() => true), changed, stopped])
      if (ended === true && !stop.signal.aborted) {
        printNote(message('check.watching', {folder}), language)
        await Promise.race([changed, stopped])
      }
    } finally {
      run.child.kill('SIGTERM')
      await run.ended
    }
    if (!stop.signal.aborted) await setTimeout(settled)
  }
  changes.close()
  return 0
}

function start(): Readonly<{child: ChildProcess; ended: Promise<unknown>}> {
  const [program = '', ...args] = process.argv.slice(1)
  const child = spawn(process.execPath, [program, ...args.filter(arg => arg !== '--watch')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return {child, ended: once(child, 'exit')}
}

type Changes = Readonly<{
  /** Settles at the next change; rejects if the folder cannot be watched any more. */
  next: () => Promise<void>
  close: () => void
}>

function changesIn(folder: string): Changes {
  let change = Promise.withResolvers<void>()
  try {
    const watcher = watch(resolve(folder), {recursive: true}, () => change.resolve())
    watcher.on('error', error =>
      change.reject(new LabError('check.cannotWatch', {folder, cause: error.message}, {cause: error})),
    )
    return {
      next() {
        change = Promise.withResolvers()
        // An interrupted run does not wait for it any more: a rejection must not end the program then.
        change.promise.catch(() => undefined)
        return change.promise
      },
      close: () => watcher.close(),
    }
  } catch (error) {
    throw new LabError('pack.noFolder', {folder}, {cause: error})
  }
}
