// What a failover does and what the lab says of it: a random master is killed again and again. Nothing that its replica had is lost, the epoch
// grows, and the timeline has the figures and the times that the new master's log has. Runs on the server that REDIS_CLUSTER_LAB_SERVER names.

import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {Cluster} from 'ioredis'
import {Lab} from '../../src/lab/lab.ts'
import {waitForState} from '../../src/lab/run/wait-for-state.ts'
import {type NodeName, portOf, sixNodes} from '../../src/model/cluster/node.ts'
import {infoSection, parseFields} from '../../src/model/cluster/parse-info.ts'
import {everyoneSaysOk} from '../../src/model/lesson/goals/cluster.ts'
import {
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  follows,
  isMaster,
} from '../../src/model/lesson/goals/replication.ts'
import type {Goal} from '../../src/model/lesson/lesson.ts'
import type {LabState} from '../../src/model/state/lab-state.ts'
import type {EventKind, TimelineEntry} from '../../src/model/timeline/entry.ts'
import {type Keeper, startKeeper} from '../../src/redis/keeper/keeper.ts'
import {randomFrom} from '../../tools/random.ts'
import {freeBase} from '../../tools/servers/free-ports.ts'
import {server} from '../../tools/servers/server.ts'
import {seed, times} from '../scale.ts'
import {askAt, counted, type Measured} from './measured.ts'

export const patience = 30_000
const keys = Array.from({length: 200}, (_, i) => `truth:${i}`)

export const healthy = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk)

export const holds =
  (goal: Goal) =>
  ({snapshot: now}: LabState) => {
    const verdict = now && goal({now, start: now, outcomes: [], logs: [], hints: 0})
    return verdict?.is === 'met' || JSON.stringify(verdict)
  }

type World = Readonly<{lab: Lab; keeper: Keeper}>

export const realPort = (lab: Lab, node: NodeName) => portOf(node, lab.state().roster)

/** A client of the whole cluster that the lab has nothing to do with. */
function clientOf(lab: Lab): Cluster {
  const nodes = sixNodes.map(node => ({host: '127.0.0.1', port: realPort(lab, node)}))
  return new Cluster(nodes, {redisOptions: {disableClientInfo: true}})
}

/** Writes every key and waits until each master's replica has it. */
async function write(lab: Lab, value: string) {
  const client = clientOf(lab)
  try {
    await Promise.all(keys.map(key => client.set(key, value)))
    for (const master of client.nodes('master')) await master.wait(1, patience)
  } finally {
    client.disconnect()
  }
}

async function missing(lab: Lab, value: string): Promise<number> {
  const client = clientOf(lab)
  try {
    const found = await Promise.all(keys.map(key => client.get(key)))
    return found.filter(one => one !== value).length
  } finally {
    client.disconnect()
  }
}

async function epochAt(port: number): Promise<number> {
  return Number(parseFields(await askAt(port, 'CLUSTER', 'INFO'))['cluster_current_epoch'])
}

/** The replica of each master now, as the nodes themselves say. */
export async function pairs(lab: Lab): Promise<readonly (readonly [owner: NodeName, heir: NodeName])[]> {
  const infos = await Promise.all(
    sixNodes.map(async node => ({
      node,
      info: infoSection(await askAt(realPort(lab, node), 'INFO', 'replication'), 'Replication'),
    })),
  )
  return infos.flatMap(({node, info}) => {
    const owner = sixNodes.find(one => String(realPort(lab, one)) === info['master_port'])
    return info['role'] === 'slave' && owner ? [[owner, node] as const] : []
  })
}

/** `08:14:06.123`, as a log writes it. */
function clock(at: number): string {
  const date = new Date(at)
  return `${date.toTimeString().slice(0, 8)}.${String(date.getMilliseconds()).padStart(3, '0')}`
}

/** Lines of an election in the log of the node that won it; the groups are the values of the timeline's entry, in this order. */
const told: readonly Readonly<{kind: EventKind; line: RegExp; values: readonly string[]}>[] = [
  {
    kind: 'delayed',
    line: /Start of election delayed for (\d+) milliseconds \(rank #(\d+),.* offset (-?\d+)\)/,
    values: ['ms', 'rank', 'offset'],
  },
  {kind: 'election', line: /Starting a failover election for epoch (\d+)/, values: ['epoch']},
  {kind: 'won', line: /Failover election won/, values: []},
]

/** Where the timeline and the new part of the log differ. */
function differences(log: string, entries: readonly TimelineEntry[]): readonly string[] {
  return told.flatMap(({kind, line, values}) => {
    const logged = log.split('\n').flatMap(text => {
      const found = line.exec(text)
      const at = /\d\d:\d\d:\d\d\.\d{3}/.exec(text)?.[0]
      return found ? [[at, ...found.slice(1)].join(' ')] : []
    })
    const shown = entries
      .filter(entry => entry.kind === kind)
      .map(entry => [clock(entry.at), ...values.map(value => entry.values[value])].join(' '))
    if (logged.length === 0) return [`the log has no line of ${kind}`]
    return logged.join() === shown.join() ? [] : [`${kind}: log ${logged.join()}, timeline ${shown.join()}`]
  })
}

async function failOver({lab, keeper}: World, round: number, choose: (limit: number) => number) {
  const value = `round ${round}`
  await write(lab, value)
  const all = await pairs(lab)
  const [owner, heir] = all[choose(all.length)] ?? []
  if (!owner || !heir) return ['no master has a replica']
  const epoch = await epochAt(realPort(lab, heir))
  const logFile = join(keeper.folder, heir, 'redis.log')
  const before = (await readFile(logFile, 'utf8')).length
  const began = Date.now()
  await lab.run(`/kill ${realPort(lab, owner)}`)
  await waitForState(lab, holds(every(isMaster(heir), everyoneSaysOk)), patience)
  const lost = await missing(lab, value)
  const grown = (await epochAt(realPort(lab, heir))) - epoch
  await lab.run(`/start ${realPort(lab, owner)}`)
  await waitForState(lab, holds(every(follows(owner, heir), healthy)), patience)
  const entries = lab.state().timeline.filter(({node, at}) => node === heir && at >= began)
  const log = (await readFile(logFile, 'utf8')).slice(before)
  return [
    ...(lost > 0 ? [`${lost} keys lost`] : []),
    ...(grown > 0 ? [] : ['the epoch did not grow']),
    ...differences(log, entries),
  ]
}

export async function truth(): Promise<Measured> {
  const chosen = seed()
  const random = randomFrom(chosen)
  const rounds = times(20)
  const program = await server()
  const keeper = await startKeeper()
  const options = {lessons: [], program, port: await freeBase(), nodeTimeout: 1000, pollEvery: 50}
  await using lab = new Lab(options, keeper)
  await lab.startStage('cluster')
  await waitForState(lab, holds(healthy), patience)
  const faults: string[] = []
  for (let round = 0; round < rounds; round++) faults.push(...(await failOver({lab, keeper}, round, random)))
  return {
    what: 'failovers that lose a key, leave the epoch, or are told otherwise than by the log',
    n: `${rounds} on ${program.kind} ${program.version}, ${keys.length} keys each, seed ${chosen}`,
    result: faults.length === 0 ? '0' : counted(faults),
    held: faults.length === 0,
  }
}
