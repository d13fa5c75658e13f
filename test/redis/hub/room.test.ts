// A room while its hub and its Redis are killed. Row 18 of the figures; bench/room.ts has the long version, with 500 learners and the times.

import {expect, test} from 'vitest'
import {eventFaults, orderFaults, recordsOf, roomFaults} from '../../../tools/hub/audit.ts'
import {Crowd} from '../../../tools/hub/crowd.ts'
import {HubProcess, settings} from '../../../tools/hub/hub.ts'
import {startRoomRedis} from '../../../tools/hub/room-redis.ts'

const patience = 20_000
/** ms, also while other programs have the processor */
const within = 120_000

test('Nothing is lost or doubled when the hub and its Redis are killed, and every order comes once', {
  timeout: within,
}, async () => {
  await using redis = await startRoomRedis()
  const room = 'crowded'
  await using hub = await HubProcess.start({redis: {socket: redis.socket}, room, settings, port: 0})
  const addressOf = () => ({protocol: 'plain', host: '127.0.0.1', port: hub.port}) as const
  await using crowd = await Crowd.join({addressOf, n: 40, within: 300, pace: 300})
  crowd.work()
  await crowd.untilBack(0, patience)
  const orders = [await hub.give({kind: 'say', text: 'before'})]
  await crowd.untilHeard(orders[0] ?? '', patience)

  let killed = performance.now()
  await hub.killAndStart()
  orders.push(await hub.give({kind: 'say', text: 'after the hub was killed'}))
  await crowd.untilBack(killed, patience)

  killed = performance.now()
  await redis.kill()
  await crowd.untilBack(killed, patience)
  orders.push(await hub.give({kind: 'say', text: 'after its Redis was killed'}))
  await crowd.untilHeard(orders.at(-1) ?? '', patience)

  await crowd.rest()
  await crowd.untilSent(patience)
  const records = await recordsOf({socket: redis.socket}, room)
  expect(await eventFaults(records, crowd.learners)).toEqual([])
  expect(orderFaults(orders, crowd.learners)).toEqual([])
  await expect.poll(async () => roomFaults(await hub.room(), records)).toEqual([])

  const [one] = crowd.learners
  await hub.kick(one?.id ?? '')
  await expect.poll(() => one?.over, {timeout: patience}).toBe('kicked')
})
