// The caller, by the first bytes of a connection. The bytes are those that Redis 7.0 sends.

import {expect, test} from 'vitest'
import {callerOnBus, callerOnData} from '../../../../src/redis/wires/caller.ts'

function header(port: number): Buffer {
  const bytes = Buffer.alloc(2256)
  bytes.write('RCmb')
  bytes.writeUInt32BE(2256, 4)
  bytes.writeUInt16BE(1, 8)
  bytes.writeUInt16BE(port, 10)
  return bytes
}

const command = (...words: readonly string[]) =>
  Buffer.from(`*${words.length}\r\n${words.map(word => `$${word.length}\r\n${word}\r\n`).join('')}`)

test('On the bus it is the port that the header of the first message announces', () => {
  expect(callerOnBus(header(16_381))).toBe(16_381)
  expect(callerOnBus(header(16_381).subarray(0, 11))).toBe('more')
  expect(callerOnBus(Buffer.from('GET / HTTP/1.1\r\n'))).toBe('other')
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
  ['an inline command', [Buffer.from('PING\r\n')], 'other'],
  ['a client that pings for ever', Array.from({length: 400}, () => ping), 'other'],
  ['no Redis client', [Buffer.from('GET / HTTP/1.1\r\n')], 'other'],
] as const)('On the data port: %s', (_, parts, caller) => {
  expect(callerOnData(Buffer.concat(parts))).toBe(caller)
})
