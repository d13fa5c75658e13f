// What redis-cli 7.0.15 printed at a terminal, row by row, and the replies that made it. That today's redis-cli still prints so is held
// by test/redis/client/redis-cli.test.ts.

import {describe, expect, test} from 'vitest'
import {type Bytes, bytesOf, textOf} from '../../../../src/model/protocol/bytes.ts'
import {
  decodedLines,
  formatBytes,
  formatRaw,
  printsRaw,
  repr,
} from '../../../../src/model/protocol/format-reply.ts'
import {splitWords} from '../../../../src/model/protocol/quoting.ts'
import type {Reply} from '../../../../src/model/protocol/reply.ts'

const status = (text: Bytes): Reply => ({type: 'status', text})
const error = (text: Bytes): Reply => ({type: 'error', text})
const int = (number: number): Reply => ({type: 'integer', text: String(number)})
const double = (text: Bytes): Reply => ({type: 'double', text})
const bulk = (bytes: Bytes): Reply => ({type: 'bulk', bytes})
const verbatim = (bytes: Bytes): Reply => ({type: 'verbatim', format: 'txt', bytes})
const boolean = (value: boolean): Reply => ({type: 'boolean', value})
const nil: Reply = {type: 'nil'}
/** A string inside an aggregate stands for a bulk string. */
const part = (one: Reply | string): Reply => (typeof one === 'string' ? bulk(one) : one)
const array = (...parts: (Reply | string)[]): Reply => ({type: 'array', items: parts.map(part)})
const set = (...parts: (Reply | string)[]): Reply => ({type: 'set', items: parts.map(part)})
const push = (...parts: (Reply | string)[]): Reply => ({type: 'push', items: parts.map(part)})
const map = (...pairs: [Reply | string, Reply | string][]): Reply => ({
  type: 'map',
  pairs: pairs.map(([key, value]) => [part(key), part(value)] as const),
})

const id = '992f125e6882462adfdbe26e16cc236294636e6e'

/** The reply to `command` as formatted, split where redis-cli begins a new line. */
function linesOf(command: string, reply: Reply): readonly string[] {
  const text = textOf(formatBytes(reply, splitWords(command) ?? []))
  expect(text.endsWith('\n')).toBe(true)
  return text.slice(0, -1).split('\n')
}

