// A room that only counts: what it knows of the class, that it knows nothing of anybody, and that nothing is counted twice or lost.

import {createHash} from 'node:crypto'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import {courseOf} from '../../../src/model/lesson/course-of.ts'
import {type Counts, changesOf} from '../../../src/model/workshop/counts.ts'
import type {WorkshopEvent} from '../../../src/model/workshop/event.ts'
import {Crowd} from '../../../tools/hub/crowd.ts'
import {HubProcess} from '../../../tools/hub/hub.ts'
import {
  batchOf,
  code,
  type Guest,
  helperCode,
  joinRequest,
  listenAt,
  openRoom,
  type TestRoom,
} from '../../../tools/hub/room.ts'
import {startRoomRedis} from '../../../tools/hub/room-redis.ts'
import {naming, storedIn} from '../../../tools/hub/stored.ts'
import {type SocketServer, startSocketServer} from '../../../tools/servers/socket-server.ts'

let redis: SocketServer
beforeAll(async () => {
  redis = await startSocketServer()
})
afterAll(() => redis[Symbol.asyncDispose]())

const settings = {code, helperCode, names: true, countsOnly: true}
const openCounted = (room?: string) => openRoom(redis, {settings, ...(room !== undefined && {room})})
const epoch = '0000abcd'
const look = {lesson: 'tour', step: 'look'}
const other = {lesson: 'tour', step: 'other'}
const passed = (ms: number) => ({kind: 'passed', ...look, ms, hints: 0, solved: false}) as const
const raise = {kind: 'flag', flag: 'help'} as const
const lower = {kind: 'flag', flag: 'none'} as const

async function tell(room: TestRoom, {token}: Guest, after: number, ...events: readonly WorkshopEvent[]) {
  const {body} = await room.ask('POST', '/v1/events', {token, body: batchOf(epoch, after, ...events)})
  return body
}

const countsOf = (room: TestRoom): Counts | undefined => room.hub.desk.room().counts

