// The stage with Sentinels: how it stands when it is raised, what a Sentinel's reading says, a failover, and Sentinels that are killed, paused and
// started again.

import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {type NodeName, portOf, sentinelNames} from '../../../src/model/cluster/node.ts'
import {lastLeader, sentinelOpinions} from '../../../src/model/cluster/sentinel-opinions.ts'
import {sentinelSums} from '../../../src/model/cluster/sentinel-sums.ts'
import {
  answeredOf,
  readingOf,
  roleOf,
  type Snapshot,
  sentinelOf,
} from '../../../src/model/cluster/snapshot.ts'
import {
  noSentinelMajority,
  seenDown,
  sentinelsName,
  sentinelsReplaced,
  sentinelsWatch,
} from '../../../src/model/lesson/goals/sentinel.ts'
import type {Goal} from '../../../src/model/lesson/lesson.ts'
import {timelineRows} from '../../../src/model/timeline/describe.ts'
import {type EventKind, type TimelineEntry, withEntry} from '../../../src/model/timeline/entry.ts'
import {withLogLines} from '../../../src/model/timeline/from-log.ts'
import {type StartedNodes, startNodes} from '../../../tools/servers/start-nodes.ts'

const patience = {timeout: 20_000, interval: 20}

async function until(world: StartedNodes, goal: Goal) {
  const look = async () => {
    const now = await world.look()
    return goal({now, start: now, outcomes: [], logs: [], hints: 0})
  }
  await expect.poll(look, patience).toEqual({is: 'met'})
}

/** What each Sentinel holds of each node and Sentinel. */
function opinions(snapshot: Snapshot) {
  return Object.fromEntries(sentinelOpinions(snapshot).map(({name, says}) => [name, says?.join(' ')]))
}

/** The timeline from the logs of all nodes, after a signal to `killed`. */
async function timelineOf({keeper, nodes}: StartedNodes, now: Snapshot, killed: TimelineEntry) {
  let entries: readonly TimelineEntry[] = [killed]
  for (const {name} of nodes.options.roster) {
    const text = await readFile(join(keeper.folder, name, 'redis.log'), 'utf8')
    const lines = text.split('\n').filter(line => line !== '')
    // A log reports its own node's start, which came before the signal.
    const found = withLogLines([], {node: name, lines, earlier: []}, now)
    for (const entry of found) if (entry.at >= killed.at) entries = withEntry(entries, entry)
  }
  return entries
}

describe('The stage with Sentinels', () => {
  it('stands at once: a master, two replicas, and three Sentinels that reach everybody', async () => {
    await using world = await startNodes('sentinel')
    const now = await world.look()
    expect(now.nodes.map(({name, is}) => `${name} ${is}`)).toEqual([
      '6379 answered',
      '6380 answered',
      '6381 answered',
      '26379 sentinel',
      '26380 sentinel',
      '26381 sentinel',
    ])
    // Sentinels connect to each other within a second.
    await expect
      .poll(async () => opinions(await world.look()), patience)
      .toEqual({
        '26379': 'ok ok ok itself ok ok',
        '26380': 'ok ok ok ok itself ok',
        '26381': 'ok ok ok ok ok itself',
      })
    const port = portOf('6379', now.roster)
    expect(sentinelOf(now, '26379')?.view).toMatchObject({
      master: {port, flags: ['master'], quorum: 2, epoch: 0},
      replicas: [{flags: ['slave']}, {flags: ['slave']}],
    })
    expect(sentinelSums(now)).toEqual([])
    expect(lastLeader(now)).toBeUndefined()
    for (const node of sentinelNames)
      expect(await world.ask(node, 'SENTINEL', 'CKQUORUM', 'mymaster')).toMatch(/^OK 3 usable Sentinels/)
  })

  it('replaces a dead master, and the logs tell how', async () => {
    await using world = await startNodes('sentinel')
    const at = Date.now()
    await world.nodes.change('kill', '6379')
    await until(world, seenDown('6379', 's_down'))
    await until(world, sentinelsReplaced('6379'))
    const {roster} = world.nodes.options
    const now = await world.look()
    const promoted = ['6380', '6381'].find(node => {
      const reading = answeredOf(now, node)
      return reading && roleOf(reading) === 'master'
    }) as NodeName
    await until(world, sentinelsName(promoted))
    expect(lastLeader(now)).toMatchObject({epoch: 1})
    const killed = {at, kind: 'killed', node: '6379', values: {}, from: ['lab']} as const
    const timeline = await timelineOf(world, now, killed)
    const kinds = new Set(timeline.map(({kind}) => kind))
    const wanted: readonly EventKind[] = [
      'sdown',
      'odown',
      'failoverTried',
      'leaderVoted',
      'leaderElected',
      'replicaSelected',
      'promoted',
      'promotionSeen',
      'masterSwitched',
    ]
    expect(wanted.filter(kind => !kinds.has(kind))).toEqual([])
    const [heading] = timelineRows(timeline, roster)
    expect(heading).toMatchObject({
      kind: 'heading',
      sentence: {
        key: 'failover.watched',
        values: {promoted: portOf(promoted, roster), owner: portOf('6379', roster)},
      },
    })
    expect(heading?.phases?.map(({is}) => is)).toEqual(['unnoticed', 'sdown', 'failover'])
    // A Sentinel's order begins no chapter of its own.
    expect(timelineRows(timeline, roster).filter(({kind}) => kind === 'heading')).toHaveLength(1)
  })

  it('has Sentinels that can be killed, paused and started like nodes, and remember what they knew', async () => {
    await using world = await startNodes('sentinel')
    const {nodes} = world
    await nodes.change('pause', '26380')
    await nodes.change('kill', '26381')
    await until(world, noSentinelMajority)
    const now = await world.look()
    expect(readingOf(now, '26380')).toMatchObject({is: 'silent', because: 'paused'})
    expect(readingOf(now, '26381')).toMatchObject({
      is: 'silent',
      because: 'notRunning',
      process: {is: 'killed'},
    })
    expect(sentinelSums(now).map(({words}) => words.key)).toEqual(['opinions.noMajority'])
    expect(await world.ask('26379', 'SENTINEL', 'CKQUORUM', 'mymaster').catch(String)).toMatch(
      /NOQUORUM 1 usable Sentinels/,
    )
    await nodes.change('resume', '26380')
    expect(await nodes.change('start', '26381')).toMatchObject({pid: expect.any(Number)})
    await until(world, sentinelsWatch)
    expect(await nodes.change('stop', '26381')).toMatchObject({pid: expect.any(Number)})
    expect(nodes.stateOf('26381').is).toBe('stopped')
    expect((await nodes.files.conf('26379')).lines.join('\n')).toContain(
      'sentinel monitor mymaster 127.0.0.1',
    )
  })

  it('knows the commands of both: SENTINEL and what it writes, GET and what it needs', async () => {
    await using world = await startNodes('sentinel')
    const {docs = {}, commandTable} = await world.nodes.commands()
    expect(docs['SENTINEL FAILOVER']).toMatchObject({group: 'sentinel'})
    expect(docs['GET']).toMatchObject({group: 'string'})
    expect(commandTable['SENTINEL CKQUORUM']).toMatchObject({arity: 3})
    expect(commandTable['GET']).toMatchObject({arity: 2, keys: [1, 1, 1]})
  })
})
