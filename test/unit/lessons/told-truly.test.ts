// What lessons say of a way that was taken: never of another one.

import {describe, expect, test} from 'vitest'
import {build} from '../../../lessons/build/lesson.ts'
import {failover} from '../../../lessons/failover/lesson.ts'
import {readonlyCluster} from '../../../lessons/readonly-cluster/lesson.ts'
import {server} from '../../../lessons/server/lesson.ts'
import {slots} from '../../../lessons/slots/lesson.ts'
import {slotOf} from '../../../src/model/cluster/hash-slot.ts'
import {type NodeName, sixNodes} from '../../../src/model/cluster/node.ts'
import type {Reading} from '../../../src/model/cluster/snapshot.ts'
import type {Outcome} from '../../../src/model/commands/action.ts'
import {type Lesson, stepAt} from '../../../src/model/lesson/lesson.ts'
import {bytesOf} from '../../../src/model/protocol/bytes.ts'
import type {Reply} from '../../../src/model/protocol/reply.ts'
import {clusterMaster, evidenceOf, master, replica, silent, snapshotOf} from '../model/readings.ts'

const ok: Reply = {type: 'status', text: 'OK'}
const error = (text: string): Reply => ({type: 'error', text})

function ran(node: NodeName, line: string, reply: Reply = ok): Outcome {
  return {action: {do: 'command', node, words: line.split(' ')}, at: 0, ms: 1, is: 'replied', reply}
}

function signal(verb: 'kill' | 'start' | 'pause', node: NodeName): Outcome {
  return {action: {do: verb, node}, at: 0, ms: 1, is: 'done'}
}

type Run = {start?: readonly Reading[]; now: readonly Reading[]; done?: readonly Outcome[]}

const evidence = ({start = [], now, done = []}: Run) => evidenceOf(snapshotOf(now), snapshotOf(start), done)

/** The first known mistake that the run is. */
function mistakeOf(lesson: Lesson, step: string, run: Run): string | undefined {
  return stepAt(lesson, step).mistakes.find(({when}) => when(evidence(run)))?.id
}

const seen = (lesson: Lesson, step: string, run: Run) => stepAt(lesson, step).prediction?.seen(evidence(run))

function factsOf(lesson: Lesson, step: string, run: Run): readonly string[] {
  return stepAt(lesson, step)
    .facts.filter(({goal}) => goal(evidence(run)).is === 'met')
    .map(({id}) => id)
}

describe('failover repair: the old master, when another had been elected', () => {
  const down = [silent('6381', 'notRunning'), silent('6481', 'notRunning')]
  const views = (owner: string): readonly Reading[] => [
    clusterMaster('6379', ['0-5460'], {sees: {6381: [], 6481: [], [owner]: ['10923-16383']}}),
  ]
  const back = [
    {...clusterMaster('6381', ['10923-16383']), cluster: {info: {cluster_state: 'ok'}, nodes: []}},
    replica('6481', 6381),
  ]
  const run = (owner: string, done: readonly Outcome[]): Run => ({
    start: [...views(owner), ...down],
    now: back,
    done,
  })

  test('is said to have kept its slots if nobody had taken them', () => {
    expect(factsOf(failover, 'repair', run('6381', [signal('start', '6381')]))).toContain('kept')
  })

  test('is not, if another had taken them, or it took over by FORCE', () => {
    expect(factsOf(failover, 'repair', run('6481', [signal('start', '6381')]))).not.toContain('kept')
    expect(seen(failover, 'repair', run('6481', [signal('start', '6381')]))).toBe(false)
    expect(factsOf(failover, 'repair', run('6381', [ran('6381', 'CLUSTER FAILOVER FORCE')]))).not.toContain(
      'kept',
    )
  })
})

test('failover replica: the time from the end to fail is told only if the node was not paused first', () => {
  const now = [silent('6481', 'notRunning')]
  expect(factsOf(failover, 'replica', {now, done: [signal('kill', '6481')]})).toContain('timed')
  const paused = factsOf(failover, 'replica', {now, done: [signal('pause', '6481'), signal('kill', '6481')]})
  expect(paused).toContain('paused')
  expect(paused).not.toContain('timed')
})

