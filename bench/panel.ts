// What the panel costs and how fast it is: the time from a line in a node's log until it is on the screen, over real failovers in a
// pseudo-terminal; and the cost of reading and painting 6, 12 and 30 real nodes of one cluster.

import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {
  baseOf,
  busDistance,
  firstMasters,
  firstReplicas,
  type NodeName,
  nominalBase,
  portOf,
  rosterAt,
  sixNodes,
} from '../src/model/cluster/node.ts'
import type {Snapshot} from '../src/model/cluster/snapshot.ts'
import {nodesViews} from '../src/model/lesson/nodes-view.ts'
import {initialState} from '../src/model/state/initial-state.ts'
import type {LabState} from '../src/model/state/lab-state.ts'
import {parseLogLine} from '../src/model/timeline/log-line.ts'
import {createUpdate} from '../src/model/update/update.ts'
import {waitUntil} from '../src/platform/wait-until.ts'
import {initialUiState} from '../src/ui/state/ui-state.ts'
import {paintNodes} from '../src/ui/views/paint.ts'
import {layoutOf} from '../src/views/draw/pane-sizes.ts'
import {Style} from '../src/views/draw/style.ts'
import {type OpenedLab, openLab, redisCli} from '../tools/program/lab.ts'
import {type StartedNodes, startNodes} from '../tools/servers/start-nodes.ts'
import {fineSpread, median, table} from './figures.ts'
import {times} from './scale.ts'

const style = new Style({language: 'en', theme: {color: true, unicode: true}})
const patience = {within: 20_000}

/** How the timeline shows a manual failover. Each text names the election's epoch, so it appears on the screen only once. */
const told = {
  election: (epoch: number) => `asks the masters for their votes, epoch ${epoch}`,
  won: (epoch: number) => `won the election, epoch ${epoch}`,
}

/** The times in the node's log, ms since the epoch. */
async function loggedAt(
  lab: OpenedLab,
  node: NodeName,
  epoch: number,
): Promise<Record<keyof typeof told, number>> {
  const [folder = ''] = await lab.home.runFolders()
  const log = await readFile(join(lab.home.temp, folder, node, 'redis.log'), 'utf8')
  const lines = log.split('\n').flatMap(line => parseLogLine(line) ?? [])
  const election = lines.findLastIndex(
    one => one.event?.what === 'electionStarted' && one.event.epoch === epoch,
  )
  const won = lines.slice(election).find(one => one.event?.what === 'won')
  return {election: lines[election]?.at ?? Number.NaN, won: won?.at ?? Number.NaN}
}

/** Waits until the old master can take over again: it must be in sync, and all nodes must know the new roles, or they deny it their votes. */
async function untilHeard(lab: OpenedLab, master: number, replica: number) {
  const heard = async () => {
    const replication = await redisCli(replica, ['INFO', 'replication'])
    if (!replication.includes(`master_port:${master}`) || !replication.includes('master_link_status:up'))
      return replication
    for (const node of sixNodes) {
      const nodes = await redisCli(lab.port(node), ['CLUSTER', 'NODES'])
      const heardOf = (port: number, flag: string) => new RegExp(`:${port}@.*[ ,]${flag} `).test(nodes)
      if (!heardOf(replica, 'slave') || !heardOf(master, 'master')) return `${node} says\n${nodes}`
    }
    return true
  }
  const missing = await waitUntil(heard, {...patience, every: 50})
  if (missing !== undefined) throw new Error(missing)
}

/** A replica that is asked again sooner counts the votes of its last election again (auth_retry_time in cluster.c), ms. */
const ballotsKept = 4000

