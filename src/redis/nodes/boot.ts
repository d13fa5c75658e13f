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
import {parseFields} from '../../model/cluster/parse-info.ts'
import {isClustered, rosterOf, type Snapshot, type Stage} from '../../model/cluster/snapshot.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {reached} from '../../platform/phase.ts'
import {waitUntil} from '../../platform/wait-until.ts'
import {portTaken} from '../keeper/port-taken.ts'
import {allBases} from '../keeper/ports.ts'
import {startWires} from '../wires/wires.ts'
import {bootError, Nodes, type StageOptions, writeFiles} from './nodes.ts'
import {
  agreeOnTopology,
  everyNodeIsOurs,
  filesWritten,
  highestEpoch,
  readyToTakeOver,
  replicasLinked,
  sentinelsWatch,
  votedOut,
} from './readiness.ts'
import {watchedNodes} from './sentinel-conf.ts'

/** ms; a boot takes 0.4 s, a computer under heavy load needs more. */
const bootPatience = 20_000
const pollEvery = 4

/** cluster-node-timeout until all nodes are linked, ms: none is suspected, and none elected, because another starts late on a busy computer. */
const startTimeout = 5000

/**
 * Settings while the new roles are told around. A node pings those of which it has heard nothing for half of its timeout. A slot without an owner
 * for a moment (its old one has said that it is a replica now, its new one is heard later) must not fail a master: it would refuse writes for the rest of its first
 * 2 s. A replica loads the empty data set at once; from a file, Valkey 9 loads it up to a second later.
 */
const hurry = {
  'cluster-node-timeout': '300',
  'cluster-require-full-coverage': 'no',
  'repl-diskless-load': 'on-empty-db',
}
const usual = {'cluster-require-full-coverage': 'yes', 'repl-diskless-load': 'disabled'}

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
    // Their process starts while ports are claimed: it needs longer than a node.
    const wires = wired ? startWires(options.keeper) : undefined
    try {
      const base = await claimPorts({...options, reserved, wired, preferred}, first)
      return await startStage({...options, roster: rosterOf(options.stage, base, spares, wired)}, wires)
    } catch (error) {
      wires?.close()
      if (first !== undefined || attempt === 3 || !String(error).includes('Failed listening on port'))
        throw error
      await options.keeper.order({do: 'clear'})
    }
  }
}

/**
 * Starts a stage. The keeper's folder must be empty or cleared; the wires of a wired stage may have been started before.
 * Ready means, for `cluster`: all nodes agree on the topology and report ok, all 16384 slots are served, every replica's link is up, and each
 * master accepts a write that its replica confirms. For `standalone` and `bare`: all six answer. For `sentinel`: the replicas' links are up, and
 * each Sentinel watches the master and both replicas, and knows the other two. In both, no node still writes its first append-only file. In all
 * stages, each answer comes from the process that we started.
 * @throws LabError if a node ends while booting, or the stage is not ready in time.
 */
