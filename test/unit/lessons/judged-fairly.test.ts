// Steps that could once be passed by something else than what they ask for: each with the way around it, and with the real thing.

import {describe, expect, test} from 'vitest'
import {readonly} from '../../../lessons/readonly/lesson.ts'
import {replicaof} from '../../../lessons/replicaof/lesson.ts'
import {tour} from '../../../lessons/tour/lesson.ts'
import type {NodeName} from '../../../src/model/cluster/node.ts'
import type {Reading} from '../../../src/model/cluster/snapshot.ts'
import type {Outcome} from '../../../src/model/commands/action.ts'
import {type Lesson, stepAt} from '../../../src/model/lesson/lesson.ts'
import type {Reply} from '../../../src/model/protocol/reply.ts'
import {answered, evidenceOf, master, replica, silent, snapshotOf} from '../model/readings.ts'

const ok: Reply = {type: 'status', text: 'OK'}

function ran(node: NodeName, line: string, reply: Reply = ok): Outcome {
  return {action: {do: 'command', node, words: line.split(' ')}, at: 0, ms: 1, is: 'replied', reply}
}

function signal(verb: 'kill' | 'start' | 'pause', node: NodeName): Outcome {
  return {action: {do: verb, node}, at: 0, ms: 1, is: 'done'}
}

/** Whether the goal of the step is met. */
function isMet(
  lesson: Lesson,
  [step, goal]: readonly [string, string],
  {
    start = [],
    now,
    done = [],
  }: {start?: readonly Reading[]; now: readonly Reading[]; done?: readonly Outcome[]},
): boolean {
  const found = stepAt(lesson, step).goals.find(({id}) => id === goal)
  return found?.goal(evidenceOf(snapshotOf(now), snapshotOf(start), done)).is === 'met'
}

describe('replicaof behind: a full resynchronization for lack of backlog', () => {
  const at = (full: number) => [
    master('6379', 10, {}, {stats: {sync_full: full}}),
    replica('6380', 6379),
    replica('6381', 6379),
    answered('6480', {role: 'master', master_replid: 'its own'}),
  ]
  const back = ran('6380', 'REPLICAOF 127.0.0.1 6379')
  const promoted = ran('6380', 'REPLICAOF NO ONE')
  const met = (full: number, done: readonly Outcome[]) =>
    isMet(replicaof, ['behind', 'full'], {start: at(2), now: at(2 + full), done})

  test('is one that no node with a history of its own explains', () => {
    expect(met(1, [signal('pause', '6380')])).toBe(true)
    expect(met(1, [ran('6380', 'REPLICAOF 127.0.0.1 1'), back])).toBe(true)
  })

  test('is none after a promotion, a restart, or a new replica; but one more is', () => {
    expect(met(1, [promoted, back])).toBe(false)
    expect(met(1, [promoted, ran('6380', 'REPLICAOF NO ONE'), back])).toBe(false)
    expect(met(1, [signal('kill', '6380'), signal('start', '6380'), back])).toBe(false)
    expect(met(1, [ran('6480', 'SLAVEOF 127.0.0.1 6379')])).toBe(false)
    expect(met(2, [promoted, back])).toBe(true)
  })
})

test('replicaof copy: the key that was written is read, not any key', () => {
  const hit = [replica('6380', 6379, {stats: {keyspace_hits: 1}})]
  const met = (line: string) =>
    isMet(replicaof, ['copy', 'read'], {
      start: [replica('6380', 6379)],
      now: hit,
      done: [ran('6380', line, {type: 'bulk', bytes: 'cup'})],
    })
  expect(met('GET product:1')).toBe(false)
  expect(met('GET cart:ann')).toBe(true)
})

test('replicaof full: the data may come from another replica; the step is no dead end then', () => {
  const start = [master('6379'), replica('6380', 6379)]
  const given = replica('6380', 6379, {stats: {sync_full: 1}})
  const now = [master('6379'), given, replica('6479', 6380)]
  expect(isMet(replicaof, ['full', 'synced'], {start, now})).toBe(true)
  // Another node got the data.
  const stranger = answered('6479', {role: 'master', master_replid: 'its own'})
  expect(isMet(replicaof, ['full', 'synced'], {start, now: [master('6379'), given, stranger]})).toBe(false)
  expect(isMet(replicaof, ['full', 'synced'], {start, now: start})).toBe(false)
})

test('readonly headless: a read counts after the master is dead, not before', () => {
  const start = [master('6379'), replica('6380', 6379)]
  const now = [silent('6379', 'notRunning'), replica('6380', 6379, {link: 'down', stats: {keyspace_hits: 1}})]
  const [read, kill] = [ran('6380', 'GET product:1', {type: 'bulk', bytes: 'cup'}), signal('kill', '6379')]
  expect(isMet(readonly, ['headless', 'read'], {start, now, done: [read, kill]})).toBe(false)
  expect(isMet(readonly, ['headless', 'read'], {start, now, done: [kill, read]})).toBe(true)
})

test('readonly split: a write to the old master counts even when nobody looked in time', () => {
  const now = [replica('6379', 6381), master('6381')]
  const done = [
    signal('start', '6379'),
    ran('6379', 'SET cart:ann lamp'),
    ran('6379', 'REPLICAOF 127.0.0.1 6381'),
  ]
  expect(isMet(readonly, ['split', 'two'], {now, done})).toBe(true)
  expect(isMet(readonly, ['split', 'two'], {now, done: done.filter((_, i) => i !== 1)})).toBe(false)
})

test('Steps that are gone count for the step that has their text', () => {
  expect(stepAt(tour, 'card').aliases).toContain('hint')
  expect(stepAt(readonly, 'refused').aliases).toContain('divide')
})

test('replicaof follow: the shop must still be there', () => {
  const shop = (keys: number) => master('6379', 10, {}, {keys})
  const now = (keys: number) => [shop(keys), replica('6380', 6379, {offset: 10})]
  const goal = stepAt(replicaof, 'follow').goals[0]?.goal
  const verdict = (keys: number) => goal?.(evidenceOf(snapshotOf(now(keys)), snapshotOf([shop(3)]))).is
  expect(verdict(1)).toBe('lost')
  expect(verdict(3)).not.toBe('lost')
})

test('a condition of a return is not met before anything has left', () => {
  const start = [master('6379'), replica('6380', 6379), replica('6381', 6379)]
  for (const [lesson, step, goal] of [
    [replicaof, 'partial', 'linked'],
    [replicaof, 'behind', 'linked'],
    [readonly, 'noreplicas', 'back'],
  ] as const)
    expect(isMet(lesson, [step, goal], {start, now: start})).toBe(false)
})

test('replicaof look: KEYS on another node looks too', () => {
  const start = [master('6379'), master('6481')]
  const keys = (...items: readonly string[]): Reply => ({
    type: 'array',
    items: items.map(bytes => ({type: 'bulk', bytes})),
  })
  const looked = (reply: Reply) =>
    isMet(replicaof, ['look', 'missing'], {start, now: start, done: [ran('6481', 'KEYS *', reply)]})
  expect(looked(keys())).toBe(true)
  expect(looked(keys('product:1'))).toBe(true)
  expect(looked(keys('stock:1'))).toBe(false)
})
