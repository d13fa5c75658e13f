// How a stage gets from nothing to ready, fast and without a race.

import {LabError} from '../model/lab-error.ts'
import {type Base, firstMasters, firstReplicas, type NodeName, nodeNames, portOf} from '../model/node.ts'
import {type Answered, attachedTo, linkIsUp, roleOf, type Snapshot, slotsOf} from '../model/snapshot.ts'
import type {Exit} from './keeper.ts'
import {allBases} from './ports.ts'
import {bootTimeout, diedBecause, Nodes, type StageOptions, writeFiles} from './stage.ts'
import {waitUntil} from './wait.ts'

/** A boot takes 0.4 s; this is for a computer under heavy load. ms */
const patience = 20_000
const every = 4

/**
 * Claims a set of ports for the keeper's lifetime.
 * @param first the base the learner insists on; without it the first free set is taken.
 * @throws LabError if it is taken, or none is free.
 */
export async function claimPorts(keeper: StageOptions['keeper'], first?: Base): Promise<Base> {
  const {base, taken} = await keeper.order({do: 'claim', bases: first === undefined ? allBases : [first]})
  if (base !== undefined) return base
  throw first === undefined
    ? new LabError('error.noFreePorts')
    : new LabError('error.portTaken', {port: taken ?? first, first})
}

/**
 * Claims ports and raises a stage on them. Where somebody takes one of the ports in the moment between, and nobody insists on these, the set moves on.
 * @throws LabError as `claimPorts` and `raise` do.
 */
