// What changed between two snapshots, as sentences.

import {expect, test} from 'vitest'
import type {Reading} from '../../../../src/model/cluster/snapshot.ts'
import {stepChanges, whatChanged} from '../../../../src/model/cluster/what-changed.ts'
import {translate} from '../../../../src/model/text/messages.ts'
import {recorded} from '../../recorded/recording.ts'
import {late, master, replica, silent, snapshotOf} from '../readings.ts'

const sentences = (before: readonly Reading[], now: readonly Reading[]) =>
  whatChanged(snapshotOf(before), snapshotOf(now)).map(one => translate('en', one))

test.each<[what: string, before: Reading, now: Reading, said: readonly string[]]>([
  ['nothing', master('6379', 5), master('6379', 99), []],
  ['a replica of somebody', master('6380'), replica('6380', 6379), ['6380 became a replica of 6379']],
  ['of somebody else', replica('6380', 6379), replica('6380', 6381), ['6380 became a replica of 6381']],
  ['a master', replica('6380', 6379), master('6380'), ['6380 became a master']],
  ['keys', master('6379', 0, {}, {keys: 1}), master('6379', 0, {}, {keys: 3}), ['6379: keys 1→3']],
  ['gone', master('6379'), silent('6379', 'notRunning'), ['6379 went down']],
  ['frozen', master('6379'), silent('6379', 'paused'), ['6379 is paused']],
  ['back', silent('6380', 'notRunning'), replica('6380', 6379), ['6380 came back as a replica of 6379']],
  [
    'back in time',
    late(master('6380')),
    replica('6380', 6379, {runId: 'run-of-6380'}),
    ['6380 responds again and is a replica of 6379'],
  ],
  [
    'back as another process',
    late(master('6380')),
    replica('6380', 6379, {runId: 'another'}),
    ['6380 came back as a replica of 6379'],
  ],
  ['a spare', silent('6481', 'notStarted'), master('6481'), ['6481 was started: it is a master']],
  [
    'awake',
    silent('6380', 'paused'),
    replica('6380', 6379),
    ['6380 responds again and is a replica of 6379'],
  ],
  [
    'synchronisations',
    master('6379', 0, {}, {stats: {sync_full: 1, sync_partial_ok: 0}}),
    master('6379', 0, {}, {stats: {sync_full: 2, sync_partial_ok: 2}}),
    ['6379 started 1 full resynchronization', '6379 accepted 2 partial resynchronizations'],
  ],
  [
    'a new process counts from nothing',
    master('6379', 0, {}, {stats: {sync_full: 5}}),
    master('6379', 0, {}, {stats: {sync_full: 1}, runId: 'another'}),
    ['6379 started 1 full resynchronization'],
  ],
])('%s', (_, before, now, said) => {
  expect(sentences([before], [now])).toEqual(said)
})

test('A step tells the role that a node has at its end: it may have come back with another', () => {
  const said = stepChanges(snapshotOf([silent('6380', 'notRunning')]), snapshotOf([replica('6380', 6379)]))
  expect(said.map(one => translate('en', one))).toEqual(['6380 is running again, now a replica of 6379'])
})

test('A spare that was started in a step runs now, not again', () => {
  const said = stepChanges(snapshotOf([silent('6481', 'notStarted')]), snapshotOf([replica('6481', 6379)]))
  expect(said.map(one => translate('en', one))).toEqual(['6481 runs now and is a replica of 6379'])
})

test('A failover names the slots and the epoch of the new master, and who went down', () => {
  const said = whatChanged(recorded('cluster'), recorded('promoted')).map(one => translate('en', one))
  expect(said).toContain('6381 went down')
  expect(said).toContainEqual(expect.stringMatching(/^6481 became the master of 10923-16383, epoch \d+$/))
})
