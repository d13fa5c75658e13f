import {describe, expect, test} from 'vitest'
import {compareCursors, type Delivery, forLateJoiner, isFor} from '../../../../src/model/workshop/command.ts'
import {countsFrom} from '../../../../src/model/workshop/counts.ts'
import {parseDeskLine} from '../../../../src/model/workshop/desk-lines.ts'
import {parseBatch, type WorkshopEvent} from '../../../../src/model/workshop/event.ts'
import {
  answersIn,
  countsOf,
  helpQueue,
  stepCounts,
  stuckPeople,
  votesIn,
} from '../../../../src/model/workshop/overview.ts'
import {
  afterRecords,
  emptyRoom,
  type Note,
  type Room,
  type RoomRecord,
} from '../../../../src/model/workshop/room.ts'

const minute = 60_000

function roomOf(...records: readonly RoomRecord[]): Room {
  return afterRecords(emptyRoom, records)
}

function joined(learner: string, at = 0, role: 'learner' | 'helper' = 'learner'): RoomRecord {
  return {at, by: {note: 'joined', learner, name: `name of ${learner}`, role}}
}

function told(learner: string, at: number, event: WorkshopEvent): RoomRecord {
  return {at, learner, event}
}

function asked(learner: string, at: number, n: number): RoomRecord {
  return {...told(learner, at, {kind: 'flag', flag: 'help'}), n}
}

function noted(at: number, by: Note): RoomRecord {
  return {at, by}
}

const look = {lesson: 'tour', step: 'look'}

describe('A room', () => {
  test('knows on which step somebody is, since when, and what is missing there', () => {
    const room = roomOf(
      joined('a'),
      told('a', 1, {kind: 'step', ...look}),
      told('a', 2, {kind: 'try', ...look, goal: 'asked'}),
      told('a', 3, {kind: 'hint', ...look, n: 1}),
    )
    expect(room.people['a']).toMatchObject({place: {...look, since: 1}, tries: 1, goal: 'asked', hints: 1})
  })

  test('forgets the tries of a step when the next one opens', () => {
    const room = roomOf(
      joined('a'),
      told('a', 1, {kind: 'try', ...look, goal: 'asked'}),
      told('a', 2, {kind: 'step', lesson: 'tour', step: 'write'}),
    )
    expect(room.people['a']).toMatchObject({place: {step: 'write'}, tries: 0})
    expect(room.people['a']?.goal).toBeUndefined()
  })

  test('forgets what was missing on a step, and the mistake that was seen, once it is passed', () => {
    const tried = [
      joined('a'),
      told('a', 1, {kind: 'try', ...look, goal: 'asked'}),
      told('a', 2, {kind: 'mistake', ...look, mistake: 'section'}),
    ]
    expect(roomOf(...tried).people['a']).toMatchObject({goal: 'asked', mistake: 'section'})
    const passed = told('a', 3, {kind: 'passed', ...look, ms: 2, hints: 0, solved: false})
    const {goal, mistake} = roomOf(...tried, passed).people['a'] ?? {}
    expect([goal, mistake]).toEqual([undefined, undefined])
  })

  test('keeps the place in the queue, and the number, of a flag that is raised twice; one that was lowered gets a new one', () => {
    const raised = [joined('a'), joined('b'), asked('a', 1, 1), asked('b', 2, 2), asked('a', 3, 3)]
    const queue = (...more: readonly RoomRecord[]) =>
      helpQueue(roomOf(...raised, ...more), 9).map(({n, learner}) => [n, learner])
    expect(queue()).toEqual([
      [1, 'a'],
      [2, 'b'],
    ])
    expect(queue(told('a', 4, {kind: 'flag', flag: 'none'}), asked('a', 5, 4))).toEqual([
      [2, 'b'],
      [4, 'a'],
    ])
  })

  test('does not take a claim of a question for that of the next one', () => {
    const late = noted(4, {note: 'claimed', n: 1, learner: 'a', by: 'h', helper: 'h', until: 10})
    const room = roomOf(
      joined('a'),
      asked('a', 1, 1),
      told('a', 2, {kind: 'flag', flag: 'none'}),
      asked('a', 3, 2),
      late,
    )
    expect(helpQueue(room, 5)).toEqual([{n: 2, since: 3, learner: 'a', name: 'name of a'}])
  })

  test("shows a helper's claim until it runs out, and a question that was answered no more", () => {
    const asking = [joined('a'), asked('a', 1, 1)]
    const claimed = [
      ...asking,
      noted(2, {note: 'claimed', n: 1, learner: 'a', by: 'h', helper: 'h', until: 10}),
    ]
    expect(helpQueue(roomOf(...claimed), 9)[0]?.helper).toEqual({helper: 'h', until: 10})
    expect(helpQueue(roomOf(...claimed), 10)[0]?.helper).toBeUndefined()
    const answered = [...claimed, noted(3, {note: 'answered', n: 1, learner: 'a', by: 'h', helper: 'h'})]
    expect(helpQueue(roomOf(...answered), 4)).toEqual([])
  })

  test('has nothing of somebody who was erased, also of what comes afterwards', () => {
    const room = roomOf(
      joined('a'),
      noted(1, {note: 'left', learner: 'a', why: 'erased'}),
      told('a', 2, {kind: 'step', ...look}),
    )
    expect(room.people).toEqual({})
  })

  test('knows somebody who comes back as the same person', () => {
    const room = roomOf(
      joined('a'),
      told('a', 1, {kind: 'passed', ...look, ms: 5, hints: 0, solved: false}),
      asked('a', 1, 1),
      noted(2, {note: 'left', learner: 'a', why: 'left'}),
      joined('a', 3),
    )
    // Somebody who has left asks nothing any more.
    expect(room.people['a']).toMatchObject({gone: false, flag: 'none', passed: {'tour/look': 5}})
  })
})