describe('A reply looks as in redis-cli', () => {
  test.each<[command: string, reply: Reply, ...lines: string[]]>([
    ['PING', status('PONG'), 'PONG'],
    ['PING hello', bulk('hello'), '"hello"'],
    ['GET nosuch', nil, '(nil)'],
    ['GET k2', bulk('a"b\\c\n\t\x01\xff'), String.raw`"a\"b\\c\n\t\x01\xff"`],
    ['GET k3', bulk("single \\n it's"), String.raw`"single \\n it's"`],
    ['GET uni', bulk(bytesOf('你好é')), String.raw`"\xe4\xbd\xa0\xe5\xa5\xbd\xc3\xa9"`],
    ['GET n', bulk(''), '""'],
    ['INCR ctr', int(1), '(integer) 1'],
    ['CLUSTER KEYSLOT foo', int(12182), '(integer) 12182'],
    ['CLUSTER MYID', bulk(id), `"${id}"`],
    ['TYPE h', status('hash'), 'hash'],
    ['RESET', status('RESET'), 'RESET'],
    ['SET x 1', status('QUEUED'), 'QUEUED'],
    [
      'MONITOR',
      status('1795321159.418187 [0 127.0.0.1:49012] "SET" "k" "v"'),
      '1795321159.418187 [0 127.0.0.1:49012] "SET" "k" "v"',
    ],
    ['DEBUG PROTOCOL verbatim', verbatim('This is a verbatim\nstring'), 'This is a verbatim', 'string'],
    ['DEBUG PROTOCOL true', boolean(true), '(true)'],
    ['DEBUG PROTOCOL false', boolean(false), '(false)'],
    ['ZSCORE z m', double('1.5'), '(double) 1.5'],
    [
      'DEBUG PROTOCOL bignum',
      {type: 'bignum', text: '1234567999999999999999999999999999999'},
      '(big number) 1234567999999999999999999999999999999',
    ],
  ])('%s', (command, reply, ...lines) => {
    expect(linesOf(command, reply)).toEqual(lines)
  })

  test.each([
    "ERR unknown command '2x', with args beginning with: 'PING'",
    "ERR unknown command '!!', with args beginning with: ",
    "ERR wrong number of arguments for 'get' command",
    'ERR EXEC without MULTI',
    "ERR unknown subcommand 'NOSUCH'. Try CLUSTER HELP.",
    'WRONGTYPE Operation against a key holding the wrong kind of value',
    'EXECABORT Transaction discarded because of previous errors.',
    'MOVED 12182 127.0.0.1:7402',
    'ASK 12182 127.0.0.1:7403',
    "CROSSSLOT Keys in request don't hash to the same slot",
    'TRYAGAIN Multiple keys request during rehashing of slot',
    'CLUSTERDOWN The cluster is down',
    'NOREPLICAS Not enough good replicas to write.',
    "READONLY You can't write against a read only replica.",
    "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
    "OOM command not allowed when used memory > 'maxmemory'.",
    'NOAUTH Authentication required.',
  ])('the error %s', text => {
    expect(linesOf('GET k', error(text))).toEqual([`(error) ${text}`])
  })

  test.each<[command: string, reply: Reply, ...lines: string[]]>([
    ['LRANGE l 0 -1', array('a', 'b', 'c'), '1) "a"', '2) "b"', '3) "c"'],
    ['LRANGE nosuch 0 -1', array(), '(empty array)'],
    ['HGETALL nosuch', map(), '(empty hash)'],
    ['SMEMBERS nosuch', set(), '(empty set)'],
    ['PUSH nosuch', push(), '(empty push)'],
    [
      'LRANGE l10 0 -1',
      array(...'0123456789'),
      ...[...'123456789'].map(i => ` ${i}) "${Number(i) - 1}"`),
      '10) "9"',
    ],
    ['HMGET h f1 nope', array('v1', nil), '1) "v1"', '2) (nil)'],
    ['SCAN 0 COUNT 2', array('2', array('', 'k2', 'l')), '1) "2"', '2) 1) ""', '   2) "k2"', '   3) "l"'],
    [
      "EVAL \"return {1,{2,{3,'x'}},'y',false,{}}\" 0",
      array(int(1), array(int(2), array(int(3), 'x')), 'y', nil, array()),
      '1) (integer) 1',
      '2) 1) (integer) 2',
      '   2) 1) (integer) 3',
      '      2) "x"',
      '3) "y"',
      '4) (nil)',
      '5) (empty array)',
    ],
    [
      "EVAL \"return {1,redis.error_reply('MYERR in'),redis.status_reply('FINE')}\" 0",
      array(int(1), error('MYERR in'), status('FINE')),
      '1) (integer) 1',
      '2) (error) MYERR in',
      '3) FINE',
    ],
    [
      'XRANGE st - +',
      array(array('1-1', array('f', 'v')), array('1-2', array('f', 'v'))),
      '1) 1) "1-1"',
      '   2) 1) "f"',
      '      2) "v"',
      '2) 1) "1-2"',
      '   2) 1) "f"',
      '      2) "v"',
    ],
    [
      'OBJECT HELP',
      array(...Array.from({length: 10}, () => status('ENCODING <key>'))),
      ...Array.from({length: 9}, (_, i) => ` ${i + 1}) ENCODING <key>`),
      '10) ENCODING <key>',
    ],
    [
      'ROLE',
      array('master', int(238), array(array('127.0.0.1', '7403', '238'))),
      '1) "master"',
      '2) (integer) 238',
      '3) 1) 1) "127.0.0.1"',
      '      2) "7403"',
      '      3) "238"',
    ],
    [
      'ROLE',
      array('slave', '127.0.0.1', int(7401), 'connected', int(252)),
      '1) "slave"',
      '2) "127.0.0.1"',
      '3) (integer) 7401',
      '4) "connected"',
      '5) (integer) 252',
    ],
    ['EXEC', array(status('OK'), int(2)), '1) OK', '2) (integer) 2'],
    ['SUBSCRIBE c1', array('subscribe', 'c1', int(1)), '1) "subscribe"', '2) "c1"', '3) (integer) 1'],
    [
      'CLUSTER SLOTS',
      array(array(int(0), int(5460), array('127.0.0.1', int(7400), id, array()))),
      '1) 1) (integer) 0',
      '   2) (integer) 5460',
      '   3) 1) "127.0.0.1"',
      '      2) (integer) 7400',
      `      3) "${id}"`,
      '      4) (empty array)',
    ],
    [
      'CLUSTER SHARDS',
      array(array('slots', array(int(0), int(5460)), 'nodes', array(array('id', id, ...'12345678')))),
      '1) 1) "slots"',
      '   2) 1) (integer) 0',
      '      2) (integer) 5460',
      '   3) "nodes"',
      '   4) 1)  1) "id"',
      `          2) "${id}"`,
      ...[...'1234567'].map(i => `          ${Number(i) + 2}) "${i}"`),
      '         10) "8"',
    ],
    ['CLUSTER REPLICAS 5a38', array('01dd 127.0.0.1:7404@7444 slave'), '1) "01dd 127.0.0.1:7404@7444 slave"'],
  ])('the list of %s', (command, reply, ...lines) => {
    expect(linesOf(command, reply)).toEqual(lines)
  })

  test.each<[command: string, reply: Reply, ...lines: string[]]>([
    [
      'HELLO 3',
      map(['server', 'redis'], ['proto', int(3)], ['modules', array()]),
      '1# "server" => "redis"',
      '2# "proto" => (integer) 3',
      '3# "modules" => (empty array)',
    ],
    ['SMEMBERS s', set('b', 'a'), '1~ "b"', '2~ "a"'],
    [
      'ZRANGE z 0 -1 WITHSCORES',
      array(array('m', double('1.5')), array('n', double('2'))),
      '1) 1) "m"',
      '   2) (double) 1.5',
      '2) 1) "n"',
      '   2) (double) 2',
    ],
    [
      'DEBUG PROTOCOL map',
      map([int(0), boolean(false)], [int(1), boolean(true)]),
      '1# (integer) 0 => (false)',
      '2# (integer) 1 => (true)',
    ],
    ['DEBUG PROTOCOL push', push('server-cpu-usage', int(42)), '1) "server-cpu-usage"', '2) (integer) 42'],
    [
      'EVAL "redis.setresp(3); return {map={a=1,b={map={c=2,d=3}}}}" 0',
      map(['a', int(1)], ['b', map(['c', int(2)], ['d', int(3)])]),
      '1# "a" => (integer) 1',
      '2# "b" => ',
      '   1# "c" => (integer) 2',
      '   2# "d" => (integer) 3',
    ],
    [
      'XREAD STREAMS st 0',
      map(['st', array(array('1-1', array('f', 'v')))]),
      '1# "st" => ',
      '   1) 1) "1-1"',
      '      2) 1) "f"',
      '         2) "v"',
    ],
    // Nested, but on one line.
    [
      'EVAL',
      map(['a', array(array('x'))], ['b', map(['c', set()])]),
      '1# "a" => 1) 1) "x"',
      '2# "b" => 1# "c" => (empty set)',
    ],
    [
      'EVAL',
      map([array('k1', 'k2'), array(map(['c', array('1', '2')]))]),
      '1# 1) "k1"',
      '   2) "k2" => ',
      '   1) 1# "c" => ',
      '         1) "1"',
      '         2) "2"',
    ],
    [
      'a message about changed keys',
      push('invalidate', array('k', bytesOf('键'))),
      "-> invalidate: 'k', '键'",
    ],
    ['a message about all keys', push('invalidate', nil), '1) "invalidate"', '2) (nil)'],
    ['a message about something else', push('message', array('k')), '1) "message"', '2) 1) "k"'],
    ['an array that only looks like it', array('invalidate', array('k')), '1) "invalidate"', '2) 1) "k"'],
  ])('RESP3: %s', (command, reply, ...lines) => {
    expect(linesOf(command, reply)).toEqual(lines)
  })

  test('a thousand entries, aligned', () => {
    const lines = linesOf('KEYS *', array(...Array.from({length: 1000}, () => array('a', 'b'))))
    expect(lines.slice(0, 2)).toEqual(['   1) 1) "a"', '      2) "b"'])
    expect(lines.slice(-2)).toEqual(['1000) 1) "a"', '      2) "b"'])
  })

  // Redis's Lua stack ends just below.
  test('a reply nested 8000 deep', () => {
    let list = array('x')
    let table = map(['k', 'x'])
    for (let depth = 1; depth < 8000; depth++) {
      list = array(list)
      table = map(['k', table])
    }
    expect(linesOf('EVAL', list)).toEqual([`${'1) '.repeat(8000)}"x"`])
    expect(linesOf('EVAL', table)).toEqual([`${'1# "k" => '.repeat(8000)}"x"`])
  })
})

