// The timeline against the nodes' own log files, over real failovers by kill, by pause and by CLUSTER FAILOVER.

import {spawn} from 'node:child_process'
import type {watch} from 'node:fs'
import {appendFile, readFile, rename, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {Lab} from '../../../src/lab/lab.ts'
import {waitForState} from '../../../src/lab/run/wait-for-state.ts'
import {baseOf, type NodeName, portOf, sixNodes} from '../../../src/model/cluster/node.ts'
import {properName} from '../../../src/model/cluster/versions.ts'
import {everyoneSaysOk} from '../../../src/model/lesson/goals/cluster.ts'
import {
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  follows,
  isMaster,
} from '../../../src/model/lesson/goals/replication.ts'
import type {Goal} from '../../../src/model/lesson/lesson.ts'
import type {LabState} from '../../../src/model/state/lab-state.ts'
import {translate} from '../../../src/model/text/messages.ts'
import type {EventKind, TimelineEntry} from '../../../src/model/timeline/entry.ts'
import {chaptersOf, failoversOf} from '../../../src/model/timeline/failover.ts'
import {type Keeper, startKeeper} from '../../../src/redis/keeper/keeper.ts'
import {tail} from '../../../src/redis/nodes/log-tail.ts'
import {freeBase} from '../../../tools/servers/free-ports.ts'
import {isHere} from '../../../tools/servers/is-here.ts'
import {server} from '../../../tools/servers/server.ts'
import {startNodes} from '../../../tools/servers/start-nodes.ts'

type World = AsyncDisposable & Readonly<{lab: Lab; keeper: Keeper}>

async function startLab(): Promise<World> {
  const keeper = await startKeeper()
  const options = {
    lessons: [],
    program: await server(),
    port: await freeBase(),
    nodeTimeout: 1000,
    pollEvery: 50,
  }
  const lab = new Lab(options, keeper)
  return {lab, keeper, [Symbol.asyncDispose]: () => lab[Symbol.asyncDispose]()}
}

const healthy = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk)

const holds =
  (goal: Goal) =>
  ({snapshot: now}: LabState) => {
    const verdict = now && goal({now, start: now, outcomes: [], logs: [], hints: 0})
    return verdict?.is === 'met' || JSON.stringify(verdict)
  }

/** Runs `line` on a node, typed by its real port. */
const run = (lab: Lab, line: string, node: NodeName) =>
  lab.run(line.replace('PORT', String(portOf(node, lab.state().roster))))

/** Until the replica is promoted and then, the old master being brought back by `revive`, follows it with all at peace. */
async function failOver(lab: Lab, how: string, owner: NodeName, heir: NodeName, revive?: string) {
  await run(lab, how, how.startsWith('@') ? heir : owner)
  await waitForState(lab, holds(every(isMaster(heir), everyoneSaysOk)), 20_000)
  if (revive) await run(lab, revive, owner)
  await waitForState(lab, holds(every(follows(owner, heir), healthy)), 20_000)
}

/** `10:59:41.577`, as a log writes it. */
const clock = (at: number) => {
  const date = new Date(at)
  return `${date.toTimeString().slice(0, 8)}.${String(date.getMilliseconds()).padStart(3, '0')}`
}

const master = isHere({valkey: '8.0'}) ? 'primary' : 'master'

/** A kind, and how its line begins in the log of the node that tells of it. */
const lines: Readonly<Partial<Record<EventKind, string>>> = {
  linkLost: `Connection with ${master} lost`,
  // Of Valkey only.
  suspected: ' possibly failing.',
  failed: 'Marking node',
  cleared: 'Clear FAIL state for node',
  stateFail: 'Cluster state changed: fail',
  stateOk: 'Cluster state changed: ok',
  delayed: 'Start of election delayed for ',
  election: 'Starting a failover election for epoch ',
  voted: 'Failover auth granted to ',
  denied: 'Failover auth denied to ',
  won: 'Failover election won',
  manual: 'Manual failover user request accepted',
  follows: 'Configuration change detected. Reconfiguring myself',
  started: `oO0OoO0OoO0Oo ${properName[(await server()).kind]} is starting`,
}

