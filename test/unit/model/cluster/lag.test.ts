// How far replicas are behind, and what is remembered of it.

import {describe, expect, test} from 'vitest'
import {behindOf, type Lags, lagSteps, withLags} from '../../../../src/model/cluster/lag.ts'
import type {Snapshot} from '../../../../src/model/cluster/snapshot.ts'
import {answered, master, replica, silent, snapshotOf} from '../readings.ts'

/** 6380 at `offset` under 6379 at 1000, `at` ms. */
const moment = (at: number, offset: number) =>
  snapshotOf([master('6379', 1000), replica('6380', 6379, {offset})], {at})
const remembered = (snapshots: readonly Snapshot[]) => snapshots.reduce<Lags>(withLags, {})

describe('How far a node is behind', () => {
  test('a replica of a replica is measured against the one above it', () => {
    const chain = snapshotOf([
      master('6379', 1000),
      replica('6380', 6379, {offset: 900}),
      replica('6381', 6380, {offset: 850}),
    ])
    expect(behindOf(replica('6381', 6380, {offset: 850}), chain)).toBe(50)
  })

  test('a paused replica stays where it was, and its master goes on', () => {
    const paused = silent('6380', 'paused', replica('6380', 6379, {offset: 300}).replication)
    expect(behindOf(paused, snapshotOf([master('6379', 1000), paused]))).toBe(700)
    expect(behindOf(silent('6380', 'paused'), moment(0, 0))).toBeUndefined()
  })

  test('is not known of a replica with another history than its master: their offsets do not compare', () => {
    const restarted = answered('6379', {
      role: 'master',
      master_repl_offset: '14',
      master_replid: 'f'.repeat(40),
    })
    expect(behindOf(replica('6380', 6379), snapshotOf([restarted]))).toBeUndefined()
    const away = silent('6380', 'paused', replica('6380', 6379).replication)
    expect(behindOf(away, snapshotOf([restarted]))).toBeUndefined()
  })
})

describe('What is remembered', () => {
  test('is nothing more as long as nothing changes', () => {
    const first = remembered([moment(0, 1000)])
    expect(first).toEqual({'6380': [[0, 0]]})
    expect(withLags(first, moment(200, 1000))).toBe(first)
    expect(withLags(first, moment(90_000, 1000))).toBe(first)
  })

  test('of one second is the most that it was behind', () => {
    const lags = remembered([moment(0, 1000), moment(1200, 990), moment(1400, 200), moment(1600, 1000)])
    expect(lags['6380']).toEqual([
      [0, 0],
      [1200, 800],
    ])
    expect(withLags(lags, moment(2000, 1000))['6380']?.at(-1)).toEqual([2000, 0])
  })

  test('that it is not known, while its master is silent or when it has become one', () => {
    const gone = snapshotOf([silent('6379', 'notRunning'), replica('6380', 6379)], {at: 2000})
    expect(remembered([moment(0, 1000), gone])['6380']).toEqual([
      [0, 0],
      [2000, null],
    ])
    expect(remembered([moment(0, 1000), snapshotOf([], {at: 3000})])['6380']?.at(-1)).toEqual([3000, null])
  })

  test('is no more than a minute, however long it goes up and down', () => {
    const restless = Array.from({length: 3000}, (_, i) => moment(i * 200, i % 7))
    const samples = remembered(restless)['6380'] ?? []
    expect(samples.length).toBeLessThan(65)
    expect(samples[0]?.[0]).toBeLessThanOrEqual(2999 * 200 - 60_000)
  })
})

describe('Second by second', () => {
  const samples = [
    [1000, 0],
    [3200, 50],
    [4100, 7],
    [6000, null],
  ] as const

  test('it was as it last became, and before the first nothing is known', () => {
    expect(lagSteps(samples, 5900, 6)).toEqual([undefined, 0, 0, 50, 7, 7])
    expect(lagSteps(samples, 7000, 3)).toEqual([7, undefined, undefined])
  })
})
