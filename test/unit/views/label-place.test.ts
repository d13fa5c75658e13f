// Where labels stand in a table without a row of titles.

import {expect, test} from 'vitest'
import {line} from '../../../src/views/draw/styled-text.ts'
import {tableOf} from '../../../src/views/table.ts'

test('A label keeps its place, however many digits its number has', () => {
  const rows = (...values: readonly string[]) =>
    tableOf(
      [
        {title: line('node'), cells: values.map(() => line('6379')), least: 4},
        {title: line('offset'), label: 'offset', cells: values.map(one => line(one)), least: 5, right: true},
      ],
      {width: 60, headed: false},
    ).map(row => row.map(({text}) => text).join(''))
  const [one = '', other = ''] = rows('0', '14')
  expect(one.indexOf('offset')).toBe(other.indexOf('offset'))
  expect([one.length, one.endsWith('    0'), other.endsWith('   14')]).toEqual([other.length, true, true])
})
