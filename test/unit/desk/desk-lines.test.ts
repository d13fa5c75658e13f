// The instructor's lines: who and which step they mean, what is asked first, and what is said of the room.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import {askedFirst, picturesBetween, type RoomDesk, runDeskLine} from '../../../src/desk/desk-runner.ts'
import {courseOf} from '../../../src/model/lesson/course-of.ts'
import {type Message, translate} from '../../../src/model/text/messages.ts'
import type {Delivery, WorkshopCommand} from '../../../src/model/workshop/command.ts'
import {countsFrom} from '../../../src/model/workshop/counts.ts'
import {completeDeskLine} from '../../../src/model/workshop/desk-complete.ts'
import {type DeskLine, parseDeskLine} from '../../../src/model/workshop/desk-lines.ts'
import {namesIn} from '../../../src/model/workshop/desk-names.ts'
import {newsWords, queueWords, sentWords, stepWords} from '../../../src/model/workshop/desk-words.ts'
import type {WorkshopEvent} from '../../../src/model/workshop/event.ts'
import {countsOf} from '../../../src/model/workshop/overview.ts'
import {
  afterRecords,
  emptyRoom,
  type Note,
  type Room,
  type RoomRecord,
} from '../../../src/model/workshop/room.ts'

const course = courseOf(lessons)
const names = {en: namesIn(course, 'en'), zh: namesIn(course, 'zh')}
const at = 1000
const note = (by: Note): RoomRecord => ({at, by})
const event = (learner: string, one: WorkshopEvent): RoomRecord => ({at, learner, event: one})
const joined = (learner: string, name: string) => note({note: 'joined', learner, name, role: 'learner'})
const people = [joined('g', 'wise gull'), joined('w', 'wise whale'), joined('o', 'calm otter')]
const roomOf = (...records: readonly RoomRecord[]) => afterRecords(emptyRoom, [...people, ...records])
const on = (learner: string, step: string): RoomRecord =>
  event(learner, {kind: 'step', lesson: 'replicaof', step})
const asks = (learner: string, n: number): RoomRecord => ({
  ...event(learner, {kind: 'flag', flag: 'help'}),
  n,
})
const english = (words: readonly Message[]) => words.map(one => translate('en', one))
const read = (line: string, room = roomOf()) => parseDeskLine(line, room, names.en.stops)
const because = (line: DeskLine | undefined) =>
  line?.is === 'rejected' ? translate('en', line.because) : line
const order = (id: string, command: WorkshopCommand): Delivery => ({
  id,
  target: {},
  command,
  cursor: `${at}-0`,
  at,
})

const [first, second] = course.find(({id}) => id === 'replicaof')?.steps ?? []
const look = first?.id ?? ''
const next = second?.id ?? ''
const placed = (n: number, step: typeof first, language: 'en' | 'zh') => {
  const title = step?.words[language].title
  return language === 'en' ? `replicaof, step ${n} (${title})` : `replicaof 第 ${n} 步（${title}）`
}

describe('A step', () => {
  test.each([`goto replicaof 1`, `goto replicaof ${look}`])('%s', line => {
    expect(read(line)).toEqual({
      is: 'give',
      target: {},
      command: {kind: 'goto', lesson: 'replicaof', step: look},
    })
  })

  test('that the lesson does not have is refused with the numbers and names that it has', () => {
    expect(because(read('goto replicaof 99'))).toContain(`has no step 99. It has 1 (${look}), 2 (${next})`)
  })

  test('is shown by its number and its title', () => {
    const here = stepWords(roomOf(on('g', look)), at, names.en)
    expect(english(here)).toEqual([`${placed(1, first, 'en')}: 1 here, 0 passed`])
    expect(names.zh.place({lesson: 'replicaof', step: next})).toBe(placed(2, second, 'zh'))
    expect(names.en.place({lesson: 'other', step: 'x'})).toBe('other, step "x"')
  })
})

describe('unlock', () => {
  const unlocks = (step: string) => ({
    is: 'give',
    target: {},
    command: {kind: 'unlock', what: 'hint', lesson: 'replicaof', step},
  })

  test('means the step where everybody is, and asks which one where they are on several', () => {
    expect(read('unlock hint', roomOf(on('g', look), on('w', look)))).toEqual(unlocks(look))
    expect(because(read('unlock hint', roomOf(on('g', look), on('w', look), on('o', next))))).toBe(
      `Learners are on several steps: replicaof 1 (${look}) × 2, replicaof 2 (${next}) × 1. Name one: unlock hint LESSON STEP`,
    )
    expect(read('unlock hint replicaof 2', roomOf(on('g', look)))).toEqual(unlocks(next))
    expect(because(read('unlock hint'))).toContain('No learner is on a step yet.')
  })
})

