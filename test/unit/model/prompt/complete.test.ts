import {describe, expect, test} from 'vitest'
import {rosterAt} from '../../../../src/model/cluster/node.ts'
import {complete} from '../../../../src/model/prompt/complete.ts'
import type {CompletionContext} from '../../../../src/model/prompt/known.ts'
import {labCommands} from '../../../../src/model/prompt/slash-commands.ts'
import {message} from '../../../../src/model/text/messages.ts'
import {docsOf, usualDocs} from '../usual-docs.ts'

const known: CompletionContext = {
  roster: rosterAt(6379),
  docs: docsOf('CONFIG', 'CONFIG GET', 'CONFIG SET', 'GET', 'GETRANGE', 'REPLICAOF', 'SET'),
  ids: [],
  keys: [],
  users: [],
  stops: [
    {lesson: 'replicaof', step: 'look'},
    {lesson: 'replicaof', step: 'lost'},
    {lesson: 'readonly', step: 'wait'},
  ],
}
const become = (typed: string, base = 6379) =>
  complete(typed, {...known, roster: rosterAt(base)}).map(({text}) => text)

describe('A half-typed command becomes', () => {
  test.each<[typed: string, lines: readonly string[]]>([
    ['', []],
    ['  ', []],
    ['rep', ['REPLICAOF ']],
    ['REP', ['REPLICAOF ']],
    ['get', ['GETRANGE ']],
    ['conf', ['CONFIG ', 'CONFIG GET ', 'CONFIG SET ']],
    ['config s', ['CONFIG SET ']],
    ['config  s', ['CONFIG SET ']],
    ['  config s', ['  CONFIG SET ']],
    ['config set', []],
    ['get k', []],
    ['nosuch', []],
    ['@6480 rep', ['@6480 REPLICAOF ']],
    ['3 rep', ['3 REPLICAOF ']],
    ['3 @6480 rep', ['3 @6480 REPLICAOF ']],
    ['@6480 3 rep', ['@6480 3 REPLICAOF ']],
    ['@all  con', ['@all  CONFIG ', '@all  CONFIG GET ', '@all  CONFIG SET ']],
    ['@6480 ', []],
    ['redis-cli -c -p 6480 rep', ['redis-cli -c -p 6480 REPLICAOF ']],
    ['redis-cli -p 6480 ', []],
    ['valkey-cli --raw -p 6480 rep', ['valkey-cli --raw -p 6480 REPLICAOF ']],
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

const session: CompletionContext = {
  roster: rosterAt(7379),
  docs: usualDocs,
  ids: [
    {id: 'a1'.repeat(20), port: 7379, role: 'master'},
    {id: 'a2'.repeat(20), port: 7380, role: 'master'},
    {id: 'b3'.repeat(20), port: 7480, role: 'replica'},
  ],
  keys: ['cart:ann', 'cart:bob', 'a key', 'Visits'],
  users: ['ann', 'default'],
  stops: [],
}

describe('A half-typed argument becomes', () => {
  test.each<[typed: string, lines: readonly string[]]>([
    // Tokens, those that can come here and no others, and a space where more follows.
    [
      'SET k v ',
      ['NX ', 'XX ', 'GET ', 'EX ', 'PX ', 'EXAT ', 'PXAT ', 'KEEPTTL '].map(one => `SET k v ${one}`),
    ],
    ['set k v ex', ['set k v EX ', 'set k v EXAT ']],
    ['SET k v NX E', ['SET k v NX EX ', 'SET k v NX EXAT ']],
    ['SET k v EX 10 K', []],
    ['SET k v EX 10 N', ['SET k v EX 10 NX ']],
    ['SET k v EX ', []],
    ['ZADD z g', ['ZADD z GT ']],
    ['ZADD z 1 m g', []],
    ['cluster failover ', ['cluster failover FORCE', 'cluster failover TAKEOVER']],
    ['REPLICAOF N', ['REPLICAOF NO ']],
    ['REPLICAOF NO ', ['REPLICAOF NO ONE']],
    ['INFO rep', ['INFO replication ']],
    // Nodes.
    ['REPLICAOF 1', ['REPLICAOF 127.0.0.1 ']],
    ['REPLICAOF 127.0.0.1 748', ['REPLICAOF 127.0.0.1 7480', 'REPLICAOF 127.0.0.1 7481']],
    ['CLUSTER MEET 127.0.0.1 738', ['CLUSTER MEET 127.0.0.1 7380 ', 'CLUSTER MEET 127.0.0.1 7381 ']],
    ['CLUSTER REPLICATE a2', [`CLUSTER REPLICATE ${'a2'.repeat(20)}`]],
    ['CLUSTER REPLICATE 7480', [`CLUSTER REPLICATE ${'b3'.repeat(20)}`]],
    [
      'CLUSTER SETSLOT 866 ',
      ['IMPORTING ', 'MIGRATING ', 'NODE ', 'STABLE'].map(one => `CLUSTER SETSLOT 866 ${one}`),
    ],
    ['CLUSTER SETSLOT 866 NODE a1', [`CLUSTER SETSLOT 866 NODE ${'a1'.repeat(20)}`]],
    // Keys of this session, and quotes where a key needs them.
    ['GET cart', ['GET cart:ann', 'GET cart:bob']],
    ['GET vis', ['GET Visits']],
    ['MGET cart:ann cart', ['MGET cart:ann cart:ann ', 'MGET cart:ann cart:bob ']],
    ['@7480 get cart:b', ['@7480 get cart:bob']],
    ['GET a', ['GET "a key"']],
    ['GET "a', ['GET "a key"']],
    ['DEL x', []],
    ['EVAL s 1 car', ['EVAL s 1 cart:ann ', 'EVAL s 1 cart:bob ']],
    ['EVAL s 1 k car', []],
    // Nothing where no argument is known.
    ['ECHO car', []],
    ['NOSUCH car', []],
    ['SET k v NOSUCH E', []],
    ['GET "k"x ', []],
  ])('%j: %j', (typed, lines) => {
    expect(complete(typed, session).map(({text}) => text)).toEqual(lines)
  })

  test('a node id is shown as the port it belongs to', () => {
    expect(complete('CLUSTER FORGET b', session)).toEqual([
      {text: `CLUSTER FORGET ${'b3'.repeat(20)}`, shown: 'b3b3b3b3… 7480', summary: 'replica'},
    ])
  })
})

describe('After help a half-typed topic becomes', () => {
  test.each<[typed: string, lines: readonly string[]]>([
    ['help @hy', ['help @hyperloglog']],
    [
      'help @s',
      ['help @scripting', 'help @server', 'help @set', 'help @sorted-set', 'help @stream', 'help @string'],
    ],
    ['HELP config re', ['HELP CONFIG RESETSTAT', 'HELP CONFIG REWRITE']],
    ['? zadd', []],
    ['? zad', ['? ZADD']],
  ])('%j: %j', (typed, lines) => {
    expect(complete(typed, session).map(({text}) => text)).toEqual(lines)
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
    ['/conf 6480 requ', 6379, ['/conf 6480 requirepass']],
    ['/conf 6480 requirepass s', 6379, []],
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
    ['/cl', ['/cluster ', '/clear']],
    ['/cluster ', ['/cluster on', '/cluster off']],
    ['/cluster of', ['/cluster off']],
    ['/lang ', ['/lang en', '/lang zh']],
    ['/tr', ['/traffic']],
    ['/traffic ', ['/traffic on', '/traffic off']],
    ['/traffic on ', ['/traffic on compare', '/traffic on replicas']],
    ['/traffic on 20 co', ['/traffic on 20 compare']],
    ['/traffic on 20 compare ', []],
    ['/traffic off ', []],
    ['/x', []],
  ])('%j: %j', (typed, lines) => {
    expect(become(typed)).toEqual(lines)
  })

  test('where there are wires, also the place of the client and the nodes that it may be beside', () => {
    const wired = (typed: string) =>
      complete(typed, {...known, roster: rosterAt(6379, [], true)}).map(({text}) => text)
    expect(wired('/traffic on 20 ')).toEqual([
      '/traffic on 20 compare',
      '/traffic on 20 replicas',
      '/traffic on 20 from',
    ])
    expect(wired('/traffic on compare from 648')).toEqual([
      '/traffic on compare from 6480',
      '/traffic on compare from 6481',
    ])
    expect(wired('/traffic on from 6480 ')).toEqual([])
  })

  test('any of them after a slash, each with its usage and its help', () => {
    const candidates = complete('/', known)
    expect(candidates).toHaveLength(labCommands.length)
    expect(candidates.find(({text}) => text === '/kill ')).toEqual({
      text: '/kill ',
      shown: message('usage.with', {name: 'kill', takes: message('usage.port')}),
      help: 'command.kill',
    })
    expect(candidates.find(({text}) => text === '/hint')).toEqual({
      text: '/hint',
      shown: message('usage.alone', {name: 'hint'}),
      help: 'command.hint',
    })
  })
})

test('What is completed completes no further to itself: Tab always moves on or stands still', () => {
  for (const typed of ['/u', '/k', '@64', '@6480 conf', 'se', 'config', '/use 6'])
    for (const {text} of complete(typed, known)) expect(text.length).toBeGreaterThanOrEqual(typed.length)
})

test('Lessons and the steps of the typed one are completed', () => {
  expect([become('/lessons re'), become('/lessons replicaof '), become('/lessons replicaof lo')]).toEqual([
    ['/lessons replicaof', '/lessons readonly'],
    ['/lessons replicaof look', '/lessons replicaof lost'],
    ['/lessons replicaof look', '/lessons replicaof lost'],
  ])
  expect([become('/lessons replicaof lost '), become('/kill 6381 6')]).toEqual([[], []])
})

test('Users and the types of BITFIELD are completed', () => {
  const lines = (typed: string) => complete(typed, session).map(({text}) => text)
  expect([lines('ACL DELUSER '), lines('ACL GETUSER d'), lines('BITFIELD k GET u3')]).toEqual([
    ['ACL DELUSER ann ', 'ACL DELUSER default '],
    ['ACL GETUSER default'],
    ['BITFIELD k GET u32 '],
  ])
})

test('In a line for the cluster tool a port becomes the id of its node, where the tool wants one', () => {
  const ids = [
    {id: 'a'.repeat(40), port: 6379, role: 'master'},
    {id: 'b'.repeat(40), port: 6382, role: 'master'},
  ] as const
  const lines = (typed: string) => complete(typed, {...known, ids}).map(({text}) => text)
  const reshard = 'redis-cli --cluster reshard 127.0.0.1:6379 --cluster-from'
  expect(lines(`${reshard} 6382`)).toEqual([`${reshard} ${'b'.repeat(40)}`])
  expect(lines(`${reshard} `)).toHaveLength(2)
  expect(lines(`${reshard} ${'b'.repeat(40)} --cluster-to aa`)).toEqual([
    `${reshard} ${'b'.repeat(40)} --cluster-to ${'a'.repeat(40)}`,
  ])
  expect(lines('valkey-cli --cluster del-node 127.0.0.1:6379 6382')).toEqual([
    `valkey-cli --cluster del-node 127.0.0.1:6379 ${'b'.repeat(40)}`,
  ])
  expect(lines(`${reshard} ${'b'.repeat(40)} --cluster-slots 6`)).toEqual([])
})
