// How long a cluster of six takes to start: `up --stage cluster`, from the start of the process, compared with doing it by hand.
// The ways alternate within one run, so that other load on this computer affects all of them.

import {startByHand} from './by-hand.ts'
import {median, seconds, spread, table} from './figures.ts'
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

export async function boot() {
  const rounds = times(7)
  await startByLab() // the first start reads everything from disk
  const taken = Object.fromEntries(Object.keys(ways).map(way => [way, [] as number[]]))
  for (let round = 0; round < rounds; round++) {
    for (const [way, start] of Object.entries(ways)) taken[way]?.push(await start())
  }
  const ours = median(taken['redis-cluster-lab up'] ?? [])
  const rows = Object.entries(taken).map(([way, all]) => [
    way,
    seconds(median(all)),
    `${(median(all) / ours).toFixed(1)} x`,
    spread(all),
  ])
  console.log(`\nA cluster of six until it is ready, ${rounds} rounds`)
  console.log(table([['', 'median', 'ratio', 'spread'], ...rows]))
}

if (import.meta.main) await boot()
