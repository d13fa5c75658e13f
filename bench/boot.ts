// How long a cluster of six takes to start: `up --stage cluster`, from the start of the process, compared with doing it by hand.
// The ways alternate within one run, so that other load on this computer affects all of them. Below: when each phase of `up` is reached, in further
// starts of the same rounds, because what prints the phases takes a little time too.
//
// Tried, and not kept. `hz 500`: Redis connects its bus and tells roles around ten times a second whatever hz is. A node timeout of 190 ms, so that each node
// pings at each of these times: not faster, and a busy Valkey 8.0 suspects nodes. Replicas that start from the first, with new masters that are known as such
// from the first: before its takeover a master says that it is a replica, and all others forget its slots. Takeovers at the same time: two may get the same
// epoch. Asking for the server's version still earlier: the program loads as long as that takes.

import {startByHand} from './by-hand.ts'
import {fineSpread, median, seconds, spread, table} from './figures.ts'
import {times} from './scale.ts'
import {startUp} from './up.ts'

const ways = {
  'redis-cluster-lab up': startByLab,
  "by hand, Redis's defaults": () => startByHand([]),
  "by hand, the lab's redis.conf": () => startByHand(['--repl-diskless-sync', 'no', '--save', '']),
} as const

async function startByLab(): Promise<number> {
  const start = performance.now()
  const up = startUp()
  if (!(await up.line('ready'))) throw new Error('`up` ended without its ready line')
  const ms = performance.now() - start
  await up.end()
  return ms
}

const hook = new URL('tell-phases.js', import.meta.url)

type Phases = Map<string, number[]>

/** Adds when each phase was reached, ms from the start of the process. */
async function addPhases(phases: Phases): Promise<void> {
  const start = performance.timeOrigin + performance.now()
  const up = startUp({NODE_OPTIONS: `--import ${hook}`})
  await up.line('ready')
  phases.set('end', [...(phases.get('end') ?? []), performance.timeOrigin + performance.now() - start])
  await up.end()
  const {stderr} = await up.exit
  for (const [, at, phase = ''] of stderr.matchAll(/^phase (\S+) (.*)$/gm))
    phases.set(phase, [...(phases.get(phase) ?? []), Number(at) - start])
}

/** In the order in which they are reached. */
function phaseTable(phases: Phases): string {
  const reached = [...phases]
    .map(([phase, all]) => ({phase, all, at: median(all)}))
    .sort((a, b) => a.at - b.at)
  const rows = reached.map(({phase, all, at}, i) => [
    phase,
    `${at.toFixed(0)} ms`,
    `+${(at - (reached[i - 1]?.at ?? 0)).toFixed(0)}`,
    fineSpread(all),
  ])
  return table([['', 'median', '', 'spread'], ...rows])
}

export async function boot() {
  const rounds = times(12)
  const phases: Phases = new Map()
  await startByLab() // the first start reads everything from disk
  const taken = Object.fromEntries(Object.keys(ways).map(way => [way, [] as number[]]))
  for (let round = 0; round < rounds; round++) {
    for (const [way, start] of Object.entries(ways)) taken[way]?.push(await start())
    await addPhases(phases)
  }
  const byHand = median(taken["by hand, Redis's defaults"] ?? [])
  const rows = Object.entries(taken).map(([way, all]) => [
    way,
    seconds(median(all)),
    (median(all) / byHand).toFixed(3),
    spread(all),
  ])
  console.log(`\nA cluster of six until it is ready, ${rounds} rounds`)
  console.log(table([['', 'median', 'ratio', 'spread'], ...rows]))
  console.log(`\nThe phases of up`)
  console.log(phaseTable(phases))
}

if (import.meta.main) await boot()
