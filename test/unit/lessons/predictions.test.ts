// What a prediction asks about is seen only when it happened: in the right order and on the right way.

import {describe, expect, test} from 'vitest'
import {readonly} from '../../../lessons/readonly/lesson.ts'
import {replicaof} from '../../../lessons/replicaof/lesson.ts'
import {server} from '../../../lessons/server/lesson.ts'
import {slots} from '../../../lessons/slots/lesson.ts'
import {slotOf} from '../../../src/model/cluster/hash-slot.ts'
import type {NodeName} from '../../../src/model/cluster/node.ts'
import type {Answered} from '../../../src/model/cluster/snapshot.ts'
import type {Outcome} from '../../../src/model/commands/action.ts'
import {type Lesson, stepAt} from '../../../src/model/lesson/lesson.ts'
import {bytesOf} from '../../../src/model/protocol/bytes.ts'
import type {Reply} from '../../../src/model/protocol/reply.ts'
import {evidenceOf, master, replica, snapshotOf} from '../model/readings.ts'

const predictionOf = (lesson: Lesson, step: string) => stepAt(lesson, step).prediction

function ran(node: NodeName, line: string, reply: Reply): Outcome {
  return {action: {do: 'command', node, words: line.split(' ')}, at: 0, ms: 1, is: 'replied', reply}
}

describe('slots: where a third node redirects to before NODE', () => {
  const prediction = predictionOf(slots, 'close')
  const slot = slotOf(bytesOf('cart:{ann}'))
  const moved = (port: number, of = slot) =>
    ran('6381', 'GET cart:{ann}:items', {type: 'error', text: `MOVED ${of} 127.0.0.1:${port}`})
  const seen = (...done: readonly Outcome[]) => prediction?.seen(evidenceOf(snapshotOf([]), undefined, done))

  test('is seen when the learner asks before', () => {
    expect(prediction?.answer).toBe('source')
    expect(seen(moved(6379))).toBe(true)
  })

  test('is not seen when the learner asks after, nor for the key of another slot', () => {
    expect(seen(ran('6381', 'CLUSTER SETSLOT', {type: 'status', text: 'OK'}), moved(6380))).toBe(false)
    expect(seen(moved(6379, slot + 1))).toBe(false)
  })
})

describe('readonly: what WAIT replies while a replica has not applied the write', () => {
  const prediction = predictionOf(readonly, 'wait')
  const start = snapshotOf([
    master('6379', 10),
    replica('6380', 6379, {offset: 10}),
    replica('6381', 6379, {offset: 10}),
  ])
  const now = snapshotOf([
    master('6379', 110, {}, {calls: {wait: 1}}),
    replica('6380', 6379, {offset: 10}),
    replica('6381', 6379, {offset: 110}),
  ])
  const write = ran('6379', 'SET product:1 cup', {type: 'status', text: 'OK'})
  const counted = (text: string) => ran('6379', 'WAIT 2 1000', {type: 'integer', text})

  test('is seen when it counts the replicas that have it', () => {
    expect(prediction?.answer).toBe('one')
    expect(prediction?.seen(evidenceOf(now, start, [write, counted('1')]))).toBe(true)
  })

  test('is not seen on a new connection, which has written nothing and so counts both', () => {
    expect(prediction?.seen(evidenceOf(now, start, [write, counted('2')]))).toBe(false)
  })
})

describe('replicaof: what replicas get after a short break', () => {
  const prediction = predictionOf(replicaof, 'partial')
  const of6379 = (full: number, partial: number) =>
    snapshotOf([
      master('6379', 10, {}, {stats: {sync_full: full, sync_partial_ok: partial}}),
      replica('6380', 6379),
      replica('6381', 6379),
    ])
  const seen = (full: number, partial: number) =>
    prediction?.seen(evidenceOf(of6379(2 + full, partial), of6379(2, 0)))

  test('is seen when they get the rest', () => {
    expect(prediction?.answer).toBe('rest')
    expect(seen(0, 2)).toBe(true)
  })

  test('is not seen when a replica was promoted in between and got everything; but it is when the link then breaks', () => {
    expect(seen(1, 0)).toBe(false)
    expect(seen(1, 2)).toBe(true)
  })
})

describe('server: what a new process has and is', () => {
  const ok: Reply = {type: 'status', text: 'OK'}
  const signal = (verb: 'kill' | 'stop' | 'start'): Outcome => ({
    action: {do: verb, node: '6382'},
    at: 0,
    ms: 1,
    is: 'done',
  })
  /** The process is not the one that the step began with. */
  const seen = (step: string, now: Answered, done: readonly Outcome[]) => {
    const again = snapshotOf([master('6379', 0, {6382: 'online'}), {...now, runId: 'another'}])
    return predictionOf(server, step)?.seen(evidenceOf(again, snapshotOf([master('6382')]), done))
  }

  test('kept: a kill is seen, not a SHUTDOWN', () => {
    const back = master('6382', 0, {}, {keys: 1})
    expect(seen('kept', back, [signal('kill'), signal('start')])).toBe(true)
    expect(seen('kept', back, [signal('stop'), signal('start')])).toBe(false)
  })

  test('rewrite: the restart of a master that was only told so is seen, though another was saved before', () => {
    const told = ran('6382', 'REPLICAOF NO ONE', ok)
    const saved = [told, ran('6382', 'CONFIG REWRITE', ok), signal('kill'), signal('start')]
    const forgotten = [told, signal('kill'), signal('start')]
    const follows = replica('6382', 6379)
    expect(seen('rewrite', follows, saved)).toBe(false)
    expect(seen('rewrite', follows, [...saved, ...forgotten])).toBe(true)
  })
})
