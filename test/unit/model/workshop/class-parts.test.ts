// What the instructor's page gets of a room: the class in numbers, people with what is special of them, and deltas that fit.

import {describe, expect, test} from 'vitest'
import {
  type ClassNow,
  classParts,
  nextDelta,
  type PartTexts,
  textsOf,
} from '../../../../src/model/workshop/class-parts.ts'
import type {Delivery, WorkshopCommand} from '../../../../src/model/workshop/command.ts'
import {countsFrom} from '../../../../src/model/workshop/counts.ts'
import type {WorkshopEvent} from '../../../../src/model/workshop/event.ts'
import {
  afterRecords,
  emptyRoom,
  type Note,
  type Room,
  type RoomRecord,
} from '../../../../src/model/workshop/room.ts'

const start = 1_000_000
const minute = 60_000
const note = (by: Note, at = start): RoomRecord => ({at, by})
const joined = (learner: string, role: 'learner' | 'helper' = 'learner') =>
  note({note: 'joined', learner, name: `name of ${learner}`, role})
const told = (learner: string, event: WorkshopEvent, at = start): RoomRecord => ({at, learner, event})
const place = {lesson: 'tour', step: 'look'}
const order = (id: string, command: WorkshopCommand, at = start): Delivery => ({
  id,
  target: {},
  command,
  cursor: `${at}-0`,
  at,
})

function nowOf(records: readonly RoomRecord[], more: Partial<ClassNow> = {}): ClassNow {
  const door = {address: 'a:1', code: 'ABCDEF', helperCode: 'HJKMNP', page: 'http://a:1/'}
  const room = afterRecords(emptyRoom, records)
  return {room, orders: [], door, noRedis: false, pictures: true, now: start, ...more}
}

const partsOf = (...args: Parameters<typeof nowOf>) => classParts(nowOf(...args))

describe('The class', () => {
  test('is counted, with the median of all steps that were passed', () => {
    const passed = (ms: number, step: string) =>
      ({kind: 'passed', lesson: 'tour', step, ms, hints: 0, solved: false}) as const
    const {room, ...parts} = partsOf(
      [
        ...['a', 'b', 'c'].map(id => joined(id)),
        joined('h', 'helper'),
        told('a', passed(10_000, 'look')),
        told('b', passed(30_000, 'look')),
        told('c', passed(20_000, 'look')),
        told('c', passed(90_000, 'touch')),
        told('a', {kind: 'step', lesson: 'tour', step: 'touch'}),
        {...told('b', {kind: 'flag', flag: 'help'}), n: 1},
      ],
      {noRedis: true},
    )
    expect(room).toEqual({
      here: 3,
      away: 0,
      help: 1,
      stuck: 0,
      helpers: 1,
      locked: false,
      ended: false,
      noRedis: true,
      pictures: true,
      median: 20_000,
    })
    expect(parts['step/tour/look']).toEqual({here: 0, passed: 3, median: 20_000})
    expect(parts['step/tour/touch']).toEqual({here: 1, passed: 1, median: 90_000})
  })

  test('has answered each question, and a helper does not count', () => {
    const answer = (learner: string, option: string) =>
      told(learner, {kind: 'answer', lesson: 'tour', question: 'recall/who', option})
    const parts = partsOf([
      ...['a', 'b', 'c'].map(id => joined(id)),
      joined('h', 'helper'),
      answer('a', 'yes'),
      answer('b', 'no'),
      answer('c', 'yes'),
      answer('h', 'no'),
    ])
    expect(parts['question/tour/recall/who']).toEqual({yes: 2, no: 1})
  })

  test('sees the newest poll, whether it is open, and a timer until it has run out', () => {
    const poll: WorkshopCommand = {kind: 'poll', question: 'Go on?', options: ['yes', 'no']}
    const orders = [order('one', poll), order('two', {kind: 'timer', seconds: 60, text: 'Try'}, start + 1)]
    const vote = told('a', {kind: 'vote', poll: 'one', option: 1})
    const opened = [joined('a'), note({note: 'polled', poll: 'one'}), vote]
    expect(partsOf(opened, {orders}).poll).toEqual({
      id: 'one',
      question: 'Go on?',
      open: true,
      result: [
        {option: 'yes', n: 0},
        {option: 'no', n: 1},
      ],
    })
    expect(partsOf([...opened, note({note: 'polled'})], {orders}).poll?.open).toBe(false)
    expect(partsOf([], {orders}).timer).toEqual({until: start + 60_001, text: 'Try'})
    expect(partsOf([], {orders, now: start + 60_002}).timer).toBeUndefined()
  })

  test('sees whether the result of the poll was shown to everybody, not that of another', () => {
    const poll: WorkshopCommand = {kind: 'poll', question: 'Go on?', options: ['yes', 'no']}
    const result = {question: 'Go on?', answers: [{option: 'yes', n: 1}]}
    const sharedAfter = (...closes: readonly WorkshopCommand[]) =>
      partsOf([], {orders: [order('one', poll), ...closes.map((one, i) => order(`${i}`, one))]}).poll?.shared
    expect(sharedAfter({kind: 'close', poll: 'one'})).toBeUndefined()
    expect(sharedAfter({kind: 'close', poll: 'other', result})).toBeUndefined()
    expect(sharedAfter({kind: 'close', poll: 'one'}, {kind: 'close', poll: 'one', result})).toBe(true)
  })

  test('that has ended has no open poll and no timer', () => {
    const orders = [
      order('one', {kind: 'poll', question: 'Go on?', options: ['yes', 'no']}),
      order('two', {kind: 'timer', seconds: 60}),
    ]
    const polled = note({note: 'polled', poll: 'one'})
    expect(partsOf([polled], {orders})).toMatchObject({poll: {open: true}, timer: {until: start + 60_000}})
    const ended = partsOf([polled, note({note: 'ended'})], {orders: [...orders, order('end', {kind: 'end'})]})
    expect(ended.room.ended).toBe(true)
    expect(ended.poll?.open).toBe(false)
    expect(ended.timer).toBeUndefined()
  })

  test('hears of what was sent to the room, not of what one person or one question needed', () => {
    const orders = [
      order('a', {kind: 'say', text: 'hello'}),
      order('b', {kind: 'snapshot'}, start + 1),
      order('c', {kind: 'rename', name: 'Anne'}, start + 2),
      order('d', {kind: 'help', state: 'claimed'}, start + 3),
    ]
    const sent = Object.keys(partsOf([], {orders})).filter(name => name.startsWith('sent/'))
    expect(sent).toEqual([`sent/${start}-0`])
  })
})

