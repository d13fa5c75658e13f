// How many starts succeed and how long they take: on an idle computer, and with every core busy. "Ready" is not believed: each node is asked.

import {availableParallelism} from 'node:os'
import {parseFields} from '../src/model/cluster/parse-info.ts'
import {busyLoops} from './busy.ts'
import {spread} from './figures.ts'
import {askAt, counted, type Measured} from './reliability/measured.ts'
import {times} from './scale.ts'
import {startUp, type UpNode} from './up.ts'

/** What is missing in a cluster that calls itself ready. */
async function missingIn(nodes: readonly UpNode[]): Promise<readonly string[]> {
  const masters = nodes.filter(({role}) => role === 'master')
  const infos = await Promise.all(nodes.map(({port}) => askAt(port, 'CLUSTER', 'INFO')))
  const replications = await Promise.all(masters.map(({port}) => askAt(port, 'INFO', 'replication')))
  // Keys in the slots of the first, the second and the third master.
  const writes = await Promise.all(
    masters.map(({port}, i) => askAt(port, 'SET', ['bar', 'name', 'foo'][i] ?? '', '1')),
  )
  const ok = infos
    .map(parseFields)
    .filter(info => info['cluster_state'] === 'ok' && info['cluster_slots_ok'] === '16384')
  return [
    ...(masters.length === 3 && nodes.length === 6 ? [] : ['not three masters of six']),
    ...(ok.length === 6 ? [] : ['not six that say ok and 16384 slots']),
    ...(replications.every(info => /slave0:.*state=online/.test(info)) ? [] : ['a replica not online']),
    ...(writes.every(reply => reply === 'OK') ? [] : ['a write not accepted']),
  ]
}

type Starts = Readonly<{ready: readonly number[]; faults: readonly string[]}>

async function startOften(often: number): Promise<Starts> {
  const ready: number[] = []
  const faults: string[] = []
  for (let i = 0; i < often; i++) {
    const start = performance.now()
    const up = startUp()
    const line = await up.line('ready')
    const ms = performance.now() - start
    const missing = line ? await missingIn(line.nodes) : ['not ready']
    faults.push(...missing)
    if (missing.length === 0) ready.push(ms)
    await up.end()
  }
  return {ready, faults}
}

function measured(how: string, often: number, {ready, faults}: Starts): Measured {
  const result = `${ready.length} of ${often} ready${faults.length > 0 ? `, ${counted(faults)}` : ''}; ${spread(ready)}`
  return {what: `"ready" is true, ${how}`, n: `${often} starts`, result, held: ready.length === often}
}

export async function starts(): Promise<readonly Measured[]> {
  const often = times(100)
  const quiet = measured('quiet', often, await startOften(often))
  await using _ = busyLoops()
  return [quiet, measured(`${availableParallelism()} busy loops`, often, await startOften(often))]
}
