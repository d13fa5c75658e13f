// Getting in, and what a token is worth: guesses, roles, tokens that were withdrawn, names, other hosts and pages.

import {randomBytes} from 'node:crypto'
import {createServer} from 'node:http'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {bind} from '../../../src/hub/listen.ts'
import {LiveRoom} from '../../../src/hub/live-room.ts'
import {Presence} from '../../../src/hub/presence.ts'
import {RoomStore} from '../../../src/hub/store.ts'
import {Streams} from '../../../src/hub/streams.ts'
import type {Delivery} from '../../../src/model/workshop/command.ts'
import {
  batchOf,
  code,
  helperCode,
  hint,
  joinRequest,
  listenAt,
  openRoom,
  type TestRoom,
} from '../../../tools/hub/room.ts'
import {storedIn} from '../../../tools/hub/stored.ts'
import {type SocketServer, startSocketServer} from '../../../tools/servers/socket-server.ts'

let redis: SocketServer
beforeAll(async () => {
  redis = await startSocketServer()
})
afterAll(() => redis[Symbol.asyncDispose]())

/** wrong codes of one address in a minute */
const mostOfOne = 150

async function guessAt(room: TestRoom, from: string, it = 'ZZZZZZ'): Promise<unknown> {
  return (await room.ask('POST', '/v1/join', {body: joinRequest(it), from})).body['refused']
}

