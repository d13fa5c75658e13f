// The export: every id in it leads to a row, and no cell runs in a spreadsheet.

import {describe, expect, test} from 'vitest'
import {csvOf, type ExportedRow, exportedRecords, jsonLinesOf} from '../../../src/hub/export-records.ts'
import type {Delivery, Target, WorkshopCommand} from '../../../src/model/workshop/command.ts'
import type {WorkshopEvent} from '../../../src/model/workshop/event.ts'
import type {RoomRecord} from '../../../src/model/workshop/room.ts'

const at = Date.UTC(2026, 10, 29, 9, 5)
const event = (one: WorkshopEvent): RoomRecord => ({at, learner: 'l1', event: one})
const order = (id: string, command: WorkshopCommand, target: Target = {}): Delivery => ({
  id,
  target,
  command,
  cursor: `${at}-0`,
  at,
})
const names = {l1: 'Ada'}
const csv = (...rows: readonly ExportedRow[]) => csvOf(rows, names).split('\r\n').slice(1, -1)
const poll = order('p1', {kind: 'poll', question: 'Who serves it?', options: ['6379', '6380']})

describe('A row', () => {
  test.each<[string, ExportedRow, string]>([
    ['a poll', poll, ',,poll,p1,,,question=Who serves it?; options=6379 | 6380'],
    ['a jump', order('g1', {kind: 'goto', lesson: 'tour', step: 'other'}), ',,goto,g1,tour,other,'],
    [
      'a sentence for one',
      order('s1', {kind: 'say', text: 'Well done'}, {learner: 'l1'}),
      'l1,Ada,say,s1,,,text=Well done',
    ],
    ['a vote', event({kind: 'vote', poll: 'p1', option: 1}), 'l1,Ada,vote,,,,poll=p1; option=1; answer=6380'],
    [
      'a reply',
      event({kind: 'reply', command: 'g1', reply: 'taken'}),
      'l1,Ada,reply,,,,command=g1; reply=taken',
    ],
    [
      'a passed step',
      event({kind: 'passed', lesson: 'tour', step: 'look', ms: 5, hints: 1, solved: false}),
      'l1,Ada,passed,,tour,look,ms=5; hints=1; solved=false',
    ],
    ['a note', {at, by: {note: 'left', learner: 'l1', why: 'kicked'}}, 'l1,Ada,left,,,,why=kicked'],
    [
      'a result',
      order('c1', {kind: 'close', poll: 'p1', result: {question: 'Who?', answers: [{option: '6379', n: 2}]}}),
      ',,close,c1,,,poll=p1; result=(question=Who?; answers=(option=6379; n=2))',
    ],
  ])('of %s can be read', (_, row, cells) => {
    expect(csv(poll, row).at(-1)).toBe(`2026-11-29T09:05:00.000Z,${cells}`)
  })

  test('has the same in JSON', () => {
    expect(JSON.parse(jsonLinesOf([poll], names))).toMatchObject({id: 'p1', command: {kind: 'poll'}})
  })
})

test.each([
  ['=1+1', "text='=1+1"],
  ['hello;=cmd|calc', "text=hello;'=cmd|calc"],
  ['hello;  @SUM(A1)', "text=hello;  '@SUM(A1)"],
])('%j runs nothing, wherever a spreadsheet begins a cell', (text, cell) => {
  const [name] = csvOf([event({kind: 'flag', flag: 'help'})], {l1: text})
    .split('\r\n')
    .slice(1)
  expect(name?.split(',')[2]).toBe(cell.replace('text=', ''))
  const said = csv(order('s', {kind: 'say', text})).at(-1)
  expect(said).not.toMatch(/(?:^|[,;])\s*[=+@-]/)
})

test('A vote that came too late to count is left out', () => {
  const open = (id?: string): RoomRecord => ({at, by: {note: 'polled', ...(id !== undefined && {poll: id})}})
  const vote = (id: string) => event({kind: 'vote', poll: id, option: 0})
  const kept = exportedRecords()
  const first = [open('p1'), vote('p1'), open('p2')]
  const second = [vote('p1'), vote('p2'), open(), vote('p2')]
  expect([...kept(first), ...kept(second)]).toEqual([open('p1'), vote('p1'), open('p2'), vote('p2'), open()])
})