describe('The overview', () => {
  test('counts who is on a step and who passed it, with the median', () => {
    const passed = (learner: string, ms: number) =>
      told(learner, 1, {kind: 'passed', ...look, ms, hints: 0, solved: false})
    const room = roomOf(
      ...['a', 'b', 'c'].map(learner => joined(learner)),
      passed('a', 10),
      passed('b', 30),
      told('c', 1, {kind: 'step', ...look}),
    )
    expect(stepCounts(room, 1)).toEqual([{...look, here: 1, passed: 2, median: 20}])
  })

  test('tells those on a step who are here from those who are away', () => {
    const on = (learner: string) => [joined(learner), told(learner, 1, {kind: 'step', ...look})]
    const room = roomOf(...on('a'), ...on('b'), told('b', 2, {kind: 'bye'}))
    expect(stepCounts(room, 2)).toEqual([{...look, here: 1, away: 1, passed: 0}])
  })

  test.each([
    ['slow', 2 * minute + 1, []],
    ['tries', 30_000, [1, 2, 3].map(at => told('d', at, {kind: 'try', ...look, goal: 'asked'}))],
    [undefined, 30_000, [told('d', 1, {kind: 'try', ...look, goal: 'asked'})]],
  ] as const)('finds somebody who may be stuck: %s', (why, now, more) => {
    const done = ['a', 'b', 'c'].flatMap(learner => [
      joined(learner),
      told(learner, 1, {kind: 'passed', ...look, ms: minute, hints: 0, solved: false}),
    ])
    const room = roomOf(
      ...done,
      joined('d'),
      told('d', 0, {kind: 'step', ...look}),
      ...more,
      told('d', now, {kind: 'beat'}),
    )
    expect(stuckPeople(room, now).map(one => one.why)).toEqual(why === undefined ? [] : [why])
  })

  test('has somebody who asks for help in the queue, and not among those who may be stuck', () => {
    const tried = [1, 2, 3].map(at => told('a', at, {kind: 'try', ...look, goal: 'asked'}))
    const room = (...more: readonly RoomRecord[]) => roomOf(joined('a'), ...tried, ...more)
    expect(countsOf(room(), 9)).toEqual({here: 1, away: 0, help: 0, stuck: 1})
    expect(countsOf(room(asked('a', 4, 1)), 9)).toEqual({here: 1, away: 0, help: 1, stuck: 0})
    expect(stuckPeople(room(asked('a', 4, 1)), 9)).toEqual([])
  })

  test('does not call somebody stuck whose lab is away, or who passed the step', () => {
    const room = roomOf(joined('a'), told('a', 0, {kind: 'step', ...look}))
    expect(stuckPeople(room, 10 * minute)).toEqual([])
  })

  test("counts the last answer of each learner, no helper's, and no vote in a poll that is not open", () => {
    const polled = (at: number, poll?: string): RoomRecord => ({
      at,
      by: {note: 'polled', ...(poll !== undefined && {poll})},
    })
    const answer = (learner: string, option: string) =>
      told(learner, 1, {kind: 'answer', lesson: 'tour', question: 'look', option})
    const room = roomOf(
      joined('a'),
      joined('b'),
      joined('h', 0, 'helper'),
      answer('a', 'x'),
      answer('a', 'y'),
      answer('b', 'y'),
      answer('h', 'x'),
      polled(1, 'p'),
      told('a', 2, {kind: 'vote', poll: 'p', option: 1}),
      polled(3),
      told('b', 4, {kind: 'vote', poll: 'p', option: 1}),
      polled(5, 'q'),
      told('b', 6, {kind: 'vote', poll: 'p', option: 0}),
    )
    expect(answersIn(room)['tour/look']).toEqual({y: 2})
    expect(votesIn(room, 'p')).toEqual({1: 1})
  })

  test('counts an option whatever its name is, also one that every object has', () => {
    const names = ['constructor', 'toString', 'valueOf', 'yes', 'constructor']
    const room = roomOf(
      ...names.flatMap((option, n) => [
        joined(`l${n}`),
        told(`l${n}`, 1, {kind: 'answer', lesson: 'tour', question: 'look', option}),
      ]),
    )
    expect(answersIn(room)).toEqual({'tour/look': {constructor: 2, toString: 1, valueOf: 1, yes: 1}})
    const counted = (option: string) => [`answer tour look ${option}`, 1] as const
    const sums = Object.fromEntries([...names.slice(0, 4).map(counted), ['reply constructor taken', 1]])
    const counts = countsFrom({sums, questions: [], learners: 5, helpers: 0}, 5)
    expect(answersIn({...emptyRoom, counts})).toEqual({
      'tour/look': {constructor: 1, toString: 1, valueOf: 1, yes: 1},
    })
    expect(counts.replies).toEqual({constructor: {taken: 1}})
  })
})