/** Of these the log of one node holds exactly one line an entry. */
const once: readonly EventKind[] = [
  'delayed',
  'election',
  'voted',
  'denied',
  'won',
  'manual',
  'follows',
  'started',
]

it('Over failovers by kill, pause and CLUSTER FAILOVER every time is that of the log files, to the millisecond', async () => {
  await using world = await startLab()
  const {lab, keeper} = world
  await lab.startStage('cluster')
  const logOf = (node: NodeName) => readFile(join(keeper.folder, node, 'redis.log'), 'utf8')
  const boots = await Promise.all(sixNodes.map(async node => (await logOf(node)).length))
  const rounds = [
    ['6381', '6481', '6380', '6480', '6379', '6479'],
    ['6481', '6381', '6480', '6380', '6479', '6379'],
  ] as const
  await waitForState(lab, holds(healthy), 20_000)
  for (const [killed, first, paused, second, asked, third] of rounds) {
    await failOver(lab, '/kill PORT', killed, first, '/start PORT')
    await failOver(lab, '/pause PORT', paused, second, '/resume PORT')
    await failOver(lab, '@PORT CLUSTER FAILOVER', asked, third)
  }
  const seen = ({timeline}: LabState) => timeline.filter(({kind}) => kind === 'won').length
  await waitForState(lab, state => seen(state) === 6 || `${seen(state)} elections`, 20_000)
  const {timeline} = lab.state()
  const logs = new Map<NodeName, readonly string[]>()
  for (const [i, node] of sixNodes.entries()) logs.set(node, (await logOf(node)).slice(boots[i]).split('\n'))
  const timesIn = (node: NodeName, what: string) =>
    (logs.get(node) ?? []).filter(line => line.includes(what)).map(clockOf)

  for (const {kind, at, from} of timeline) {
    const [best = 'poll'] = from
    if (best === 'poll' || best === 'lab' || best === 'keeper') continue
    const what = lines[kind]
    if (what) expect(timesIn(best, what), `${kind} of ${best}`).toContain(clock(at))
  }
  const told = (kind: EventKind, node: NodeName) =>
    timeline.filter(one => one.kind === kind && one.node === node).map(({at}) => clock(at))
  for (const kind of once)
    for (const node of sixNodes)
      expect(told(kind, node), `${kind} of ${node}`).toEqual(timesIn(node, lines[kind] ?? ''))

  const order = timeline.map(({at}) => at)
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expectCourses(timeline)
})

function clockOf(line: string): string {
  return /\d\d:\d\d:\d\d\.\d{3}/.exec(line)?.[0] ?? ''
}

/** What must come after what, and what each failover cost. */
function expectCourses(timeline: readonly TimelineEntry[]) {
  const failovers = failoversOf(timeline)
  expect(failovers.map(({is, promoted}) => `${is} ${promoted}`)).toEqual([
    'died 6481',
    'died 6480',
    'asked 6479',
    'died 6381',
    'died 6380',
    'asked 6379',
  ])
  const chapters = chaptersOf(timeline).filter(({failover}) => failover)
  for (const {failover, entries} of chapters) {
    // A replica may plan its election a moment before the first says that the cluster's state is fail.
    const died = ['failed', 'delayed', 'election', 'voted', 'won']
    const asked = ['manual', 'delayed', 'election', 'voted', 'won', 'follows']
    const course = failover?.is === 'died' ? died : asked
    const first = course.map(kind => entries.findIndex(one => one.kind === kind))
    expect(first, entries.map(({kind}) => kind).join(' ')).toEqual([...first].sort((a, b) => a - b))
    expect(first).not.toContain(-1)
    expect(failover?.slots).toMatch(/^\d+-\d+$/)
    // A failed node is known as such after node-timeout at the earliest; a living master is asked and answers at once.
    const ms = failover?.ms ?? -1
    expect(failover?.is === 'died' ? ms > 1000 && ms < 15_000 : ms >= 0 && ms < 1000, `${ms} ms`).toBe(true)
  }
}

