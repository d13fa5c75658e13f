// A room that only counts: how its sums become what an instructor sees, and what is said of a class whose learners have no names.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../../lessons/index.ts'
import {courseOf} from '../../../../src/model/lesson/course-of.ts'
import {type Message, translate} from '../../../../src/model/text/messages.ts'
import {classParts} from '../../../../src/model/workshop/class-parts.ts'
import {
  type Counted,
  changesOf,
  countRows,
  countsFrom,
  medianWithin,
} from '../../../../src/model/workshop/counts.ts'
import {deskCommands, parseDeskLine} from '../../../../src/model/workshop/desk-lines.ts'
import {namesIn} from '../../../../src/model/workshop/desk-names.ts'
import {newsWords, peopleWords, queueWords, stepWords} from '../../../../src/model/workshop/desk-words.ts'
import {afterRecords, emptyRoom, type Room} from '../../../../src/model/workshop/room.ts'

const now = 1_000_000
const names = namesIn(courseOf(lessons), 'en')
const english = (words: readonly Message[]) => words.map(one => translate('en', one))
const sums = {
  'here tour other': 2,
  'here tour look': 1,
  'been tour look': 12,
  'been tour other': 9,
  'tries tour look': 4,
  'hints tour look': 1,
  'mistake tour look section': 3,
  'passed tour look 30': 6,
  'passed tour look 60': 2,
  'passed tour look longer': 1,
  'answer tour write both': 5,
  'answer tour write one': 1,
  'vote p1 0': 7,
  'reply g1 taken': 4,
  done: 2,
}
const counted: Counted = {sums, questions: [{n: 7, since: now - 120_000}], learners: 12, helpers: 1}

function roomOf(more: Partial<Counted> = {}): Room {
  return {...emptyRoom, counts: countsFrom({...counted, ...more}, 10)}
}

describe('The sums of a class', () => {
  test('are what the page gets of it, with questions by their numbers and nobody by name', () => {
    const claimed = {at: now, by: {note: 'claimed', n: 7, by: 'h', helper: 'Hari', until: now + 1}} as const
    const door = {address: 'a:1', code: 'ABCDEF', helperCode: 'HJKMNP', page: 'http://a:1/'}
    const room = afterRecords(roomOf(), [claimed])
    const parts = classParts({room, orders: [], door, noRedis: false, pictures: true, now})
    expect(parts.room).toMatchObject({here: 10, away: 2, help: 1, stuck: 0, helpers: 1, counted: true})
    expect(parts['step/tour/look']).toEqual({
      ...{here: 1, passed: 9, median: 28_000},
      sums: {been: 12, tries: 4, hints: 1, mistakes: {section: 3}},
    })
    expect(parts['question/tour/write']).toEqual({both: 5, one: 1})
    expect(parts['asked/7']).toEqual({since: now - 120_000, helper: 'Hari'})
    expect(Object.keys(parts).filter(name => name.startsWith('person/'))).toEqual([])
  })

  test('are said by the terminal in the order of the lesson', () => {
    expect(english(stepWords(roomOf(), now, names))).toEqual([
      `${names.place({lesson: 'tour', step: 'look'})}: 1 here, 9 passed, half of them within 0:28 · 12 have been at it, 4 tries, 1 hint`,
      `  mistake × 3: ${names.mistake({lesson: 'tour', step: 'look'}, 'section')}`,
      `${names.place({lesson: 'tour', step: 'other'})}: 2 here, 0 passed · 9 have been at it, 0 tries, 0 hints`,
    ])
    expect(english(queueWords(roomOf(), now, names))).toEqual(['7. number 7 · 2 min'])
    expect(english(queueWords(roomOf({questions: []}), now, names))).toEqual(['Nobody asks for help.'])
    expect(english(peopleWords(roomOf(), now, names))[0]).toContain('only counts')
    const before = roomOf({learners: 8, questions: []})
    expect(english(newsWords(before, roomOf(), names))).toEqual([
      '4 joined (12 in the room).',
      'Number 7 asks for help.',
    ])
    expect(english(newsWords(roomOf(), before, names))).toEqual(['4 have left (8 in the room).'])
  })

  test('are exported, with the words of polls', () => {
    const poll = {question: 'Go on?', options: ['yes', 'no']}
    const rows = countRows(countsFrom(counted, 10), {poll: () => poll, order: () => 'goto'})
    const texts = rows.map(({count, lesson, step, item, n}) => [count, lesson, step, item, n].join(' '))
    expect(texts).toEqual(
      expect.arrayContaining([
        'learners    12',
        'step tour look been 12',
        'within tour look 30 6',
        'mistake tour look section 3',
        'answer tour write both 5',
        'vote   Go on? yes 7',
        'reply   goto taken 4',
      ]),
    )
  })

  test('tell the middle of the times as near as their bounds do', () => {
    expect(medianWithin({})).toBeUndefined()
    expect(medianWithin({60: 4})).toBe(53_000)
    expect(medianWithin({10: 1, 60: 9, 90: 1})).toBe(53_000)
    expect(medianWithin({longer: 3})).toBe(3_600_000)
    const place = {lesson: 'tour', step: 'look', hints: 0, solved: false}
    const bounds = [0, 10_000, 10_001, 3_600_001].map(ms => changesOf({kind: 'passed', ...place, ms}))
    expect(bounds.flat()).toEqual(
      ['10', '10', '20', 'longer'].map(bound => ({
        slot: 'passed tour look',
        count: `passed tour look ${bound}`,
      })),
    )
  })
})

test('A line that needs to know somebody is refused with the reason, and the others are not', () => {
  const refused = deskCommands.flatMap(({name}) => {
    const line = parseDeskLine(`${name} x y`, roomOf(), names.stops)
    return line?.is === 'rejected' && line.because.key === 'desk.nobodyKnown' ? [name] : []
  })
  expect(refused).toEqual(['tell', 'picture', 'kick', 'unkick', 'rename'])
  expect(parseDeskLine('claim 7', roomOf(), names.stops)).toMatchObject({is: 'question', question: {n: 7}})
  expect(parseDeskLine('unlock hint', roomOf({sums: {'here tour look': 3}}), names.stops)).toMatchObject({
    command: {kind: 'unlock', what: 'hint', lesson: 'tour', step: 'look'},
  })
})
