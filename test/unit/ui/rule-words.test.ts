// The title in a pane's rule, and what stands at its other end.

import {stripVTControlCharacters} from 'node:util'
import {describe, expect, test} from 'vitest'
import {ruleWords} from '../../../src/ui/screen/frame.tsx'
import {Style} from '../../../src/views/draw/style.ts'

const style = new Style({language: 'en', theme: {color: false, unicode: true}})

describe('A rule', () => {
  const of = (columns: number, notes: readonly string[] = []) =>
    stripVTControlCharacters(
      ruleWords(
        {title: 'Lesson · A master dies', brief: 'A master dies', notes, chosen: false, columns},
        style,
      ),
    )

  test('has the title', () => {
    expect(of(30)).toBe('─ Lesson · A master dies ─────')
  })
  test('has a title in brief that fits, rather than half of a longer one', () => {
    expect(of(25)).toBe('─ A master dies ─────────')
    expect(of(32, ['2 more lines'])).toBe('─ A master dies ─ 2 more lines ─')
  })
  test('cuts the brief one where even that has no room', () => {
    expect(of(14)).toBe('─ A master …──')
  })
})