describe('A batch', () => {
  const batch = (events: readonly unknown[]) => parseBatch({epoch: '0a1b2c3d', after: 4, events})

  test('is read with the kinds that this version knows; a newer one is passed over and acknowledged', () => {
    const events = [
      {seq: 5, at: 1, event: {kind: 'beat'}},
      {seq: 7, at: 2, event: {kind: 'juggle', balls: 3}},
    ]
    expect(batch(events)).toEqual({epoch: '0a1b2c3d', after: 4, events: [events[0]], last: 7})
  })

  test.each([
    ['a number below what was acknowledged', [{seq: 4, at: 1, event: {kind: 'beat'}}]],
    ['numbers out of order', [6, 5].map(seq => ({seq, at: 1, event: {kind: 'beat'}}))],
    ['a field too many', [{seq: 5, at: 1, event: {kind: 'beat', typed: 'AUTH secret'}}]],
    ['free text for an id', [{seq: 5, at: 1, event: {kind: 'step', lesson: 'tour', step: 'SET a 1'}}]],
    ['a flag that there is none of', [{seq: 5, at: 1, event: {kind: 'flag', flag: 'red'}}]],
    [
      'more events than a request may have',
      Array.from({length: 101}, (_, i) => ({seq: 5 + i, at: 1, event: {kind: 'beat'}})),
    ],
  ])('is refused with %s', (_, events) => {
    expect(batch(events)).toBeUndefined()
  })
})

