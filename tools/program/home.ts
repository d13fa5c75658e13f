// The home of one learner: its own HOME and TMPDIR, the redis-server that all tests share, and what a lab leaves behind in them.

import {execFile} from 'node:child_process'
import {mkdir, mkdtemp, readdir, readFile, realpath, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {promisify} from 'node:util'
import envPaths from 'env-paths'
import {waitUntil} from '../../src/platform/wait-until.ts'
import {server} from '../servers/server.ts'
import type {Environment} from '../terminal/environment.ts'

export type Process = Readonly<{pid: number; commandLine: string}>

export type Home = AsyncDisposable &
  Readonly<{
    /** The environment of a program started here. */
    env: Environment
    /** The TMPDIR of programs started here. */
    temp: string
    /** Folders of running and ended labs: `rcl-<pid of the keeper>-…`. */
    runFolders(): Promise<readonly string[]>
    /** Processes whose command line names our TMPDIR: nodes and watchdogs. */
    processes(): Promise<readonly Process[]>
    /** Resolves when there is neither a folder nor a process; throws with what is left after `within` ms. */
    untilNothingIsLeft(within: number): Promise<void>
  }>

/** Disposing it removes the folder, and fails if an ended lab left something behind. */
export async function openHome(): Promise<Home> {
  // The real path, because a lab uses it and the temp folder of macOS is a link.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'lab-home-')))
  const temp = join(folder, 'tmp')
  await mkdir(temp)
  const runFolders = async () => (await readdir(temp)).filter(name => name.startsWith('rcl-'))
  const processes = async () =>
    (await allProcesses()).filter(({commandLine}) => commandLine.includes(`${temp}/`))
  const left = async () => [
    ...(await runFolders()),
    ...(await processes()).map(({commandLine}) => commandLine),
  ]
  const untilNothingIsLeft = async (within: number) => {
    const nothing = async () => (await left()).join('\n') || true
    const last = await waitUntil(nothing, {within, every: 20})
    if (last !== undefined) throw new Error(`Left in ${temp} after ${within} ms:\n${last}`)
  }
  return {
    env: {HOME: folder, TMPDIR: temp, ...(await whereTheServerIs())},
    temp,
    runFolders,
    processes,
    untilNothingIsLeft,
    async [Symbol.asyncDispose]() {
      try {
        await untilNothingIsLeft(10_000)
      } finally {
        await rm(folder, {recursive: true, force: true, maxRetries: 10, retryDelay: 50})
      }
    },
  }
}

/** A downloaded server is given by its cache, where its libraries are; any other by its path. */
async function whereTheServerIs(): Promise<Environment> {
  const {path, libraryPath} = await server()
  const {cache} = envPaths('redis-cluster-lab', {suffix: ''})
  return libraryPath ? {XDG_CACHE_HOME: dirname(cache)} : {REDIS_CLUSTER_LAB_SERVER: path}
}

async function allProcesses(): Promise<readonly Process[]> {
  if (process.platform !== 'linux') return fromPs()
  // Slim containers have no ps.
  const pids = (await readdir('/proc')).map(Number).filter(pid => pid > 0)
  return Promise.all(
    pids.map(async pid => {
      // A process may end between the listing and the reading.
      const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      return {pid, commandLine: text.replaceAll('\0', ' ').trim()}
    }),
  )
}

async function fromPs(): Promise<readonly Process[]> {
  const {stdout} = await promisify(execFile)('ps', ['-axww', '-o', 'pid=,command='])
  return stdout.split('\n').flatMap(row => {
    const [, pid, commandLine = ''] = /^\s*(\d+) (.*)$/.exec(row) ?? []
    return pid === undefined ? [] : [{pid: Number(pid), commandLine}]
  })
}
