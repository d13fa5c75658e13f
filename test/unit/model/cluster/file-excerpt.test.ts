// Lines of a file, as they are chosen and shown.

import {describe, expect, test} from 'vitest'
import {excerptText, newestLines} from '../../../../src/model/cluster/file-excerpt.ts'

describe('The newest lines of a text are', () => {
  test.each<[text: string, most: number, lines: readonly string[]]>([
    ['', 3, []],
    ['\n', 3, []],
    ['a\n', 3, ['a']],
    // The last one may still be being written.
    ['a\nb', 3, ['a', 'b']],
    ['a\nb\nc\nd\n', 3, ['b', 'c', 'd']],
    ['a\n\nb\n', 3, ['a', '', 'b']],
    ['a\n\n', 1, ['']],
    ['a\nb\n', Number.POSITIVE_INFINITY, ['a', 'b']],
  ])('%j, at most %d: %j', (text, most, lines) => {
    expect(newestLines(text, most)).toEqual(lines)
  })
})

test('Its text names the file first, and cannot command the terminal', () => {
  expect(
    excerptText({path: '/tmp/6381/redis.log', lines: ['one', '\x1b[2Jtwo\r', '\x1b]0;owned\x07three']}),
  ).toBe('/tmp/6381/redis.log\none\ntwo\nthree')
})
