// `redis-cluster-lab up --stage cluster --json` as a process: starts it, waits for it, ends it.

import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'

export const program = fileURLToPath(new URL('../bin/redis-cluster-lab.js', import.meta.url))

export type UpNode = Readonly<{name: string; port: number; pid: number; role: string}>

/** The parts of its output lines that are needed here. */
export type UpLine =
  | Readonly<{event: 'starting'; dir: string}>
  | Readonly<{event: 'ready'; dir: string; nodes: readonly UpNode[]}>
  | Readonly<{event: 'stopped'}>

export type Up = Readonly<{
  child: ChildProcess
  /** Settles with the line; undefined if the process ended without it, or after 60 s. */
  line: <Event extends UpLine['event']>(event: Event) => Promise<Extract<UpLine, {event: Event}> | undefined>
  /** Ends the process in an orderly way, and waits for it. */
  end: () => Promise<void>
  /** Resolves when the process has ended, with its exit code and what it printed on stderr. */
  exit: Promise<Readonly<{code: number | null; stderr: string}>>
}>

const longest = 60_000

/** `env` is added to the environment of this process. */
export function startUp(env: NodeJS.ProcessEnv = {}, ...args: readonly string[]): Up {
  const child = spawn(process.execPath, [program, 'up', '--stage', 'cluster', '--json', ...args], {
    env: {...process.env, ...env},
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let stderr = ''
  child.stderr.on('data', data => {
    stderr += data
  })
  // The process may have been killed before.
  child.stdin.on('error', () => undefined)
  const exit = once(child, 'close').then(([code]) => ({code, stderr}))
  const came: UpLine[] = []
  const lines = createInterface({input: child.stdout})
  lines.on('line', line => came.push(JSON.parse(line)))
  return {
    child,
    line(event) {
      return new Promise(resolve => {
        const timer = setTimeout(() => settle(true), longest)
        const settle = (over: boolean) => {
          const found = came.find(one => one.event === event)
          if (!found && !over) return
          clearTimeout(timer)
          resolve(found as never)
        }
        lines.on('line', () => settle(false)).once('close', () => settle(true))
        settle(child.exitCode !== null || child.signalCode !== null)
      })
    },
    async end() {
      child.stdin.end()
      await exit
    },
    exit,
  }
}