describe('A person', () => {
  test('is called by the whole name or a beginning that one has, and named in full before they are sent out', () => {
    const line = read('kick wise g')
    expect(line).toMatchObject({is: 'kick', person: {name: 'wise gull'}})
    const asked = line && askedFirst(line)
    expect(asked?.about).toBe('g')
    expect(translate('en', asked?.asks ?? {key: 'desk.sent'})).toContain('This sends wise gull out.')
    expect(because(read('kick wise'))).toBe('Nobody here is called wise, or several are.')
  })

  test('who was sent out is found by unkick only, until they may come in again', () => {
    const out = roomOf(note({note: 'left', learner: 'g', why: 'kicked'}))
    expect(read('unkick wise gull', out)).toMatchObject({is: 'unkick', person: {learner: 'g'}})
    expect(because(read('kick wise gull', out))).toContain('Nobody here')
    expect(because(read('unkick wise whale', out))).toContain('Nobody here')
    const back = afterRecords(out, [note({note: 'readmitted', learner: 'g'})])
    expect(because(read('unkick wise gull', back))).toContain('Nobody here')
  })

  test('is told something by name, though names have spaces', () => {
    const said = {is: 'give', command: {kind: 'say', text: 'come to me'}, target: {learner: 'g'}}
    expect(read('tell wise gull come to me')).toEqual(said)
    expect(because(read('tell nobody come'))).toContain('Nobody here')
    expect(because(read('tell wise gull'))).toContain('Nobody here')
  })
})

test('end asks first, and end now does not', () => {
  const [asked, now] = ['end', 'end now'].map(line => read(line))
  expect(asked && askedFirst(asked)?.about).toBe('end')
  expect(now && askedFirst(now)).toBeUndefined()
})

describe('The queue', () => {
  const claimed = (learner: string, n: number, helper: string) =>
    note({note: 'claimed', n, learner, by: 'h', helper, until: at + 60_000})
  const waiting = roomOf(
    on('o', look),
    asks('g', 3),
    asks('w', 5),
    asks('o', 7),
    claimed('o', 7, 'Ada'),
    claimed('w', 5, '–'),
  )

  test("has the room's numbers, and says who helps", () => {
    expect(english(queueWords(waiting, at, names.en))).toEqual([
      '3. wise gull · – · 0 min',
      '5. wise whale · – · 0 min · you help',
      `7. calm otter · ${placed(1, first, 'en')} · 0 min · Ada helps`,
    ])
  })

  test.each([
    ['claim 7', 'claim', 'o'],
    ['answer calm', 'answer', 'o'],
    ['release 5', 'release', 'w'],
  ])('is worked with %s', (line, what, learner) => {
    expect(read(line, waiting)).toMatchObject({is: 'question', what, question: {learner}})
  })

  test('has no question of another number, or of somebody who does not ask', () => {
    expect(because(read('claim calm otter'))).toBe('calm otter does not ask for help.')
    expect(because(read('claim 4', waiting))).toBe('4 is not in the queue; queue lists who waits.')
  })

  test('says what is missing in the language of the host, and nothing once the step is passed', () => {
    const [goal = '', sentence = ''] = Object.entries(first?.words.zh.goals ?? {})[0] ?? []
    const tried = event('o', {kind: 'try', lesson: 'replicaof', step: look, goal})
    const stuck = roomOf(on('o', look), tried, tried, tried)
    expect(queueWords(stuck, at, names.zh).map(one => translate('zh', one))).toEqual([
      `calm otter 在 ${placed(1, first, 'zh')} 尝试了 3 次；尚缺：${sentence}`,
    ])
    const passed = event('o', {
      kind: 'passed',
      lesson: 'replicaof',
      step: look,
      ms: 1,
      hints: 0,
      solved: false,
    })
    expect(afterRecords(stuck, [passed]).people['o']?.goal).toBeUndefined()
  })
})

test('What was sent is listed with how many followed', () => {
  const goto = order('1', {kind: 'goto', lesson: 'replicaof', step: next})
  const offer = order('2', {kind: 'offer', line: 'INFO'})
  const reply = (learner: string, command: string, as: 'seen' | 'taken' | 'declined') =>
    event(learner, {kind: 'reply', command, reply: as})
  const room = roomOf(
    reply('g', '1', 'taken'),
    reply('w', '1', 'taken'),
    reply('o', '1', 'declined'),
    reply('o', '2', 'seen'),
  )
  expect(
    english(sentWords(room, [goto, offer], names.en)).map(row => row.replace(/^\d\d:\d\d /, '')),
  ).toEqual([`goto ${placed(2, second, 'en')}: 2 went, 1 stayed`, 'offer INFO: 0 took it, 0 did not'])
})

