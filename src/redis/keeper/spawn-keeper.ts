// The keeper's process as it begins. bin/start.js starts it before it loads the program, so that both load at the same time: nothing here loads texts.

import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process'
import {once} from 'node:events'
import type {Socket} from 'node:net'
import {fileURLToPath} from 'node:url'

export type KeeperProcess = Readonly<{
  child: ChildProcessWithoutNullStreams
  /** The end of what it has printed as the reason of its end. */
  reason: () => string
  /** Resolves with how it has ended. */
  ended: Promise<string>
}>

/** The program beside this file: TypeScript in the sources (Node strips the types), JavaScript in the bundle. */
const program = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? 'keeper-process.ts' : 'keeper.cjs', import.meta.url),
)

/** Starts a keeper, which ends with our process, or earlier with its input. It keeps our process running only once `hold` is called. */
export function spawnKeeper(): KeeperProcess {
  // A session of its own: signals to the lab's process group, such as Ctrl-C, must not reach the keeper.
  const child = spawn(process.execPath, [program], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: '/',
  })
  let stderr = ''
  child.stderr.on('data', data => {
    stderr = `${stderr}${data}`.slice(-2000)
  })
  // Writing to a keeper that has just died fails; `ended` reports its end.
  child.stdin.on('error', () => undefined)
  for (const one of handlesOf(child)) one.unref()
  const ended = once(child, 'close').then(
    ([code, signal]) => `${signal ?? `exit code ${code}`}${stderr ? `: ${stderr.trim()}` : ''}`,
  )
  return {child, reason: () => stderr, ended}
}

/** The keeper is used: our process runs as long as it does. */
export function hold({child}: KeeperProcess): void {
  for (const one of handlesOf(child)) one.ref()
}

function handlesOf(child: ChildProcessWithoutNullStreams) {
  // Pipes of a child are sockets of Node.
  return [child, ...([child.stdin, child.stdout, child.stderr] as unknown as readonly Socket[])]
}
