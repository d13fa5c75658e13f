// The folders and processes of the nodes and of the wires between them. Runs inside the keeper's process only.

import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {NodeName} from '../../model/cluster/node.ts'
import {errnoOf} from '../../platform/errno.ts'
import type {Files, KeeperMessage, ProcessName, Program} from './keeper-messages.ts'
import {registering} from './watchdog.ts'

export type NodeProcesses = Readonly<{
  write: (node: ProcessName, files: Files) => void
  spawn: (node: NodeName, program: Program, sentinel?: boolean) => Promise<number>
  run: (node: ProcessName, command: readonly string[]) => Promise<number>
  signal: (node: ProcessName, signal: NodeJS.Signals) => Promise<number>
  clear: () => Promise<void>
  /** Does not wait: the keeper exits right after. */
  killAll: () => void
}>

/** Signals that end a process. */
const terminatingSignals: readonly NodeJS.Signals[] = ['SIGKILL', 'SIGTERM']

/** What Redis and Valkey log when they drop a SIGTERM: they do while they write an initial AOF, as a new replica does. */
const dropped = /errors trying to shut down the server/i

/** ms between two looks for it. */
const lookEvery = 200

/** Characters of a log's end that are reported: enough to show why a server ended. */
const logTailLength = 2000

export function createNodeProcesses(folder: string, send: (message: KeeperMessage) => void): NodeProcesses {
  const running = new Map<ProcessName, ChildProcess>()
  const written = new Set<ProcessName>()
  const folderOf = (node: ProcessName) => join(folder, node)
  const logOf = (node: ProcessName) => join(folderOf(node), 'redis.log')

  function ended(node: ProcessName, child: ChildProcess, code: number | null, signal: NodeJS.Signals | null) {
    if (running.get(node) === child) running.delete(node)
    killGroup(child)
    rmSync(join(folder, 'pids', String(child.pid)), {force: true})
    send({is: 'exited', node, pid: child.pid ?? 0, at: Date.now(), code, signal, log: tailOf(logOf(node))})
  }

  async function run(node: ProcessName, own: readonly string[]): Promise<number> {
    // Keeps the errors that a server prints before it has read the location of its log.
    const log = openSync(logOf(node), 'a')
    const [command = '', ...args] = registering(folder, own)
    // Detached: Ctrl-C in the learner's terminal must not reach the nodes.
    const child = spawn(command, args, {detached: true, cwd: folderOf(node), stdio: ['ignore', log, log]})
    closeSync(log)
    running.set(node, child)
    child.once('exit', (code, signal) => ended(node, child, code, signal))
    await once(child, 'spawn')
    return child.pid ?? 0
  }

  /** Safe to signal: a child that has not been reaped keeps its pid, so no other process can have it. */
  async function signal(node: ProcessName, name: NodeJS.Signals): Promise<number> {
    const child = running.get(node)
    if (!child) throw new Error(`${node} is not running`)
    if (terminatingSignals.includes(name)) await end(child, name, logOf(node))
    else child.kill(name)
    return child.pid ?? 0
  }

  return {
    write(node, files) {
      written.add(node)
      mkdirSync(folderOf(node), {recursive: true, mode: 0o700})
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folderOf(node), name), text)
    },
    spawn(node, program, sentinel = false) {
      const config = join(folderOf(node), sentinel ? 'sentinel.conf' : 'redis.conf')
      return run(node, commandOf(program, sentinel ? [config, '--sentinel'] : [config]))
    },
    run,
    signal,
    async clear() {
      await Promise.all([...running.keys()].map(node => signal(node, 'SIGKILL')))
      for (const node of written) rmSync(folderOf(node), {recursive: true, force: true})
    },
    killAll() {
      for (const child of running.values()) killGroup(child)
    },
  }
}

/**
 * Sends a signal that ends the process, and again whenever the server has dropped it; returns when the process is gone. Not again without need: a master may
 * wait ten seconds for its replicas, and each signal stands in its log.
 */
async function end(child: ChildProcess, signal: NodeJS.Signals, log: string): Promise<void> {
  let start = sizeOf(log)
  child.kill(signal)
  const again = setInterval(() => {
    if (!dropped.test(textOf(log, start))) return
    start = sizeOf(log)
    child.kill(signal)
  }, lookEvery)
  try {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  } finally {
    clearInterval(again)
  }
}

function sizeOf(log: string): number {
  return statSync(log, {throwIfNoEntry: false})?.size ?? 0
}

/** Kills the whole process group: a child that a server forked to write a slow RDB would outlive it by minutes. */
function killGroup({pid}: ChildProcess) {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if (errnoOf(error) !== 'ESRCH') throw error
  }
}

function commandOf(program: Program, args: readonly string[]): readonly string[] {
  const environment = program.libraryPath ? ['env', `LD_LIBRARY_PATH=${program.libraryPath}`] : []
  return [...environment, program.path, ...args]
}

function tailOf(log: string): string {
  return textOf(log).slice(-logTailLength)
}

function textOf(log: string, from = 0): string {
  try {
    return readFileSync(log).toString('utf8', from)
  } catch {
    // No log: the folder was cleared, or the server never opened its log.
    return ''
  }
}
