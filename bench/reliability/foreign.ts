// redis-servers of somebody else on every port of the first sets: plain ones, clusters, and ones with a password. The lab must pass them over
// without a command, with at most one connection each, and start on the next set.

import type {Base} from '../../src/model/cluster/node.ts'
import {allBases, firstTakenPort, portsOf} from '../../src/redis/keeper/ports.ts'
import {openHome} from '../../tools/program/home.ts'
import {type ForeignKind, type ForeignServer, startForeignServer} from '../../tools/servers/foreign-server.ts'
import {times} from '../scale.ts'
import {startUp} from '../up.ts'
import {askAt, counted, type Measured} from './measured.ts'

type Decoy = Readonly<{server: ForeignServer; before: unknown}>

/** On every port of a set, bus ports too. A server in cluster mode takes two of them. */
async function surround(
  base: Base,
  kind: ForeignKind,
  stack: AsyncDisposableStack,
): Promise<readonly Decoy[]> {
  if ((await firstTakenPort(base)) !== undefined) return []
  const ports = portsOf(base).filter(port => kind !== 'cluster' || port < base + 200)
  return Promise.all(
    ports.map(async port => {
      const server = stack.use(await startForeignServer(port, kind))
      await server.countAnew()
      return {server, before: await server.identity()}
    }),
  )
}

async function faultsOf({server, before}: Decoy, runs: number): Promise<readonly string[]> {
  const faults = [
    [(await server.connections()) <= runs, 'more connections than runs'],
    [(await server.commands()).length === 0, 'a command received'],
    [JSON.stringify(await server.identity()) === JSON.stringify(before), 'run, data or nodes.conf changed'],
  ] as const
  return faults.filter(([holds]) => !holds).map(([, fault]) => fault)
}

/** By default the lab must move to another set; where it is told the port, it must name the one that is taken. */
async function run(first: Base | undefined, decoys: readonly Decoy[]): Promise<readonly string[]> {
  await using home = await openHome()
  const up = startUp(home.env, ...(first === undefined ? [] : ['--port', `${first}`]))
  const ready = await up.line('ready')
  if (first !== undefined) {
    const {code, stderr} = await up.exit
    return code === 1 && /Port \d+ is in use/.test(stderr) ? [] : ['no clear message']
  }
  if (!ready) return ['not started']
  const taken = ready.nodes.some(({port}) => decoys.some(({server}) => server.port === port))
  const known = await askAt(ready.nodes[0]?.port ?? 0, 'CLUSTER', 'INFO')
  await up.end()
  return [
    ...(taken ? ['started on a taken port'] : []),
    ...(/known_nodes:6/.test(known) ? [] : ['joined to others']),
  ]
}

export async function foreign(): Promise<Measured> {
  await using stack = new AsyncDisposableStack()
  const kinds = ['plain', 'cluster', 'password'] as const
  const sets = await Promise.all(kinds.map((kind, i) => surround(allBases[i] ?? 0, kind, stack)))
  const decoys = sets.flat()
  const runs = times(50)
  const faults: string[] = []
  // Every fifth run is told the ports of one of the sets.
  for (let i = 0; i < runs; i++)
    faults.push(...(await run(i % 5 === 4 ? allBases[i % 3] : undefined, decoys)))
  for (const decoy of decoys) faults.push(...(await faultsOf(decoy, runs)))
  const connections = Math.max(...(await Promise.all(decoys.map(({server}) => server.connections()))))
  return {
    what: 'redis-servers of somebody else on every port of the first three sets',
    n: `${runs} starts, ${decoys.length} servers (${kinds.map((kind, i) => `${sets[i]?.length} ${kind}`).join(', ')})`,
    result: `${counted(faults) || 'all untouched'}; 0 commands and at most ${connections} connections each`,
    held: faults.length === 0 && sets.every(set => set.length > 0),
  }
}