describe('A room that only counts', () => {
  test('says so with the code, and gives learners no names; nobody can choose one', async () => {
    await using room = await openCounted()
    const checked = await room.ask('POST', '/v1/code', {body: {protocol: 1, code, role: 'learner'}})
    expect(checked.body).toEqual({room: room.room, locked: false, countsOnly: true})
    const {body} = await room.ask('POST', '/v1/join', {body: joinRequest()})
    expect(body).toMatchObject({countsOnly: true, names: false})
    expect(body).not.toHaveProperty('name')
    const named = await room.ask('POST', '/v1/join', {body: {...joinRequest(), name: 'Ada'}})
    expect(named.body).toEqual({refused: 'name'})
    expect((await room.join({role: 'helper', name: 'Hari'})).name).toBe('Hari')
    await expect.poll(() => countsOf(room)).toMatchObject({learners: 1, helpers: 1, present: 1})
    expect(room.hub.desk.room().people).toEqual({})
  })

  test('counts each of a class once, wherever they go, whatever they do again, and however often it is sent', async () => {
    await using room = await openCounted()
    const [ada, ben] = [await room.join(), await room.join()]
    const trying = {kind: 'try', ...look, goal: 'asked'} as const
    const first = [
      {kind: 'step', ...look},
      trying,
      {kind: 'hint', ...look, n: 1},
      {kind: 'mistake', ...look, mistake: 'typo'},
      {kind: 'answer', lesson: 'tour', question: 'look', option: 'a'},
      passed(50_000),
      {kind: 'step', ...other},
      {kind: 'answer', lesson: 'tour', question: 'look', option: 'b'},
    ] as const
    expect(await tell(room, ada, 0, ...first)).toMatchObject({ack: 8})
    expect(await tell(room, ada, 0, ...first)).toMatchObject({ack: 8})
    expect(await tell(room, ada, 8, {kind: 'step', ...look}, passed(70_000))).toMatchObject({ack: 10})
    await tell(room, ben, 0, {kind: 'step', ...look}, trying, passed(9000))
    const nothing = {here: 0, been: 0, passed: 0, tries: 0, hints: 0, mistakes: {}, within: {}}
    await expect
      .poll(() => countsOf(room))
      .toMatchObject({
        steps: {
          'tour look': {
            ...{here: 2, been: 2, passed: 2, tries: 2, hints: 1},
            mistakes: {typo: 1},
            within: {10: 1, 90: 1},
          },
          'tour other': {...nothing, been: 1},
        },
        answers: {'tour look': {b: 1}},
      })
  })

  test('has counts of the course and of what was sent, and of nothing else that a lab names', async () => {
    const course = courseOf(lessons)
    await using room = await openRoom(redis, {settings, course})
    const guest = await room.join()
    const order = await room.hub.desk.give({kind: 'offer', line: 'PING'})
    await expect.poll(() => room.hub.desk.orders()).toHaveLength(1)
    const [first] = course.flatMap(({id: lesson, questions}) => questions.map(one => ({lesson, ...one})))
    if (!first) throw new Error('No lesson asks anything')
    const {lesson, id, answer: option} = first
    const made = [
      {kind: 'step', lesson: 'tour', step: 'constructor'},
      {kind: 'step', lesson: 'mine', step: 'look'},
      {kind: 'try', lesson: 'mine', step: 'look'},
      {kind: 'mistake', ...look, mistake: 'made-up'},
      {kind: 'answer', lesson, question: id, option: 'made-up'},
      {kind: 'reply', command: 'made-up', reply: 'taken'},
    ] as const
    const answers = {kind: 'answer', lesson, question: id, option} as const
    const reply = {kind: 'reply', command: order, reply: 'taken'} as const
    await tell(room, guest, 0, ...made, {kind: 'step', ...look}, answers, reply)
    const sums = await redis.redis.hgetall(`rcl:{${room.room}}:counts`)
    expect(sums).toEqual({
      'here tour look': '1',
      'been tour look': '1',
      [`answer ${lesson} ${id} ${option}`]: '1',
      [`reply ${order} taken`]: '1',
    })
  })

  test('counts a vote once, the last one, and none after the end', async () => {
    await using room = await openCounted()
    const [ada, ben] = [await room.join(), await room.join()]
    const {desk} = room.hub
    await desk.give({kind: 'poll', question: 'Go on?', options: ['yes', 'no']}, {}, 'p1')
    const vote = (option: number) => ({kind: 'vote', poll: 'p1', option}) as const
    await tell(room, ada, 0, vote(0), vote(1))
    await tell(room, ben, 0, vote(1))
    expect(await desk.closePoll(true)).toBe(true)
    await tell(room, ben, 1, vote(0))
    expect(desk.orders().at(-1)?.command).toMatchObject({
      result: {
        answers: [
          {option: 'yes', n: 0},
          {option: 'no', n: 2},
        ],
      },
    })
    await tell(room, ben, 2, {kind: 'reply', command: 'p1', reply: 'declined'})
    await expect.poll(() => countsOf(room)).toMatchObject({votes: {p1: {1: 2}}, replies: {p1: {declined: 1}}})
    const {text, n} = await desk.records('csv')
    expect(text).toContain('vote,,,Go on? no,2\r\n')
    expect(text.trimEnd().split('\r\n')).toHaveLength(n + 1)
  })

  test('calls who asks for help by a number, which their lab is told, until a helper closes it', async () => {
    await using room = await openCounted()
    const [ada, ben] = [await room.join(), await room.join()]
    const [hari, hana] = [await room.join({role: 'helper'}), await room.join({role: 'helper'})]
    const helpers = await listenAt(room.port, hari.token)
    const learners = await listenAt(room.port, ben.token)
    expect(await tell(room, ada, 0, raise)).toMatchObject({question: 1})
    expect(await tell(room, ben, 0, raise, raise)).toMatchObject({question: 2})
    expect(await tell(room, ada, 1, lower)).not.toHaveProperty('question')
    expect(await tell(room, ada, 2, raise)).toMatchObject({question: 3})
    await helpers.has('[{"n":2,"since":')
    const help = async (who: Guest, n: number, what: string) =>
      (await room.ask('POST', `/v1/help/${n}/${what}`, {token: who.token, body: {}})).status
    await expect.poll(() => help(hari, 2, 'claim')).toBe(200)
    expect(await help(hana, 2, 'claim')).toBe(409)
    expect(await help(ada, 2, 'claim')).toBe(401)
    await learners.has(`"command":{"kind":"help","state":"claimed","by":"${hari.name}","n":2}`)
    await helpers.has(`"helper":{"helper":"${hari.name}"`)
    expect(await help(hari, 2, 'answer')).toBe(200)
    expect(await tell(room, ben, 2, {kind: 'beat'})).not.toHaveProperty('question')
    await expect.poll(() => countsOf(room)?.questions.map(({n}) => n)).toEqual([3])
    // The hand goes down with its owner.
    await room.ask('POST', '/v1/leave', {token: ada.token, body: {}})
    await expect.poll(() => countsOf(room)).toMatchObject({questions: [], learners: 1})
    expect(learners.came()).not.toContain('event: queue')
  })

  test('counts nobody twice who joins again, and takes those off their step who leave or erase', async () => {
    await using room = await openCounted()
    const ada = await room.join()
    const stream = await listenAt(room.port, ada.token)
    await tell(room, ada, 0, {kind: 'step', ...look})
    const again = await room.join({device: ada.device})
    expect(again.learner).toBe(ada.learner)
    await stream.ended
    // Another outbox, as after the loss of a computer's files.
    const body = batchOf('99999999', 0, {kind: 'step', ...look}, passed(1))
    await room.ask('POST', '/v1/events', {token: again.token, body})
    await expect.poll(() => countsOf(room)?.steps['tour look']).toMatchObject({here: 1, been: 1, passed: 1})
    expect((await room.ask('POST', '/v1/erase', {body: {device: ada.device}})).status).toBe(200)
    await expect
      .poll(() => countsOf(room))
      .toMatchObject({learners: 0, steps: {'tour look': {here: 0, been: 1, passed: 1}}})
    expect(naming(await storedIn(redis.redis, room.room), ada.learner)).toEqual([])
  })

  test('lets nobody take down what others have put up', async () => {
    await using room = await openCounted()
    const [ada, mallory] = [await room.join(), await room.join()]
    await tell(room, ada, 0, {kind: 'step', ...look}, raise)
    // The slots of another: by their seal in a token of one's own.
    const forged = mallory.token.slice(0, 32) + ada.token.slice(32)
    expect((await room.ask('GET', '/v1/orders', {token: forged})).status).toBe(401)
    await tell(room, mallory, 0, {kind: 'step', ...look}, {kind: 'step', ...other}, lower)
    await expect.poll(() => countsOf(room)?.steps['tour other']?.here).toBe(1)
    expect(countsOf(room)).toMatchObject({questions: [{n: 1}], steps: {'tour look': {here: 1}}})
  })

  test('stores of a learner what lets them in, how much was counted, and rows that nobody can assign', async () => {
    await using room = await openCounted()
    const guests = [await room.join(), await room.join()]
    for (const guest of guests)
      await tell(room, guest, 0, {kind: 'step', ...look}, passed(5), raise, {kind: 'beat'})
    const stored = await storedIn(redis.redis, room.room)
    expect([...stored.keys()]).toEqual([
      ...['counts', 'devices', 'ids', 'numbers', 'people', 'questions', 'room', 'slots', 'tokens'],
    ])
    const hashed = (text: string) => createHash('sha256').update(text).digest('hex')
    for (const {learner, token, device} of guests) {
      expect(naming(stored, learner)).toEqual(['devices', 'numbers', 'people', 'tokens'])
      expect(JSON.parse((stored.get('people') as Record<string, string>)[learner] ?? '')).toEqual({
        ...{name: '', role: 'learner', renamed: false},
        ...{token: hashed(token), device: hashed(device)},
      })
      expect(stored.get('numbers')).toMatchObject({[`${learner}:${epoch}`]: '4', [`${learner}:stored`]: '3'})
      // What is in the store does not lead to the slots.
      const known = [learner, hashed(token), hashed(device), room.room]
      const rows = Object.keys(stored.get('slots') as object)
      for (const one of known)
        for (const slot of ['here', 'flag']) expect(rows).not.toContain(slotOf(one, slot))
      expect(rows).toContain(slotOf(token.slice(32), 'here'))
      expect(naming(stored, token.slice(32))).toEqual([])
    }
    // Only random ids of acts.
    expect(Object.values(stored.get('ids') as object)).toEqual(['1', '1'])
    await room.hub.desk.end()
    const left = [...(await storedIn(redis.redis, room.room)).keys()]
    for (const key of ['slots', 'numbers']) expect(left).not.toContain(key)
  })
})

