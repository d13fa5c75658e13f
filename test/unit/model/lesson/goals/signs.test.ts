import {describe, expect, test} from 'vitest'
import {type NodeName, rosterAt} from '../../../../../src/model/cluster/node.ts'
import type {Action, Outcome} from '../../../../../src/model/commands/action.ts'
import {isMaster} from '../../../../../src/model/lesson/goals/replication.ts'
import {
  both,
  either,
  followsNobody,
  holds,
  lastCommandBegins,
  lastErrorBegins,
  lastNamedAPort,
  replicates,
  type Sign,
} from '../../../../../src/model/lesson/goals/signs.ts'
import {evidenceOf, replica, silent, snapshotOf} from '../../readings.ts'

const done = (node: NodeName, line: string, error?: string): Outcome => ({
  action: {do: 'command', node, words: line.split(' ')},
  at: 0,
  ms: 1,
  is: 'replied',
  reply: error === undefined ? {type: 'status', text: 'OK'} : {type: 'error', text: error},
})
const start: Action = {do: 'start', node: '6381'}
const masters = snapshotOf([])

describe('The last outcome gives away', () => {
  const id = 'a'.repeat(40)
  const unknown = (name: string) => `ERR Unknown node ${name}`
  const readonly = done('6380', 'SET a 1', "READONLY You can't write against a read only replica.")
  test.each<[title: string, sign: Sign, outcomes: readonly Outcome[], seen: boolean]>([
    ['an error by its beginning', lastErrorBegins('READONLY'), [readonly], true],
    [
      'an error that repeats the word as it was typed',
      lastErrorBegins("ERR unknown command 'NODES'"),
      [done('6380', 'nodes', "ERR unknown command 'nodes', with args beginning with: ")],
      true,
    ],
    ['no other error', lastErrorBegins('MOVED'), [readonly], false],
    [
      'no error that came before the last',
      lastErrorBegins('READONLY'),
      [readonly, done('6379', 'PING')],
      false,
    ],
    ['no error where nothing was done', lastErrorBegins('READONLY'), [], false],
    ['no error where there was no reply', lastErrorBegins(''), [], false],
    [
      'a command by its words',
      lastCommandBegins('REPLICAOF NO ONE'),
      [done('6381', 'replicaof no one')],
      true,
    ],
    [
      'a port where an id belongs',
      lastNamedAPort,
      [done('6379', 'CLUSTER FORGET 6382', unknown('6382'))],
      true,
    ],
    [
      'no port where the id is of a node that is not known',
      lastNamedAPort,
      [done('6379', `CLUSTER FORGET ${id}`, unknown(id))],
      false,
    ],
    ['a command by its first words', lastCommandBegins('GET'), [done('6381', 'GET a')], true],
    ['a command by whole words', lastCommandBegins('GET'), [done('6381', 'GETSET a b')], false],
    [
      'a command that is the last',
      lastCommandBegins('GET'),
      [done('6381', 'GET a'), done('6381', 'PING')],
      false,
    ],
    ['a command to the node that is named', lastCommandBegins('GET', '6381'), [done('6381', 'GET a')], true],
    ['no command to another', lastCommandBegins('GET', '6381'), [done('6380', 'GET a')], false],
    [
      'no command where something was done to a node',
      lastCommandBegins('START'),
      [{action: start, at: 0, ms: 1, is: 'done'}],
      false,
    ],
    ['no command where nothing was done', lastCommandBegins('GET'), [], false],
  ])('%s', (_, sign, outcomes, seen) => {
    expect(sign(evidenceOf(masters, masters, outcomes))).toBe(seen)
  })
})

describe('The state gives away', () => {
  test.each<[title: string, sign: Sign, readings: Parameters<typeof snapshotOf>[0], seen: boolean]>([
    ['a replica', replicates('6380'), [replica('6380', 6381)], true],
    ['a replica of the one named', replicates('6380', '6381'), [replica('6380', 6381)], true],
    ['no replica of another', replicates('6380', '6379'), [replica('6380', 6381)], false],
    ['no master', replicates('6380'), [], false],
    ['nothing of a silent node', replicates('6380'), [silent('6380', 'paused', {role: 'slave'})], false],
    ['who follows a port where nobody stands', followsNobody('6380', '6381'), [replica('6381', 1)], true],
    ['not who follows one of the six', followsNobody('6380', '6381'), [replica('6381', 6479)], false],
    ['not who is not asked about', followsNobody('6380'), [replica('6381', 1)], false],
    ['not a master', followsNobody('6380'), [], false],
    ['not a silent node', followsNobody('6380'), [silent('6380', 'refused')], false],
  ])('%s', (_, sign, readings, seen) => {
    expect(sign(evidenceOf(snapshotOf(readings)))).toBe(seen)
  })

  test('a replica by the real port, where the set has moved', () => {
    const moved = evidenceOf(snapshotOf([replica('6380', 7379)], {roster: rosterAt(7379)}))
    expect(replicates('6380', '6379')(moved)).toBe(true)
    expect(followsNobody('6380')(moved)).toBe(false)
  })
})

test('Signs are joined, and a goal that holds is one', () => {
  const [yes, no] = [holds(isMaster('6379')), replicates('6379')]
  const evidence = evidenceOf(masters)
  expect([yes(evidence), no(evidence)]).toEqual([true, false])
  expect([both(yes, yes), both(yes, no), both()].map(sign => sign(evidence))).toEqual([true, false, true])
  expect([either(no, yes), either(no, no), either()].map(sign => sign(evidence))).toEqual([
    true,
    false,
    false,
  ])
})
