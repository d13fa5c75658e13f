import {expect, test} from 'vitest'
import {firstLine} from '../../../../src/model/text/first-line.ts'

test.each([
  ['', ''],
  ['\n\n  Bad directive or wrong number of arguments\nline 2', 'Bad directive or wrong number of arguments'],
  ['Failed listening on port 6379.', 'Failed listening on port 6379'],
  ['*** FATAL CONFIG FILE ERROR ***:\n>>> x', '*** FATAL CONFIG FILE ERROR ***'],
  ['a\x1b[31mb\x07c\x9bd', 'a [31mb c d'],
  ['x'.repeat(200), 'x'.repeat(160)],
])('%j fits into a sentence as %j', (printed, line) => {
  expect(firstLine(printed)).toBe(line)
})
