// Faulty links in as few lines as name them all.

import {expect, test} from 'vitest'
import {groupText, linkGroups} from '../../../../src/model/cluster/link-groups.ts'
import {directionsBetween, type Links, type Party, withFault} from '../../../../src/model/cluster/links.ts'
import {nominalRoster, sixNodes} from '../../../../src/model/cluster/node.ts'

const cut = {is: 'cut'} as const

function texts(links: Links): readonly string[] {
  return linkGroups(links, nominalRoster).map(group => `${group.fault.is} ${groupText(group, nominalRoster)}`)
}

function split(...side: readonly Party[]): Links {
  const rest = sixNodes.filter(node => !side.includes(node))
  return withFault([], directionsBetween(side, rest), cut)
}

test('A split is one line, whichever side was named', () => {
  expect(texts(split('6379'))).toEqual(['cut 6379 | rest'])
  expect(texts(split('6380', '6480'))).toEqual(['cut 6380 6480 | rest'])
})

test('The larger side of a split is the rest, in one direction too', () => {
  const others = sixNodes.filter(node => node !== '6381')
  const oneWay = (side: readonly Party[], to: readonly Party[]) =>
    texts(withFault([], directionsBetween(side, to, true), cut))
  expect(oneWay(['6381'], others)).toEqual(['cut 6381 > rest'])
  expect(oneWay(others, ['6381'])).toEqual(['cut rest > 6381'])
})

test('One direction has its own sign, and the client is named last', () => {
  const links = withFault(split('6379').slice(0, 1), directionsBetween(['client'], ['6380']), cut)
  expect(texts(links)).toEqual(['cut 6380 | client', 'cut 6379 > 6380'])
})

test('Each kind of fault has its own lines', () => {
  const slow = {is: 'slow', ms: 100, jitter: 0} as const
  expect(texts(withFault(split('6379'), directionsBetween(['6379'], ['6380']), slow))).toEqual([
    'cut 6379 | 6381 6479 6480 6481',
    'slow 6379 | 6380',
  ])
})