describe('A code', () => {
  const wrongOnes = Array(mostOfOne).fill('code')

  test('of a class behind one address comes in among the typing errors of the others', async () => {
    await using room = await openRoom(redis)
    const typed = Array.from({length: 500}, (_, n) => (n % 10 === 0 ? 'ABCDEE' : code))
    const refused = await Promise.all(typed.map(it => guessAt(room, '127.0.0.1', it)))
    expect(refused).toEqual(typed.map(it => (it === code ? undefined : 'code')))
  })

  test('is refused when it is wrong, and cannot be guessed: after 150 wrong ones an address waits, one after another or all at once', async () => {
    await using room = await openRoom(redis)
    const oneByOne: unknown[] = []
    for (let n = 0; n < mostOfOne + 2; n++) oneByOne.push(await guessAt(room, '127.0.0.1'))
    expect(oneByOne).toEqual([...wrongOnes, 'busy', 'busy'])
    expect(await guessAt(room, '127.0.0.1', code)).toBe('busy')
    // Another address is not concerned.
    expect(await guessAt(room, '127.0.0.3', code)).toBeUndefined()
    await using other = await openRoom(redis)
    const atOnce = await Promise.all(Array.from({length: 180}, () => guessAt(other, '127.0.0.2')))
    expect(atOnce.filter(one => one === 'code')).toEqual(wrongOnes)
  })

  test('is counted for the visitor of a proxy on the same computer, of whom it says the last address', async () => {
    await using room = await openRoom(redis)
    const guess = async (address: string, it = 'ZZZZZZ') => {
      const headers = {'x-forwarded-for': `${Math.random()}, ${address}`}
      return (await room.ask('POST', '/v1/join', {body: joinRequest(it), headers})).body['refused']
    }
    const atOnce = await Promise.all(Array.from({length: 180}, () => guess('192.0.2.1')))
    expect(atOnce.filter(one => one === 'code')).toEqual(wrongOnes)
    expect([await guess('192.0.2.1', code), await guess('192.0.2.2', code)]).toEqual(['busy', undefined])
  })

  test('is checked before a learner is asked for anything, counted like a guess, and that of the other role is named', async () => {
    await using room = await openRoom(redis)
    const from = '127.0.0.4'
    const check = (it: string, role: 'learner' | 'helper' = 'learner') =>
      room.ask('POST', '/v1/code', {body: {protocol: 1, code: it, role}, from}).then(({body}) => body)
    const open = {room: room.room, locked: false, countsOnly: false}
    expect([await check(code), await check(helperCode, 'helper')]).toEqual([open, open])
    expect([await check(code, 'helper'), await check(helperCode)]).toEqual([
      {refused: 'learnersCode'},
      {refused: 'helpersCode'},
    ])
    const wrong: unknown[] = []
    for (let n = 0; n < mostOfOne - 1; n++) wrong.push((await check('ZZZZZZ'))['refused'])
    expect(wrong).toEqual([...wrongOnes.slice(2), 'busy'])
    expect(await check(code)).toMatchObject({refused: 'busy'})
    expect(room.hub.desk.room().people).toEqual({})
    await room.hub.desk.end()
    const body = {protocol: 1, code, role: 'learner'}
    expect((await room.ask('POST', '/v1/code', {body})).body).toEqual({refused: 'ended'})
  })

  test('cannot be guessed from many addresses either', async () => {
    await using room = await openRoom(redis)
    const all = Array.from({length: 30}, (_, n) => `127.0.1.${n + 1}`)
    const guesses = all.flatMap(from =>
      Array.from({length: 9}, () => room.ask('POST', '/v1/join', {body: joinRequest('ZZZZZZ'), from})),
    )
    const refused = (await Promise.all(guesses)).map(({body}) => body['refused'])
    expect(refused.filter(one => one === 'code').length).toBeLessThanOrEqual(200)
    expect(refused.filter(one => one === 'busy').length).toBeGreaterThanOrEqual(70)
  })

  test('is counted by all hubs of a room together, across a restart, and by a hash for a minute', async () => {
    await using one = await openRoom(redis)
    const from = '127.0.0.9'
    const guess = (room: TestRoom, it = 'ZZZZZZ') =>
      room.ask('POST', '/v1/join', {body: joinRequest(it), from}).then(({body}) => body['refused'])
    {
      await using two = await openRoom(redis, {room: one.room})
      const atOnce = await Promise.all(Array.from({length: 180}, (_, n) => guess(n % 2 === 0 ? one : two)))
      expect(atOnce.filter(refused => refused === 'code')).toEqual(wrongOnes)
      expect([await guess(one, code), await guess(two, code)]).toEqual(['busy', 'busy'])
    }
    await using again = await openRoom(redis, {room: one.room})
    expect(await guess(again, code)).toBe('busy')
    const keys = (await redis.redis.keys(`rcl:{${one.room}}:guesses*`)).toSorted()
    expect(keys).toEqual([`rcl:{${one.room}}:guesses`, expect.stringMatching(/:guesses:[0-9a-f]{5}$/)])
    for (const key of keys) {
      const left = await redis.redis.pttl(key)
      expect(left > 0 && left <= 60_000 ? 'ends' : `${key} ${left}`).toBe('ends')
    }
  })

  test('lets nobody in, and tells nobody whether it was right, while Redis is away; nothing is forgotten by that', async () => {
    await using own = await startSocketServer()
    await using room = await openRoom(own, {
      patience: {silence: 10_000, headers: 10_000, request: 10_000, check: 1000, redis: 3000},
    })
    const guess = async (it: string) => {
      const {status, body} = await room.ask('POST', '/v1/join', {body: joinRequest(it)})
      return [status, body['refused']]
    }
    for (let n = 1; n < mostOfOne; n++) expect(await guess('ZZZZZZ')).toEqual([403, 'code'])
    own.child.kill('SIGSTOP')
    expect(await Promise.all([guess('ZZZZZZ'), guess(code)])).toEqual([
      [503, 'busy'],
      [503, 'busy'],
    ])
    own.child.kill('SIGCONT')
    await expect.poll(() => own.redis.ping()).toBe('PONG')
    expect(await guess('ZZZZZZ')).toEqual([403, 'code'])
    expect(await guess(code)).toEqual([503, 'busy'])
  })

  test('is not asked of a member who comes back, even while somebody guesses at the same address', async () => {
    await using room = await openRoom(redis)
    const {learner, device} = await room.join()
    await room.hub.desk.changeCode('learner')
    const refused = await Promise.all(Array.from({length: mostOfOne + 1}, () => guessAt(room, '127.0.0.1')))
    expect(refused).toContain('busy')
    expect((await room.join({device})).learner).toBe(learner)
  })

  test('of helpers can be changed: a helper who was sent out is not back with another device, the others are', async () => {
    await using room = await openRoom(redis)
    const {desk} = room.hub
    const [hari, dors] = [await room.join({role: 'helper'}), await room.join({role: 'helper'})]
    await desk.kick(hari.learner)
    const changed = await desk.changeCode('helper')
    expect(await desk.settings()).toMatchObject({code, helperCode: changed})
    const other = randomBytes(16).toString('hex')
    const join = (it: string, device: string) =>
      room.ask('POST', '/v1/join', {body: joinRequest(it, device, 'helper')})
    expect((await join(helperCode, other)).body).toEqual({refused: 'code'})
    expect((await join(helperCode, dors.device)).body).toMatchObject({learner: dors.learner})
    expect((await join(changed, other)).status).toBe(200)
    expect((await room.join()).learner).toBeTypeOf('string')
  })

  test('of helpers is not to be guessed by a member', async () => {
    await using room = await openRoom(redis)
    const {device} = await room.join()
    const guess = (it: string) => room.ask('POST', '/v1/join', {body: joinRequest(it, device, 'helper')})
    const refused = await Promise.all(Array.from({length: mostOfOne + 2}, () => guess('ZZZZZZ')))
    expect(refused.filter(({status}) => status === 403)).toHaveLength(mostOfOne)
    expect((await guess(helperCode)).status).toBe(503)
    expect((await guess(code)).status).toBe(503)
  })
})

