// Which faults the directions of the links have.

import {expect, test} from 'vitest'
import {
  directionsBetween,
  faultBetween,
  healed,
  type Links,
  withFault,
} from '../../../../src/model/cluster/links.ts'

const cut = {is: 'cut'} as const
const slow = {is: 'slow', ms: 200, jitter: 20} as const
const both = directionsBetween(['6379'], ['6380'])

test('A cut is made in both directions, or in one', () => {
  expect(both).toEqual([
    {from: '6379', to: '6380'},
    {from: '6380', to: '6379'},
  ])
  expect(directionsBetween(['6379'], ['6380'], true)).toEqual([{from: '6379', to: '6380'}])
})

test('Between a side and the rest there is a link of each with each, and none of a party with itself', () => {
  expect(directionsBetween(['6379', '6479'], ['6380', '6479'], true)).toEqual([
    {from: '6379', to: '6380'},
    {from: '6379', to: '6479'},
    {from: '6479', to: '6380'},
  ])
})

test('A new fault replaces the old one, and healing removes it', () => {
  const links = withFault(withFault([], both, cut), both.slice(0, 1), slow)
  expect(links).toEqual([
    {from: '6380', to: '6379', fault: cut},
    {from: '6379', to: '6380', fault: slow},
  ])
  expect(healed(links, both.slice(1))).toEqual([{from: '6379', to: '6380', fault: slow}])
})

test('A client beside a node reaches the others only as that node does, and that node always', () => {
  const links: Links = withFault([], directionsBetween(['6379'], ['6380']), cut)
  const toOther = {from: 'client', to: '6380'} as const
  expect(faultBetween({links}, toOther)).toBeUndefined()
  expect(faultBetween({links, clientAt: '6379'}, toOther)).toEqual(cut)
  expect(faultBetween({links, clientAt: '6379'}, {from: '6380', to: 'client'})).toEqual(cut)
  expect(faultBetween({links, clientAt: '6379'}, {from: 'client', to: '6379'})).toBeUndefined()
})

test("Of the client's own fault and that of the node it is beside, the worse counts; delays add up", () => {
  const wiring = (fault: typeof cut | typeof slow) => ({
    links: withFault(withFault([], [{from: 'client', to: '6380'}], slow), both, fault),
    clientAt: '6379' as const,
  })
  const toOther = {from: 'client', to: '6380'} as const
  expect(faultBetween(wiring(cut), toOther)).toEqual(cut)
  expect(faultBetween(wiring(slow), toOther)).toEqual({is: 'slow', ms: 400, jitter: 40})
})
