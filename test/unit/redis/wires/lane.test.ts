// What a lane does to real sockets: the source waits when it must, and ends are passed on.

import {once} from 'node:events'
import {connect, createServer, type Socket} from 'node:net'
import {text} from 'node:stream/consumers'
import {afterEach, expect, test, vi} from 'vitest'
import {Lane} from '../../../../src/redis/wires/lane.ts'

const sockets: Socket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
})

/** The two ends of a connection. */
async function connected(): Promise<readonly [Socket, Socket]> {
  const server = createServer({allowHalfOpen: true}).listen({port: 0, host: '127.0.0.1'})
  await once(server, 'listening')
  const {port} = server.address() as {port: number}
  const caller = connect({port, host: '127.0.0.1', allowHalfOpen: true})
  const [called] = (await once(server, 'connection')) as [Socket]
  server.close()
  sockets.push(caller, called)
  return [caller, called]
}

async function openLane() {
  const [sender, source] = await connected()
  const [target, reader] = await connected()
  const lane = new Lane({source: () => source, target: () => target})
  source.on('data', bytes => lane.take(bytes))
  source.once('end', () => lane.take('end'))
  return {sender, source, lane, target, reader}
}

/** A busy computer needs seconds for all the bytes of a test. */
const until = (check: () => boolean) => vi.waitUntil(check, {timeout: 20_000, interval: 10})

const megabyte = Buffer.alloc(1_000_000)
const slow = {is: 'slow', ms: 100_000, jitter: 0} as const

test('What is sent arrives, and then the end; the way back stays open', async () => {
  const {sender, reader, target} = await openLane()
  sender.end('PING')
  expect(await text(reader)).toBe('PING')
  expect(target.writableEnded).toBe(true)
  expect(target.destroyed).toBe(false)
})

test('A source waits while its target is full', async () => {
  const {sender, source, target, reader} = await openLane()
  for (let i = 0; i < 32; i++) sender.write(megabyte)
  await until(() => source.isPaused() && target.writableNeedDrain)
  reader.resume()
  await until(() => !source.isPaused() && sender.writableLength === 0)
})

test('It goes on waiting for a slow link that is full when its target no longer is', async () => {
  const {sender, source, lane, target, reader} = await openLane()
  for (let i = 0; i < 32; i++) sender.write(megabyte)
  await until(() => target.writableNeedDrain)
  lane.passage.set(slow)
  lane.take(megabyte)
  reader.resume()
  await once(target, 'drain')
  expect(source.isPaused()).toBe(true)
  lane.passage.set(undefined)
  lane.deliver()
  await until(() => !source.isPaused() && sender.writableLength === 0)
})

test('When the source is gone, its target ends', async () => {
  const {lane, reader} = await openLane()
  reader.resume()
  lane.take('close')
  await once(reader, 'end')
})
