// SIGKILL at random moments to the lab, its keeper or both, in both of its forms: `up`, and the screen in a pseudo-terminal.
// Counts what is left two seconds later. Each lab has its own temp folder, so that anything left in it belongs to this lab.

import {readdir} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {errnoOf} from '../../src/platform/errno.ts'
import {type Home, openHome} from '../../tools/program/home.ts'
import {labIn, openCommand} from '../../tools/program/lab.ts'
import {randomFrom} from '../../tools/random.ts'
import {isRunning, pidOf, processesNaming, serversOf} from '../../tools/servers/processes.ts'
import {redisCli} from '../../tools/servers/redis-cli.ts'
import {seconds, table} from '../figures.ts'
import {seed, times} from '../scale.ts'
import {startUp} from '../up.ts'
import {askAt, type Measured} from './measured.ts'

const moments = [
  'starting',
  'idle',
  'mid-reshard',
  'mid-failover',
  'a node paused',
  'all six paused',
  'leaving',
] as const
type Moment = (typeof moments)[number]
type Victim = 'the lab' | 'the keeper' | 'both'
type Kill = Readonly<{moment: Moment; victim: Victim; form: 'up' | 'screen'; after: number}>
type Left = Readonly<{home: Home; processes: number; folders: number; ms: number}>

/** A lab in one of its forms. */
type Subject = Readonly<{
  /** Resolves to the real port of the first node when all nodes are ready. */
  ready: () => Promise<number>
  leave: () => void
  kill: () => void
}>

/** ms */
const limit = 2000
/** The duration of a failover, about, ms. */
const nodeTimeout = 1000
/** Within how many ms a moment is hit: a whole start, a whole failover, a whole end. */
const spans: Readonly<Record<Moment, number>> = {
  starting: 900,
  idle: 200,
  'mid-reshard': 1000,
  'mid-failover': 3000,
  'a node paused': 200,
  'all six paused': 200,
  leaving: 100,
}
/** All runs share one compile cache. */
const cache = {NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache')}

const forms = {
  up(env: Home['env']): Subject {
    const up = startUp({...env, ...cache}, '--node-timeout', `${nodeTimeout}`)
    return {
      async ready() {
        const line = await up.line('ready')
        if (!line) throw new Error(`up ended without its ready line: ${(await up.exit).stderr}`)
        return line.nodes[0]?.port ?? 0
      },
      leave: () => void up.child.stdin?.end(),
      kill: () => void up.child.kill('SIGKILL'),
    }
  },
  screen(env: Home['env']): Subject {
    const args = ['sandbox', '--node-timeout', `${nodeTimeout}`]
    const opening = openCommand({env}, args, {columns: 80, rows: 24, env: cache})
    return {
      ready: async () => (await labIn(await opening)).port('6379'),
      leave: () => void opening.then(terminal => terminal.type('/quit\r')),
      kill: () => void opening.then(terminal => terminal.kill()),
    }
  },
}

/** Brings a lab that is ready into the moment. */
const bring: Readonly<Record<Exclude<Moment, 'starting'>, (at: At) => Promise<unknown> | unknown>> = {
  idle: () => undefined,
  // Goes on in the background until its nodes are gone.
  'mid-reshard': async ({port}) => void reshard(port),
  'mid-failover': ({pids}) => process.kill(pids[2] ?? 0, 'SIGKILL'),
  'a node paused': ({pids}) => process.kill(pids[1] ?? 0, 'SIGSTOP'),
  'all six paused': ({pids}) => pids.forEach(pid => void process.kill(pid, 'SIGSTOP')),
  leaving: ({subject}) => subject.leave(),
}
type At = Readonly<{subject: Subject; port: number; pids: readonly number[]}>

async function reshard(port: number): Promise<void> {
  const [from, to] = await Promise.all([port, port + 1].map(one => askAt(one, 'CLUSTER', 'MYID')))
  const move = ['--cluster-from', `${from}`, '--cluster-to', `${to}`, '--cluster-slots', '5000']
  await redisCli('--cluster', 'reshard', `127.0.0.1:${port}`, ...move, '--cluster-yes')
}

async function kill({moment, victim, form, after}: Kill): Promise<Left> {
  const home = await openHome()
  const subject = forms[form](home.env)
  if (moment !== 'starting') {
    const port = await subject.ready()
    const servers = await serversOf(home.temp)
    // In the order of their ports: the masters come first.
    const pids = servers.toSorted((a, b) => portIn(a) - portIn(b)).map(pidOf)
    await bring[moment]({subject, port, pids})
  }
  await pause(after)
  const keeper = await keeperOf(home.temp)
  // Without a keeper there is only the lab to kill.
  if (victim !== 'the lab' && keeper !== undefined) killKeeper(keeper)
  if (victim !== 'the keeper' || keeper === undefined) subject.kill()
  const left = await watch(home, keeper)
  subject.kill()
  return left
}

function portIn(server: string): number {
  return Number(/127\.0\.0\.1:(\d+)/.exec(server)?.[1])
}

async function keeperOf(temp: string): Promise<number | undefined> {
  const [folder] = await readdir(temp)
  const pid = /^rcl-(\d+)-/.exec(folder ?? '')?.[1]
  return pid !== undefined && (await isRunning(Number(pid))) ? Number(pid) : undefined
}

/** A lab that leaves may have ended its keeper meanwhile. */
function killKeeper(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (errnoOf(error) !== 'ESRCH') throw error
  }
}