describe('How many followed a jump or took a line', () => {
  const orders = [
    order('jump', {kind: 'goto', ...place}),
    order('line', {kind: 'offer', line: 'PING'}, start + 1),
    order('word', {kind: 'say', text: 'hello'}, start + 2),
  ]
  const reactionsIn = (parts: ReturnType<typeof classParts>) =>
    orders.map(({cursor}) => parts[`sent/${cursor}`]?.reactions)

  test('is told with what was sent', () => {
    const reply = (learner: string, command: string, reply: 'seen' | 'taken' | 'declined') =>
      told(learner, {kind: 'reply', command, reply})
    const replies = [
      ...[reply('a', 'jump', 'taken'), reply('b', 'jump', 'declined')],
      ...[reply('a', 'line', 'taken'), reply('b', 'line', 'taken'), reply('c', 'line', 'seen')],
    ]
    const parts = partsOf([...['a', 'b', 'c'].map(id => joined(id)), ...replies], {orders})
    expect(reactionsIn(parts)).toEqual([{taken: 1, declined: 1}, {taken: 2, declined: 0}, undefined])
  })

  test('also in a room that only counts', () => {
    const sums = {'reply jump taken': 4, 'reply jump declined': 2}
    const counts = countsFrom({sums, questions: [], learners: 9, helpers: 0}, 9)
    const parts = classParts({...nowOf([], {orders}), room: {...emptyRoom, counts}})
    expect(reactionsIn(parts)).toEqual([{taken: 4, declined: 2}, {taken: 0, declined: 0}, undefined])
  })
})

