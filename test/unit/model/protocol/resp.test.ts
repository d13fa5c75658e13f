// The protocol as bytes. That real servers speak it so is held by test/redis/client/redis-cli.test.ts.

import {describe, expect, test} from 'vitest'
import {type Bytes, bytesOf, fromBuffer, toBuffer} from '../../../../src/model/protocol/bytes.ts'
import type {Reply} from '../../../../src/model/protocol/reply.ts'
import {createDecoder, encodeCommand, ProtocolError} from '../../../../src/model/protocol/resp.ts'

const one: Reply = {type: 'integer', text: '1'}
const two: Reply = {type: 'integer', text: '2'}

type Row = [wire: Bytes, ...replies: Reply[]]
const rows: readonly Row[] = [
  ['+OK\r\n', {type: 'status', text: 'OK'}],
  ['+\r\n', {type: 'status', text: ''}],
  ['-ERR unknown command\r\n', {type: 'error', text: 'ERR unknown command'}],
  [':-9223372036854775808\r\n', {type: 'integer', text: '-9223372036854775808'}],
  ['$3\r\nbar\r\n', {type: 'bulk', bytes: 'bar'}],
  ['$0\r\n\r\n', {type: 'bulk', bytes: ''}],
  ['$7\r\n\r\n+OK\r\n\r\n', {type: 'bulk', bytes: '\r\n+OK\r\n'}],
  ['$3\r\n\x00\xff\n\r\n', {type: 'bulk', bytes: '\x00\xff\n'}],
  ['$-1\r\n', {type: 'nil'}],
  ['*-1\r\n', {type: 'nil'}],
  ['_\r\n', {type: 'nil'}],
  ['*0\r\n', {type: 'array', items: []}],
  ['*2\r\n:1\r\n*1\r\n:2\r\n', {type: 'array', items: [one, {type: 'array', items: [two]}]}],
  ['*2\r\n*0\r\n$-1\r\n', {type: 'array', items: [{type: 'array', items: []}, {type: 'nil'}]}],
  ['~2\r\n:1\r\n:2\r\n', {type: 'set', items: [one, two]}],
  ['>1\r\n:1\r\n', {type: 'push', items: [one]}],
  ['%0\r\n', {type: 'map', pairs: []}],
  [
    '%2\r\n:1\r\n:2\r\n:2\r\n%0\r\n',
    {
      type: 'map',
      pairs: [
        [one, two],
        [two, {type: 'map', pairs: []}],
      ],
    },
  ],
  [',3.141\r\n', {type: 'double', text: '3.141'}],
  [',-1e-9\r\n', {type: 'double', text: '-1e-9'}],
  [',-inf\r\n', {type: 'double', text: '-inf'}],
  [',nan\r\n', {type: 'double', text: 'nan'}],
  ['#t\r\n', {type: 'boolean', value: true}],
  ['#f\r\n', {type: 'boolean', value: false}],
  ['(1234567999999999999999\r\n', {type: 'bignum', text: '1234567999999999999999'}],
  ['=8\r\ntxt:a\r\nb\r\n', {type: 'verbatim', format: 'txt', bytes: 'a\r\nb'}],
  ['!5\r\nERR x\r\n', {type: 'error', text: 'ERR x'}],
  [':1\r\n>1\r\n:2\r\n:2\r\n', one, {type: 'push', items: [two]}, two],
  ['|1\r\n+ttl\r\n%1\r\n:1\r\n:2\r\n:1\r\n', one],
  ['|0\r\n:1\r\n', one],
  ['*2\r\n|1\r\n+a\r\n*1\r\n|1\r\n+b\r\n:2\r\n:2\r\n:1\r\n:2\r\n', {type: 'array', items: [one, two]}],
  ['|1\r\n+a\r\n+b\r\n*0\r\n:2\r\n', {type: 'array', items: []}, two],
]

function decode(...chunks: readonly Bytes[]): readonly Reply[] {
  const decoder = createDecoder()
  return chunks.flatMap(chunk => decoder.feed(toBuffer(chunk)))
}

