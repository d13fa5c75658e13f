// What the instructor does while the hub's Redis does not answer: done once when it does, or refused with its reason.

import {describe, expect, test} from 'vitest'
import {runDeskLine} from '../../../src/desk/desk-runner.ts'
import {translate} from '../../../src/model/text/messages.ts'
import {namesIn} from '../../../src/model/workshop/desk-names.ts'
import {recordsOf} from '../../../tools/hub/audit.ts'
import {batchOf, hint, openRoom, type TestRoom} from '../../../tools/hub/room.ts'
import {type SocketServer, startSocketServer} from '../../../tools/servers/socket-server.ts'

/** Shorter than the pauses here, so that every act is sent several times. */
const patience = {silence: 10_000, headers: 10_000, request: 10_000, check: 1000, redis: 500}
const paused = 2000

const help = {
  names: namesIn([], 'en'),
  door: {address: 'hub:7700', words: async () => undefined},
  pictures: true,
}

const stops = {
  async 'is stopped'({child}: SocketServer) {
    child.kill('SIGSTOP')
    setTimeout(() => child.kill('SIGCONT'), paused)
  },
  async 'pauses its clients'({redis}: SocketServer) {
    await redis.call('CLIENT', 'PAUSE', paused, 'ALL')
  },
}

async function actsStored({hub, room}: TestRoom, socket: string) {
  const records = await recordsOf({socket}, room)
  return {
    notes: records
      .flatMap(record => ('by' in record ? [record.by] : []))
      .filter(({note}) => note !== 'joined'),
    orders: hub.desk.orders().map(({command}) => command),
  }
}

async function scriptsRun({redis}: SocketServer): Promise<number> {
  return Number(/cmdstat_eval:calls=(\d+)/.exec(await redis.info('commandstats'))?.[1] ?? 0)
}

describe.each(Object.entries(stops))('While Redis %s', (_, stop) => {
  test('what the instructor does waits, and is then done once and in its order; the terminal says so', async () => {
    await using server = await startSocketServer()
    await using room = await openRoom({socket: server.socket}, {patience})
    const ada = await room.join({name: 'Ada'})
    const bob = await room.join({name: 'Bob'})
    const {desk} = room.hub
    const before = await scriptsRun(server)
    await stop(server)

    const say = {is: 'give', command: {kind: 'say', text: 'once'}, target: {}} as const
    const {says, later, failed} = await runDeskLine(desk, say, {...help, within: 100})
    expect(says.map(one => translate('en', one).slice(0, 48))).toEqual([
      "The hub's Redis has not answered for 0.1 s. The ",
    ])
    expect(failed).toBe(undefined)
    const acts = [
      desk.lock(true),
      desk.rename(ada.learner, 'Eve'),
      desk.rename(bob.learner, 'Eve'),
      desk.kick(bob.learner),
      desk.lock(false),
    ]
    expect(await Promise.all(acts)).toEqual([undefined, true, false, true, undefined])
    expect((await later)?.says.map(one => translate('en', one))).toEqual(['Sent.'])

    // Else this has tested nothing: some was sent more than once.
    expect((await scriptsRun(server)) - before).toBeGreaterThan(acts.length + 1)
    await expect
      .poll(() => actsStored(room, server.socket))
      .toEqual({
        notes: [
          {note: 'locked', locked: true},
          {note: 'renamed', learner: ada.learner, name: 'Eve'},
          {note: 'left', learner: bob.learner, why: 'kicked'},
          {note: 'locked', locked: false},
        ],
        orders: [
          {kind: 'say', text: 'once'},
          {kind: 'rename', name: 'Eve'},
        ],
      })
  })
})

test('What Redis refuses is refused with its reason, at once, and never done', async () => {
  await using server = await startSocketServer()
  await using room = await openRoom({socket: server.socket}, {patience})
  const {desk} = room.hub
  await server.redis.config('SET', 'maxmemory', '1')
  const {says, failed, later} = await runDeskLine(desk, {is: 'lock', locked: true}, help)
  expect([says.map(one => translate('en', one)).join(), failed, later]).toEqual([
    expect.stringMatching(/^Nothing was done: the hub's Redis says .*OOM/),
    true,
    undefined,
  ])
  await server.redis.config('SET', 'maxmemory', '0')
  await desk.give({kind: 'say', text: 'next'})
  await expect
    .poll(() => actsStored(room, server.socket))
    .toEqual({
      notes: [],
      orders: [{kind: 'say', text: 'next'}],
    })
})

test('What a server has lost is done again, and not if the room is gone', async () => {
  await using server = await startSocketServer()
  await using room = await openRoom({socket: server.socket})
  const {desk} = room.hub
  const [ada, bob] = [await room.join({name: 'Ada'}), await room.join()]
  const key = (name: string) => `rcl:{${room.room}}:${name}`
  await desk.lock(true)
  await desk.kick(ada.learner)
  await room.ask('POST', '/v1/erase', {body: {device: ada.device}})
  const done = () => server.redis.hlen(key('ids'))
  // An erasure is answered before it is kept as an act.
  await expect.poll(done).toBe(5)
  // As the successor of a server has it that was killed before it sent the last commands.
  await server.redis.hset(key('room'), 'locked', '0')
  await server.redis.del(key('ids'))
  // A hub looks whenever it has read something.
  await room.ask('POST', '/v1/events', {token: bob.token, body: batchOf('00000001', 0, hint(1))})
  await expect.poll(done, {timeout: 10_000}).toBe(5)
  expect(await server.redis.hget(key('room'), 'locked')).toBe('1')
  expect(await server.redis.hkeys(key('people'))).toEqual([bob.learner])

  await server.redis.flushall()
  await server.redis.config('RESETSTAT')
  // Several of the looks that the hub takes after each of its reads.
  await expect.poll(() => scriptsRun(server), {timeout: 10_000}).toBeGreaterThan(3)
  expect(await server.redis.keys('*')).toEqual([])
})
