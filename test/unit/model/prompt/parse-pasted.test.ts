// Lines copied from a handout or a terminal.

import {describe, expect, test} from 'vitest'
import {rosterAt} from '../../../../src/model/cluster/node.ts'
import {isSecret} from '../../../../src/model/commands/secret.ts'
import {parseLine} from '../../../../src/model/prompt/parse-line.ts'
import {joinContinued} from '../../../../src/model/prompt/parse-pasted.ts'
import {textOf} from '../../../../src/model/protocol/bytes.ts'

function sent(typed: string): string {
  const line = parseLine(typed, {node: '6380', roster: rosterAt(6379)})
  if (line.is === 'rejected') return line.because.key
  if (line.is !== 'actions') return line.is
  return line.actions
    .map(
      action => `${action.node} ${action.do === 'command' ? action.words.map(textOf).join(' ') : action.do}`,
    )
    .join(', ')
}

describe('A copied prompt is not sent', () => {
  test.each([
    ['127.0.0.1:6380> SET a 1', '6380 SET a 1'],
    ['127.0.0.1:6380> ', 'empty'],
    ['127.0.0.1:6380[2](TX)> SET a 1', '6380 SET a 1'],
    ['127.0.0.1:6481> SET a 1', '6481 SET a 1'],
    ['redis 127.0.0.1:6481> SET a 1', '6481 SET a 1'],
    ['localhost:6380>SET a 1', '6380 SET a 1'],
    ['redis> SET a 1', '6380 SET a 1'],
    ['> SET a 1', '6380 SET a 1'],
    ['not connected> PING', '6380 PING'],
    ['127.0.0.1:7000> SET a 1', 'line.noNode'],
    ['db1.example.org:6379> SET a 1', 'shell.host'],
    ['$ redis-cli -p 6381 PING', '6381 PING'],
  ])('%s', (typed, does) => {
    expect(sent(typed)).toBe(does)
  })
})

describe('What is no command is not sent', () => {
  test.each([
    ['# first, look', 'line.comment'],
    ['OK', 'line.isReply'],
    ['(integer) 1', 'line.isReply'],
    ['(empty array)', 'line.isReply'],
    ['1) "a"', 'line.isReply'],
    ['-> Redirected to slot [12182] located at 127.0.0.1:6381', 'line.isReply'],
    ['redis-cli -p 6381 \\', 'line.continues'],
  ])('%s', (typed, key) => {
    expect(sent(typed)).toBe(key)
  })

  test.each([
    ['SET a \\', '6380 SET a \\'],
    ['"GET" a', '6380 GET a'],
    ['SET k v\u00a0', '6380 SET k v\u00a0'],
    ['SET k \u00a0', '6380 SET k \u00a0'],
    ['6480 INFO', 'line.addressMeant'],
  ])('%j is as in redis-cli', (typed, does) => {
    expect(sent(typed)).toBe(does)
  })
})

test('A shell line that a backslash continues is one line; for Redis a backslash is data', () => {
  expect(joinContinued(['$ redis-cli -p 6381 \\', '  SET a 1', 'SET b \\', 'PING'])).toEqual([
    '$ redis-cli -p 6381 SET a 1',
    'SET b \\',
    'PING',
  ])
})

test('A copied line with a password is as secret as a typed one', () => {
  const lines = ['127.0.0.1:6379> AUTH x', '$ redis-cli -a x', 'ＡＵＴＨ　x', '[r@h ~]# redis-cli -a x']
  expect(lines.filter(line => !isSecret(line))).toEqual([])
})
