// Lines for a node that joined the cluster and is not the lab's: it is only read.

import {expect, test} from 'vitest'
import {nominalRoster} from '../../../../src/model/cluster/node.ts'
import {parseLine} from '../../../../src/model/prompt/parse-line.ts'
import {translate} from '../../../../src/model/text/messages.ts'
import {clusterMaster, snapshotOf} from '../readings.ts'

const snapshot = snapshotOf([clusterMaster('6379', ['0-9'], {sees: {25500: ['10-19']}})], {stage: 'cluster'})
const commandTable = {
  GET: {arity: 2, keys: [1, 1, 1], reads: true},
  SET: {arity: -3, keys: [1, 1, 1], changes: 'data'},
  PUBLISH: {arity: 3, changes: 'data'},
  CLUSTER: {arity: -2},
  'CLUSTER NODES': {arity: 2},
  'CLUSTER MEET': {arity: -4, changes: 'nodes'},
  'SCRIPT FLUSH': {arity: -2},
} as const

function read(typed: string): string {
  const line = parseLine(typed, {node: '6379', roster: nominalRoster, snapshot, commandTable})
  if (line.is === 'rejected') return translate('en', line.because)
  return line.is === 'actions' ? line.actions.map(({node}) => node).join(' ') : line.is
}

const refused =
  '25500 is not a node of this lab, so the lab only reads from it: @25500 GET …, @25500 CLUSTER NODES. To change it, use redis-cli -p 25500 in another terminal.'

test.each([
  ['@25500 GET foo', '25500'],
  ['@25500 CLUSTER NODES', '25500'],
  ['redis-cli -p 25500 GET foo', '25500'],
  ['@25500 SET foo 1', refused],
  ['@25500 PUBLISH a b', refused],
  ['@25500 CLUSTER MEET 127.0.0.1 6379', refused],
  ['@25500 SCRIPT FLUSH', refused],
  ['@25500 NOSUCH', refused],
  ['redis-cli -p 25500 SET foo 1', refused],
  ['/use 25500', refused],
  ['/kill 25500', refused],
  ['/use 25501', '25501 is not one of the nodes. They are 6379, 6380, 6381, 6479, 6480, 6481.'],
  ['@25501 GET foo', '@25501 is not one of the nodes. They are 6379, 6380, 6381, 6479, 6480, 6481.'],
  ['@6380 SET foo 1', '6380'],
  ['@all SET foo 1', '6379 6380 6381 6479 6480 6481'],
])('%s: %s', (typed, expected) => {
  expect(read(typed)).toBe(expected)
})
