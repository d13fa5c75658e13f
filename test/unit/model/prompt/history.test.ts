import {expect, test} from 'vitest'
import {
  historyText,
  mostHistory,
  parseHistory,
  printable,
  withLine,
} from '../../../../src/model/prompt/history.ts'

test('What a history takes is what its file gives back', () => {
  const typed = ['SET k 1', 'SET k 1', '', '  GET k', 'AUTH hunter2', '  GET k', 'GET 书', 'SET k 1']
  const history = typed.reduce(withLine, [])
  expect(history).toEqual(['SET k 1', '  GET k', 'GET 书', 'SET k 1'])
  expect(parseHistory(historyText(history))).toEqual(history)
})

test('A line that is not taken leaves the very same history', () => {
  const history = ['PING']
  for (const line of ['', '  ', 'PING', 'AUTH hunter2']) expect(withLine(history, line)).toBe(history)
})

test('A file that others have written into is read with the same eyes', () => {
  expect(parseHistory('PING\nPING\n\nAUTH hunter2\nPING\nGET k')).toEqual(['PING', 'GET k'])
  expect(parseHistory('')).toEqual([])
})

test('The oldest lines give way, in the memory and from the file', () => {
  const many = Array.from({length: mostHistory + 5}, (_, i) => `GET ${i}`)
  expect(many.reduce(withLine, [])[0]).toBe('GET 5')
  expect(parseHistory(historyText(many))).toEqual(many.slice(5))
})

test('What a terminal may print as it is has no control characters', () => {
  expect(printable(['GET a', 'GET \x1b[31mred', 'SET 键 值', 'a\tb'])).toEqual(['GET a', 'SET 键 值'])
})
