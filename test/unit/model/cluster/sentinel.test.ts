// What Sentinels reply, read as a view, and what follows from several views: opinions, sums, the leader, the master that all name.

import {describe, expect, it, test} from 'vitest'
import {portOf, sentinelRosterAt} from '../../../../src/model/cluster/node.ts'
import {
  agreedMaster,
  firstUnwatched,
  lastLeader,
  sentinelOfId,
  sentinelOpinions,
  usableSentinels,
  votesNeeded,
} from '../../../../src/model/cluster/sentinel-opinions.ts'
import {newSentinelSums, sentinelSums} from '../../../../src/model/cluster/sentinel-sums.ts'
import {
  fieldsOfView,
  readSentinelView,
  type SentinelView,
} from '../../../../src/model/cluster/sentinel-view.ts'
import {slotOwners} from '../../../../src/model/cluster/slot-owners.ts'
import type {Reading, SentinelReading, Snapshot} from '../../../../src/model/cluster/snapshot.ts'
import {whatChanged} from '../../../../src/model/cluster/what-changed.ts'
import {clientAtMaster} from '../../../../src/model/lesson/goals/client.ts'
import {sentinelsRun} from '../../../../src/model/lesson/goals/sentinel.ts'
import {figuresOfTraffic, nothing, withTraffic} from '../../../../src/model/state/traffic.ts'
import {translate} from '../../../../src/model/text/messages.ts'
import {answer, evidenceOf, master, replica} from '../readings.ts'

const idOf = (port: number) => String(port).padStart(40, '0')

/** Words of a reply as Redis 7.0.15 sent them, in its order. */
const words = (text: string) => text.trim().split(/\s+/)
const ofMaster = (port: number, flags: string) =>
  words(`name mymaster ip 127.0.0.1 port ${port} runid ${idOf(1)} flags ${flags} link-pending-commands 0
    last-ok-ping-reply 210 down-after-milliseconds 2000 role-reported master config-epoch 3 num-slaves 2
    num-other-sentinels 2 quorum 2 failover-timeout 10000 parallel-syncs 1`)
const ofReplica = (port: number, flags = 'slave') =>
  words(
    `name 127.0.0.1:${port} ip 127.0.0.1 port ${port} flags ${flags} master-link-status ok slave-priority 100`,
  )
const ofSentinel = (port: number, flags = 'sentinel', vote = '? voted-leader-epoch 0') =>
  words(
    `name ${idOf(port)} ip 127.0.0.1 port ${port} runid ${idOf(port)} flags ${flags} voted-leader ${vote}`,
  )

const sentinelPorts = [26379, 26380, 26381]

type Seen = Readonly<{flags?: string; other?: string; vote?: string; master?: number}>

function viewOf(port: number, {flags = 'master', other = 'sentinel', vote, master: named = 6379}: Seen = {}) {
  return readSentinelView({
    id: idOf(port),
    master: ofMaster(named, flags),
    replicas: [6381, 6380, 6379].filter(one => one !== named).map(one => ofReplica(one)),
    sentinels: sentinelPorts.filter(one => one !== port).map(one => ofSentinel(one, other, vote)),
  })
}

function sentinel(port: number, view: SentinelView = viewOf(port)): SentinelReading {
  const process = {is: 'running', pid: port} as const
  return {is: 'sentinel', name: `${port}`, port, process, runId: idOf(port), view}
}

const nodes = [master('6379'), replica('6380', 6379), replica('6381', 6379)]

function snapshotOf(sentinels: readonly Reading[], others: readonly Reading[] = nodes): Snapshot {
  return {at: 5000, stage: 'sentinel', roster: sentinelRosterAt(6379), nodes: [...others, ...sentinels]}
}

const says = (snapshot: Snapshot) => sentinelOpinions(snapshot).map(one => one.says?.join(' '))
const sums = (snapshot: Snapshot) => sentinelSums(snapshot).map(({words: said}) => translate('en', said))
const healthy = snapshotOf(sentinelPorts.map(port => sentinel(port)))