describe('failover kill: another node is down', () => {
  const start = [
    clusterMaster('6379', ['0-5460']),
    clusterMaster('6380', ['5461-10922']),
    clusterMaster('6381', ['10923-16383']),
    replica('6479', 6379),
    replica('6480', 6380),
    replica('6481', 6381),
  ]
  const gone = [silent('6380', 'notRunning'), silent('6381', 'notRunning')]

  test('and nobody has replaced it: there is no majority', () => {
    expect(mistakeOf(failover, 'kill', {start, now: [...start, ...gone]})).toBe('majority-lost')
  })

  test('but its replica has: there is one', () => {
    const now = [...start, ...gone, clusterMaster('6480', ['5461-10922'])]
    expect(mistakeOf(failover, 'kill', {start, now})).toBe('another')
  })

  test('since before the step: nothing is said', () => {
    const before = [...start, silent('6380', 'notRunning'), clusterMaster('6480', ['5461-10922'])]
    expect(mistakeOf(failover, 'kill', {start: before, now: before})).toBeUndefined()
  })

  test('or paused: that is said as well', () => {
    expect(mistakeOf(failover, 'kill', {start, now: [...start, silent('6380', 'paused')]})).toBe('another')
  })
})

test('failover election: the log of a master that could vote counts, and no other', () => {
  const start = [
    clusterMaster('6379', ['0-5460']),
    silent('6380', 'notRunning'),
    silent('6381', 'notRunning'),
    replica('6479', 6379),
    clusterMaster('6480', ['5461-10922']),
    clusterMaster('6481', ['10923-16383']),
  ]
  const votes = stepAt(failover, 'election').goals.find(({id}) => id === 'votes')
  const read = (node: NodeName) =>
    votes?.goal(evidenceOf(snapshotOf(start), snapshotOf(start), [], [node])).is
  expect(['6379', '6480'].map(node => read(node as NodeName))).toEqual(['met', 'met'])
  expect(['6380', '6479', '6481'].map(node => read(node as NodeName))).toEqual(['notYet', 'notYet', 'notYet'])
})

describe('readonly-cluster', () => {
  test('a master that is down is named before its promoted replica', () => {
    const now = [silent('6379', 'notRunning'), clusterMaster('6479', ['0-5460'])]
    for (const step of ['moved', 'read', 'limits'])
      expect(mistakeOf(readonlyCluster, step, {now})).toBe('master-down')
    expect(mistakeOf(readonlyCluster, 'read', {now: [clusterMaster('6479', ['0-5460'])]})).toBe('promoted')
  })

  test('the replica of another master is the wrong one', () => {
    const done = [ran('6481', 'SET orders:today 1', error('MOVED 4508 127.0.0.1:6379'))]
    expect(mistakeOf(readonlyCluster, 'moved', {now: [replica('6479', 6379)], done})).toBe('other-replica')
  })

  test('limits: a write counts only while READONLY was in effect', () => {
    const write = stepAt(readonlyCluster, 'limits').goals.find(({id}) => id === 'write')
    const set = ran('6479', 'SET product:4 candle', error('MOVED 1 127.0.0.1:6379'))
    const is = (...done: readonly Outcome[]) =>
      write?.goal(evidence({now: [replica('6479', 6379, {errors: {MOVED: 1}})], done})).is
    expect(is(set)).toBe('met')
    expect(is(ran('6479', 'READWRITE'), set)).toBe('notYet')
    expect(is(ran('6479', 'READWRITE'), ran('6479', 'READONLY'), set)).toBe('met')
  })
})