describe('A token', () => {
  test('goes into the header only, and is stored as a hash', async () => {
    await using room = await openRoom(redis)
    const {token, device} = await room.join()
    expect((await room.ask('GET', '/v1/orders', {token})).status).toBe(200)
    const elsewhere = await Promise.all([
      room.ask('GET', `/v1/orders?token=${token}`),
      room.ask('GET', '/v1/orders', {headers: {cookie: `token=${token}`}}),
      room.ask('GET', '/v1/orders', {headers: {authorization: token}}),
      room.ask('GET', '/v1/orders', {headers: {authorization: `Basic ${token}`}}),
      room.ask('GET', '/v1/orders', {token: `${token}0`}),
      room.ask('GET', '/v1/orders', {token: token.toUpperCase().replace(/^\d/, 'A')}),
      room.ask('GET', '/v1/orders', {token: randomBytes(16).toString('hex')}),
    ])
    expect(elsewhere.map(({status}) => status)).toEqual(Array(7).fill(401))
    const stored = await everything(room.room)
    expect(stored).not.toContain(token)
    expect(stored).not.toContain(device)
  })

  test('ends when its owner joins again, with the stream that it opened; the person is the same', async () => {
    await using room = await openRoom(redis)
    const first = await room.join({name: 'Ada'})
    const stream = await listenAt(room.port, first.token)
    const again = await room.join({device: first.device})
    expect(again).toMatchObject({learner: first.learner, name: 'Ada'})
    expect(again.token).not.toBe(first.token)
    await stream.ended
    expect(stream.came()).not.toContain('dismissed')
    expect((await room.ask('GET', '/v1/orders', {token: first.token})).status).toBe(401)
    expect((await room.ask('GET', '/v1/orders', {token: again.token})).status).toBe(200)
  })

  test('ends when its owner leaves, also for a request that waits', async () => {
    await using room = await openRoom(redis)
    const {token, learner} = await room.join()
    const stream = await listenAt(room.port, token)
    const waiting = room.ask('GET', '/v1/orders?wait=20', {token})
    await room.ask('POST', '/v1/leave', {token, body: {}})
    await stream.has('event: dismissed\ndata: {"why":"left"}')
    await stream.ended
    await room.hub.desk.give({kind: 'say', text: 'for members'})
    expect(await waiting).toMatchObject({status: 401})
    expect(
      (await room.ask('POST', '/v1/events', {token, body: batchOf('00000001', 0, hint(1))})).status,
    ).toBe(401)
    expect(room.hub.desk.room().people[learner]).toMatchObject({gone: true, hints: 0})
  })
})