test('A picture is shown as the lab has drawn it, between two sentences that name whose it is', async () => {
  const lines = [
    [
      {text: 'replicaof', tone: 'accent'},
      {text: ' step 1', tone: 'plain'},
    ],
    [],
  ]
  const desk = {snapshot: async () => JSON.stringify({columns: 80, lines})} as unknown as RoomDesk
  const pictured = roomOf(note({note: 'pictured', learner: 'o', request: 'r'}))
  const [before, ...rest] = await picturesBetween(roomOf(), pictured, desk)
  expect([before, rest.at(-1)].map(one => one && 'key' in one && translate('en', one))).toEqual([
    'Picture of calm otter:',
    'End of the picture of calm otter.',
  ])
  expect(rest.slice(0, -1)).toEqual(lines)
  // The same room, read again from its records, is no news.
  expect(await picturesBetween(pictured, structuredClone(pictured), desk)).toEqual([])
})

describe('In a room that only counts', () => {
  const counts = countsFrom(
    {
      sums: {
        'here replicaof look': 1,
        'mistake replicaof look read-here': 2,
        'mistake replicaof look new': 1,
      },
      questions: [{n: 1, since: at}],
      learners: 1,
      helpers: 0,
    },
    1,
  )
  const counting: Room = {...emptyRoom, counts}
  const desk = (room: Room) => ({room: () => room}) as RoomDesk
  const helpIn = async (room: Room) => {
    const words = await runDeskLine(
      desk(room),
      {is: 'help'},
      {names: names.en, door: {address: '', words: async () => undefined}, pictures: true},
    )
    return english(words.says)
  }

  test('a question is its number', () => {
    expect(english(queueWords(counting, at, names.en))).toEqual(['1. number 1 · 0 min'])
  })

  test('mistakes are what the lesson says of them, without the remedy', () => {
    expect(english(stepWords(counting, at, names.en)).slice(1)).toEqual([
      `  mistake × 2: ${names.en.mistake({lesson: 'replicaof', step: look}, 'read-here')}`,
      '  mistake × 1: new',
    ])
    expect(names.en.mistake({lesson: 'replicaof', step: look}, 'read-here')).toBe('6379 has it, of course.')
    expect(names.zh.mistake({lesson: 'replicaof', step: look}, 'read-here')).toMatch(/^[^。]+。$/)
  })

  test('help and Tab have only what can be done there', async () => {
    const usual = await helpIn(emptyRoom)
    const there = await helpIn(counting)
    expect(usual).toEqual(expect.arrayContaining([expect.stringMatching(/^tell NAME TEXT: /)]))
    for (const name of ['tell', 'people', 'picture', 'kick', 'unkick', 'rename'])
      expect(there.filter(row => row.startsWith(name))).toEqual([])
    expect(there).toEqual(
      expect.arrayContaining([
        'queue: the numbers that wait for help',
        'claim NUMBER: take a question, by its number in the queue',
        'export FILE.csv|FILE.jsonl: the counts of the room: one row each',
      ]),
    )
    expect(there.join('\n')).not.toMatch(/NAME|recorded|stuck/)
    expect(completeDeskLine('te', counting, []).candidates).toEqual([])
    expect(because(read('tell wise gull come', counting))).toContain('this room only counts')
    expect(read('people', counting)).toEqual({is: 'show', what: 'people'})
  })
})

describe('The news', () => {
  const before = roomOf()

  test('tell of no question of a helper, which nobody could take', () => {
    const helper = roomOf(note({note: 'joined', learner: 'g', name: 'wise gull', role: 'helper'}))
    expect(newsWords(helper, afterRecords(helper, [asks('g', 1)]), names.en)).toEqual([])
  })

  const newsOf = (...records: readonly RoomRecord[]) =>
    english(newsWords(before, afterRecords(before, records), names.en))

  test.each([
    ['kicked', 'wise gull was sent out.'],
    ['left', 'wise gull has left.'],
    ['erased', 'wise gull has left, and everything about them was deleted.'],
  ] as const)('tell who was %s', (why, said) => {
    expect(newsOf(note({note: 'left', learner: 'g', why}))).toEqual([said])
  })
})

test('A lab that says goodbye is away at once, and here again with the next sign of life', () => {
  const gone = roomOf(event('g', {kind: 'bye'}))
  expect(countsOf(gone, at)).toMatchObject({here: 2, away: 1})
  expect(countsOf(afterRecords(gone, [event('g', {kind: 'beat'})]), at)).toMatchObject({here: 3, away: 0})
})
