// How a stage gets from nothing to ready, fast and without a race.

import {
  type Base,
  firstMasters,
  firstReplicas,
  type NodeName,
  namesOf,
  portOf,
  rosterAt,
} from '../../model/cluster/node.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {waitUntil} from '../../platform/wait-until.ts'
import type {Exit} from '../keeper/keeper.ts'
import {allBases} from '../keeper/ports.ts'
import {bootError, bootTimeout, Nodes, type StageOptions, writeFiles} from './nodes.ts'
import {agreeOnEpochs, agreeOnTopology, everyNodeIsOurs, readyToTakeOver} from './readiness.ts'

/** A boot takes 0.4 s; this is for a computer under heavy load. ms */
const bootPatience = 20_000
const pollEvery = 4

/**
 * Claims a set of ports for the keeper's lifetime.
 * @param first the base the learner insists on; without it the first free set is taken.
 * @param spares whose ports are to be free as well
 * @throws LabError if it is taken, or none is free.
 */
export async function claimPorts(
  keeper: StageOptions['keeper'],
  first?: Base,
  spares: readonly NodeName[] = [],
): Promise<Base> {
  const bases = first === undefined ? allBases : [first]
  const {base, taken} = await keeper.order({do: 'claim', bases, spares})
  if (base !== undefined) return base
  throw first === undefined
    ? new LabError('error.noFreePorts')
    : new LabError('error.portTaken', {port: taken ?? first, first})
}

/** `spares`: of this stage; `reserved`: of every stage that may be raised on these ports later, if that is more. */
export type ClaimOptions = Omit<StageOptions, 'roster'> &
  Readonly<{spares?: readonly NodeName[]; reserved?: readonly NodeName[]}>

/**
 * Claims ports and raises a stage on them. Where somebody takes one of the ports in the moment between, and nobody insists on these, the set moves on.
 * @throws LabError as `claimPorts` and `raise` do.
 */
export async function claimPortsAndStart(
  {spares = [], reserved = spares, ...options}: ClaimOptions,
  first?: Base,
): Promise<Nodes> {
  for (let attempt = 1; ; attempt++) {
    const base = await claimPorts(options.keeper, first, reserved)
    try {
      return await startStage({...options, roster: rosterAt(base, spares)})
    } catch (error) {
      if (first !== undefined || attempt === 3 || !String(error).includes('Failed listening on port'))
        throw error
      await options.keeper.order({do: 'clear'})
    }
  }
}

/**
 * Raises a stage on a keeper whose folder is empty or cleared.
 * Ready means: `cluster`: every node agrees on the topology, all say ok, all 16384 slots are served, every replica's link is up and each master
 * accepts a write that its replica confirms; `standalone`, `bare`: all six answer. Always: each answer comes from the process that we started.
 * @throws LabError if a node ends while booting, or the stage is not ready in time.
 */
export async function startStage(options: StageOptions): Promise<Nodes> {
  const nodes = new Nodes(options)
  // The first thing that makes the boot hopeless ends it at once. Afterwards a node may die as it likes.
  const hopeless = new AbortController()
  nodes.onExit((exit: Exit) => hopeless.abort(bootError(portOf(exit.node, options.roster), exit.log)))
  void options.keeper.gone.then(how => hopeless.abort(new LabError('error.keeperGone', {how: how ?? ''})))
  try {
    const boot = options.stage === 'cluster' ? bootCluster : bootUnjoined
    await boot(nodes, hopeless.signal)
    await nodes.files.skipBootLog()
    return nodes
  } catch (error) {
    nodes.close()
    throw hopeless.signal.aborted ? hopeless.signal.reason : error
  }
}

async function bootUnjoined(nodes: Nodes, signal: AbortSignal) {
  await writeFiles(nodes.options, nodes.options.nodeTimeout, false)
  await nodes.spawn(namesOf(nodes.options.roster.filter(({fromStart}) => fromStart)))
  await waitFor(nodes, signal, async () => everyNodeIsOurs(await nodes.readAll()))
}

/**
 * The order matters. The masters-to-be are started last, as replicas: they attach to nodes that answer already, and after their TAKEOVER the sync is
 * a partial one that streams at once (with the other order a fifth of the shards had WAIT 0 for half a second and more).
 */
async function bootCluster(nodes: Nodes, signal: AbortSignal) {
  await writeFiles(nodes.options, bootTimeout, true)
  await nodes.spawn(firstReplicas)
  await waitFor(nodes, signal, () => answering(nodes, firstReplicas))
  await nodes.spawn(firstMasters)
  await waitFor(nodes, signal, async () => readyToTakeOver(await nodes.readAll()))
  for (const node of firstMasters) await takeOver(nodes, signal, node)
  await waitFor(nodes, signal, async () => agreeOnTopology(await nodes.readAll()))
  await waitFor(nodes, signal, () => writesConfirmed(nodes))
  await setNodeTimeout(nodes)
}

/**
 * One by one, each only when all have heard of the epoch before: two with the same epoch settle it between themselves, but a replica that has not
 * heard how is denied its vote for ever ("slot epoch > reqEpoch"), and its master's death then has no heir. Seen in 1 of 15 boots.
 */
async function takeOver(nodes: Nodes, signal: AbortSignal, node: NodeName) {
  await nodes.probes.get(node)?.call('CLUSTER', 'FAILOVER', 'TAKEOVER')
  await waitFor(nodes, signal, async () => agreeOnEpochs(await nodes.readAll(), node))
}

async function waitFor(nodes: Nodes, signal: AbortSignal, ask: () => Promise<true | string>) {
  const missing = await waitUntil(ask, {within: bootPatience, every: pollEvery, signal})
  if (missing === undefined) return
  const {folder} = nodes.options.keeper
  throw new LabError('error.stageNotReady', {seconds: bootPatience / 1000, because: missing, folder})
}

async function answering(nodes: Nodes, names: readonly NodeName[]): Promise<true | string> {
  for (const name of names) {
    const pong = await nodes.probes.get(name)?.call('PING').catch(String)
    if (pong !== 'PONG') return `${name}: ${pong}`
  }
  return true
}

/** One key in each master's slots. */
const probeKeys: Readonly<Record<(typeof firstMasters)[number], string>> = {
  '6379': 'bar',
  '6380': 'name',
  '6381': 'foo',
}

async function writesConfirmed(nodes: Nodes): Promise<true | string> {
  for (const node of firstMasters) {
    const link = nodes.probes.get(node)
    const confirmed = await link
      ?.call('SET', probeKeys[node], '')
      .then(() => link.call('DEL', probeKeys[node]))
      .then(() => link.call('WAIT', '1', '20'))
      .catch(String)
    if (confirmed !== 1) return `${node}: WAIT 1: ${confirmed}`
  }
  return true
}

/** Both at runtime and in the files: a node started again, and a learner who reads its redis.conf, find the lesson's value. */
async function setNodeTimeout(nodes: Nodes) {
  const {nodeTimeout} = nodes.options
  await writeFiles(nodes.options, nodeTimeout, false)
  await nodes.setNodeTimeout(nodeTimeout)
}
