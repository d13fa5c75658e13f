// Goals about the client at work: what it had acknowledged, lost and refused since the step began.

import {expect, test} from 'vitest'
import type {Evidence, TrafficFigures} from '../../../../../src/model/lesson/evidence.ts'
import {
  clientGotError,
  clientLost,
  clientLostNothing,
  clientVerified,
  clientWrote,
} from '../../../../../src/model/lesson/goals/traffic.ts'
import type {Goal} from '../../../../../src/model/lesson/lesson.ts'
import {evidenceOf, fullAnswer, snapshotOf} from '../../readings.ts'

type Figures = Partial<TrafficFigures>

/** 100 writes were acknowledged before the step, 3 of them lost. */
const before: TrafficFigures = {
  acknowledged: 100,
  ...{redirects: 0, retries: 0, served: true},
  errors: {CLUSTERDOWN: 2},
  slowest: 1,
  lost: {writes: 3, of: 90},
}
const after = (now: Figures, start: Figures = {}): Evidence => ({
  ...evidenceOf(snapshotOf([])),
  traffic: {now: {...before, ...now}, start: {...before, ...start}},
})

test.each<readonly [string, Goal, Evidence, string]>([
  [
    'a step without a client',
    clientWrote(1),
    evidenceOf(snapshotOf([])),
    'notYet: no client is at work; to start it: /traffic on',
  ],
  [
    'writes before the step',
    clientWrote(1),
    after({}),
    'notYet: 0 of its writes acknowledged; expected 1 or more',
  ],
  ['writes in it', clientWrote(20), after({acknowledged: 120}), 'met'],
  [
    'a loss before the step',
    clientLost(),
    after({lost: {writes: 3, of: 110}}),
    'notYet: 0 of the acknowledged writes lost; expected 1 or more',
  ],
  ['a loss in it', clientLost(2), after({lost: {writes: 5, of: 110}}), 'met'],
  [
    'a smaller one than expected',
    clientLost(3),
    after({lost: {writes: 5, of: 110}}),
    'notYet: 2 of the acknowledged writes lost; expected 3 or more',
  ],
  [
    'writes that were read back before the step',
    clientVerified,
    after({}),
    'notYet: not verified yet: the lab reads the writes back when a role changes',
  ],
  ['writes that were read back in it', clientVerified, after({lost: {writes: 3, of: 101}}), 'met'],
  [
    'no loss, but not read back',
    clientLostNothing,
    after({acknowledged: 120}),
    'notYet: not verified yet: the lab reads the writes back when a role changes',
  ],
  ['no new loss, read back', clientLostNothing, after({lost: {writes: 3, of: 120}}), 'met'],
  [
    'a new loss',
    clientLostNothing,
    after({lost: {writes: 4, of: 120}}),
    'notYet: 1 of the acknowledged writes is lost; expected none',
  ],
  [
    'a first loss',
    clientLost(),
    {
      ...evidenceOf(snapshotOf([])),
      traffic: {
        now: {...before},
        start: {acknowledged: 0, redirects: 0, retries: 0, served: true, errors: {}, slowest: 0},
      },
    },
    'met',
  ],
  [
    'an error before the step',
    clientGotError('CLUSTERDOWN'),
    after({}),
    'notYet: the client got no CLUSTERDOWN error yet',
  ],
  ['an error in it', clientGotError('NOREPLICAS'), after({errors: {CLUSTERDOWN: 2, NOREPLICAS: 1}}), 'met'],
])('%s', (_, goal, evidence, expected) => {
  expect(fullAnswer(goal, evidence)).toBe(expected)
})