describe("A Sentinel's view", () => {
  it('has the master with its quorum, and the others in the order of their ports', () => {
    expect(viewOf(26379, {flags: 's_down,o_down,master,disconnected'})).toEqual({
      id: idOf(26379),
      master: {port: 6379, flags: ['s_down', 'o_down', 'master', 'disconnected'], quorum: 2, epoch: 3},
      replicas: [
        {port: 6380, flags: ['slave']},
        {port: 6381, flags: ['slave']},
      ],
      sentinels: [
        {port: 26380, flags: ['sentinel'], id: idOf(26380)},
        {port: 26381, flags: ['sentinel'], id: idOf(26381)},
      ],
    })
  })

  it('has the step of a failover and the votes, if there are any', () => {
    const leads = [...ofMaster(6379, 'o_down,master'), 'failover-state', 'wait_promotion']
    const vote = `${idOf(26379)} voted-leader-epoch 4`
    const view = readSentinelView({
      id: idOf(26379),
      master: leads,
      replicas: [],
      sentinels: [ofSentinel(26380, 'sentinel', vote)],
    })
    expect(view.master?.failover).toBe('wait_promotion')
    expect(view.sentinels).toEqual([
      {port: 26380, flags: ['sentinel'], id: idOf(26380), votedFor: idOf(26379), votedEpoch: 4},
    ])
    expect(fieldsOfView(view)).toEqual({
      mymaster: 'port=6379,flags=o_down|master,quorum=2,config-epoch=3',
      sentinel0: `port=26380,flags=sentinel,voted-leader=${idOf(26379)},voted-leader-epoch=4`,
    })
  })

  it('has no master where every question was refused', () => {
    const view = readSentinelView({id: 'x', master: undefined, replicas: undefined, sentinels: undefined})
    expect(view).toEqual({id: 'x', replicas: [], sentinels: []})
  })
})