export async function startStage(
  options: StageOptions,
  wires = isWired(options.roster) ? startWires(options.keeper) : undefined,
): Promise<Nodes> {
  const {keeper, roster, stage} = options
  wires?.open(roster, isClustered(stage))
  const nodes = new Nodes(options, wires)
  // The first fatal event ends the boot at once. After the boot, nodes may end at any time.
  const failure = new AbortController()
  nodes.onExit(({node, log}) => failure.abort(bootError(portOf(node, roster), log)))
  const forget = keeper.onGone(how => failure.abort(new LabError('error.keeperGone', {how: how ?? ''})))
  try {
    await boots[stage](nodes, failure.signal)
    await nodes.files.skipBootLog()
    return nodes
  } catch (error) {
    nodes.close()
    throw failure.signal.aborted ? failure.signal.reason : error
  } finally {
    forget()
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
  await reachable(nodes, started, signal)
}

/** The replicas attach first: a Sentinel asks for INFO when it connects, then every ten seconds, and knows a link only from there. */
async function bootWatched(nodes: Nodes, signal: AbortSignal) {
  const {roster} = nodes.options
  await writeFiles(nodes.options, nodes.options.nodeTimeout, false)
  await nodes.spawn(watchedNodes(roster))
  await waitFor(nodes, signal, async () => replicasLinked(await nodes.readAll()))
  await nodes.spawn(namesOf(sentinelsOf(roster)))
  await waitFor(nodes, signal, async () => sentinelsWatch(await nodes.readAll()))
  await waitFor(nodes, signal, async () => filesWritten(await nodes.readAll()))
}

/**
 * All nodes start at once, and once they are linked the later masters take over. What Redis does at its own pace, ten times a second, happens twice:
 * the nodes that listen by now are connected to, and the new roles are told around. The later masters start first: they find nobody to replicate, so
 * the history of their data begins with them.
 */
async function bootCluster(nodes: Nodes, signal: AbortSignal) {
  const all = [...firstMasters, ...firstReplicas]
  await writeFiles(nodes.options, startTimeout, true)
  reached('files written')
  await nodes.spawn(all)
  reached('nodes spawned')
  await reachable(nodes, all, signal)
  await waitFor(nodes, signal, async () => readyToTakeOver(await nodes.readAll()))
  reached('ready to take over')
  await nodes.set(hurry)
  await takeOver(nodes, signal)
  reached('taken over')
  await waitFor(nodes, signal, async () => restored(nodes, signal, await nodes.readAll()))
  reached('all agree')
  await waitFor(nodes, signal, async () => {
    const confirmed = await writesConfirmed(nodes)
    // MOVED: another node serves the slot, so the master was replaced.
    if (confirmed !== true && confirmed.includes('MOVED'))
      await restored(nodes, signal, await nodes.readAll())
    return confirmed
  })
  reached('writes confirmed')
  await waitFor(nodes, signal, async () => {
    const now = await nodes.readAll()
    const written = filesWritten(now)
    return written === true ? restored(nodes, signal, now) : written
  })
  reached('append-only files written')
  await setNodeTimeout(nodes)
}

/**
 * One takeover at a time, each after the next node knows the previous epoch. Two masters with the same epoch resolve the collision, but a replica that
 * missed the result is denied votes forever ("slot epoch > reqEpoch"), so nothing replaces its master when that dies. Seen in 1 of 15 boots.
 */
async function takeOver(
  nodes: Nodes,
  signal: AbortSignal,
  later: readonly NodeName[] = firstMasters,
  known = 0,
) {
  let epoch = known
  for (const node of later) {
    await waitFor(nodes, signal, async () => {
      const current = await epochOf(nodes, node, 'cluster_current_epoch')
      return current >= epoch || `${node}: cluster_current_epoch below ${epoch}`
    })
    await nodes.probes.get(node)?.call('CLUSTER', 'FAILOVER', 'TAKEOVER')
    epoch = await epochOf(nodes, node, 'cluster_my_epoch')
  }
}

/**
 * Checks the topology, and restores it: while the timeout is short, a master that stalls (slow disk, busy computer) may be replaced. Then the timeout is
 * raised, and the master takes over again.
 */
async function restored(nodes: Nodes, signal: AbortSignal, now: Snapshot): Promise<true | string> {
  const missing = agreeOnTopology(now)
  const replaced = missing === true ? [] : votedOut(now)
  if (replaced.length === 0) return missing
  await nodes.set({'cluster-node-timeout': `${startTimeout}`})
  await takeOver(nodes, signal, replaced, highestEpoch(now))
  return missing
}

async function epochOf(
  nodes: Nodes,
  node: NodeName,
  field: 'cluster_current_epoch' | 'cluster_my_epoch',
): Promise<number> {
  const info = parseFields(String(await nodes.probes.get(node)?.call('CLUSTER', 'INFO')))
  return Number(info[field])
}

async function waitFor(nodes: Nodes, signal: AbortSignal, check: () => Promise<true | string>) {
  const missing = await waitUntil(check, {within: bootPatience, every: pollEvery, signal})
  if (missing !== undefined) throw notReady(nodes, missing)
}

function notReady(nodes: Nodes, because: string): LabError {
  const {folder} = nodes.options.keeper
  return new LabError('error.stageNotReady', {seconds: bootPatience / 1000, because, folder})
}

/** Waits until callers reach these nodes through the wires. Nobody ever reaches a node that ends meanwhile, so `signal` ends the waiting. */
async function reachable(nodes: Nodes, names: readonly NodeName[], signal: AbortSignal) {
  signal.throwIfAborted()
  const {promise: givenUp, reject: giveUp} = Promise.withResolvers<undefined>()
  signal.addEventListener('abort', () => giveUp(signal.reason), {once: true})
  const late = setTimeout(() => giveUp(notReady(nodes, 'wires')), bootPatience)
  await Promise.race([nodes.wires?.reachable(names), givenUp]).finally(() => clearTimeout(late))
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

/** Sets the lesson's timeout in the running nodes and in their redis.conf, for restarts and for learners who read the file. */
async function setNodeTimeout(nodes: Nodes) {
  const {nodeTimeout} = nodes.options
  await writeFiles(nodes.options, nodeTimeout, false)
  await nodes.set({...usual, 'cluster-node-timeout': `${nodeTimeout}`})
}
