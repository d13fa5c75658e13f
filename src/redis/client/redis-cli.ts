// The real redis-cli, for what only it can do (`--cluster check`): run beside the lab, and ended when it takes too long.

import {execFile} from 'node:child_process'
import {LabError} from '../../model/text/lab-error.ts'
import type {Program} from '../keeper/keeper-messages.ts'

/** It asks every node in turn, without a limit of its own: a paused one holds it up for good. ms */
const patience = 10_000

export type CliResult = Readonly<{lines: readonly string[]; code: number}>

/** What it printed, and how it ended. @throws LabError where there is none, when it is late, or given up by `signal`. */
export function runRedisCli(
  {path, cli, libraryPath}: Program,
  words: readonly string[],
  signal: AbortSignal,
): Promise<CliResult> {
  if (cli === undefined) throw new LabError('shell.noCli', {server: path})
  const library = libraryPath === undefined ? {} : {LD_LIBRARY_PATH: libraryPath}
  // Without a terminal's name it paints nothing.
  const env = {...process.env, ...library, TERM: 'dumb'}
  const {promise, resolve, reject} = Promise.withResolvers<CliResult>()
  const options = {env, signal, timeout: patience, killSignal: 'SIGKILL', maxBuffer: 10_000_000} as const
  const child = execFile(cli, words, options, (error, stdout, stderr) => {
    const lines = `${stdout}${stderr}`.trimEnd().split('\n')
    if (signal.aborted) reject(new LabError('shell.cancelled'))
    else if (error?.killed) reject(new LabError('shell.late', {seconds: patience / 1000}))
    else resolve({lines, code: child.exitCode ?? 1})
  })
  // It has nobody to ask.
  child.stdin?.end()
  return promise
}
