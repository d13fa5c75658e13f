// Five labs that start at the same time, and a single one for comparison, in turns.

import {openHome} from '../../tools/program/home.ts'
import {quantile, seconds} from '../figures.ts'
import {times} from '../scale.ts'
import {startUp} from '../up.ts'
import {askAt, counted, type Measured} from './measured.ts'

type Started = Readonly<{ms: number; faults: readonly string[]}>

/** Starts labs at once, and ends them together when all are ready. */
async function startTogether(labs: number): Promise<readonly Started[]> {
  await using home = await openHome()
  const ups = Array.from({length: labs}, () => {
    const start = performance.now()
    const up = startUp(home.env)
    return {up, ready: up.line('ready').then(line => ({line, ms: performance.now() - start}))}
  })
  const started = await Promise.all(ups.map(({ready}) => ready))
  const ports = started.flatMap(({line}) => line?.nodes.map(({port}) => port) ?? [])
  const notReady = await Promise.all(
    started.flatMap(({line}, i) => (line ? [] : [ups[i]?.up.end().then(() => ups[i]?.up.exit)])),
  )
  const failed = notReady.map(exit => `not ready: ${exit?.stderr.split('\n')[0]}`)
  const shared = new Set(ports).size === ports.length ? [] : ['ports shared']
  const known = await Promise.all(ports.map(port => askAt(port, 'CLUSTER', 'INFO')))
  const strangers = known
    .filter(info => !/cluster_known_nodes:6\r/.test(info))
    .map(() => 'a node knows others than its five')
  await Promise.all(ups.map(({up}) => up.end()))
  return started.map(({ms}, i) => ({ms, faults: i === 0 ? [...failed, ...shared, ...strangers] : []}))
}

export async function together(): Promise<Measured> {
  const rounds = times(20)
  const [single, five]: [Started[], Started[]] = [[], []]
  for (let i = 0; i < rounds; i++) {
    single.push(...(await startTogether(1)))
    five.push(...(await startTogether(5)))
  }
  const faults = [...single, ...five].flatMap(one => one.faults)
  const [p95, p95OfFive] = [single, five].map(all =>
    quantile(
      all.map(({ms}) => ms),
      0.95,
    ),
  ) as [number, number]
  return {
    what: 'five labs at once',
    n: `${rounds} rounds`,
    result: `${counted(faults) || 'each of the 30 nodes knows six'}; start p95 ${seconds(p95OfFive)}, a single one ${seconds(p95)}: ${(p95OfFive / p95).toFixed(1)} x`,
    held: faults.length === 0 && p95OfFive <= 2 * p95,
  }
}
