// However the lab ends, the shell gets its terminal back: screen, cursor, paste marks, line settings. Deaths that no program can catch, too.

import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import {openHome} from '../../tools/program/home.ts'
import {labIn} from '../../tools/program/lab.ts'
import {projectFolder} from '../../tools/program/programs.ts'
import {type Condition, openShell, type Shell} from '../../tools/terminal/shell.ts'
import type {Measured} from './measured.ts'

type Act = (shell: Shell, pid: number) => void | Promise<void>

const type =
  (text: string): Act =>
  shell =>
    shell.type(text)
const send =
  (signal: NodeJS.Signals): Act =>
  (_, pid) =>
    void process.kill(pid, signal)

const ctrlC = '\x03'
const ctrlD = '\x04'
const caught = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGABRT'] as const
const fatal = ['SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGKILL'] as const
const signals = [...caught, ...fatal].map((name): [string, Act] => [name, send(name)])

/** Stopped with Ctrl-Z, then continued, or killed while it is stopped. */
const suspended =
  (then: Act): Act =>
  async (shell, pid) => {
    shell.press('ctrl-z')
    await shell.ended()
    await then(shell, pid)
  }

const idle: Readonly<Record<string, Act>> = {
  ...Object.fromEntries(signals),
  '/quit': type('/quit\r'),
  'Ctrl-D': type(ctrlD),
  'Ctrl-C twice': type(ctrlC + ctrlC),
  'an uncaught error': send('SIGUSR1'),
  'a rejection': send('SIGUSR2'),
  'Ctrl-Z, fg, Ctrl-D': suspended(async shell => {
    shell.start('fg')
    await labIn(shell)
    shell.type(ctrlD)
  }),
  'Ctrl-Z, SIGKILL': suspended((shell, pid) => {
    process.kill(pid, 'SIGKILL')
    shell.start('wait')
  }),
}
const splash: Readonly<Record<string, Act>> = Object.fromEntries(signals)

/** Lets a signal cause a bug. */
const bugs =
  'data:text/javascript,process.on("SIGUSR1",()=>{throw new Error("boom")}),process.on("SIGUSR2",()=>{Promise.reject(new Error("boom"))})'

/** What is not as before, or undefined. */
async function leftBy(moment: 'idle' | 'splash', act: Act): Promise<string | undefined> {
  await using home = await openHome()
  await using shell = await openShell({cwd: projectFolder, env: home.env, columns: 120, rows: 40})
  const before = await shell.condition()
  shell.start(
    `sh -c 'echo $$ > "$TMPDIR/pid"; exec node --import "$0" bin/redis-cluster-lab.js sandbox' '${bugs}'`,
  )
  if (moment === 'splash') await shell.waitFor('redis-cluster-lab ...')
  else await labIn(shell)
  await act(shell, Number(await readFile(join(home.temp, 'pid'), 'utf8')))
  await shell.ended()
  return differenceOf(before, await conditionSoon(shell, before))
}

/** The guard restores the terminal a moment after the shell has prompted, if the shell is faster. */
async function conditionSoon(shell: Shell, before: Condition): Promise<Condition> {
  const deadline = performance.now() + 1000
  for (;;) {
    const now = await shell.condition()
    if (isDeepStrictEqual(now, before) || performance.now() > deadline) return now
  }
}

function differenceOf(before: Condition, after: Condition): string | undefined {
  const names = Object.keys(before) as (keyof Condition)[]
  return names.filter(name => !isDeepStrictEqual(before[name], after[name])).join(' ') || undefined
}

export async function terminal(): Promise<Measured> {
  const faults: string[] = []
  const paths = [
    ...Object.entries(idle).map(([by, act]) => ['idle', by, act] as const),
    ...Object.entries(splash).map(([by, act]) => ['splash', by, act] as const),
  ]
  for (const [moment, by, act] of paths) {
    const left = await leftBy(moment, act).catch((error: Error) => error.message)
    if (left !== undefined) faults.push(`${moment}, ${by}: ${left}`)
  }
  return {
    what: 'ways to end, after which the terminal is as before',
    n: `${paths.length}`,
    result: faults.join('; ') || 'all',
    held: faults.length === 0,
  }
}
