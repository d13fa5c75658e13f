// The keeper's nodes: their folders and processes. Runs inside the keeper's process only.

import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type NodeName, nodeNames} from '../../model/cluster/node.ts'
import {errnoOf} from '../../platform/errno.ts'
import type {Files, KeeperMessage, Program} from './keeper-messages.ts'
import {register} from './watchdog.ts'

export type Nodes = Readonly<{
  write: (node: NodeName, files: Files) => void
  spawn: (node: NodeName, program: Program) => Promise<number>
  signal: (node: NodeName, signal: NodeJS.Signals) => Promise<number>
  clear: () => Promise<void>
  /** Without waiting: the process ends next. */
  killAll: () => void
}>

/** Signals after which a process is gone. */
const ending: readonly NodeJS.Signals[] = ['SIGKILL', 'SIGTERM']

/** The last lines of a log are enough to say why a server ended. */
const logTail = 2000

export function createNodes(folder: string, say: (word: KeeperMessage) => void): Nodes {
  const running = new Map<NodeName, ChildProcess>()
  const folderOf = (node: NodeName) => join(folder, node)
  const logOf = (node: NodeName) => join(folderOf(node), 'redis.log')

  function ended(node: NodeName, child: ChildProcess, code: number | null, signal: NodeJS.Signals | null) {
    if (running.get(node) === child) running.delete(node)
    killGroup(child)
    rmSync(join(folder, 'pids', String(child.pid)), {force: true})
    say({word: 'exited', node, pid: child.pid ?? 0, code, signal, log: tailOf(logOf(node))})
  }

  async function start(node: NodeName, program: Program): Promise<number> {
    // Without this a server's start errors, which it prints before it has read where its log is, would be lost.
    const log = openSync(logOf(node), 'a')
    const [command = '', ...args] = register(folder, commandOf(program, join(folderOf(node), 'redis.conf')))
    // detached: Ctrl-C in the learner's terminal must not reach the nodes.
    const child = spawn(command, args, {detached: true, cwd: folderOf(node), stdio: ['ignore', log, log]})
    closeSync(log)
    running.set(node, child)
    child.once('exit', (code, signal) => ended(node, child, code, signal))
    await once(child, 'spawn')
    return child.pid ?? 0
  }

  /** A child that has not been reaped keeps its pid, so the signal can reach no stranger. */
  async function signal(node: NodeName, name: NodeJS.Signals): Promise<number> {
    const child = running.get(node)
    if (!child) throw new Error(`${node} is not running`)
    const gone = ending.includes(name) ? once(child, 'exit') : undefined
    child.kill(name)
    await gone
    return child.pid ?? 0
  }

  return {
    write(node, files) {
      mkdirSync(folderOf(node), {recursive: true, mode: 0o700})
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folderOf(node), name), text)
    },
    spawn: start,
    signal,
    async clear() {
      await Promise.all([...running.keys()].map(node => signal(node, 'SIGKILL')))
      for (const node of nodeNames) rmSync(folderOf(node), {recursive: true, force: true})
    },
    killAll() {
      for (const child of running.values()) killGroup(child)
    },
  }
}

/** A server leads a group of its own, and what it forked is in it: a child that writes a slow RDB would outlive it by minutes. */
function killGroup({pid}: ChildProcess) {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if (errnoOf(error) !== 'ESRCH') throw error
  }
}

function commandOf(program: Program, config: string): readonly string[] {
  const environment = program.libraryPath ? ['env', `LD_LIBRARY_PATH=${program.libraryPath}`] : []
  return [...environment, program.path, config]
}

function tailOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(-logTail)
  } catch {
    // No log: the folder was cleared meanwhile, or the server never came as far.
    return ''
  }
}