describe('A decoder', () => {
  test.each<Row>(rows)('reads %j', (wire, ...replies) => {
    expect(decode(wire)).toEqual(replies)
  })

  test.each<Row>(rows)('reads %j wherever it is cut', (wire, ...replies) => {
    for (let cut = 1; cut < wire.length; cut++) {
      expect(decode(wire.slice(0, cut), wire.slice(cut)), `cut after ${cut} bytes`).toEqual(replies)
    }
    expect(decode(...wire)).toEqual(replies)
  })

  test('gives each reply with the chunk that completes it', () => {
    const decoder = createDecoder()
    expect(decoder.feed(toBuffer('+OK\r\n*2\r\n:1\r\n'))).toEqual([{type: 'status', text: 'OK'}])
    expect(decoder.feed(toBuffer(':2\r'))).toEqual([])
    expect(decoder.feed(toBuffer('\n_\r\n'))).toEqual([{type: 'array', items: [one, two]}, {type: 'nil'}])
  })

  test.each([
    ['HTTP/1.1 400 Bad Request', 'Protocol error, got "H" as reply type byte'],
    ['\x15\x03\x01', 'Protocol error, got "\\x15" as reply type byte'],
    ['+OK\r\n\r\n', 'Protocol error, got "\\r" as reply type byte'],
    ['+OK\n', 'Protocol error, got the line "+OK\\n"'],
    ['+a\rb\r\n', 'Protocol error, got the line "+a\\rb\\r\\n"'],
    ['$99999999999999999999\r\n', 'Protocol error, got the line "$99999999999999999999\\r\\n"'],
    [':1x\r\n', 'Protocol error, got the line ":1x\\r\\n"'],
    [':\r\n', 'Protocol error, got the line ":\\r\\n"'],
    [',1.2.3\r\n', 'Protocol error, got the line ",1.2.3\\r\\n"'],
    ['(1.5\r\n', 'Protocol error, got the line "(1.5\\r\\n"'],
    ['#x\r\n', 'Protocol error, got the line "#x\\r\\n"'],
    ['_x\r\n', 'Protocol error, got the line "_x\\r\\n"'],
    ['$-2\r\n', 'Protocol error, got the line "$-2\\r\\n"'],
    ['$?\r\n', 'Protocol error, got the line "$?\\r\\n"'],
    ['$\r\n', 'Protocol error, got the line "$\\r\\n"'],
    ['*1e3\r\n', 'Protocol error, got the line "*1e3\\r\\n"'],
    ['%-1\r\n', 'Protocol error, got the line "%-1\\r\\n"'],
    ['$2\r\nabc\r\n', 'Protocol error, a string goes on after its 2 bytes'],
    ['=2\r\nab\r\n', 'Protocol error, a verbatim string without its format'],
    [`-${'a'.repeat(200)}\n`, `Protocol error, got the line "-${'a'.repeat(79)}"`],
  ])('refuses %j', (wire, message) => {
    expect(() => decode(wire)).toThrow(new ProtocolError(message.replace('Protocol error, ', '')))
  })

  // Read from its start with each chunk, this would be 32 GB to read.
  test('reads a string of 8 MB that comes in 8000 chunks in one go', () => {
    const wire = encodeCommand(['a'.repeat(8_000_000)])
    const decoder = createDecoder()
    const lengths: number[] = []
    for (let at = 0; at < wire.length; at += 1000) {
      for (const reply of decoder.feed(wire.subarray(at, at + 1000)))
        lengths.push(JSON.stringify(reply).length)
    }
    expect(lengths).toEqual([
      JSON.stringify({type: 'array', items: [{type: 'bulk', bytes: ''}]}).length + 8_000_000,
    ])
  })

  test.each<[string, Bytes, Reply]>([
    ['a string', `$50\r\n${'a'.repeat(50)}\r\n`, {type: 'bulk', bytes: 'a'.repeat(40), omitted: 10}],
    ['a status', `+${'a'.repeat(1000)}\r\n`, {type: 'status', text: 'a'.repeat(63), omitted: 937}],
    [
      'a list in a list',
      `*2\r\n$1\r\n0\r\n*3\r\n${'$4\r\nabcd\r\n'.repeat(3)}`,
      {
        type: 'array',
        items: [
          {type: 'bulk', bytes: '0'},
          {type: 'array', items: []},
        ],
        omitted: 18,
      },
    ],
    [
      'a list of strings, integers and others',
      `*8\r\n+first\r\n+second\r\n$12\r\n$1\r\nx\r\n:-7\r\n\r\n:12\r\n:-3\r\n$-1\r\n$0\r\n\r\n:4\r\n`,
      {
        type: 'array',
        items: [{type: 'status', text: 'first'}],
        omitted: 35,
      },
    ],
    [
      'a map',
      '%2\r\n+a\r\n:1\r\n+b\r\n:2\r\n',
      {type: 'map', pairs: [[{type: 'status', text: 'a'}, one]], omitted: 4},
    ],
  ])(
    'keeps the beginning of %s that is longer than wanted, wherever it is cut, and the next reply whole',
    (_, wire, reply) => {
      for (let cut = 1; cut < wire.length; cut++) {
        const decoder = createDecoder(40)
        const replies = [wire.slice(0, cut), wire.slice(cut), ':1\r\n'].flatMap(part =>
          decoder.feed(toBuffer(part)),
        )
        expect(replies, `cut after ${cut} bytes`).toEqual([reply, one])
      }
    },
  )

  test('refuses nesting without an end', () => {
    expect(() => decode('*1\r\n'.repeat(100_001))).toThrow('a reply is nested deeper than 100000')
  })

  test('reads what is nested 100,000 deep', () => {
    let [reply] = decode(`${'*1\r\n'.repeat(100_000)}:1\r\n`)
    let depth = 0
    for (; reply?.type === 'array'; depth++) reply = reply.items[0]
    expect({depth, reply}).toEqual({depth: 100_000, reply: one})
  })
})

describe('A command', () => {
  test.each([
    [['PING'], '*1\r\n$4\r\nPING\r\n'],
    [['SET', 'k', ''], '*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$0\r\n\r\n'],
    [['ECHO', bytesOf('你')], '*2\r\n$4\r\nECHO\r\n$3\r\n\xe4\xbd\xa0\r\n'],
    [['ECHO', '\r\n\x00\xff'], '*2\r\n$4\r\nECHO\r\n$4\r\n\r\n\x00\xff\r\n'],
  ])('%j is sent as %j', (words, wire) => {
    expect(fromBuffer(encodeCommand(words))).toBe(wire)
  })
})
