// The instructor's terminal: what it always shows, what it says of a class at once, and what Tab knows.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import {runPageLine} from '../../../src/desk/desk-runner.ts'
import {statusLines} from '../../../src/desk/status.ts'
import {courseOf} from '../../../src/model/lesson/course-of.ts'
import {translate} from '../../../src/model/text/messages.ts'
import type {Delivery} from '../../../src/model/workshop/command.ts'
import {completeDeskLine} from '../../../src/model/workshop/desk-complete.ts'
import {namesIn} from '../../../src/model/workshop/desk-names.ts'
import {newsWords} from '../../../src/model/workshop/desk-words.ts'
import {afterRecords, emptyRoom, type Room, type RoomRecord} from '../../../src/model/workshop/room.ts'
import {Style} from '../../../src/views/draw/style.ts'
import {type Line, lineWidth} from '../../../src/views/draw/styled-text.ts'

const at = 1000
const joins = (n: number): readonly RoomRecord[] =>
  Array.from({length: n}, (_, i) => ({
    at,
    by: {note: 'joined', learner: `l${i}`, name: `calm otter ${i}`, role: 'learner'},
  }))
const flag = (i: number): RoomRecord => ({at, learner: `l${i}`, event: {kind: 'flag', flag: 'help'}, n: i})
const roomOf = (...records: readonly RoomRecord[]): Room => afterRecords(emptyRoom, records)
const names = namesIn(courseOf(lessons), 'en')
const news = (before: Room, now: Room) => newsWords(before, now, names).map(one => translate('en', one))

describe('The news', () => {
  test('name a few people, and count a class that comes at once', () => {
    expect(news(emptyRoom, roomOf(...joins(2)))).toEqual([
      'calm otter 0 is here (2 in the room).',
      'calm otter 1 is here (2 in the room).',
    ])
    expect(news(emptyRoom, roomOf(...joins(500)))).toEqual(['500 joined (500 in the room).'])
  })

  test('tell who asks for help once, and count many', () => {
    const before = roomOf(...joins(9))
    const one = roomOf(...joins(9), flag(3))
    expect(news(before, one)).toEqual(['calm otter 3 asks for help, at –.'])
    expect(news(one, one)).toEqual([])
    const all = roomOf(...joins(9), ...Array.from({length: 9}, (_, i) => flag(i)))
    expect(news(one, all)).toEqual(['8 more ask for help; queue lists them.'])
  })
})

describe('The line page', () => {
  test.each([
    [true, 'Your page opens in the browser. If it does not: http://127.0.0.1:7800/open/1'],
    [
      false,
      'Your page: http://127.0.0.1:7800/open/1 (on this computer only; the link works once, page makes another)',
    ],
  ])('with a browser: %s', async (opened, words) => {
    const {says} = await runPageLine(async () => ({link: 'http://127.0.0.1:7800/open/1', opened}))
    expect(says.map(one => translate('en', one))).toEqual([words])
  })
})

describe('The status', () => {
  const style = new Style({language: 'en', theme: {color: false, unicode: true}})
  const textOf = (line: Line) => line.map(({text}) => text).join('')
  const status = (room: Room, columns: number, now = at, orders: readonly Delivery[] = []) =>
    statusLines(
      {room, orders, names},
      {address: '192.168.100.20:7700', code: 'K7XMPQ', words: 'smart raven, rapid tiger'},
      {now, style, columns},
    )

  test('is the address, the code, its check words and the counts', () => {
    const [join = [], counts = []] = status(
      roomOf(...joins(3), flag(1), {at, by: {note: 'locked', locked: true}}),
      80,
    )
    expect(textOf(join)).toMatch(/^── 192\.168\.100\.20:7700 ── code K7XMPQ ── smart raven, rapid tiger ─+$/)
    expect(textOf(counts)).toBe('3 here · 1 asks for help · locked')
  })

  test('says that the workshop is over, and no longer how to join or who needs something', () => {
    const [over = [], counts = []] = status(roomOf(...joins(3), flag(1), {at, by: {note: 'ended'}}), 80)
    expect(textOf(over)).toMatch(/^── the workshop is over ─+$/)
    expect(textOf(counts)).toBe('3 here')
  })

  test('counts who has fallen silent as away', () => {
    expect(textOf(status(roomOf(...joins(3)), 80, at + 10 * 60_000)[1] ?? [])).toBe('0 here · 3 away')
  })

  test('shows the countdown, and how many followed the newest jump', () => {
    const order = (command: Delivery['command']): Delivery => ({
      id: command.kind,
      target: {},
      command,
      cursor: '1-0',
      at,
    })
    const orders = [
      order({kind: 'timer', seconds: 90, text: 'slots'}),
      order({kind: 'goto', lesson: 'tour', step: 'nowhere'}),
    ]
    const room = roomOf(...joins(2), {
      at,
      learner: 'l1',
      event: {kind: 'reply', command: 'goto', reply: 'taken'},
    })
    expect(textOf(status(room, 80, at + 30_500, orders)[1] ?? [])).toBe(
      '2 here · 1:00 left slots · goto tour, step "nowhere": 1 went, 0 stayed',
    )
    expect(textOf(status(room, 80, at + 90_000, orders.slice(0, 1))[1] ?? [])).not.toContain('left')
  })

  test.each([20, 40, 80, 200])('never fills a terminal of %i columns', columns => {
    for (const line of status(roomOf(...joins(500), flag(1)), columns))
      expect(lineWidth(line)).toBeLessThan(columns)
  })
})

describe('Tab knows', () => {
  const stops = [
    {lesson: 'tour', step: 'look'},
    {lesson: 'tour', step: 'other'},
    {lesson: 'slots', step: 'map'},
  ]
  const complete = (line: string) => completeDeskLine(line, roomOf(...joins(2)), stops)

  test.each([
    ['ki', 'ki', ['kick']],
    ['/ki', 'ki', ['kick']],
    ['goto ', '', ['tour', 'slots']],
    ['goto to', 'to', ['tour']],
    ['goto tour ', '', ['look', 'other']],
    ['goto tour o', 'o', ['other']],
    ['unlock h', 'h', ['hint']],
    ['unlock hint tour l', 'l', ['look']],
    ['kick calm', 'calm', ['calm otter 0', 'calm otter 1']],
    ['kick calm otter 1', 'calm otter 1', ['calm otter 1']],
    ['say to', 'to', []],
    ['nothing to', 'to', []],
  ])('%j', (line, typed, candidates) => {
    expect(complete(line)).toEqual({typed, candidates})
  })
})
