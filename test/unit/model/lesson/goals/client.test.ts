// The client at work as goals see it: what happened to it in this step, and whether it is served again.

import {expect, test} from 'vitest'
import {bySetting} from '../../../../../src/model/commands/client-settings.ts'
import type {TrafficFigures} from '../../../../../src/model/lesson/evidence.ts'
import {
  clientFailed,
  clientReadOld,
  clientReadsReplicas,
  clientRedirected,
  clientRetried,
  clientServed,
  clientsCompared,
} from '../../../../../src/model/lesson/goals/client.ts'
import type {Goal} from '../../../../../src/model/lesson/lesson.ts'
import {figuresOfTraffic, nothing, type Traffic} from '../../../../../src/model/state/traffic.ts'
import {answer, evidenceOf, snapshotOf} from '../../readings.ts'

const start: TrafficFigures = {
  ...{acknowledged: 5, redirects: 1, retries: 2, errors: {}},
  ...{slowest: 3, served: false},
}

const after = (more: Partial<TrafficFigures>) => ({
  ...evidenceOf(snapshotOf([])),
  traffic: {start, now: {...start, ...more}},
})
const asked = (goal: Goal, more: Partial<TrafficFigures> = {}) => answer(goal, after(more))

test('Redirects and retries count from the start of the step', () => {
  expect(asked(clientRedirected)).toBe('the client was not redirected yet')
  expect(asked(clientRedirected, {redirects: 2})).toBe('met')
  expect(asked(clientRetried)).toBe('the client did not have to retry yet')
  expect(asked(clientRetried, {retries: 3})).toBe('met')
})

test('A client that reads from replicas has read old data as soon as one read was old since the start', () => {
  expect(asked(clientReadsReplicas)).toMatch('/traffic on 50 replicas')
  expect(asked(clientReadsReplicas, {stale: 0})).toBe('met')
  expect(asked(clientReadOld, {stale: 0})).toBe('the client has not read anything old yet')
  expect(asked(clientReadOld, {stale: 1})).toBe('met')
})

test('Each of several clients has errors of its own', () => {
  const clients = bySetting(one => ({errors: one === 'bounded' ? 1 : 0, slowest: 10}))
  expect(asked(clientsCompared, {clients})).toBe('met')
  expect(asked(clientsCompared)).toMatch(/^one client is running; .*\/traffic on 20 compare$/)
  expect(clientFailed('bounded')(after({clients}))).toBe(true)
  expect(clientFailed('patient')(after({clients}))).toBe(false)
})

test('It is served again after a second without an error, and if few commands wait', () => {
  const good = {...nothing, at: 0, ok: 5, waiting: 0}
  const bad = {...good, errors: {MOVED: 1}}
  const served = (...buckets: Traffic['buckets']) =>
    asked(clientServed, figuresOfTraffic({is: 'on', rate: 20, totals: nothing, buckets}))
  expect(served(bad, good, good, good, good)).toBe('met')
  expect(served(good, bad, good, good)).toMatch('the client had errors')
  expect(served(good, good, good)).toMatch('the client had errors')
  expect(served(good, good, good, {...good, waiting: 90})).toMatch('commands are waiting')
})
