// The name that somebody may have meant.

import {expect, test} from 'vitest'
import {closestTo} from '../../../../src/model/commands/did-you-mean.ts'

const names = ['CLUSTER', 'CONFIG', 'DEL', 'GET', 'HGET', 'INFO', 'LGET', 'MGET', 'REPLICAOF', 'SET', 'TYPE']

test.each<[typed: string, meant: string | undefined]>([
  ['GTE', 'GET'],
  ['gte', 'GET'],
  ['GETT', 'GET'],
  ['GE', 'GET'],
  ['SEET', 'SET'],
  ['INF0', 'INFO'],
  ['REPLICAFO', 'REPLICAOF'],
  ['REPLCAIOF', 'REPLICAOF'],
  ['CLSUTRE', 'CLUSTER'],
  ['GET', 'GET'],
  ['LIST', undefined],
  ['XYZ', undefined],
  ['', undefined],
])('%j is near to %s', (typed, meant) => {
  expect(closestTo(typed, names)).toBe(meant)
})

test('Of two that are as near, the first by name', () => {
  expect(closestTo('XGET', ['MGET', 'HGET'])).toBe('HGET')
  expect(closestTo('XGET', ['HGET', 'MGET'])).toBe('HGET')
})
