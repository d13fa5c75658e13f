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
    GET: {arity: 2, keys: [1, 1, 1], reads: true},
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

describe('Keys behind a count or a keyword', () => {
  /** A key specification as RESP2 has it. */
  const spec = (
    begin: readonly [string, readonly unknown[]],
    find: readonly [string, readonly unknown[]],
  ) => [
    'flags',
    ['RO', 'access'],
    'begin_search',
    ['type', begin[0], 'spec', begin[1]],
    'find_keys',
    ['type', find[0], 'spec', find[1]],
  ]
  const count = ['keynum', ['keynumidx', 0, 'firstkey', 1, 'keystep', 1]] as const
  const one = ['range', ['lastkey', 0, 'keystep', 1, 'limit', 0]] as const
  const half = ['range', ['lastkey', -1, 'keystep', 1, 'limit', 2]] as const
  const all = ['range', ['lastkey', -1, 'keystep', 1, 'limit', 0]] as const
  const at = (index: number) => ['index', ['index', index]] as const
  const behind = (keyword: string, from: number) =>
    ['keyword', ['keyword', keyword, 'startfrom', from]] as const
  const unknown = ['unknown', []] as const
  const moving = (name: string, first: number, ...specs: readonly unknown[]): CommandRow => [
    name,
    -3,
    ['movablekeys'],
    first,
    first,
    1,
    ['@read'],
    [],
    specs,
    [],
  ]
  const table = commandTableOf([
    moving('eval', 0, spec(at(2), count)),
    moving('lmpop', 0, spec(at(1), count)),
    moving('zunionstore', 1, spec(at(1), one), spec(at(2), count)),
    moving('xread', 0, spec(behind('STREAMS', 1), half)),
    moving('sort', 1, spec(at(1), one), spec(unknown, unknown)),
    moving('migrate', 3, spec(at(3), one), spec(behind('KEYS', -2), all)),
  ])

  test.each<[line: string, keys: readonly string[]]>([
    ['EVAL script 2 foo bar x', ['foo', 'bar']],
    ['EVAL script 0 x', []],
    ['LMPOP 2 a b LEFT', ['a', 'b']],
    ['ZUNIONSTORE to 2 a b WEIGHTS 1 2', ['to', 'a', 'b']],
    ['XREAD COUNT 2 STREAMS a b 0 0', ['a', 'b']],
    ['xread streams a 0', ['a']],
    ['SORT list LIMIT 0 1 STORE to', ['list', 'to']],
    ['SORT list', ['list']],
    ['MIGRATE host 6380 a 0 100', ['a']],
    ['EVAL script many a', []],
  ])('%s: %j', (line, keys) => {
    expect(keysOf(table, command(...line.split(' ')))).toEqual(keys)
  })

  test('MIGRATE … "" … KEYS', () => {
    const words = ['MIGRATE', 'host', '6380', '', '0', '100', 'KEYS', 'a', 'b']
    expect(keysOf(table, command(...words))).toEqual(['a', 'b'])
  })
})