describe('A room', () => {
  test('does not let in who was sent out, by the device; a member who reads nothing is cut off all the same', async () => {
    await using room = await openRoom(redis)
    const {learner, token, device} = await room.join()
    const stream = await listenAt(room.port, token)
    expect(await room.hub.desk.kick(learner)).toBe(true)
    await stream.has('{"why":"kicked"}')
    // What comes after a stream has ended is not written to it.
    await room.hub.desk.give({kind: 'say', text: 'one'})
    await room.join()
    await stream.ended
    expect(stream.came()).not.toContain('one')
    expect((await room.ask('GET', '/v1/orders', {token})).status).toBe(401)
    const back = await room.ask('POST', '/v1/join', {body: joinRequest(code, device)})
    expect(back).toMatchObject({status: 403, body: {refused: 'kicked'}})
  })

  test.each([
    ['kicked', 'review'],
    ['left', 'review'],
    ['kicked', 'dismiss'],
  ] as const)(
    'says %s once to the stream of somebody who is, while the record of it is on its way (%s)',
    async (why, next) => {
      await using room = await openRoom(redis)
      const {learner, token} = await room.join()
      const store = await RoomStore.open(redis, room.room)
      // Nothing starts it: it has read nothing yet.
      const live = new LiveRoom(store, new Presence())
      const streams = new Streams(live, one => store.standing(one))
      await using server = createServer(async (_, response) => {
        const identity = await store.identify(token)
        if (identity) streams.open({...identity, response}, undefined)
      })
      const stream = await listenAt(await bind(server, 0, '127.0.0.1'), token)
      await store.dismiss(learner, why)
      streams.review(learner)
      if (next === 'dismiss') streams.dismiss(learner, why)
      await stream.ended
      expect(stream.came()).toBe(`retry: 1000\n\nevent: dismissed\ndata: {"why":"${why}"}\n\n`)
      streams.close()
      store.close()
    },
  )

  test('that is locked takes nobody new, and lets members back in', async () => {
    await using room = await openRoom(redis)
    const {device, learner} = await room.join()
    await room.hub.desk.lock(true)
    expect((await room.ask('POST', '/v1/join', {body: joinRequest()})).body).toEqual({refused: 'locked'})
    expect((await room.join({device})).learner).toBe(learner)
    // A newcomer hears of it with the code, before anything is asked.
    const check = () => room.ask('POST', '/v1/code', {body: {protocol: 1, code, role: 'learner'}})
    expect((await check()).body).toEqual({room: room.room, locked: true, countsOnly: false})
    await room.hub.desk.lock(false)
    expect((await check()).body).toMatchObject({locked: false})
    await room.join()
  })

  test('that has ended takes nobody and stores nothing more, and is forgotten after a day', async () => {
    await using room = await openRoom(redis)
    const {token, learner} = await room.join()
    const request = await room.hub.desk.give({kind: 'snapshot'}, {learner})
    await room.hub.desk.end()
    expect(await room.ask('POST', '/v1/join', {body: joinRequest()})).toMatchObject({
      status: 410,
      body: {refused: 'ended'},
    })
    const picture = {columns: 80, lines: [[{text: 'a picture', tone: 'plain'}]]}
    const tries = [
      ['/v1/events', batchOf('00000001', 0, {kind: 'flag', flag: 'help'})],
      [`/v1/snapshot/${request}`, picture],
    ] as const
    for (const [path, body] of tries)
      expect(await room.ask('POST', path, {token, body})).toMatchObject({
        status: 410,
        body: {refused: 'ended'},
      })
    await expect.poll(() => room.hub.desk.room().ended).toBe(true)
    expect(room.hub.desk.room().people[learner]?.flag).toBe('none')
    expect(await room.hub.desk.snapshot(request)).toBeUndefined()
    // A lab that was away still hears of it, and its learner may leave.
    const orders = (await room.ask('GET', '/v1/orders', {token})).body['orders'] as readonly Delivery[]
    expect(orders.at(-1)?.command).toEqual({kind: 'end'})
    expect((await room.ask('POST', '/v1/leave', {token, body: {}})).status).toBe(200)
    await using _ = await openRoom(redis, {room: room.room})
    const keys = await redis.redis.keys(`rcl:{${room.room}}:*`)
    const lives = await Promise.all(keys.map(key => redis.redis.ttl(key)))
    expect(lives.filter(seconds => seconds < 1 || seconds > 24 * 3600)).toEqual([])
  })

  test('has as many people as devices, however often they knock at once', async () => {
    await using room = await openRoom(redis)
    const device = randomBytes(16).toString('hex')
    const all = await Promise.all(Array.from({length: 20}, () => room.join({device})))
    expect(new Set(all.map(({learner}) => learner)).size).toBe(1)
    const live = await Promise.all(all.map(({token}) => room.ask('GET', '/v1/orders', {token})))
    expect(live.filter(({status}) => status === 200)).toHaveLength(1)
  })
})

