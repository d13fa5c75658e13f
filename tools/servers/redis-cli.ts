// Redis's own tools, from the server that the tests use.

import {execFile} from 'node:child_process'
import {access} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {promisify} from 'node:util'
import {server} from './server.ts'

export type CliResult = Readonly<{code: number; stdout: string; stderr: string}>

/** Runs redis-cli with these arguments, for at most 30 s. */
export async function redisCli(...args: readonly string[]): Promise<CliResult> {
  const {cli} = await server()
  return run(cli ?? 'redis-cli', args)
}

/** Runs redis-benchmark, or valkey-benchmark of a Valkey; undefined if the server came without it. */
export async function benchmarkOfServer(): Promise<
  ((...args: readonly string[]) => Promise<CliResult>) | undefined
> {
  const {path, kind} = await server()
  const tool = join(dirname(path), `${kind}-benchmark`)
  const there = await access(tool).then(
    () => true,
    () => false,
  )
  return there ? (...args) => run(tool, args) : undefined
}

async function run(program: string, args: readonly string[]): Promise<CliResult> {
  const {libraryPath} = await server()
  const env = {...process.env, ...(libraryPath && {LD_LIBRARY_PATH: libraryPath})}
  try {
    return {code: 0, ...(await promisify(execFile)(program, args, {env, timeout: 30_000}))}
  } catch (error) {
    const {
      code,
      stdout = '',
      stderr = '',
    } = error as Error & {code?: unknown; stdout?: string; stderr?: string}
    if (typeof code !== 'number') throw error
    return {code, stdout, stderr}
  }
}