export async function claimAndRaise(options: Omit<StageOptions, 'base'>, first?: Base): Promise<Nodes> {
  for (let attempt = 1; ; attempt++) {
    const base = await claimPorts(options.keeper, first)
    try {
      return await raise({...options, base})
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
export async function raise(options: StageOptions): Promise<Nodes> {
  const nodes = new Nodes(options)
  // The first thing that makes the boot hopeless ends it at once. Afterwards a node may die as it likes.
  const hopeless = new AbortController()
  nodes.onExit((exit: Exit) => hopeless.abort(diedBecause(portOf(exit.node, options.base), exit.log)))
  void options.keeper.gone.then(how => hopeless.abort(new LabError('error.keeperGone', {how: how ?? ''})))
  try {
    const boot = options.stage === 'cluster' ? bootCluster : bootAlone
    await boot(nodes, hopeless.signal)
    return nodes
  } catch (error) {
    nodes.close()
    throw hopeless.signal.aborted ? hopeless.signal.reason : error
  }
}

async function bootAlone(nodes: Nodes, signal: AbortSignal) {
  await writeFiles(nodes.options, nodes.options.nodeTimeout, false)
  await nodes.spawn(nodeNames)
  await until(nodes, signal, async () => allOurs(await nodes.readAll()))
}

/**
 * The order matters. The masters-to-be are started last, as replicas: they attach to nodes that answer already, and after their TAKEOVER the sync is
 * a partial one that streams at once (with the other order a fifth of the shards had WAIT 0 for half a second and more).
 */
async function bootCluster(nodes: Nodes, signal: AbortSignal) {
  await writeFiles(nodes.options, bootTimeout, true)
  await nodes.spawn(firstReplicas)
  await until(nodes, signal, () => answering(nodes, firstReplicas))
  await nodes.spawn(firstMasters)
  await until(nodes, signal, async () => readyToTakeOver(await nodes.readAll()))
  // One by one: two that take over at the same moment may choose the same epoch.
  for (const node of firstMasters) await nodes.links.get(node)?.call('CLUSTER', 'FAILOVER', 'TAKEOVER')
  await until(nodes, signal, async () => allAgree(await nodes.readAll()))
  await until(nodes, signal, () => writesConfirmed(nodes))
  await setNodeTimeout(nodes)
}

async function until(nodes: Nodes, signal: AbortSignal, ask: () => Promise<true | string>) {
  const missing = await waitUntil(ask, {within: patience, every, signal})
  if (missing === undefined) return
  const {folder} = nodes.options.keeper
  throw new LabError('error.stageNotReady', {seconds: patience / 1000, because: missing, folder})
}

async function answering(nodes: Nodes, names: readonly NodeName[]): Promise<true | string> {
  for (const name of names) {
    const pong = await nodes.links.get(name)?.call('PING').catch(String)
    if (pong !== 'PONG') return `${name}: ${pong}`
  }
  return true
}

/** A foreign Redis on one of our ports must never be taken for ours. */
function allOurs(snapshot: Snapshot): true | string {
  for (const reading of snapshot.nodes) {
    if (reading.is === 'silent') return `${reading.port}: ${reading.because}`
  }
  return true
}

function answers(snapshot: Snapshot): readonly Answered[] | string {
  const ours = allOurs(snapshot)
  return ours === true ? snapshot.nodes.filter(reading => reading.is === 'answered') : ours
}

function readyToTakeOver(snapshot: Snapshot): true | string {
  const readings = answers(snapshot)
  if (typeof readings === 'string') return readings
  for (const reading of readings) {
    const {port, cluster} = reading
    const off = cluster?.nodes.find(line => line.link !== 'connected')
    if (off) return `${port}: ${off.port} ${off.link}`
    if (roleOf(reading) === 'master') continue
    if (!linkIsUp(reading)) return `${port}: master_link_status:down`
    if (cluster?.info['cluster_state'] !== 'ok')
      return `${port}: cluster_state:${cluster?.info['cluster_state']}`
  }
  return true
}

/** Everybody sees the wanted roles, owners and slots, nobody is suspected, and every link is up. */
function allAgree(snapshot: Snapshot): true | string {
  const readings = answers(snapshot)
  if (typeof readings === 'string') return readings
  for (const reading of readings) {
    const {port, cluster} = reading
    const wrong = cluster?.nodes.find(line => !asWanted(line, cluster.nodes, snapshot.base))
    if (!cluster || wrong) return `${port}: ${wrong?.port} ${wrong?.flags.join()} ${wrong?.link}`
    if (cluster.info['cluster_state'] !== 'ok')
      return `${port}: cluster_state:${cluster.info['cluster_state']}`
    if (cluster.info['cluster_slots_ok'] !== '16384')
      return `${port}: cluster_slots_ok:${cluster.info['cluster_slots_ok']}`
    if (roleOf(reading) === 'replica' && !linkIsUp(reading)) return `${port}: master_link_status:down`
    if (slotsOf(reading).length > 0 && attachedTo(reading)[0]?.state !== 'online')
      return `${port}: no replica online`
  }
  return true
}

type Lines = NonNullable<Answered['cluster']>['nodes']

function asWanted(line: Lines[number], lines: Lines, base: Base): boolean {
  const settled =
    line.link === 'connected' && !line.flags.some(flag => flag.startsWith('fail') || flag === 'handshake')
  const shard = firstMasters.findIndex(node => portOf(node, base) === line.port)
  if (shard >= 0) return settled && line.flags.includes('master') && line.slots.length === 1
  const master = firstMasters[firstReplicas.findIndex(node => portOf(node, base) === line.port)]
  const masterId = master && lines.find(one => one.port === portOf(master, base))?.id
  return settled && line.flags.includes('slave') && line.masterId === masterId
}

/** One key in each master's slots. */
const probeKeys: Readonly<Record<(typeof firstMasters)[number], string>> = {
  '6379': 'bar',
  '6380': 'name',
  '6381': 'foo',
}

async function writesConfirmed(nodes: Nodes): Promise<true | string> {
  for (const node of firstMasters) {
    const link = nodes.links.get(node)
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
  const value = String(nodeTimeout)
  await Promise.all(
    [...nodes.links.values()].map(link => link.call('CONFIG', 'SET', 'cluster-node-timeout', value)),
  )
}