describe('A client with the code', () => {
  test('fills the room with nothing: coming back as before is no record, and a device joins 20 times in five minutes', async () => {
    await using room = await openRoom(redis)
    const {device, learner} = await room.join({name: 'Ada'})
    const {token} = await room.join({device})
    const records = () => redis.redis.xlen(`rcl:{${room.room}}:records`)
    expect(await records()).toBe(1)
    const join = () => room.ask('POST', '/v1/join', {body: joinRequest(code, device)})
    const all = await Promise.all(Array.from({length: 30}, join))
    expect(all.filter(({status}) => status === 200)).toHaveLength(18)
    expect(all.find(({status}) => status !== 200)).toMatchObject({status: 503, body: {refused: 'busy'}})
    expect(await records()).toBe(1)
    expect((await room.ask('GET', '/v1/orders', {token})).status).toBe(401)
    // Others are not concerned.
    expect((await room.join()).learner).not.toBe(learner)
  })

  test('who leaves and comes back, or has another name, is a record', async () => {
    await using room = await openRoom(redis)
    const {device, token, learner} = await room.join({name: 'Ada'})
    await room.ask('POST', '/v1/leave', {token, body: {}})
    await expect.poll(() => room.hub.desk.room().people[learner]?.gone).toBe(true)
    await room.join({device})
    await expect.poll(() => room.hub.desk.room().people[learner]?.gone).toBe(false)
    await room.join({device, name: 'Grace'})
    await expect.poll(() => room.hub.desk.room().people[learner]?.name).toBe('Grace')
  })

  test('brings no more than 10,000 people; those who are in come back', async () => {
    await using room = await openRoom(redis)
    const {device, learner} = await room.join()
    const others = Array.from({length: 9_999}, (_, n) => [`l${n}`, '{"name":"","role":"learner"}'])
    await redis.redis.hset(`rcl:{${room.room}}:people`, Object.fromEntries(others))
    expect(await room.ask('POST', '/v1/join', {body: joinRequest()})).toMatchObject({
      status: 403,
      body: {refused: 'locked'},
    })
    expect((await room.join({device})).learner).toBe(learner)
  })
})

describe('A name', () => {
  test('is refused with control characters, cleaned of invisible ones, cut never, and had by one only', async () => {
    await using room = await openRoom(redis)
    const named = async (name: string) => {
      const {body} = await room.ask('POST', '/v1/join', {body: {...joinRequest(), name}})
      return body['name'] ?? body['refused']
    }
    expect(await named('\x1b]0;owned\x07')).toBe('malformed')
    expect(await named('a\nb')).toBe('malformed')
    expect(await named('\x9b31m')).toBe('malformed')
    expect(await named('x'.repeat(25))).toBe('malformed')
    expect(await named('\u202e\u200b\u2066')).toBe('malformed')
    expect(await named('  ')).toBe('name')
    expect(await named('nimda\u202e\u2028')).toBe('nimda')
    expect(await named('NIMDA')).toBe('NIMDA 2')
    expect(await named('<img src=x onerror=1>')).toBe('<img src=x onerror=1>')
    const names = Object.values(room.hub.desk.room().people).map(({name}) => name)
    expect(names.filter(name => /[\p{Cc}\p{Cf}\u2028]/u.test(name))).toEqual([])
  })

  test('that many have gets a number for each of them', async () => {
    await using room = await openRoom(redis)
    const names: string[] = []
    for (let n = 0; n < 12; n++) names.push((await room.join({name: 'Anna'})).name)
    expect(names.slice(0, 5)).toEqual(['Anna', 'Anna 2', 'Anna 3', 'Anna 4', 'Anna 5'])
    expect(names.slice(5).filter(name => !/^Anna \d{1,3}$/.test(name))).toEqual([])
    expect(new Set(names).size).toBe(12)
    const long = 'x'.repeat(24)
    for (let n = 0; n < 7; n++) expect((await room.join({name: long})).name.length).toBeLessThanOrEqual(24)
  })

  test('that the instructor gives is taken from nobody, and the token goes on', async () => {
    await using room = await openRoom(redis)
    const ada = await room.join({name: 'Ada'})
    await room.join({name: 'Grace'})
    expect(await room.hub.desk.rename(ada.learner, 'grace')).toBe(false)
    expect(await room.hub.desk.rename(ada.learner, 'x'.repeat(25))).toBe(false)
    expect(await room.hub.desk.rename(ada.learner, 'Countess\u202e')).toBe(true)
    await expect.poll(() => room.hub.desk.room().people[ada.learner]?.name).toBe('Countess')
    expect((await room.ask('GET', '/v1/orders', {token: ada.token})).status).toBe(200)
    // The old name is free.
    expect((await room.join({name: 'Ada'})).name).toBe('Ada')
  })

  test('is given by the hub where none may be chosen', async () => {
    const settings = {code, helperCode, names: false}
    await using room = await openRoom(redis, {settings})
    const {status, body} = await room.ask('POST', '/v1/join', {body: {...joinRequest(), name: 'Ada'}})
    expect({status, body}).toEqual({status: 400, body: {refused: 'name'}})
    expect((await room.join()).name).toMatch(/^[a-z]+ [a-z]+( \d+)?$/)
  })

  test('is given by the hub too where one may be chosen, while what is sent can be read on its way', async () => {
    await using room = await openRoom(redis)
    expect((await room.join({name: 'Ada'})).name).toBe('Ada')
    const settings = {code, helperCode, names: false}
    await using plain = await openRoom(redis, {room: room.room, settings})
    const {body} = await plain.ask('POST', '/v1/join', {body: {...joinRequest(), name: 'Grace'}})
    expect(body).toEqual({refused: 'name'})
    expect((await plain.ask('POST', '/v1/join', {body: joinRequest()})).body).toMatchObject({names: false})
  })
})

