// Runs the real redis-cli for what only it can do (`--cluster check`), with a time limit.

import {execFile} from 'node:child_process'
import {LabError} from '../../model/text/lab-error.ts'
import type {Program} from '../keeper/keeper-messages.ts'

/** ms; redis-cli asks one node after the other without a limit, so a paused node would block it forever. */
const patience = {reading: 10_000, moving: 60_000}

export type CliResult = Readonly<{lines: readonly string[]; code: number}>

/** Resolves to what redis-cli printed and its exit code. @throws LabError if there is no redis-cli, on timeout, or when `signal` aborts. */
export function runRedisCli(
  {path, cli, libraryPath}: Program,
  words: readonly string[],
  signal: AbortSignal,
): Promise<CliResult> {
  if (cli === undefined) throw new LabError('shell.noCli', {server: path})
  const library = libraryPath === undefined ? {} : {LD_LIBRARY_PATH: libraryPath}
  // A dumb terminal keeps redis-cli from printing colors.
  const env = {...process.env, ...library, TERM: 'dumb'}
  const {promise, resolve, reject} = Promise.withResolvers<CliResult>()
  const timeout = words.includes('--cluster-yes') ? patience.moving : patience.reading
  const options = {env, signal, timeout, killSignal: 'SIGKILL', maxBuffer: 10_000_000} as const
  const child = execFile(cli, words, options, (error, stdout, stderr) => {
    const lines = `${stdout}${stderr}`.trimEnd().split('\n')
    if (signal.aborted) reject(new LabError('shell.cancelled'))
    else if (error?.killed) reject(new LabError('shell.late', {seconds: timeout / 1000}))
    else resolve({lines, code: child.exitCode ?? 1})
  })
  // Ends any question that redis-cli would ask.
  child.stdin?.end()
  return promise
}
