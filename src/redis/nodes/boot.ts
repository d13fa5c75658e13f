// Starts the nodes of a stage: claims ports, starts processes, and waits until all are ready, fast and without races.

import {
  type Base,
  firstMasters,
  firstReplicas,
  isWired,
  type NodeName,
  namesOf,
  portOf,
  sentinelNames,
  sentinelsOf,
} from '../../model/cluster/node.ts'
import {isClustered, rosterOf, type Stage} from '../../model/cluster/snapshot.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {reached} from '../../platform/phase.ts'
import {waitUntil} from '../../platform/wait-until.ts'
import {portTaken} from '../keeper/port-taken.ts'
import {allBases} from '../keeper/ports.ts'
import {startWires} from '../wires/wires.ts'
import {bootError, bootTimeout, Nodes, type StageOptions, writeFiles} from './nodes.ts'
import {
  agreeOnEpochs,
  agreeOnTopology,
  everyNodeIsOurs,
  readyToTakeOver,
  replicasLinked,
  sentinelsWatch,
} from './readiness.ts'
import {watchedNodes} from './sentinel-conf.ts'

/** ms; a boot takes 0.4 s, a computer under heavy load needs more. */
const bootPatience = 20_000
const pollEvery = 4

/**
 * Claims a set of ports until the keeper ends or claims again.
 * @param first the base that the learner requires; without it, the first free set is taken, `preferred` before all others.
 * @throws LabError if a port of that base is taken, or no set is free.
 */
async function claimPorts(
  {keeper, stage, reserved = [], wired = false, preferred}: ClaimOptions,
  first?: Base,
): Promise<Base> {
  const spares = stage === 'sentinel' ? [...new Set([...reserved, ...sentinelNames])] : reserved
  const known = preferred === undefined ? [] : [preferred]
  const bases = first === undefined ? [...known, ...allBases] : [first]
  const {base, taken} = await keeper.order({do: 'claim', bases, spares, wired})
  if (base !== undefined) return base
  throw first === undefined ? new LabError('error.noFreePorts') : portTaken(taken ?? first, first)
}

/**
 * `spares`: of this stage; `reserved`: the spares and Sentinels of every stage that may start on these ports later, if that is more; `preferred`: the base of the
 * stage before.
 */
export type ClaimOptions = Omit<StageOptions, 'roster'> &
  Readonly<{
    wired?: boolean
    spares?: readonly NodeName[]
    reserved?: readonly NodeName[]
    preferred?: Base | undefined
  }>

/**
 * Claims ports and starts a stage on them. If another program takes a port in between, tries the next set, unless the learner requires this one.
 * @throws LabError as `claimPorts` and `startStage` do.
 */
export async function claimPortsAndStart(
  {spares = [], reserved = spares, preferred, wired = false, ...options}: ClaimOptions,
  first?: Base,
): Promise<Nodes> {
  for (let attempt = 1; ; attempt++) {
    const base = await claimPorts({...options, reserved, wired, preferred}, first)
    try {
      return await startStage({...options, roster: rosterOf(options.stage, base, spares, wired)})
    } catch (error) {
      if (first !== undefined || attempt === 3 || !String(error).includes('Failed listening on port'))
        throw error
      await options.keeper.order({do: 'clear'})
    }
  }
}

/**
 * Starts a stage. The keeper's folder must be empty or cleared.
 * Ready means, for `cluster`: all nodes agree on the topology and report ok, all 16384 slots are served, every replica's link is up, and each
 * master accepts a write that its replica confirms. For `standalone` and `bare`: all six answer. For `sentinel`: the replicas' links are up, and
 * each Sentinel watches the master and both replicas, and knows the other two. In all stages, each answer comes from the process that we started.
 * @throws LabError if a node ends while booting, or the stage is not ready in time.
 */
export async function startStage(options: StageOptions): Promise<Nodes> {
  const {keeper, roster, stage} = options
  const wires = isWired(roster) ? startWires(keeper, roster, isClustered(stage)) : undefined
  const nodes = new Nodes(options, wires)
  // The first fatal event ends the boot at once. After the boot, nodes may end at any time.
  const failure = new AbortController()
  nodes.onExit(({node, log}) => failure.abort(bootError(portOf(node, roster), log)))
  void keeper.gone.then(how => failure.abort(new LabError('error.keeperGone', {how: how ?? ''})))
  try {
    await boots[stage](nodes, failure.signal)
    await nodes.files.skipBootLog()
    return nodes
  } catch (error) {
    nodes.close()
    throw failure.signal.aborted ? failure.signal.reason : error
  }
}

