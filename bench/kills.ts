// SIGKILL at random moments, to the lab, its keeper or both: while it starts, when idle, during a failover, with a paused node.
// Counts what is left two seconds later. Each lab has its own temp folder, so that anything left in it belongs to this lab.

import {mkdtemp, readdir, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {randomFrom} from '../tools/random.ts'
import {isRunning, processesNaming} from '../tools/servers/processes.ts'
import {seconds, table} from './figures.ts'
import {seed, times} from './scale.ts'
import {startUp, type Up} from './up.ts'

const moments = ['starting', 'idle', 'mid-failover', 'a node paused'] as const
const victims = ['the lab', 'the keeper', 'both'] as const
type Kill = Readonly<{moment: (typeof moments)[number]; victim: (typeof victims)[number]; after: number}>
type Left = Readonly<{temp: string; servers: number; folders: number; ms: number}>

/** ms */
const limit = 2000
/** The duration of a failover, about, ms. */
const nodeTimeout = 1000

async function kill({moment, victim, after}: Kill): Promise<Left> {
  const temp = await mkdtemp(join(tmpdir(), 'rcl-kills-'))
  // All runs share one compile cache.
  const env = {TMPDIR: temp, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache')}
  const up = startUp(env, '--node-timeout', `${nodeTimeout}`)
  await bring(up, moment)
  await pause(after)
  const keeper = await keeperOf(temp)
  // Without a keeper there is only the lab to kill.
  if (victim !== 'the lab' && keeper !== undefined) process.kill(keeper, 'SIGKILL')
  if (victim !== 'the keeper' || keeper === undefined) up.child.kill('SIGKILL')
  const left = await watch(temp, keeper)
  up.child.kill('SIGKILL')
  return left
}

/** What appeared only after everything seemed gone, such as a keeper that was just being started. */
async function lookAgain(seen: Left): Promise<Left> {
  const again = await count(seen.temp)
  if (again.servers === 0) await rm(seen.temp, {recursive: true, force: true})
  return {
    ...seen,
    servers: Math.max(seen.servers, again.servers),
    folders: Math.max(seen.folders, again.folders),
  }
}

async function count(temp: string) {
  return {servers: (await processesNaming(temp)).length, folders: (await readdir(temp)).length}
}

async function bring(up: Up, moment: Kill['moment']) {
  if (moment === 'starting') return
  const ready = await up.line('ready')
  if (!ready) throw new Error('`up` ended without its ready line')
  const pid = ready.nodes.find(node => node.name === '6381')?.pid ?? 0
  if (moment === 'mid-failover') process.kill(pid, 'SIGKILL')
  if (moment === 'a node paused') process.kill(pid, 'SIGSTOP')
}

async function keeperOf(temp: string): Promise<number | undefined> {
  const [folder] = await readdir(temp)
  const pid = /^rcl-(\d+)-/.exec(folder ?? '')?.[1]
  return pid !== undefined && (await isRunning(Number(pid))) ? Number(pid) : undefined
}

/** Waits until nothing is left or time runs out. A living keeper counts as a server, because it would start more. */
async function watch(temp: string, keeper: number | undefined): Promise<Left> {
  const start = performance.now()
  for (;;) {
    const {servers, folders} = await count(temp)
    const kept = keeper !== undefined && (await isRunning(keeper)) ? 1 : 0
    const ms = performance.now() - start
    if (servers + kept + folders === 0 || ms > limit) return {temp, servers: servers + kept, folders, ms}
    await pause(5)
  }
}

/** The moments are spread over a whole start, about 600 ms, or a whole failover, about 2300 ms. */
function plan(often: number, random: (limit: number) => number): readonly Kill[] {
  const spans = {starting: 650, idle: 300, 'mid-failover': 3000, 'a node paused': 300}
  return Array.from({length: often}, (_, i) => {
    const moment = moments[i % moments.length] ?? 'idle'
    return {moment, victim: victims[random(victims.length)] ?? 'both', after: random(spans[moment])}
  })
}

export async function kills() {
  const chosen = seed()
  const killed: (Kill & Left)[] = []
  for (const one of plan(times(100), randomFrom(chosen))) killed.push({...one, ...(await kill(one))})
  await pause(limit)
  const results = await Promise.all(killed.map(async one => ({...one, ...(await lookAgain(one))})))
  const rows = moments.flatMap(moment =>
    victims.map(victim => {
      const these = results.filter(one => one.moment === moment && one.victim === victim)
      const sum = (pick: (one: Left) => number) => these.reduce((all, one) => all + pick(one), 0)
      const slowest = these.length === 0 ? '-' : seconds(Math.max(...these.map(one => one.ms)))
      return [moment, victim, these.length, sum(one => one.servers), sum(one => one.folders), slowest]
    }),
  )
  const total = (pick: (one: Left) => number) => results.reduce((all, one) => all + pick(one), 0)
  console.log(`\n${results.length} times SIGKILL, seed ${chosen}; left after ${limit / 1000} s`)
  console.log(
    table([['moment', 'killed', 'times', 'processes left', 'folders left', 'all gone after'], ...rows]),
  )
  console.log(`in all: ${total(one => one.servers)} processes, ${total(one => one.folders)} folders left`)
}

if (import.meta.main) await kills()