describe('Raw, a reply ends where the server ends it', () => {
  test.each<[command: string, reply: Reply, text: string]>([
    ['INFO replication', bulk('# Replication\r\nrole:master\r\n'), '# Replication\r\nrole:master\r\n'],
    ['info', verbatim('# Server\r\n'), '# Server\r\n'],
    [
      'CLUSTER NODES',
      bulk(`${id} :7400@17400 myself,master - 0 0 0 connected\n`),
      `${id} :7400@17400 myself,master - 0 0 0 connected\n`,
    ],
    [
      'CLUSTER INFO',
      error('ERR This instance has cluster support disabled'),
      'ERR This instance has cluster support disabled\n',
    ],
    ['LOLWUT', verbatim('Redis ver. 7.0.15\n'), 'Redis ver. 7.0.15\n'],
    ['CLIENT LIST', bulk(bytesOf('id=3 name=节点\n')), 'id=3 name=节点\n'],
    ['MEMORY DOCTOR', bulk('no newline'), 'no newline'],
    ['INFO', status('QUEUED'), 'QUEUED\n'],
    ['INFO', nil, ''],
    ['INFO', int(1), '1'],
    ['INFO', boolean(true), '(true)'],
    ['INFO', array('a', array('b', 'c'), error('ERR x')), 'a\nb\nc\nERR x\n'],
    ['INFO', map(['a', int(1)], ['b', double('1.5')]), 'a 1\nb 1.5'],
    ['INFO', push('invalidate', array('k')), "-> invalidate: 'k'\n"],
  ])('%s %j', (command, reply, text) => {
    expect(textOf(formatBytes(reply, splitWords(command) ?? []))).toBe(text)
  })

  test.each([
    ['INFO', true],
    ['iNfO everything extra', true],
    ['LOLWUT VERSION 5', true],
    ['CLUSTER NODES', true],
    ['cluster info', true],
    ['CLUSTER INFO extra', false],
    ['CLUSTER SLOTS', false],
    ['CLUSTER', false],
    ['CLIENT LIST TYPE normal', true],
    ['CLIENT INFO', true],
    ['CLIENT ID', false],
    ['LATENCY DOCTOR', true],
    ['LATENCY DOCTOR extra', false],
    ['LATENCY GRAPH command', true],
    ['LATENCY GRAPH', false],
    ['MEMORY DOCTOR', true],
    ['MEMORY MALLOC-STATS', true],
    ['MEMORY STATS', false],
    ['DEBUG HTSTATS 0', true],
    ['DEBUG HTSTATS-KEY h', true],
    ['DEBUG CLIENT-EVICTION', true],
    ['DEBUG OBJECT k', false],
    ['PROXY INFO', true],
    ['ACL LIST', false],
    ['COMMAND INFO get', false],
    ['"CLUSTER NODES"', false],
    ['', false],
  ])('%s is raw: %s', (command, is) => {
    expect(printsRaw(splitWords(command) ?? [])).toBe(is)
  })
})