async function fromLogToScreen() {
  const often = times(30)
  await using lab = await openLab(['sandbox', '--node-timeout', '1000'])
  await lab.run('/view timeline')
  const delays: number[] = []
  const elected = new Map<NodeName, number>()
  const shards = firstMasters.map((owner, i): [NodeName, NodeName] => [owner, firstReplicas[i] ?? owner])
  for (let i = 0; i < often; i++) {
    const [owner, heir] = shards[i % shards.length] ?? ['6379', '6479']
    shards[i % shards.length] = [heir, owner]
    await pause(Math.max(0, (elected.get(heir) ?? 0) + ballotsKept + 200 - Date.now()))
    const port = lab.port(heir)
    const info = await redisCli(port, ['CLUSTER', 'INFO'])
    const epoch = Number(/cluster_current_epoch:(\d+)/.exec(info)?.[1]) + 1
    const seen = (what: keyof typeof told) => lab.waitFor(told[what](epoch), patience).then(() => Date.now())
    const asked = redisCli(port, ['CLUSTER', 'FAILOVER'])
    const [election, won] = await Promise.all([seen('election'), seen('won'), asked])
    const logged = await loggedAt(lab, heir, epoch)
    delays.push(election - logged.election, won - logged.won)
    elected.set(heir, won)
    await untilHeard(lab, port, lab.port(owner))
  }
  console.log(
    `\n${delays.length} events of ${often} failovers, from the log's own time until they are on the screen`,
  )
  console.log(fineSpread(delays))
}

/** A cluster of `sets` times six nodes, of which the first six serve the slots. */
async function joined(sets: number): Promise<AsyncDisposable & {all: readonly StartedNodes[]}> {
  await using stack = new AsyncDisposableStack()
  const all: StartedNodes[] = []
  for (let i = 0; i < sets; i++) all.push(stack.use(await startNodes(i === 0 ? 'cluster' : 'bare')))
  const [first, ...others] = all
  for (const other of others)
    for (const node of sixNodes) {
      const port = portOf(node, rosterAt(other.base))
      await first?.ask('6379', 'CLUSTER', 'MEET', '127.0.0.1', `${port}`, `${port + busDistance}`)
    }
  const size = sets * sixNodes.length
  const knows = async () =>
    (await Promise.all(all.map(one => one.look()))).every(({nodes}) =>
      nodes.every(node => node.is === 'answered' && node.cluster?.nodes.length === size),
    )
  const deadline = Date.now() + patience.within
  while (!(await knows())) {
    if (Date.now() > deadline)
      throw new Error(`After ${patience.within} ms not all of ${size} nodes know all`)
    await pause(50)
  }
  const owned = stack.move()
  return {all, [Symbol.asyncDispose]: () => owned.disposeAsync()}
}

/** All sets as one snapshot, with nodes named as if they belonged to the first set. */
async function readJoined(all: readonly StartedNodes[]): Promise<Snapshot> {
  const [first, ...others] = (await Promise.all(all.map(one => one.look()))) as [Snapshot, ...Snapshot[]]
  const named = others.flatMap(({nodes}) =>
    nodes.map(node => ({...node, name: `${node.port - baseOf(first.roster) + nominalBase}` as NodeName})),
  )
  return {...first, nodes: [...first.nodes, ...named]}
}

/** The time between two polls, as in the lab, ms. */
const pollEvery = 200

async function growth(sets: number): Promise<readonly (string | number)[]> {
  await using cluster = await joined(sets)
  const size = layoutOf({columns: 120, rows: 40}, {lesson: 'none'})
  const update = createUpdate([])
  let state: LabState = update(initialState(), {on: 'starting', stage: 'cluster'})
  const reads: number[] = []
  const paints: number[] = []
  const before = process.cpuUsage()
  const rounds = times(50)
  for (let i = 0; i < rounds; i++) {
    const start = performance.now()
    const snapshot = await readJoined(cluster.all)
    reads.push(performance.now() - start)
    state = update(state, {on: 'polled', snapshot})
    for (const view of nodesViews) {
      const painting = performance.now()
      if (size.tier === 'wide')
        paintNodes({state, lessons: [], style}, size.nodes, {
          ...initialUiState(),
          view,
        })
      paints.push(performance.now() - painting)
    }
    await pause(pollEvery)
  }
  const {user, system} = process.cpuUsage(before)
  const ms = (value: number) => `${value.toFixed(2)} ms`
  return [
    `${sets * sixNodes.length}`,
    ms(median(reads)),
    ms(median(paints)),
    ms((user + system) / 1000 / rounds),
  ]
}

export async function panel() {
  await fromLogToScreen()
  const rows = []
  for (const sets of [1, 2, 5]) rows.push(await growth(sets))
  console.log(
    '\nThe panel, by how many nodes it watches: medians, and CPU of this process for one poll with a frame of each view',
  )
  console.log(table([['nodes', 'reading all', 'painting a view', 'CPU a poll'], ...rows]))
}

if (import.meta.main) await panel()