describe('Orders', () => {
  const order = (n: number, command: Delivery['command'], target: Delivery['target'] = {}): Delivery => ({
    id: `o${n}`,
    target,
    command,
    cursor: `${n}-0`,
    at: n,
  })

  test('reach everybody, one learner, or those on a step', () => {
    expect(isFor({}, 'a', {})).toBe(true)
    expect(isFor({learner: 'b'}, 'a', look)).toBe(false)
    expect(isFor({step: look}, 'a', look)).toBe(true)
    expect(isFor({step: look}, 'a', {lesson: 'tour', step: 'write'})).toBe(false)
  })

  test('that hold still reach a lab that joins late; a timer that is over, an older jump and a request do not', () => {
    const all = [
      order(1, {kind: 'goto', ...look}),
      order(2, {kind: 'timer', seconds: 1}),
      order(3, {kind: 'goto', lesson: 'tour', step: 'write'}),
      order(4, {kind: 'say', text: 'hello'}),
      order(5, {kind: 'snapshot'}, {learner: 'a'}),
    ]
    expect(forLateJoiner(all, 5000).map(({id}) => id)).toEqual(['o3', 'o4'])
    expect(forLateJoiner(all, 500).map(({id}) => id)).toEqual(['o2', 'o3', 'o4'])
  })

  test('are in the order of their cursors, by number', () => {
    expect(['10-2', '9-11', '10-10'].toSorted(compareCursors)).toEqual(['9-11', '10-2', '10-10'])
  })
})

describe("The instructor's lines", () => {
  const room = roomOf(joined('a'), joined('b'), told('a', 1, {kind: 'step', ...look}))
  const stops = [look, {lesson: 'tour', step: 'break'}]

  test.each([
    ['say hello all', {is: 'give', command: {kind: 'say', text: 'hello all'}, target: {}}],
    ['/goto tour look', {is: 'give', command: {kind: 'goto', ...look}, target: {}}],
    ['unlock hint', {is: 'give', command: {kind: 'unlock', what: 'hint', ...look}, target: {}}],
    ['timer 1.5 read it', {is: 'give', command: {kind: 'timer', seconds: 90, text: 'read it'}, target: {}}],
    [
      'poll Who serves it? | 6379 | 6380',
      {
        is: 'give',
        command: {kind: 'poll', question: 'Who serves it?', options: ['6379', '6380']},
        target: {},
      },
    ],
    ['lock', {is: 'lock', locked: true}],
    ['lock off', {is: 'lock', locked: false}],
    ['kick name of a', {is: 'kick', person: room.people['a']}],
    ['kick NAME OF A', {is: 'kick', person: room.people['a']}],
    ['code new', {is: 'code', renew: true}],
    ['helpers', {is: 'helpers', renew: false}],
    ['helpers new', {is: 'helpers', renew: true}],
    ['end', {is: 'end', now: false}],
    ['end now', {is: 'end', now: true}],
    ['', undefined],
  ] as const)('%s', (typed, line) => {
    expect(parseDeskLine(typed, room, stops)).toEqual(line)
  })

  test.each([
    ['kick name', 'desk.nobody'],
    ['kick', 'desk.usage'],
    ['goto tour', 'desk.usage'],
    ['goto tour lok', 'desk.noStep'],
    ['goto toor look', 'desk.noLesson'],
    ['poll only one | 6379', 'desk.usage'],
    ['juggle', 'desk.unknown'],
    [`say ${'x'.repeat(501)}`, 'desk.tooLong'],
    ['say \u001b]0;title\u0007', 'desk.tooLong'],
  ])('%s is refused', (typed, key) => {
    expect(parseDeskLine(typed, room, stops)).toMatchObject({is: 'rejected', because: {key}})
  })
})
