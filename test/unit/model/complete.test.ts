import {describe, expect, test} from 'vitest'
import {complete} from '../../../src/model/complete.ts'
import {labCommands} from '../../../src/model/lab-command.ts'

const commands = ['CONFIG', 'CONFIG GET', 'CONFIG SET', 'GET', 'GETRANGE', 'REPLICAOF', 'SET']
const become = (typed: string, base = 6379) => complete(typed, {base, commands}).map(({text}) => text)

describe('A half-typed command becomes', () => {
  test.each<[typed: string, lines: readonly string[]]>([
    ['', []],
    ['  ', []],
    ['rep', ['REPLICAOF']],
    ['REP', ['REPLICAOF']],
    ['get', ['GETRANGE']],
    ['conf', ['CONFIG', 'CONFIG GET', 'CONFIG SET']],
    ['config s', ['CONFIG SET']],
    ['config set', []],
    ['get k', []],
    ['nosuch', []],
    ['@6480 rep', ['@6480 REPLICAOF']],
    ['@all  con', ['@all  CONFIG', '@all  CONFIG GET', '@all  CONFIG SET']],
    ['@6480 ', []],
    // Further on in a command, the ports of the nodes.
    ['REPLICAOF 127.0.0.1 638', ['REPLICAOF 127.0.0.1 6380', 'REPLICAOF 127.0.0.1 6381']],
    ['@6480 replicaof 127.0.0.1 638', ['@6480 replicaof 127.0.0.1 6380', '@6480 replicaof 127.0.0.1 6381']],
    ['REPLICAOF 127.0.0.1 9', []],
    ['SET k 1', []],
    ['638', []],
  ])('%j: %j', (typed, lines) => {
    expect(become(typed)).toEqual(lines)
  })
})

describe('A half-typed node becomes', () => {
  test.each<[typed: string, base: number, lines: readonly string[]]>([
    [
      '@',
      6379,
      ['@6379 ', '@6380 ', '@6381 ', '@6479 ', '@6480 ', '@6481 ', '@all ', '@masters ', '@replicas '],
    ],
    ['@648', 6379, ['@6480 ', '@6481 ']],
    ['@a', 6379, ['@all ']],
    ['@9', 6379, []],
    ['@748', 7379, ['@7480 ', '@7481 ']],
    ['@648', 7379, []],
    ['/use ', 6379, ['/use 6379', '/use 6380', '/use 6381', '/use 6479', '/use 6480', '/use 6481']],
    ['/kill 638', 6379, ['/kill 6380', '/kill 6381']],
    ['/kill   638', 6379, ['/kill 6380', '/kill 6381']],
    ['/cluster 6', 6379, []],
    ['/log 638', 6379, ['/log 6380', '/log 6381']],
    ['/conf 648', 6379, ['/conf 6480', '/conf 6481']],
    ['/kill a', 6379, []],
    ['/kill 6381 ', 6379, []],
    ['/hint ', 6379, []],
    ['/nosuch 6', 6379, []],
  ])('%j, with the first node on %i: %j', (typed, base, lines) => {
    expect(become(typed, base)).toEqual(lines)
  })
})

describe("A half-typed command of the lab's becomes", () => {
  test.each<[typed: string, lines: readonly string[]]>([
    ['/k', ['/kill ']],
    ['/K', ['/kill ']],
    ['/res', ['/resume ', '/reset']],
    ['/hint', ['/hint']],
    ['/cl', ['/cluster ']],
    ['/cluster ', ['/cluster on', '/cluster off']],
    ['/cluster of', ['/cluster off']],
    ['/lang ', ['/lang en', '/lang zh']],
    ['/x', []],
  ])('%j: %j', (typed, lines) => {
    expect(become(typed)).toEqual(lines)
  })

  test('any of them after a slash, each with its usage and its help', () => {
    const candidates = complete('/', {base: 6379, commands})
    expect(candidates).toHaveLength(labCommands.length)
    expect(candidates.find(({text}) => text === '/kill ')).toEqual({
      text: '/kill ',
      shown: '/kill PORT',
      help: 'command.kill',
    })
    expect(candidates.find(({text}) => text === '/hint')).toEqual({
      text: '/hint',
      shown: '/hint',
      help: 'command.hint',
    })
  })
})

test('What is completed completes no further to itself: Tab always moves on or stands still', () => {
  for (const typed of ['/u', '/k', '@64', '@6480 conf', 'se', 'config', '/use 6'])
    for (const {text} of complete(typed, {base: 6379, commands}))
      expect(text.length).toBeGreaterThanOrEqual(typed.length)
})