describe('slots', () => {
  const slot = slotOf(bytesOf('cart:{ann}'))
  const redirect = (is: string, port: number) => error(`${is} ${slot} 127.0.0.1:${port}`)

  test('open: MIGRATING first is tested by a client that is sent back and forth', () => {
    const id = '6380'.padEnd(40, '0')
    const now = [
      clusterMaster('6379', [String(slot)], {moving: [`[${slot}->-${id}]`], sees: {6380: []}}),
      clusterMaster('6380', [], {sees: {6379: [String(slot)]}}),
    ]
    const done = [
      ran('6379', 'GET cart:{ann}:new', redirect('ASK', 6380)),
      ran('6380', 'GET cart:{ann}:new', redirect('MOVED', 6379)),
    ]
    expect(seen(slots, 'open', {now, done})).toBe(true)
    expect(seen(slots, 'open', {now, done: done.slice(0, 1)})).toBe(false)
  })

  test('ask, moved: an error that the client followed is not said to have been shown', () => {
    const now = [clusterMaster('6379', [String(slot)], {errors: {ASK: 1, MOVED: 1}})]
    expect(factsOf(slots, 'ask', {now})).toEqual(['followed'])
    expect(factsOf(slots, 'ask', {now, done: [ran('6379', 'GET a', redirect('ASK', 6380))]})).toEqual([
      'shown',
    ])
    expect(factsOf(slots, 'moved', {now})).toEqual(['followed'])
  })

  test('tags: a redirect of another key says nothing about the slot of {ann}', () => {
    const at = (line: string) => ({now: [], done: [ran('6381', line, redirect('MOVED', 6379))]})
    expect(mistakeOf(slots, 'tags', at('GET product:1'))).toBeUndefined()
    expect(mistakeOf(slots, 'tags', at('MSET {ann}:items 1 {ann}:coupon 2'))).toBe('other-node')
  })

  test('tags: two keys stored one by one do not pass', () => {
    const together = stepAt(slots, 'tags').goals.find(({id}) => id === 'together')
    const held = (count: number, calls: Readonly<Record<string, number>>) => [
      clusterMaster('6379', [String(slot)], {slotKeys: {[slot]: count}, calls}),
    ]
    const is = (calls: Readonly<Record<string, number>>, done: readonly Outcome[] = []) =>
      together?.goal(evidence({start: held(0, {}), now: held(2, calls), done})).is
    expect(is({set: 2})).toBe('notYet')
    expect(is({mset: 1})).toBe('met')
    expect(is({exec: 1})).toBe('met')
    // Redis counts a command that it refused apart from its calls, and one that failed among them.
    const refused = [ran('6379', 'MSET product:1 a product:4 b', error('CROSSSLOT Keys'))]
    expect(is({set: 2}, refused)).toBe('notYet')
    expect(is({mset: 1}, refused)).toBe('met')
    const aborted = [ran('6379', 'EXEC', error('EXECABORT Transaction discarded'))]
    expect(is({set: 2, exec: 1}, aborted)).toBe('notYet')
  })

  test('close: a redirect to 6379 after NODE ran there leads nowhere', () => {
    const moved = ran('6381', 'GET cart:{ann}:items', redirect('MOVED', 6379))
    const node = ran('6379', `CLUSTER SETSLOT ${slot} NODE ${'6380'.padEnd(40, '0')}`)
    expect(seen(slots, 'close', {now: [], done: [moved, node]})).toBe(true)
    expect(seen(slots, 'close', {now: [], done: [node, moved]})).toBe(false)
  })
})

describe('server: of a password that a node does not take', () => {
  const auth = ran(
    '6382',
    'AUTH s3cret',
    error('ERR AUTH <password> called without any password configured for the default user.'),
  )
  const start = [master('6382')]

  test('a restart is advised once, and then a look at the file', () => {
    expect(mistakeOf(server, 'password', {start, now: start, done: [auth]})).toBe('no-password-yet')
    const restarted = [master('6382', 0, {}, {runId: 'another'})]
    expect(mistakeOf(server, 'password', {start, now: restarted, done: [auth]})).toBe('overruled')
  })

  test('masterauth: only what was refused in this step counts', () => {
    const refusing = (times: number) => master('6382', 0, {}, {errors: {WRONGPASS: times}})
    const waiting = replica('6482', 6382, {link: 'down'})
    const at = (times: number) =>
      mistakeOf(server, 'masterauth', {start: [refusing(1), master('6482')], now: [refusing(times), waiting]})
    expect(at(1)).toBeUndefined()
    expect(at(2)).toBe('wrong-password')
  })

  test('rewrite: an old CONFIG REWRITE is no mistake of the last line', () => {
    const now = [master('6379', 0, {6382: 'online'}), replica('6382', 6379)]
    const saved = ran('6382', 'CONFIG REWRITE')
    expect(mistakeOf(server, 'rewrite', {start: now, now, done: [saved]})).toBe('rewrote-a-replica')
    expect(
      mistakeOf(server, 'rewrite', {start: now, now, done: [saved, ran('6382', 'ROLE')]}),
    ).toBeUndefined()
  })
})

describe('build', () => {
  test('meet: a port of nobody is told from that of a node', () => {
    const done = (port: number) => [ran('6379', `CLUSTER MEET 127.0.0.1 ${port}`)]
    expect(mistakeOf(build, 'meet', {now: [], done: done(1)})).toBe('nobody-there')
    expect(mistakeOf(build, 'meet', {now: [], done: done(6379)})).toBe('itself')
    expect(mistakeOf(build, 'meet', {now: [], done: done(6380)})).toBeUndefined()
  })

  test('reset: nodes that are apart take no key, so the step starts over', () => {
    const goal = stepAt(build, 'reset').goals.find(({id}) => id === 'written')?.goal
    const standing = (reading: (node: NodeName) => Reading) => sixNodes.map(reading)
    const apart = {now: standing(node => clusterMaster(node, []))}
    const joined = {now: standing(node => clusterMaster(node, ['0'], {sees: {1: []}}))}
    const holding = {now: standing(node => clusterMaster(node, ['0'], {keys: 1}))}
    expect([apart, joined, holding].map(run => goal?.(evidence(run)).is)).toEqual(['lost', 'notYet', 'met'])
  })
})