test('Nothing is lost or counted twice when the hub and its Redis are killed', async () => {
  await using own = await startRoomRedis('snapshots')
  const room = 'counted'
  await using hub = await HubProcess.start({redis: {socket: own.socket}, room, settings, port: 0})
  const addressOf = () => ({protocol: 'plain', host: '127.0.0.1', port: hub.port}) as const
  await using crowd = await Crowd.join({addressOf, n: 30, within: 300, pace: 200})
  const patience = 20_000
  crowd.work()
  await crowd.untilBack(0, patience)
  for (const kill of [() => hub.killAndStart(), () => own.kill(), () => own.kill()]) {
    const killed = performance.now()
    await kill()
    await crowd.untilBack(killed, patience)
  }
  await crowd.rest()
  await crowd.untilSent(patience)
  const expected = sumsOf(crowd.learners.map(({told}) => told))
  await expect.poll(async () => stepSums((await hub.room()).counts), {timeout: patience}).toEqual(expected)
})

test('A room whose hub and Redis are killed right after its end does not open again', async () => {
  await using own = await startRoomRedis('snapshots')
  const options = {settings, room: 'over'}
  {
    await using room = await openRoom(own, options)
    await room.hub.desk.end()
    expect(room.hub.desk.room().ended).toBe(true)
  }
  await own.kill()
  // It starts again by itself.
  await using again = await vi.waitFor(() => openRoom(own, options), 10_000)
  expect(again.hub.desk.room().ended).toBe(true)
})

/** What the steps of a class come to, counted from what each learner has told. */
function sumsOf(class_: readonly (readonly WorkshopEvent[])[]) {
  const sums: Record<string, number> = {}
  for (const told of class_) {
    const slots = new Map<string, string>()
    for (const change of told.flatMap(changesOf))
      if ('add' in change) sums[change.add] = (sums[change.add] ?? 0) + 1
      else slots.set(change.slot, change.count)
    for (const count of slots.values()) sums[count] = (sums[count] ?? 0) + 1
  }
  return sums
}

function stepSums(counts: Counts | undefined) {
  const rows = Object.entries(counts?.steps ?? {}).flatMap(([place, {here, been, tries, within}]) => [
    ...Object.entries({here, been, tries}).map(([kind, n]) => [`${kind} ${place}`, n] as const),
    ...Object.entries(within).map(([bound, n]) => [`passed ${place} ${bound}`, n] as const),
  ])
  return Object.fromEntries(rows.filter(([, n]) => n > 0))
}

function slotOf(seal: string, slot: string): string {
  return createHash('sha256').update(`${seal} ${slot}`).digest('hex').slice(0, 32)
}
