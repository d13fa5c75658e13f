// `redis-cluster-lab up --stage cluster --json` as a process: started, waited for, ended.

import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'

export const program = fileURLToPath(new URL('../bin/redis-cluster-lab.js', import.meta.url))

/** What its lines say, as far as it is needed here. */
export type UpLine =
  | Readonly<{event: 'starting'; dir: string}>
  | Readonly<{event: 'ready'; dir: string; nodes: readonly Readonly<{name: string; pid: number}>[]}>
  | Readonly<{event: 'stopped'}>

export type Up = Readonly<{
  child: ChildProcess
  /** Settles with the line; undefined if the process ended without it, or it did not come within 60 s. */
  line: <Event extends UpLine['event']>(event: Event) => Promise<Extract<UpLine, {event: Event}> | undefined>
  /** An orderly end, waited for. */
  end: () => Promise<void>
}>

const longest = 60_000

/** `env` over the environment of this process. */
export function startUp(env: NodeJS.ProcessEnv = {}, ...args: readonly string[]): Up {
  const child = spawn(process.execPath, [program, 'up', '--stage', 'cluster', '--json', ...args], {
    env: {...process.env, ...env},
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const exited = once(child, 'exit')
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
      child.stdin?.end()
      await exited
    },
  }
}