describe('From the views of three Sentinels', () => {
  it('follow the opinions: nothing to say while all is well', () => {
    expect(says(healthy)).toEqual(['ok ok ok itself ok ok', 'ok ok ok ok itself ok', 'ok ok ok ok ok itself'])
    expect(sums(healthy)).toEqual([])
    expect(firstUnwatched(healthy)).toBeUndefined()
    expect(agreedMaster(healthy)).toBe('6379')
    expect(sentinelOfId(idOf(26380), healthy)).toBe('26380')
    expect(sentinelOfId(idOf(7), healthy)).toBeUndefined()
  })

  it('follows that a master is down for one, or for a quorum', () => {
    const one = sentinel(26379, viewOf(26379, {flags: 's_down,master,disconnected'}))
    const two = sentinel(26380, viewOf(26380, {flags: 's_down,o_down,master'}))
    const third = sentinel(26381, viewOf(26381, {flags: 'master,disconnected'}))
    const now = snapshotOf([one, two, third])
    expect(says(now)).toEqual([
      's_down ok ok itself ok ok',
      'o_down ok ok ok itself ok',
      'unlinked ok ok ok ok itself',
    ])
    expect(sums(now)).toEqual(['6379 is marked down by 2 of the Sentinels; the quorum is 2'])
    expect(firstUnwatched(now)).toEqual({port: 6379, by: 26379, opinion: 's_down'})
    expect(newSentinelSums(healthy, now).map(({key}) => key)).toEqual(['opinions.quorum'])
    // That fewer see it as down is no news: the failover is.
    const fewer = snapshotOf([one, sentinel(26380), sentinel(26381)])
    expect(newSentinelSums(now, fewer)).toEqual([])
  })

  it('follows that one that sees the others as down is alone, and what it would need', () => {
    const alone = sentinel(26379, viewOf(26379, {other: 's_down,sentinel,disconnected'}))
    expect([usableSentinels(alone), votesNeeded(alone)]).toEqual([1, 2])
    const gone = sentinelPorts.slice(1).map((port): Reading => {
      const process = {is: 'killed'} as const
      return {is: 'silent', name: `${port as 26380}`, port, process, because: 'notRunning', since: 0}
    })
    const now = snapshotOf([alone, ...gone])
    expect(says(now)).toEqual(['ok ok ok itself s_down s_down', undefined, undefined])
    expect(answer(sentinelsRun(2), evidenceOf(now))).toBe('1 Sentinel runs; expected 2')
    expect(answer(sentinelsRun(1), evidenceOf(now))).toBe('met')
    expect(sums(now)).toEqual(['26379 reaches 1 of 3 Sentinels: a failover needs 2 votes'])
  })

  it('follows who led the last failover: the one that others voted for', () => {
    const vote = `${idOf(26380)} voted-leader-epoch 2`
    const leader = sentinel(26380, viewOf(26380, {vote}))
    const now = snapshotOf([sentinel(26379), leader, sentinel(26381)])
    expect(lastLeader(healthy)).toBeUndefined()
    expect(lastLeader(now)).toEqual({port: 26380, epoch: 2, voters: [26379, 26381]})
  })

  it('follows no master that all name while one still names another, or the named one is no master', () => {
    const promoted = [replica('6379', 6380), master('6380'), replica('6381', 6380)]
    const [first, ...others] = sentinelPorts.map(port => sentinel(port, viewOf(port, {master: 6380})))
    expect(agreedMaster(snapshotOf([sentinel(26379), ...others], promoted))).toBeUndefined()
    expect(agreedMaster(snapshotOf([first as Reading, ...others], nodes))).toBeUndefined()
    const all = snapshotOf([first as Reading, ...others], promoted)
    expect(agreedMaster(all)).toBe('6380')
    expect(whatChanged(healthy, all).map(change => translate('en', change))).toContain(
      'Sentinel 26379 now names 6380 as the master',
    )
  })

  it('follows where the writes of a client belong that asks them: on the master that all name', () => {
    expect(slotOwners(healthy)).toEqual([{port: 6379, slots: ['0-16383']}])
    const alone = [
      sentinel(26379, viewOf(26379, {master: 6380})),
      ...sentinelPorts.slice(1).map(port => sentinel(port)),
    ]
    expect(slotOwners(snapshotOf(alone))).toBeUndefined()
  })
})

test('A client that asks Sentinels is where they sent it last, until its connection ends', () => {
  const bucket = {...nothing, at: 0, waiting: 0}
  const [began, found, went, again] = [
    {is: 'began', rate: 20} as const,
    {is: 'counted', bucket: {...bucket, master: 6380}} as const,
    {is: 'counted', bucket} as const,
    {is: 'counted', bucket: {...bucket, master: 6379}} as const,
  ]
  const asked = (...events: readonly Parameters<typeof withTraffic>[1][]) => {
    const traffic = events.reduce<ReturnType<typeof withTraffic>>(withTraffic, undefined)
    const now = traffic && figuresOfTraffic(traffic)
    return answer(clientAtMaster, {...evidenceOf(healthy), ...(now && {traffic: {now, start: now}})})
  }
  expect(asked()).toBe('no client is at work; to start it: /traffic on')
  expect(asked(began)).toBe('the client writes to -; expected 6379')
  expect(asked(began, found, went)).toBe('the client writes to 6380; expected 6379')
  expect(asked(began, found, went, again)).toBe('met')
})

test('The ports of Sentinels move with those of the nodes, and they have no bus', () => {
  const roster = sentinelRosterAt(7379, ['6382'])
  expect(roster.map(({name, port, kind, fromStart}) => [name, port, kind, fromStart])).toEqual([
    ['6379', 7379, 'node', true],
    ['6380', 7380, 'node', true],
    ['6381', 7381, 'node', true],
    ['6382', 7382, 'node', false],
    ['26379', 27379, 'sentinel', true],
    ['26380', 27380, 'sentinel', true],
    ['26381', 27381, 'sentinel', true],
  ])
  expect(roster.find(({name}) => name === '26379')?.busPort).toBe(portOf('26379', roster))
})
