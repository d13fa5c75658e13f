// What is sent arrives once, in its order, and only at those it is meant for; what a person asks to be deleted is gone.

import {createHash, randomBytes} from 'node:crypto'
import {once} from 'node:events'
import type {Socket} from 'node:net'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {RoomStore} from '../../../src/hub/store.ts'
import type {Delivery} from '../../../src/model/workshop/command.ts'
import {parseBatch, type WorkshopEvent} from '../../../src/model/workshop/event.ts'
import {
  batchOf,
  code,
  type Guest,
  helperCode,
  hint,
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

const epoch = '0000abcd'
/** 2.6 kB */
const longPoll = {
  kind: 'poll',
  question: '是'.repeat(500),
  options: Array.from({length: 6}, () => '是'.repeat(60)),
} as const

/** ms, for some megabytes in small pieces, also while other programs have the processor */
const within = 120_000

describe('Events', () => {
  test('are stored once and in their order, though batches come twice, late, and all at once', async () => {
    await using room = await openRoom(redis)
    const guest = await room.join()
    const send = async (after: number, ...numbers: number[]) =>
      (await post(room, guest, after, ...numbers.map(hint))).body['ack']
    // The second batch overtakes the first: the hub asks for what is missing.
    expect(await send(3, 4, 5)).toBe(0)
    expect(await send(0, 1, 2, 3)).toBe(3)
    expect(await send(3, 4, 5)).toBe(5)
    // Its answer was lost, so the client sends it again with one more.
    expect(await send(3, 4, 5, 6)).toBe(6)
    expect(await send(0, 1, 2, 3)).toBe(6)
    await Promise.all([send(6, 7, 8), send(6, 7, 8), send(6, 7), send(0, 1), send(6, 7, 8, 9)])
    expect(await storedHints(room, guest)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('of another outbox have numbers of their own, and kinds of a newer lab are passed over', async () => {
    await using room = await openRoom(redis)
    const guest = await room.join()
    await post(room, guest, 0, hint(1), hint(2))
    const other = batchOf('99999999', 0, hint(3))
    const newer = {seq: 2, at: 1, event: {kind: 'dance', steps: [1]}}
    const body = {...other, events: [...other.events, newer]}
    const {body: answer} = await room.ask('POST', '/v1/events', {token: guest.token, body})
    expect(answer).toMatchObject({ack: 2})
    expect(await storedHints(room, guest)).toEqual([1, 2, 3])
  })

  test('that are only signs of life are no records, and no part of what anybody may store; every hub knows the last one', async () => {
    let room = await openRoom(redis)
    await using other = await openRoom(redis, {room: room.room})
    const guest = await room.join()
    await post(room, guest, 0, hint(1))
    const seenBy = ({hub}: TestRoom) => hub.desk.room().people[guest.learner]?.seenAt ?? 0
    await expect.poll(() => Math.min(seenBy(room), seenBy(other))).toBeGreaterThan(0)
    const before = seenBy(room)
    const beats = Array.from({length: 50}, () => ({kind: 'beat'}) as const)
    expect((await post(room, guest, 1, ...beats)).body).toMatchObject({ack: 51})
    expect((await post(room, guest, 51, ...beats)).body).toMatchObject({ack: 101})
    await expect.poll(() => Math.min(seenBy(room), seenBy(other))).toBeGreaterThan(before)
    const key = `rcl:{${room.room}}`
    // That somebody has joined, and the hint.
    expect(await redis.redis.xlen(`${key}:records`)).toBe(2)
    expect(await redis.redis.hget(`${key}:numbers`, `${guest.learner}:stored`)).toBe('1')
    await room[Symbol.asyncDispose]()
    room = await openRoom(redis, {room: room.room})
    await using _ = room
    expect(seenBy(room)).toBeGreaterThan(before)
  })

  test('are asked for again from the hub that has lost them, and nobody is doubled by it', async () => {
    await using room = await openRoom(redis)
    const guest = await room.join()
    await post(room, guest, 0, hint(1), hint(2), hint(3))
    // The last second of an append-only file is gone.
    const key = `rcl:{${room.room}}`
    const [, second] = (await redis.redis.xrange(`${key}:records`, '-', '+')).slice(1)
    for (const [id] of await redis.redis.xrange(`${key}:records`, `(${second?.[0]}`, '+'))
      await redis.redis.xdel(`${key}:records`, id)
    await redis.redis.hset(`${key}:numbers`, `${guest.learner}:${epoch}`, 2)
    expect((await post(room, guest, 3, hint(4))).body).toMatchObject({ack: 2})
    expect((await post(room, guest, 2, hint(3), hint(4))).body).toMatchObject({ack: 4})
    expect(await storedHints(room, guest)).toEqual([1, 2, 3, 4])
  })

  test('are not stored of somebody who leaves after the hub has let the request in', async () => {
    await using room = await openRoom(redis)
    const guest = await room.join()
    const store = await RoomStore.open(redis, room.room)
    const identity = await store.identify(guest.token)
    const batch = parseBatch(batchOf(epoch, 0, hint(1)))
    if (!identity || !batch) throw new Error('The guest is not let in')
    await store.dismiss(guest.learner, 'left')
    expect(await store.add(identity, batch)).toBeUndefined()
    store.close()
    expect(await storedHints(room, guest)).toEqual([])
  })

  test('cannot be written as somebody else', async () => {
    await using room = await openRoom(redis)
    const [mallory, ada] = [await room.join(), await room.join()]
    await post(room, ada, 0, hint(1))
    // The same outbox and the numbers that Ada comes to next.
    expect((await post(room, mallory, 0, hint(9), hint(9), hint(9))).body).toMatchObject({ack: 3})
    expect((await post(room, ada, 1, hint(2))).body).toMatchObject({ack: 2})
    const forged = {...batchOf(`${ada.learner}:${epoch}`, 0, hint(9))}
    expect((await room.ask('POST', '/v1/events', {token: mallory.token, body: forged})).status).toBe(400)
    expect(await storedHints(room, ada)).toEqual([1, 2])
    await expect.poll(() => room.hub.desk.room().people[ada.learner]?.hints).toBe(2)
  })

  test('are refused while Redis is away, and stored when it is back; the lab loses nothing', async () => {
    await using own = await startSocketServer()
    await using room = await openRoom(own)
    const guest = await room.join()
    own.child.kill('SIGSTOP')
    const waiting = post(room, guest, 0, hint(1))
    own.child.kill('SIGCONT')
    expect((await waiting).body).toMatchObject({ack: 1})
    own.child.kill('SIGKILL')
    await expect.poll(async () => (await post(room, guest, 1, hint(2))).status).toBe(503)
    expect((await room.ask('GET', '/healthz')).status).toBe(200)
    expect((await room.ask('GET', '/readyz')).status).toBe(503)
  })
})

describe('Orders', () => {
  test('go on after a cursor: each once, none left out, by stream and by asking', async () => {
    await using room = await openRoom(redis)
    const {desk} = room.hub
    const guest = await room.join()
    for (const text of ['one', 'two']) await desk.give({kind: 'say', text})
    const first = await listenAt(room.port, guest.token)
    await first.has('"text":"two"')
    first.close()
    const cursor = cursorsIn(first.came()).at(-1)
    for (const text of ['three', 'four']) await desk.give({kind: 'say', text})
    const second = await listenAt(room.port, guest.token, cursor)
    await second.has('"text":"four"')
    await desk.give({kind: 'say', text: 'five'})
    await second.has('"text":"five"')
    expect(textsIn(first.came() + second.came())).toEqual(['one', 'two', 'three', 'four', 'five'])
    const asked = await room.ask('GET', `/v1/orders?after=${cursor}`, {token: guest.token})
    expect(textsIn(asked.text)).toEqual(['three', 'four', 'five'])
    const waiting = room.ask('GET', `/v1/orders?wait=20&after=${cursorsIn(second.came()).at(-1)}`, {
      token: guest.token,
    })
    await desk.give({kind: 'say', text: 'six'})
    expect(textsIn((await waiting).text)).toEqual(['six'])
  })

  test('with one id are given once, and by a second hub of the room too', async () => {
    await using room = await openRoom(redis)
    await using other = await openRoom(redis, {room: room.room})
    const guest = await room.join()
    const stream = await listenAt(other.port, guest.token)
    await room.hub.desk.give({kind: 'say', text: 'once'}, {}, 'an-id')
    await other.hub.desk.give({kind: 'say', text: 'once'}, {}, 'an-id')
    await room.hub.desk.give({kind: 'say', text: 'last'})
    await stream.has('"text":"last"')
    expect(textsIn(stream.came())).toEqual(['once', 'last'])
    // A member of the room is one at every hub, until one of them sends the person out.
    expect((await other.ask('GET', '/v1/orders', {token: guest.token})).status).toBe(200)
    await room.hub.desk.kick(guest.learner)
    await stream.has('"kicked"')
  })

  test.each([false, true])(
    'that a fault of Redis kept the hub from reading to the end are read again (counts only: %s)',
    async countsOnly => {
      await using room = await openRoom(redis, {settings: {code, helperCode, names: false, countsOnly}})
      const {token} = await room.join()
      const stream = await listenAt(room.port, token)
      const may = (rule: string) => redis.redis.call('ACL', 'SETUSER', 'default', rule)
      // The hub reads the orders, and then by this command who is there, or what is counted.
      await may('-zrangebyscore')
      try {
        await room.hub.desk.give({kind: 'say', text: 'meanwhile'})
        await expect.poll(() => room.hub.desk.fault?.message).toContain('NOPERM')
      } finally {
        await may('+zrangebyscore')
      }
      await stream.has('meanwhile')
    },
  )

  test('for somebody else, or for another step, are not to be had, by no cursor', async () => {
    await using room = await openRoom(redis)
    const {desk} = room.hub
    const [ada, mallory] = [await room.join(), await room.join()]
    const stream = await listenAt(room.port, mallory.token, '0-0')
    await desk.give({kind: 'say', text: 'for ada'}, {learner: ada.learner})
    await desk.give({kind: 'say', text: 'for a step'}, {step: {lesson: 'tour', step: 'look'}})
    await desk.give({kind: 'say', text: 'for all'})
    await stream.has('for all')
    expect(textsIn(stream.came())).toEqual(['for all'])
    for (const cursor of ['0-0', '', '-1', 'x', '0-0%0aid:9', '99999999999999999999-1']) {
      const {text, status} = await room.ask('GET', `/v1/orders?after=${cursor}&learner=${ada.learner}`, {
        token: mallory.token,
      })
      expect({status, others: textsIn(text).filter(one => one !== 'for all')}).toEqual({
        status: 200,
        others: [],
      })
    }
    expect(textsIn((await room.ask('GET', '/v1/orders', {token: ada.token})).text)).toEqual([
      'for ada',
      'for all',
    ])
  })

  test('that a slow reader does not take are not kept for it: it is dropped, and has them after its cursor', {
    timeout: within,
  }, async () => {
    await using room = await openRoom(redis)
    const {desk} = room.hub
    const guest = await room.join()
    const slow = await listenAt(room.port, guest.token)
    const good = await listenAt(room.port, (await room.join()).token)
    slow.pause()
    // The buffers of the system take some megabytes before anything waits in the hub.
    for (let n = 0; room.hub.listeners === 2 && n < 10_000; n += 10)
      await Promise.all(Array.from({length: 10}, () => desk.give(longPoll)))
    expect(room.hub.listeners).toBe(1)
    await desk.give({kind: 'say', text: 'the last'})
    await good.has('the last')
    slow.close()
    const back = await listenAt(room.port, guest.token, cursorsIn(good.came()).at(-3))
    await back.has('the last')
    expect(cursorsIn(back.came())).toEqual(cursorsIn(good.came()).slice(-2))
  })
})

describe('A poll', () => {
  test('is closed by the instructor or by the next one; later votes do not count, and the result goes to all who are told', async () => {
    await using room = await openRoom(redis)
    const {desk} = room.hub
    const [ada, bob] = [await room.join(), await room.join()]
    const vote = async (guest: Guest, poll: string, option: number, after: number) =>
      expect((await post(room, guest, after, {kind: 'vote', poll, option})).status).toBe(200)
    expect(await desk.closePoll(true)).toBe(false)
    const first = await desk.give({kind: 'poll', question: 'Ready?', options: ['yes', 'no']})
    await vote(ada, first, 0, 0)
    await expect.poll(() => desk.room().people[ada.learner]?.votes).toEqual({[first]: 0})
    // Stored before the question is closed, so it counts, whether this hub has read it by then or not.
    await vote(bob, first, 1, 0)
    expect(await desk.closePoll(true)).toBe(true)
    await vote(bob, first, 0, 1)
    const result = {
      question: 'Ready?',
      answers: [
        {option: 'yes', n: 1},
        {option: 'no', n: 1},
      ],
    }
    const second = await desk.give({kind: 'poll', question: 'And now?', options: ['yes', 'no']})
    const third = await desk.give({kind: 'poll', question: 'At last?', options: ['yes', 'no']})
    await vote(ada, second, 1, 1)
    await expect.poll(() => desk.orders().at(-1)?.id).toBe(third)
    expect([await desk.closePoll(false), await desk.closePoll(false)]).toEqual([true, false])
    await desk.give({kind: 'say', text: 'the last'})

    const orders = ({token}: Guest, after?: string) =>
      room
        .ask('GET', `/v1/orders${after === undefined ? '' : `?after=${after}`}`, {token})
        .then(({body}) => (body['orders'] as Delivery[]).map(({command}) => command))
    await expect
      .poll(() => orders(ada, '0-0'))
      .toMatchObject([
        {kind: 'poll', question: 'Ready?'},
        {kind: 'close', poll: first, result},
        {kind: 'poll', question: 'And now?'},
        {kind: 'poll', question: 'At last?'},
        {kind: 'close', poll: third},
        {kind: 'say'},
      ])
    // A lab that comes late is not asked what is closed.
    expect(await orders(await room.join())).toEqual([{kind: 'say', text: 'the last'}])
    const votes = [ada, bob].map(({learner}) => desk.room().people[learner]?.votes)
    expect(votes).toEqual([{[first]: 0}, {[first]: 1}])
  })
})

describe('A stream that has ended', () => {
  test('brings a slow reader its last words, though others are spoken to in the meantime', {
    timeout: within,
  }, async () => {
    await using room = await openRoom(redis)
    const {desk, server} = room.hub
    const guest = await room.join()
    const connected = once(server, 'connection')
    const slow = await listenAt(room.port, guest.token)
    const [socket] = (await connected) as [Socket]
    slow.pause()
    // Until something waits in the hub, and little enough that the reader is not dropped for it.
    for (let n = 0; socket.writableLength === 0 && n < 10_000; n += 20) {
      const ids = await Promise.all(Array.from({length: 20}, () => desk.give(longPoll)))
      await expect.poll(() => desk.orders().at(-1)?.id, {interval: 1}).toBe(ids.at(-1))
    }
    expect(room.hub.listeners).toBe(1)
    const good = await listenAt(room.port, (await room.join()).token)
    await desk.kick(guest.learner)
    await expect.poll(() => desk.room().people[guest.learner]?.gone).toBe(true)
    await desk.give({kind: 'say', text: 'for those who are here'})
    await good.has('for those who are here')
    slow.resume()
    await slow.ended
    expect(slow.came()).toContain('"kicked"')
    expect(slow.came()).not.toContain('for those who are here')
  })
})

describe('The help queue', () => {
  test("is for helpers alone, and a question is one helper's at a time", async () => {
    await using room = await openRoom(redis)
    const [ada, mallory] = [await room.join(), await room.join()]
    const [hari, hana] = [await room.join({role: 'helper'}), await room.join({role: 'helper'})]
    await using second = await openRoom(redis, {room: room.room})
    // One number for one question, at every hub.
    await post(room, mallory, 0, {kind: 'flag', flag: 'help'}, {kind: 'flag', flag: 'none'})
    await post(second, ada, 0, {kind: 'flag', flag: 'help'})
    const help = async (who: Guest, what: string) =>
      (await room.ask('POST', `/v1/help/2/${what}`, {token: who.token, body: {}})).status
    const learners = await listenAt(room.port, mallory.token)
    const helpers = await listenAt(room.port, hari.token)
    const elsewhere = await listenAt(second.port, hana.token)
    for (const stream of [helpers, elsewhere]) await stream.has(`[{"n":2,`)
    // The same for those who ask.
    const polled = async ({token}: Guest) => (await room.ask('GET', '/v1/orders', {token})).body['queue']
    expect(await Promise.all([hari, mallory].map(polled))).toEqual([
      [expect.objectContaining({n: 2})],
      undefined,
    ])
    expect(await help(mallory, 'claim')).toBe(401)
    expect(await help(ada, 'answer')).toBe(401)
    const claims = await Promise.all([help(hari, 'claim'), help(hana, 'claim'), help(hana, 'claim')])
    expect(claims.filter(status => status === 200)).toHaveLength(claims[0] === 200 ? 1 : 2)
    const [owner, other] = claims[0] === 200 ? [hari, hana] : [hana, hari]
    expect(await help(other, 'answer')).toBe(409)
    // The claim is the helper's, whatever the helper is called by now.
    await room.hub.desk.rename(other.learner, 'somebody')
    await room.hub.desk.rename(owner.learner, 'else')
    await room.hub.desk.rename(other.learner, owner.name)
    expect(await help(other, 'release')).toBe(409)
    expect(await help(owner, 'answer')).toBe(200)
    await expect.poll(() => room.hub.desk.room().people[ada.learner]?.flag).toBe('none')
    expect(await help(owner, 'claim')).toBe(409)
    expect(learners.came()).not.toContain('queue')
    expect(learners.came()).not.toContain(ada.learner)
  })
})

describe('A picture of the screen', () => {
  test('is taken only where it was asked for, from whom, once, and in time; what is in it is cleaned', async () => {
    await using room = await openRoom(redis)
    const {desk} = room.hub
    const [ada, mallory] = [await room.join(), await room.join()]
    const request = await desk.give({kind: 'snapshot'}, {learner: ada.learner})
    const say = await desk.give({kind: 'say', text: 'no request'})
    await expect
      .poll(async () => (await room.ask('GET', '/v1/orders', {token: ada.token})).text)
      .toContain(say)
    const one = {text: 'line \u202eone', tone: 'bad'}
    const send = async (who: Guest, id: string, ...spans: readonly unknown[]) => {
      const body = {columns: 80, lines: [[one, ...spans], []]}
      return (await room.ask('POST', `/v1/snapshot/${id}`, {token: who.token, body})).body['refused']
    }
    expect(await send(mallory, request)).toBe('closed')
    expect(await send(ada, say)).toBe('closed')
    expect(await send(ada, 'made-up')).toBe('closed')
    expect(await send(ada, request, {text: '\x1b]0;owned\x07', tone: 'bad'})).toBe('malformed')
    expect(await desk.snapshot(request)).toBeUndefined()
    // The room takes one a second, and a learner may not ask much more often.
    await expect.poll(() => send(ada, request), {interval: 350}).toBeUndefined()
    expect(JSON.parse((await desk.snapshot(request)) ?? '')).toEqual({
      columns: 80,
      lines: [[{text: 'line one', tone: 'bad'}], []],
    })
    await expect.poll(() => send(ada, request), {interval: 350}).toBe('closed')
  })
})

describe('An export', () => {
  test('runs nothing in a spreadsheet, and a name stays in its cell', async () => {
    await using room = await openRoom(redis)
    const names = ['=cmd|calc', '+1', '-1', '@SUM(A1)', '"a",b']
    for (const name of names) await room.join({name})
    await expect.poll(() => Object.keys(room.hub.desk.room().people)).toHaveLength(names.length)
    const {text, n} = await room.hub.desk.records('csv')
    const cells = text
      .split('\r\n')
      .slice(1, -1)
      .map(line => line.split(',').slice(2, 4).join(','))
    expect(n).toBe(5)
    expect(cells).toEqual(["'=cmd|calc,joined", "'+1,joined", "'-1,joined", "'@SUM(A1),joined", '"""a"",b"'])
  })
})

describe('An erasure', () => {
  test('removes everything of a person from Redis, with the device alone, though they have left and the room has ended', async () => {
    await using room = await openRoom(redis)
    const {desk} = room.hub
    const ada = await room.join({name: 'Ädä Lovelace'})
    const grace = await room.join({name: 'Grace'})
    await post(room, ada, 0, hint(1), {kind: 'flag', flag: 'help'})
    await post(room, grace, 0, hint(7), {kind: 'flag', flag: 'help'})
    const helper = await room.join({role: 'helper', name: 'Hari Seldon'})
    await helped(room, helper, ada)
    const request = await desk.give({kind: 'snapshot'}, {learner: ada.learner})
    await expect.poll(async () => (await picture(room, ada, request)).status).toBe(200)
    await room.ask('POST', '/v1/leave', {token: ada.token, body: {}})
    await desk.end()
    const before = await everything(room.room)
    for (const trace of [ada.learner, 'Lovelace', 'secret']) expect(before).toContain(trace)
    // Nobody else's device does it.
    const elsewhere = {device: randomBytes(16).toString('hex')}
    expect((await room.ask('POST', '/v1/erase', {body: elsewhere})).status).toBe(200)
    expect(await everything(room.room)).toContain('Lovelace')
    expect((await room.ask('POST', '/v1/erase', {body: {device: ada.device}})).status).toBe(200)
    expect((await room.ask('POST', '/v1/erase', {body: {device: ada.device}})).status).toBe(200)
    const after = await everything(room.room)
    // What is left is the record that somebody was erased, for other hubs of this room: a random id that belongs to nothing.
    const notes = after.match(new RegExp(`\\{[^{}]*${ada.learner}[^{}]*\\}`, 'g')) ?? []
    expect(notes.map(note => JSON.parse(note.replaceAll('\\"', '"')))).toEqual([
      {note: 'left', learner: ada.learner, why: 'erased'},
    ])
    const rest = after.replace(notes[0] ?? '', '')
    for (const trace of [ada.learner, 'Lovelace', 'secret', hashed(ada.device), hashed(ada.token)])
      expect(rest).not.toContain(trace)
    await expect.poll(() => desk.room().people[ada.learner]).toBeUndefined()
    expect(await storedHints(room, grace)).toEqual([7])
    expect((await desk.records('csv')).text).not.toContain('Lovelace')
  })

  test('of a helper leaves no name of theirs, also none that they had before, and gives back the questions that they took', async () => {
    await using room = await openRoom(redis)
    await using other = await openRoom(redis, {room: room.room})
    const {desk} = room.hub
    const ada = await room.join({name: 'Ada'})
    const helper = await room.join({role: 'helper', name: 'Hari Seldon'})
    await post(room, ada, 0, {kind: 'flag', flag: 'help'})
    await helped(room, helper, ada)
    await desk.rename(helper.learner, 'Raych')
    await desk.give({kind: 'say', text: 'to all'})
    await desk.give({kind: 'say', text: 'to the helper'}, {learner: helper.learner})
    const n = desk.room().people[ada.learner]?.question
    for (const what of ['release', 'claim'])
      await room.ask('POST', `/v1/help/${n}/${what}`, {token: helper.token, body: {}})
    const claim = async () => (await redis.redis.keys(`rcl:{${room.room}}:lease:*`)).length
    expect(await claim()).toBe(1)
    await expect.poll(() => other.hub.desk.orders()).toHaveLength(8)
    await room.ask('POST', '/v1/erase', {body: {device: helper.device}})
    const stored = await everything(room.room)
    for (const trace of ['Hari Seldon', 'Raych']) {
      expect(stored).not.toContain(trace)
      expect((await desk.records('csv')).text).not.toContain(trace)
      expect(JSON.stringify(desk.orders())).not.toContain(trace)
    }
    expect(await claim()).toBe(0)
    await expect.poll(() => JSON.stringify(desk.room().people)).not.toContain('Raych')
    const kept = () => JSON.stringify(other.hub.desk.orders())
    await expect.poll(kept).not.toContain('Raych')
    for (const hub of [desk, other.hub.desk])
      expect(hub.orders().filter(({target}) => target.learner === helper.learner)).toEqual([])
    expect(kept()).toContain('to all')
  })

  test('of the person who was last to be told or to do something leaves the others as they are: nothing is read again', async () => {
    await using room = await openRoom(redis)
    await using other = await openRoom(redis, {room: room.room})
    const ada = await room.join({name: 'Ada'})
    const grace = await room.join({name: 'Grace'})
    const hubs = [room.hub, other.hub]
    const grown = () => hubs.map(({desk}) => desk.room().people[grace.learner])
    await post(room, grace, 0, hint(3))
    await room.hub.desk.give({kind: 'say', text: 'to Ada'}, {learner: ada.learner})
    await post(room, ada, 0, hint(1))
    for (const {desk} of hubs) {
      await expect.poll(() => desk.orders()).toHaveLength(1)
      await expect.poll(() => desk.room().people[ada.learner]?.hints).toBe(1)
    }
    const before = grown()
    await room.ask('POST', '/v1/erase', {body: {device: ada.device}})
    // What comes later is read after a look at what was read before.
    await room.hub.desk.give({kind: 'say', text: 'one'})
    for (const {desk} of hubs) {
      await expect.poll(() => desk.orders().at(-1)?.command).toEqual({kind: 'say', text: 'one'})
      expect(desk.room().people[ada.learner]).toBeUndefined()
    }
    for (const [i, person] of grown().entries()) expect(person).toBe(before[i])
  })

  test('is not undone by what is on its way', async () => {
    await using room = await openRoom(redis)
    const ada = await room.join({name: 'Ada'})
    await Promise.all([
      ...Array.from({length: 10}, (_, n) => post(room, ada, n, hint(n))),
      room.ask('POST', '/v1/erase', {body: {device: ada.device}}),
    ])
    expect((await post(room, ada, 0, hint(1))).status).toBe(401)
    expect(await storedHints(room, ada)).toEqual([])
    expect(await redis.redis.hkeys(`rcl:{${room.room}}:numbers`)).toEqual([])
    const again = await room.join({device: ada.device, name: 'Ada'})
    expect(again.learner).not.toBe(ada.learner)
  })
})

describe('A hub that starts again', () => {
  test('knows everybody, also those whose first records are no longer kept', async () => {
    let room = await openRoom(redis)
    const [ada, grace] = [await room.join({name: 'Ada'}), await room.join({name: 'Grace'})]
    await room.hub.desk.kick(grace.learner)
    await post(room, ada, 0, hint(1))
    await room[Symbol.asyncDispose]()
    await redis.redis.xtrim(`rcl:{${room.room}}:records`, 'MAXLEN', 0)
    room = await openRoom(redis, {room: room.room})
    await using _ = room
    const {people} = room.hub.desk.room()
    expect(people[ada.learner]).toMatchObject({name: 'Ada', role: 'learner', gone: false})
    expect(people[grace.learner]).toMatchObject({gone: true, kicked: true})
    const stream = await listenAt(room.port, ada.token)
    await post(room, ada, 1, hint(2))
    await expect.poll(() => room.hub.desk.room().people[ada.learner]?.hints).toBe(2)
    await room.hub.desk.give({kind: 'say', text: 'still here'})
    await stream.has('still here')
  })

  test('follows what is kept of somebody whose joining is no longer kept', async () => {
    let room = await openRoom(redis)
    const [ada, eve] = [await room.join({name: 'Ada'}), await room.join({name: 'Eve'})]
    const records = `rcl:{${room.room}}:records`
    const joinings = (await redis.redis.xrange(records, '-', '+')).map(([id]) => id)
    const at = {lesson: 'tour', step: 'look'}
    await post(room, ada, 0, {kind: 'passed', ...at, ms: 5, hints: 0, solved: false})
    await post(room, ada, 1, {kind: 'step', lesson: 'tour', step: 'write'}, {kind: 'flag', flag: 'help'})
    await post(room, eve, 0, hint(1))
    await room.hub.desk.kick(eve.learner)
    await room[Symbol.asyncDispose]()
    await redis.redis.xdel(records, ...joinings)
    room = await openRoom(redis, {room: room.room})
    await using _ = room
    const {people} = room.hub.desk.room()
    expect(people[ada.learner]).toMatchObject({
      ...{name: 'Ada', gone: false, flag: 'help', question: 1},
      ...{place: {lesson: 'tour', step: 'write'}, passed: {'tour/look': 5}},
    })
    expect(people[eve.learner]).toMatchObject({gone: true, kicked: true, hints: 1})
  })
})

function post(room: TestRoom, {token}: Guest, after: number, ...events: readonly WorkshopEvent[]) {
  return room.ask('POST', '/v1/events', {token, body: batchOf(epoch, after, ...events)})
}

function picture(room: TestRoom, {token}: Guest, request: string) {
  return room.ask('POST', `/v1/snapshot/${request}`, {
    token,
    body: {columns: 80, lines: [[{text: 'secret', tone: 'plain'}]]},
  })
}

async function helped(room: TestRoom, {token}: Guest, {learner}: Guest): Promise<void> {
  await expect.poll(() => room.hub.desk.room().people[learner]?.flag).toBe('help')
  const n = room.hub.desk.room().people[learner]?.question
  for (const what of ['claim', 'release', 'claim'])
    expect((await room.ask('POST', `/v1/help/${n}/${what}`, {token, body: {}})).status).toBe(200)
}

/** The hints of a learner that are stored, in their order. */
async function storedHints(room: TestRoom, {learner}: Guest): Promise<readonly number[]> {
  const entries = await redis.redis.xrange(`rcl:{${room.room}}:records`, '-', '+')
  return entries.flatMap(([, [field, whose, , json = '']]) => {
    if (field !== 'l' || whose !== learner) return []
    const batch = parseBatch({epoch, after: 0, events: [{seq: 1, at: 1, event: JSON.parse(json)}]})
    return batch?.events.flatMap(({event}) => (event.kind === 'hint' ? [event.n] : [])) ?? []
  })
}

/** All keys and values of a room. */
async function everything(room: string): Promise<string> {
  return JSON.stringify([...(await storedIn(redis.redis, room))])
}

function hashed(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

function cursorsIn(text: string): readonly string[] {
  return [...text.matchAll(/^id: (\S+)$/gm)].map(([, cursor = '']) => cursor)
}

function textsIn(text: string): readonly string[] {
  return [...text.matchAll(/"text":"([^"]*)"/g)].map(([, found = '']) => found)
}
