// Data that nodes lost, with the cause: as far as two snapshots show it.

import {expect, test} from 'vitest'
import {dataLosses} from '../../../../src/model/cluster/data-loss.ts'
import type {Reading} from '../../../../src/model/cluster/snapshot.ts'
import {whatChanged} from '../../../../src/model/cluster/what-changed.ts'
import {translate} from '../../../../src/model/text/messages.ts'
import {history, master, replica, silent, snapshotOf} from '../readings.ts'

const said = (before: readonly Reading[], now: readonly Reading[]) =>
  whatChanged(snapshotOf(before), snapshotOf(now)).map(one => translate('en', one))
const down = (runId: string, keys: number): Reading => ({
  ...silent('6379', 'notRunning', {role: 'master', master_replid: history}),
  last: {runId, keys},
})
const withHistory = (reading: ReturnType<typeof replica>, id: string) => ({
  ...reading,
  replication: {...reading.replication, master_replid: id},
})

test('A master that comes back empty empties its replica', () => {
  const before = [down('old', 3), replica('6479', 6379, {keys: 3, link: 'down'})]
  const back = master('6379', 0, {}, {runId: 'new'})
  const now = [back, withHistory(replica('6479', 6379, {keys: 0}), 'b'.repeat(40))]
  expect(said(before, now)).toEqual([
    '6379 came back as a master',
    '6379 lost data: keys 3→0. It restarted and had not saved them',
    '6479 lost data: keys 3→0. Its master 6379 is empty, and an empty master empties its replicas',
  ])
})

test('A master that becomes a replica loses what it had more than its master', () => {
  const copy = withHistory(replica('6380', 6379, {keys: 2}), 'b'.repeat(40))
  expect(said([master('6380', 0, {}, {keys: 5})], [copy])).toEqual([
    '6380 became a replica of 6379',
    '6380 lost data: keys 5→2. A full resynchronization replaced its data with a copy of 6379',
  ])
})

test.each<[what: string, before: Reading, now: Reading]>([
  ['deleted keys', master('6379', 0, {}, {keys: 3}), master('6379', 9, {}, {keys: 0})],
  ['keys that a master deleted', replica('6479', 6379, {keys: 3}), replica('6479', 6379, {keys: 0})],
  ['a pause', down('run-of-6379', 3), master('6379', 0, {}, {keys: 2})],
  ['a restart that kept all', down('old', 3), master('6379', 0, {}, {keys: 3})],
])('%s: no loss', (_, before, now) => {
  expect(dataLosses(snapshotOf([before]), snapshotOf([now]))).toEqual([])
})

test('Keys that may have expired are no loss, and are not counted where others are lost', () => {
  const before = master('6379', 0, {}, {runId: 'old', keys: 4, expires: 1})
  const after = (keys: number) => [master('6379', 0, {}, {runId: 'new', keys})]
  expect(dataLosses(snapshotOf([before]), snapshotOf(after(3)))).toEqual([])
  expect(said([before], after(0))).toEqual([
    '6379 lost data: keys 3→0. It restarted and had not saved them (keys with a time to live are not counted)',
  ])
})