test('Text that is not UTF-8 shows where it is broken', () => {
  expect(formatBytes(error('ERR \xe4\xbd\xa0\xff'), ['GET'])).toBe('(error) ERR \xe4\xbd\xa0\xff\n')
})

test('Every byte has one way to be quoted', () => {
  const bytes = String.fromCharCode(...Array(256).keys())
  expect(repr(bytes)).toBe(
    [
      String.raw`"\x00\x01\x02\x03\x04\x05\x06\a\b\t\n\x0b\x0c\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f`,
      String.raw` !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`,
      '`abcdefghijklmnopqrstuvwxyz{|}~',
      ...Array.from({length: 129}, (_, i) => `\\x${(127 + i).toString(16)}`),
      '"',
    ].join(''),
  )
})

test('Raw replies are those of redis-cli --raw', () => {
  expect(
    [
      bulk('\xe4\xb9\xa6'),
      {type: 'nil'} as const,
      error('ERR no'),
      {type: 'integer', text: '3'} as const,
      array('a', 'b'),
    ].map(reply => formatRaw(reply)),
  ).toEqual(['\xe4\xb9\xa6\n', '\n', 'ERR no\n\n', '3\n', 'a\nb\n'])
})

describe('Escaped UTF-8 is decoded', () => {
  test.each([
    [bulk(bytesOf('书')), ['"书"']],
    [bulk(bytesOf('say "书"\n\\')), ['"say \\"书\\"\\n\\\\"']],
    [array('ascii', bytesOf('购物车'), '\xff'), ['2) "购物车"']],
    [bulk('ascii'), []],
    [bulk('caf\xe9'), []],
    [bulk('\x1b'), []],
    [error(bytesOf('ERR 书')), []],
  ])('%j', (reply, lines) => {
    expect(decodedLines(reply, ['GET'])).toEqual(lines)
  })
})
