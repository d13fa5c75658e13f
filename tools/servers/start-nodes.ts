// A stage for a test: six real nodes with their own keeper, which end with the test.

import {type Base, type NodeName, sentinelNames} from '../../src/model/cluster/node.ts'
import {rosterOf, type Snapshot, type Stage} from '../../src/model/cluster/snapshot.ts'
import {createPerformer, type OnConnection, type Performer} from '../../src/redis/client/perform.ts'
import type {Server} from '../../src/redis/install/find-server.ts'
import {type Keeper, startKeeper} from '../../src/redis/keeper/keeper.ts'
import {startStage} from '../../src/redis/nodes/boot.ts'
import type {Nodes} from '../../src/redis/nodes/nodes.ts'
import {sentinelBases, testBases} from './free-ports.ts'
import {server} from './server.ts'

export type StartedNodes = AsyncDisposable &
  Readonly<{
    keeper: Keeper
    nodes: Nodes
    performer: Performer
    base: Base
    /** Sends a command on the lab's own connection. */
    ask: (node: NodeName, ...words: [string, ...string[]]) => Promise<unknown>
    /** Polls the nodes. */
    look: () => Promise<Snapshot>
  }>

/** Starts a stage. `nodeTimeout` in ms; `bases`: ports to try, by default any. */
export async function startNodes(
  stage: Stage,
  {
    nodeTimeout = 1000,
    bases = stage === 'sentinel' ? sentinelBases() : testBases(),
    spares = [],
    wired = false,
    onConnection,
    program,
  }: {
    nodeTimeout?: number
    bases?: readonly Base[]
    spares?: readonly NodeName[]
    wired?: boolean
    onConnection?: OnConnection
    /** By default the server of the tests. */
    program?: Server
  } = {},
): Promise<StartedNodes> {
  await using started = new AsyncDisposableStack()
  const keeper = started.use(await startKeeper())
  const reserved = stage === 'sentinel' ? [...spares, ...sentinelNames] : spares
  const {base} = await keeper.order({do: 'claim', bases, spares: reserved, wired})
  if (base === undefined) throw new Error(`None of the ${bases.length} sets of ports is free`)
  const nodes = started.adopt(
    await startStage({
      keeper,
      program: program ?? (await server()),
      roster: rosterOf(stage, base, spares, wired),
      stage,
      nodeTimeout,
    }),
    one => one.close(),
  )
  const performer = started.adopt(createPerformer(nodes, onConnection), one => one.close())
  const owned = started.move()
  return {
    keeper,
    nodes,
    performer,
    base,
    ask: async (node, ...words) => nodes.probes.get(node)?.call(...words),
    // A node that runs is waited for, also on a busy computer.
    look: () => nodes.readAll(5000),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}
