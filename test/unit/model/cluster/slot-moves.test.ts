// Slots that changed their owner, were opened or closed between two snapshots; and the rows they become.

import {describe, expect, test} from 'vitest'
import {countSlots, rangesOfSlots, slotsOfRanges} from '../../../../src/model/cluster/hash-slot.ts'
import type {NodeName} from '../../../../src/model/cluster/node.ts'
import {slotChanges} from '../../../../src/model/cluster/slot-moves.ts'
import type {Answered} from '../../../../src/model/cluster/snapshot.ts'
import {mayGrow, type TimelineEntry, withSlots} from '../../../../src/model/timeline/entry.ts'
import {clusterMaster, snapshotOf} from '../readings.ts'

const brackets = (node: NodeName, slots: readonly string[], moving: readonly string[]): Answered =>
  clusterMaster(node, slots, {moving})
const both = (a: readonly string[], b: readonly string[]) =>
  snapshotOf([clusterMaster('6379', a), clusterMaster('6380', b)])
const changes = (...[before, now]: Parameters<typeof slotChanges>) =>
  slotChanges(before, now).map(({is, node, other, slots}) =>
    [is, node, other, slots.join(' ')].filter(Boolean).join(' '),
  )

test('Ranges and slots are the same', () => {
  expect(slotsOfRanges(['0-2', '7'])).toEqual([0, 1, 2, 7])
  expect(rangesOfSlots([7, 2, 0, 1, 2])).toEqual(['0-2', '7'])
  expect(countSlots(['0-5460', '16383'])).toBe(5462)
})

describe('Between two snapshots', () => {
  test('slots move from one master to another, whichever of the two says so first', () => {
    const start = both(['0-9'], ['10-19'])
    const taken = both(['0-9'], ['0-3', '10-19'])
    const end = both(['4-9'], ['0-3', '10-19'])
    expect(changes(start, end)).toEqual(['moved 6380 6379 0-3'])
    expect([changes(start, taken), changes(taken, end)]).toEqual([['moved 6380 6379 0-3'], []])
  })

  test('slots are given up, and taken by a master, where nobody else has them', () => {
    expect(changes(both(['0-9'], []), both(['0-4'], []))).toEqual(['unassigned 6379 5-9'])
    expect(changes(both(['0-4'], []), both(['0-4'], ['5-9']))).toEqual(['assigned 6380 5-9'])
  })

  test('a master gives a slot away, and the other does not serve it', () => {
    const start = both(['0-9'], ['10-19'])
    const given = snapshotOf([
      clusterMaster('6379', ['0-8'], {sees: {6380: ['9-19']}}),
      clusterMaster('6380', ['10-19']),
      clusterMaster('6381', [], {sees: {6379: ['0-9']}}),
    ])
    expect(changes(start, given)).toEqual(['given 6379 6380 9'])
    // 6381 still knows the first owner, so the slot comes from it.
    expect(changes(given, both(['0-8'], ['9-19']))).toEqual(['moved 6380 6379 9'])
  })

  test('slots are opened at both ends, and closed without a move', () => {
    const id = (node: NodeName) => node.padEnd(40, '0')
    const start = both(['0-9'], ['10-19'])
    const open = snapshotOf([
      brackets('6379', ['0-9'], [`[7->-${id('6380')}]`, `[8->-${id('6380')}]`]),
      brackets('6380', ['10-19'], [`[7-<-${id('6379')}]`]),
    ])
    expect(changes(start, open)).toEqual(['migrating 6379 6380 7-8', 'importing 6380 6379 7'])
    expect(changes(open, start)).toEqual(['closed 6379 7-8', 'closed 6380 7'])
    expect(changes(open, both(['0-6', '9'], ['7-8', '10-19']))).toEqual(['moved 6380 6379 7-8'])
  })
})

describe('In the timeline', () => {
  const moved = (at: number, slots: string): TimelineEntry => ({
    at,
    kind: 'moved',
    node: '6380',
    other: '6379',
    values: {slots, count: countSlots(slots.split(' '))},
    from: ['poll'],
  })

  test('two hundred slots that move one after another are one row', () => {
    const one = Array.from({length: 200}, (_, i) => moved(1000 + 100 * i, String(i)))
    const [row, ...more] = one.reduce<readonly TimelineEntry[]>(withSlots, [])
    expect(more).toEqual([])
    expect(row).toMatchObject({at: 1000, until: 20_900, values: {slots: '0-199', count: 200}})
    expect(row && [mayGrow(row, 23_900), mayGrow(row, 23_901)]).toEqual([true, false])
  })

  test('slots that were opened for that have no row, but a single slot that is moved by hand has', () => {
    const opened: TimelineEntry = {...moved(900, '7'), kind: 'importing'}
    const kinds = (...slots: readonly string[]) =>
      [opened, ...slots.map(slot => moved(1000, slot))]
        .reduce<readonly TimelineEntry[]>(withSlots, [])
        .map(({kind}) => kind)
    expect(kinds('7')).toEqual(['importing', 'moved'])
    expect(kinds('6', '7')).toEqual(['moved'])
    expect(kinds('5', '6')).toEqual(['importing', 'moved'])
  })

  test('a pause, or another pair of nodes, begins a row', () => {
    const rows = [moved(0, '1'), moved(3001, '2'), {...moved(3002, '3'), other: '6381' as const}]
    expect(rows.reduce<readonly TimelineEntry[]>(withSlots, [])).toHaveLength(3)
  })
})
