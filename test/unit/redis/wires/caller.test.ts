// The caller, by the first bytes of a connection. The bytes are those that Redis 7.0, 8.6 and Valkey 9.1 send.

import {expect, test} from 'vitest'
import {callerOnData, senderOnBus} from '../../../../src/redis/wires/caller.ts'

const id = '0123456789abcdef0123456789abcdef01234567'

function header(port: number): Buffer {
  const bytes = Buffer.alloc(2256)
  bytes.write('RCmb')
  bytes.writeUInt32BE(2256, 4)
  bytes.writeUInt16BE(1, 8)
  bytes.writeUInt16BE(port, 10)
  bytes.write(id, 40)
  return bytes
}

const command = (...words: readonly string[]) =>
  Buffer.from(`*${words.length}\r\n${words.map(word => `$${word.length}\r\n${word}\r\n`).join('')}`)

test('On the bus it is the node whose port and id are in the header of the first message', () => {
  expect(senderOnBus(header(16_381))).toEqual({port: 16_381, id})
  expect([0, 3, 11, 79].map(length => senderOnBus(header(16_381).subarray(0, length)))).toEqual(
    Array.from({length: 4}, () => 'more'),
  )
  expect(senderOnBus(Buffer.from('GET / HTTP/1.1\r\n'))).toBe('other')
})

const ping = command('PING')
const listening = command('REPLCONF', 'listening-port', '6479', 'ip-address', '127.0.0.1')

test.each([
  ['PING alone may be of anybody', [ping], 'more'],
  ['a replica says its port after PING', [ping, listening], 6479],
  ['a replica with a password', [ping, command('AUTH', 'secret'), listening], 6479],
  ['a replica that first says something else', [command('REPLCONF', 'version', '8.0.1'), listening], 6479],
  ['half a command', [ping, listening.subarray(0, 20)], 'more'],
  ['half the length of a string', [ping, Buffer.from('*2\r\n$')], 'more'],
  ['a client', [command('SET', 'bar', '1')], 'other'],
  ['a client that pings first', [ping, command('GET', 'bar')], 'other'],
  [
    'the target of slots of Redis 8.4',
    [
      command('AUTH', 'internal connection', 'secret'),
      command('CLUSTER', 'SYNCSLOTS', 'CONF', 'NODE-ID', id),
    ],
    6380,
  ],
  [
    'the source of slots of Valkey 9',
    [command('CLUSTER', 'SYNCSLOTS', 'ESTABLISH', 'SOURCE', id, 'NAME', 'job', 'SLOTSRANGE', '1', '2')],
    6380,
  ],
  [
    'a node that was not heard on the bus',
    [command('CLUSTER', 'SYNCSLOTS', 'CONF', 'NODE-ID', 'x')],
    'other',
  ],
  ['a second connection of a target', [command('CLUSTER', 'SYNCSLOTS', 'RDBCHANNEL', 'task')], 'other'],
  ['a client that asks about the cluster', [command('CLUSTER', 'NODES')], 'other'],
  ['an inline command', [Buffer.from('PING\r\n')], 'other'],
  ['a client that pings for ever', Array.from({length: 400}, () => ping), 'other'],
  ['no Redis client', [Buffer.from('GET / HTTP/1.1\r\n')], 'other'],
] as const)('On the data port: %s', (_, parts, caller) => {
  expect(callerOnData(Buffer.concat(parts), one => (one === id ? 6380 : undefined))).toBe(caller)
})