const boots: Readonly<Record<Stage, (nodes: Nodes, signal: AbortSignal) => Promise<void>>> = {
  cluster: bootCluster,
  standalone: bootUnjoined,
  bare: bootUnjoined,
  sentinel: bootWatched,
}

async function bootUnjoined(nodes: Nodes, signal: AbortSignal) {
  await writeFiles(nodes.options, nodes.options.nodeTimeout, false)
  const started = namesOf(nodes.options.roster.filter(({fromStart}) => fromStart))
  await nodes.spawn(started)
  await waitFor(nodes, signal, async () => everyNodeIsOurs(await nodes.readAll()))
  await nodes.wires?.reachable(started)
}

/** The replicas attach first: a Sentinel asks for INFO when it connects, then every ten seconds, and knows a link only from there. */
async function bootWatched(nodes: Nodes, signal: AbortSignal) {
  const {roster} = nodes.options
  await writeFiles(nodes.options, nodes.options.nodeTimeout, false)
  await nodes.spawn(watchedNodes(roster))
  await waitFor(nodes, signal, async () => replicasLinked(await nodes.readAll()))
  await nodes.spawn(namesOf(sentinelsOf(roster)))
  await waitFor(nodes, signal, async () => sentinelsWatch(await nodes.readAll()))
}

/**
 * The order matters. The later masters start last, as replicas, so they attach to nodes that answer already. After their TAKEOVER the sync is
 * partial and streams at once. In the other order, WAIT returned 0 for half a second and more on a fifth of the shards.
 */
async function bootCluster(nodes: Nodes, signal: AbortSignal) {
  await writeFiles(nodes.options, bootTimeout, true)
  reached('files written')
  await nodes.spawn(firstReplicas)
  await waitFor(nodes, signal, () => answering(nodes, firstReplicas))
  reached('first nodes answer')
  await nodes.wires?.reachable(firstReplicas)
  await nodes.spawn(firstMasters)
  reached('nodes spawned')
  await nodes.wires?.reachable(firstMasters)
  await waitFor(nodes, signal, async () => readyToTakeOver(await nodes.readAll()))
  reached('ready to take over')
  for (const node of firstMasters) await takeOver(nodes, signal, node)
  reached('taken over')
  await waitFor(nodes, signal, async () => agreeOnTopology(await nodes.readAll()))
  reached('all agree')
  await waitFor(nodes, signal, () => writesConfirmed(nodes))
  reached('writes confirmed')
  await setNodeTimeout(nodes)
}

/**
 * One takeover at a time, each after all nodes know the previous epoch. Two masters with the same epoch resolve the collision, but a replica that
 * missed the result is denied votes forever ("slot epoch > reqEpoch"), so nothing replaces its master when that dies. Seen in 1 of 15 boots.
 */
async function takeOver(nodes: Nodes, signal: AbortSignal, node: NodeName) {
  await nodes.probes.get(node)?.call('CLUSTER', 'FAILOVER', 'TAKEOVER')
  await waitFor(nodes, signal, async () => agreeOnEpochs(await nodes.readAll(), node))
}

async function waitFor(nodes: Nodes, signal: AbortSignal, check: () => Promise<true | string>) {
  const missing = await waitUntil(check, {within: bootPatience, every: pollEvery, signal})
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

/** A key in the slots of each master. */
const probeKeys: Readonly<Record<(typeof firstMasters)[number], string>> = {
  '6379': 'bar',
  '6380': 'name',
  '6381': 'foo',
}

async function writesConfirmed(nodes: Nodes): Promise<true | string> {
  for (const node of firstMasters) {
    const probe = nodes.probes.get(node)
    const confirmed = await probe
      ?.call('SET', probeKeys[node], '')
      .then(() => probe.call('DEL', probeKeys[node]))
      .then(() => probe.call('WAIT', '1', '20'))
      .catch(String)
    if (confirmed !== 1) return `${node}: WAIT 1: ${confirmed}`
  }
  return true
}

/** Sets the timeout in the running nodes and in their redis.conf, for restarts and for learners who read the file. */
async function setNodeTimeout(nodes: Nodes) {
  const {nodeTimeout} = nodes.options
  await writeFiles(nodes.options, nodeTimeout, false)
  await nodes.setNodeTimeout(nodeTimeout)
}