async function count({temp}: Home) {
  return {processes: (await processesNaming(`${temp}/`)).length, folders: (await readdir(temp)).length}
}

/** Waits until nothing is left or time runs out. A living keeper counts, because it would start more. */
async function watch(home: Home, keeper: number | undefined): Promise<Left> {
  const start = performance.now()
  for (;;) {
    const {processes, folders} = await count(home)
    const kept = keeper !== undefined && (await isRunning(keeper)) ? 1 : 0
    const ms = performance.now() - start
    if (processes + kept + folders === 0 || ms > limit)
      return {home, processes: processes + kept, folders, ms}
    await pause(5)
  }
}

/** What appeared only after everything seemed gone, such as a keeper that was just being started. */
async function lookAgain(seen: Left): Promise<Left> {
  const again = await count(seen.home)
  if (again.processes === 0) await seen.home[Symbol.asyncDispose]()
  return {
    ...seen,
    processes: Math.max(seen.processes, again.processes),
    folders: Math.max(seen.folders, again.folders),
  }
}

type Plan = Readonly<{
  what: string
  often: number
  victims: readonly Victim[]
  at?: readonly Moment[]
}>

/** Kills `often` times, and says what was left two seconds later. */
export async function kills({what, often, victims, at = moments}: Plan): Promise<Measured> {
  const chosen = seed()
  const random = randomFrom(chosen)
  const pick = <Value>(from: readonly Value[]) => from[random(from.length)] as Value
  const killed: (Kill & Left)[] = []
  for (let i = 0; i < times(often); i++) {
    const moment = at[i % at.length] as Moment
    const form = pick(['up', 'screen'] as const)
    const one: Kill = {moment, victim: pick(victims), form, after: random(spans[moment])}
    killed.push({...one, ...(await kill(one))})
  }
  await pause(limit)
  const results: (Kill & Left)[] = []
  for (const one of killed) results.push({...one, ...(await lookAgain(one))})
  print(`${what}: SIGKILL, seed ${chosen}; left after ${limit / 1000} s`, results)
  const sum = (of: (one: Left) => number) => results.reduce((all, one) => all + of(one), 0)
  const [processes, folders] = [sum(one => one.processes), sum(one => one.folders)]
  const slowest = Math.max(...results.map(one => one.ms))
  return {
    what,
    n: `${results.length} SIGKILLs`,
    result: `${processes} processes and ${folders} folders left, all gone after ${seconds(slowest)} at most`,
    held: processes + folders === 0,
  }
}

function print(title: string, results: readonly (Kill & Left)[]) {
  const rows = [...Map.groupBy(results, ({moment, form, victim}) => [moment, form, victim].join(', '))].sort()
  console.log(`\n${title}`)
  console.log(
    table([
      ['moment, form, killed', 'times', 'processes left', 'folders left', 'all gone after'],
      ...rows.map(([which, these]) => [
        which,
        these.length,
        these.reduce((all, one) => all + one.processes, 0),
        these.reduce((all, one) => all + one.folders, 0),
        seconds(Math.max(...these.map(one => one.ms))),
      ]),
    ]),
  )
}