describe('The timeline', () => {
  it('is printed by /timeline, and starts over with the nodes of a reset', async () => {
    await using world = await startLab()
    const {lab} = world
    await lab.startStage('standalone')
    const printed = async (line: string) => {
      await lab.run(line)
      const entry = lab.state().entries.at(-1)
      return (entry?.parts ?? []).map(part =>
        'message' in part ? translate('en', part.message) : JSON.stringify(part),
      )
    }
    expect(await printed('/timeline')).toEqual(['Nothing has happened on the nodes since they were ready.'])
    await run(lab, '/kill PORT', '6380')
    const port = portOf('6380', lab.state().roster)
    expect(await printed('/timeline 1')).toEqual([
      expect.stringMatching(`^\\d\\d:\\d\\d:\\d\\d  ${port} was killed$`),
    ])
    await lab.run('/reset')
    expect(lab.state().timeline).toEqual([])
    const base = baseOf(lab.state().roster)
    await run(lab, `@PORT REPLICAOF 127.0.0.1 ${base}`, '6380')
    const synced = ({timeline}: LabState) =>
      timeline.some(({kind, node, values}) => kind === 'fullSync' && node === '6380' && values['bytes'])
    await waitForState(lab, state => synced(state) || JSON.stringify(state.timeline), 20_000)
  })
})

describe('A log is followed', () => {
  it('from where the boot ended, in whole lines, and from its beginning where it is created again', async () => {
    await using world = await startNodes('standalone')
    const {path} = await world.nodes.files.log('6380', 1)
    const told: string[] = []
    using _ = world.nodes.files.tail((node, lines) => node === '6380' && told.push(...lines))
    await world.ask('6380', 'DEBUG', 'LOG', 'first')
    await appendFile(path, 'half 主')
    await expect.poll(() => told.at(-1)).toContain('DEBUG LOG: first')
    await appendFile(path, '从\n')
    await expect.poll(() => told.at(-1)).toBe('half 主从')
    await rename(path, `${path}.1`)
    await world.ask('6380', 'DEBUG', 'LOG', 'anew')
    await expect.poll(() => told.at(-1)).toContain('DEBUG LOG: anew')
    expect(told).toHaveLength(3)
  })

  it('though the system tells nothing of changes', async () => {
    await using world = await startNodes('standalone')
    const told: string[] = []
    const {path} = await world.nodes.files.log('6381', 1)
    const noWatches: typeof watch = () => {
      throw new Error('ENOSPC: System limit for number of file watchers reached')
    }
    const {size} = await stat(path)
    using _ = tail([{node: '6381', path, from: size}], (_node, lines) => told.push(...lines), noWatches)
    await world.ask('6381', 'DEBUG', 'LOG', 'looked for')
    await expect.poll(() => told.at(-1)).toContain('DEBUG LOG: looked for')
  })

  it('though it grows by more than is read at once: the newest lines are told, whole', async () => {
    await using world = await startNodes('standalone')
    const {path} = await world.nodes.files.log('6480', 1)
    const told: string[] = []
    using _ = world.nodes.files.tail((_node, lines) => told.push(...lines))
    await appendFile(path, `${`${'x'.repeat(99)}\n`.repeat(10_000)}last\n`)
    await expect.poll(() => told.at(-1)).toBe('last')
    expect(new Set(told)).toEqual(new Set(['x'.repeat(99), 'last']))
    expect(told.length).toBeLessThan(10_001)
  })

  it('though it grows without end: it is read now and then, so that the lab has time for other things', async () => {
    await using world = await startNodes('standalone')
    const {path} = await world.nodes.files.log('6481', 1)
    const told: string[] = []
    const began = performance.now()
    using _ = world.nodes.files.tail((node, lines) => node === '6481' && told.push(...lines))
    const flood = spawn('sh', ['-c', 'yes "Reconnecting to MASTER" | head -n 2000000 >> "$0"', path])
    await new Promise(resolve => flood.once('exit', resolve))
    await appendFile(path, 'last\n')
    await expect.poll(() => told.at(-1)).toBe('last')
    // Of 46 MB: in each 250 ms less than 64 kB, and then one read more.
    const bytes = told.reduce((sum, one) => sum + one.length + 1, 0)
    expect(bytes).toBeLessThanOrEqual(128_000 * ((performance.now() - began) / 250 + 1))
  })
})