describe('A hub', () => {
  test('answers only to its own names', async () => {
    await using room = await openRoom(redis)
    const statuses = await Promise.all(
      [
        ['127.0.0.1', 200],
        [`127.0.0.1:${room.port}`, 200],
        ['[::1]:7700', 200],
        ['localhost:7700', 200],
        ['HUB.example.org', 200],
        ['evil.example.org', 421],
        ['127.0.0.1.nip.io', 421],
        ['hub.example.org.evil.org', 421],
        ['localhost.evil.org', 421],
      ].map(async ([host, wanted]) => {
        const health = await room.ask('GET', '/healthz', {headers: {host: `${host}`}})
        const join = await room.ask('POST', '/v1/join', {body: {}, headers: {host: `${host}`}})
        return {host, wanted, got: health.status, join: join.status === 421 ? 421 : 200}
      }),
    )
    expect(statuses.filter(({wanted, got, join}) => wanted !== got || wanted !== join)).toEqual([])
  })

  test('gives a page elsewhere nothing: no CORS headers, no answer to a preflight, no form for JSON', async () => {
    await using room = await openRoom(redis)
    const origin = 'https://evil.example.org'
    const asked = {origin, 'access-control-request-method': 'POST'}
    const answers = await Promise.all([
      room.ask('OPTIONS', '/v1/join', {headers: asked}),
      room.ask('GET', '/healthz', {headers: {origin}}),
      room.ask('POST', '/v1/join', {body: joinRequest(), headers: {origin, 'content-type': 'text/plain'}}),
      room.ask('POST', '/v1/join', {
        body: joinRequest(),
        headers: {origin, 'content-type': 'application/x-www-form-urlencoded'},
      }),
    ])
    expect(answers.map(({status}) => status)).toEqual([401, 200, 400, 400])
    const cors = answers
      .flatMap(({headers}) => Object.keys(headers))
      .filter(name => name.startsWith('access-'))
    expect(cors).toEqual([])
    for (const {headers} of answers) {
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['strict-transport-security']).toBeUndefined()
    }
    expect(Object.keys(room.hub.desk.room().people)).toEqual([])
  })

  test('of another version is named, whatever else the request has', async () => {
    await using room = await openRoom(redis)
    const {status, body} = await room.ask('POST', '/v1/join', {body: {protocol: 2, anything: []}})
    expect({status, body}).toEqual({status: 409, body: {refused: 'protocol', protocol: 1}})
  })
})

/** All keys and values of a room. */
async function everything(room: string): Promise<string> {
  return JSON.stringify([...(await storedIn(redis.redis, room))])
}
