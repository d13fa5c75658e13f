import {describe, expect, test} from 'vitest'
import {rosterAt} from '../../../../src/model/cluster/node.ts'
import {
  type Action,
  commandOf,
  describe as described,
  errorOf,
  type Outcome,
} from '../../../../src/model/commands/action.ts'
import {bytesOf} from '../../../../src/model/protocol/bytes.ts'

const command = (...words: string[]): Action => ({do: 'command', node: '6380', words: words.map(bytesOf)})

describe('What an action really runs', () => {
  test.each<[Action, pid: number | undefined, runs: string]>([
    [{do: 'kill', node: '6381'}, 4711, 'kill -9 4711'],
    [{do: 'stop', node: '6381'}, 4711, 'kill -TERM 4711'],
    [{do: 'pause', node: '6381'}, 4711, 'kill -STOP 4711'],
    [{do: 'resume', node: '6381'}, 4711, 'kill -CONT 4711'],
    [{do: 'kill', node: '6381'}, undefined, 'kill -9 (7381)'],
    [{do: 'start', node: '6381'}, 4711, 'redis-server 7381/redis.conf'],
    [command('SET', '购物车', 'two words', ''), undefined, 'SET 购物车 "two words" ""'],
  ])('%j with pid %s: %s', (action, pid, runs) => {
    expect(described(action, rosterAt(7379), pid)).toBe(runs)
  })

  test('is the program of the server that runs', () => {
    const start = {do: 'start', node: '6381'} as const
    expect(described(start, rosterAt(7379), 4711, 'valkey')).toBe('valkey-server 7381/redis.conf')
  })
})

test('A command is compared in upper case; what is done to a node is none', () => {
  expect(commandOf(command('replicaof', 'No', 'oNE'))).toEqual(['REPLICAOF', 'NO', 'ONE'])
  expect(commandOf({do: 'kill', node: '6381'})).toEqual([])
})

describe('The error of an outcome', () => {
  const at = {action: command('GET'), at: 0, ms: 1}
  test.each<[title: string, outcome: Outcome, error: string | undefined]>([
    ['is the text of an error reply', {...at, is: 'replied', reply: {type: 'error', text: 'ERR x'}}, 'ERR x'],
    [
      'is none where the reply is another',
      {...at, is: 'replied', reply: {type: 'status', text: 'ERR x'}},
      undefined,
    ],
    ['is none where there was no reply', {...at, is: 'failed', because: {key: 'outcome.closed'}}, undefined],
    ['is none where something was done', {...at, is: 'done', pid: 1}, undefined],
  ])('%s', (_, outcome, error) => {
    expect(errorOf(outcome)).toBe(error)
  })
})