describe('A person', () => {
  test('is a name only, while nothing is special', () => {
    expect(partsOf([joined('a')])['person/a']).toEqual({name: 'name of a'})
  })

  test('may be stuck, on the condition that was still missing; or asks for help, with a helper until the claim runs out', () => {
    const tried = [
      joined('a'),
      told('a', {kind: 'step', ...place}),
      ...[1, 2, 3].map(() => told('a', {kind: 'try', ...place, goal: 'linked'})),
    ]
    const records = [
      ...tried,
      {...told('a', {kind: 'flag', flag: 'help'}), n: 4},
      note({note: 'claimed', n: 4, learner: 'a', by: 'h', helper: 'Hugo', until: start + minute}),
    ]
    const person = {
      name: 'name of a',
      place: {...place, since: start},
      tries: 3,
      goal: 'linked',
    }
    expect(partsOf(tried)['person/a']).toEqual({...person, stuck: 'tries', activeAt: start})
    expect(partsOf(tried).room.stuck).toBe(1)
    const asking = {...person, flag: 'help', flagSince: start, question: 4}
    expect(partsOf(records)['person/a']).toEqual({...asking, helper: 'Hugo'})
    expect(partsOf(records).room).toMatchObject({help: 1, stuck: 0})
    const later = partsOf(records, {now: start + 2 * minute})['person/a']
    expect(later).toEqual({...asking, away: true})
  })

  test('who helps asks nothing, as in the figures', () => {
    const records = [joined('h', 'helper'), {...told('h', {kind: 'flag', flag: 'help'}), n: 1}]
    const parts = partsOf(records)
    expect(parts['person/h']).toEqual({name: 'name of h', role: 'helper'})
    expect(parts.room.help).toBe(0)
  })

  test('who has left is gone', () => {
    const left = note({note: 'left', learner: 'a', why: 'left'})
    expect(partsOf([joined('a'), left])['person/a']).toBeUndefined()
  })
})

describe('Deltas', () => {
  const crowd = (n: number) =>
    Array.from({length: n}, (_, i) => [
      joined(`l${i}`),
      told(`l${i}`, {kind: 'step', lesson: 'failover', step: 'master-dies'}),
    ]).flat()
  /** What a page makes of them. */
  const applied = (has: PartTexts, text: string) => {
    const next = new Map(has)
    for (const [name, part] of Object.entries(JSON.parse(text)))
      if (part === null) next.delete(name)
      else next.set(name, JSON.stringify(part))
    return next
  }

  test('name what has changed only', () => {
    const before = textsOf(partsOf([...crowd(3)]))
    const now = textsOf(partsOf([...crowd(3), {...told('l1', {kind: 'flag', flag: 'help'}), n: 1}]))
    const delta = nextDelta(before, now, 10_000)
    expect(Object.keys(JSON.parse(delta?.text ?? ''))).toEqual(['room', 'person/l1'])
    expect(nextDelta(now, now, 10_000)).toBeUndefined()
  })

  test('of a room of 500 that jumps at once fit into 10 kB each, the class first, and bring all', () => {
    const room = crowd(500)
    const before = textsOf(partsOf(room))
    const jumps = room.map((_, i) =>
      told(`l${i % 500}`, {kind: 'step', lesson: 'slots', step: 'moved'}, start + 9),
    )
    const left = note({note: 'left', learner: 'l7', why: 'left'})
    const now = textsOf(partsOf([...room, ...jumps, left]))
    let has: PartTexts = before
    const sizes: number[] = []
    for (let delta = nextDelta(has, now, 10_000); delta; delta = nextDelta(has, now, 10_000)) {
      if (sizes.length === 0) expect(Object.keys(JSON.parse(delta.text))).toContain('step/slots/moved')
      sizes.push(Buffer.byteLength(delta.text))
      expect(applied(has, delta.text)).toEqual(delta.has)
      has = delta.has
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(10_000)
    expect(sizes.length).toBeLessThan(10)
    expect(Object.fromEntries(has)).toEqual(Object.fromEntries(now))
    expect(has.has('person/l7')).toBe(false)
  })

  test('and the first, of 500 people at work, is below 100 kB', () => {
    const room: Room = afterRecords(emptyRoom, [
      ...crowd(500),
      ...crowd(500).map((_, i) =>
        told(`l${i % 500}`, {kind: 'try', lesson: 'failover', step: 'master-dies', goal: 'promoted'}),
      ),
    ])
    const texts = textsOf(classParts({...nowOf([]), room}))
    const bytes = [...texts].reduce((sum, [name, text]) => sum + Buffer.byteLength(name + text) + 4, 0)
    expect(bytes).toBeLessThan(100_000)
  })
})
