// What COMMAND returns about the commands (rows as Redis 7.0.15 sends them).

import {describe, expect, test} from 'vitest'
import type {Action} from '../../../../src/model/commands/action.ts'
import {
  type CommandRow,
  commandInfo,
  commandTableOf,
  keysOf,
} from '../../../../src/model/commands/command-table.ts'

const rest = [['@read'], [], []] as const
const sub: CommandRow = ['config|set', -4, ['admin', 'noscript'], 0, 0, 0, ...rest, []]
const rows: readonly CommandRow[] = [
  ['get', 2, ['readonly', 'fast'], 1, 1, 1, ...rest, []],
  ['mset', -3, ['write', 'denyoom'], 1, -1, 2, ...rest, []],
  ['del', -2, ['write'], 1, -1, 1, ...rest, []],
  ['info', -1, ['loading', 'stale'], 0, 0, 0, ...rest, []],
  ['eval', -3, ['noscript'], 0, 0, 0, ...rest, []],
  ['config', -2, [], 0, 0, 0, ...rest, [sub]],
]
const commandTable = commandTableOf(rows)
const command = (...words: readonly string[]): Action => ({do: 'command', node: '6379', words})

test('Every command has its arity, its keys, and what it changes; EVAL writes though no flag says so', () => {
  expect(commandTable).toEqual({
    GET: {arity: 2, keys: [1, 1, 1]},
    MSET: {arity: -3, keys: [1, -1, 2], changes: 'data'},
    DEL: {arity: -2, keys: [1, -1, 1], changes: 'data'},
    INFO: {arity: -1},
    EVAL: {arity: -3, changes: 'data'},
    CONFIG: {arity: -2},
    'CONFIG SET': {arity: -4, changes: 'nodes'},
  })
})

describe('Of an action', () => {
  test.each<[Action, name: string | undefined]>([
    [command('get', 'a'), 'GET'],
    [command('config', 'set', 'a', '1'), 'CONFIG SET'],
    [command('config', 'nosuch'), 'CONFIG'],
    [command('nosuch'), undefined],
    [{do: 'kill', node: '6379'}, undefined],
  ])('%j: %s', (action, name) => {
    expect(commandInfo(commandTable, action)?.name).toBe(name)
  })

  test.each<[Action, keys: readonly string[]]>([
    [command('GET', 'a'), ['a']],
    [command('GET'), []],
    [command('MSET', 'a', '1', 'b', '2'), ['a', 'b']],
    [command('DEL', 'a', 'b', 'c'), ['a', 'b', 'c']],
    [command('INFO', 'a'), []],
    [command('NOSUCH', 'a'), []],
    [{do: 'kill', node: '6379'}, []],
  ])('%j has the keys %j', (action, keys) => {
    expect(keysOf(commandTable, action)).toEqual(keys)
  })
})
