import {describe, expect, test} from 'vitest'
import {smallestPane} from '../../../../src/model/lesson/fits-screen.ts'
import {type Layout, layoutOf, type Size, zoomed} from '../../../../src/views/draw/pane-sizes.ts'

const everySize = Array.from({length: 261}, (_, c) =>
  Array.from({length: 91}, (_, r) => ({columns: 40 + c, rows: 10 + r})),
).flat()

/** Header, prompt and keys are one row each, a rule is one, a frame is two of each and a space inside. */
const fixed = 3

/** The rows and the columns that the parts take together. */
function taken(
  layout: Exclude<Layout, {tier: 'none'}>,
): Readonly<{rows: number; columns: readonly number[]}> {
  if (layout.tier === 'wide') {
    const {lesson, nodes, transcript} = layout
    const beside = lesson ? lesson.columns + 4 : 0
    return {
      rows: fixed + nodes.rows + 2 + transcript.rows,
      columns: [beside + nodes.columns + 4, transcript.columns + 2],
    }
  }
  if (layout.tier === 'rows') {
    const {lesson, nodes, transcript} = layout
    return {
      rows:
        fixed + (layout.titled ? 1 : 0) + nodes.rows + (lesson ? 1 + lesson.rows : 0) + 1 + transcript.rows,
      columns: [nodes, transcript, ...(lesson ? [lesson] : [])].map(({columns}) => columns + 2),
    }
  }
  const {pane, transcript} = layout
  return {
    rows: fixed + 1 + pane.rows + 1 + transcript.rows,
    columns: [pane, transcript].map(({columns}) => columns + 2),
  }
}

const parts = (layout: Layout): readonly Size[] =>
  Object.values(layout).filter(part => typeof part === 'object')

describe('From 40x10 to 300x100', () => {
  test('the panes fill the screen exactly', () => {
    const both = [true, false]
    const kinds = both.flatMap(withLesson => both.map(otherView => ({withLesson, otherView})))
    for (const size of everySize.flatMap(one => kinds.map(kind => ({...one, ...kind})))) {
      const layout = layoutOf(size, size.withLesson, size.otherView)
      if (layout.tier === 'none') continue
      const {rows, columns} = taken(layout)
      if (rows !== size.rows || columns.some(one => one !== size.columns))
        expect.fail(`${JSON.stringify(size)}: ${JSON.stringify(layout)}`)
    }
  })

  test('each pane is large enough to be read', () => {
    for (const size of everySize)
      for (const {columns, rows} of parts(layoutOf(size, true)))
        if (columns < 40 || rows < 3)
          expect.fail(`${JSON.stringify(size)}: ${JSON.stringify(layoutOf(size, true))}`)
  })

  test('panes side by side have the same height', () => {
    for (const size of everySize) {
      const layout = layoutOf(size, true)
      if (layout.tier === 'wide' && layout.lesson?.rows !== layout.nodes.rows)
        expect.fail(JSON.stringify(size))
    }
  })

  test('a larger screen never has a smaller pane', () => {
    const tiers = ['none', 'tabs', 'rows', 'wide']
    const rank = (columns: number, rows: number) => tiers.indexOf(layoutOf({columns, rows}, true).tier)
    for (const {columns, rows} of everySize)
      if (rank(columns + 1, rows) < rank(columns, rows) || rank(columns, rows + 1) < rank(columns, rows))
        expect.fail(`${columns}x${rows}`)
  })

  test('a zoomed pane takes the whole screen except header, title, prompt and status line', () => {
    for (const size of everySize.filter(({columns, rows}) => columns >= 50 && rows >= 12)) {
      const {columns, rows} = zoomed(size)
      if (columns + 2 !== size.columns || rows + 1 + fixed !== size.rows) expect.fail(JSON.stringify(size))
    }
  })
})

test.each([
  [49, 40, 'none'],
  [80, 11, 'none'],
  [50, 12, 'tabs'],
  [79, 60, 'tabs'],
  [200, 23, 'tabs'],
  [80, 24, 'rows'],
  [109, 60, 'rows'],
  [200, 29, 'rows'],
  [110, 30, 'wide'],
])('%ix%i: %s', (columns, rows, tier) => {
  expect(layoutOf({columns, rows}, true).tier).toBe(tier)
})

// Proofreading measures lessons against this size before any screen is drawn.
test('At 80x24 the lesson pane has the size that proofreading assumes', () => {
  expect(layoutOf({columns: 80, rows: 24}, true)).toMatchObject({lesson: smallestPane})
})
