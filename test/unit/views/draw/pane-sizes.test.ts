import {describe, expect, test} from 'vitest'
import {readingRows, smallestPane} from '../../../../src/model/lesson/fits-screen.ts'
import {type Layout, layoutOf, type Shown, type Size, zoomed} from '../../../../src/views/draw/pane-sizes.ts'

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
    const {lesson, second, nodes, transcript} = layout
    const left = [second, lesson].flatMap(pane => pane ?? [])
    const heights = [left, [nodes, transcript]].map(panes => panes.reduce((sum, {rows}) => sum + rows + 1, 1))
    if (left.length > 0 && heights[0] !== heights[1]) expect.fail(`${JSON.stringify(layout)}: uneven`)
    return {
      rows: fixed + (heights[1] ?? 0),
      columns: [nodes, transcript].map(({columns}) => (left[0] ? left[0].columns + 3 : 0) + columns + 4),
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

const kinds: readonly Shown[] = (['none', 'reading', 'doing'] as const).flatMap(lesson =>
  [true, false].flatMap(otherView => [6, 9, 20].map(nodes => ({lesson, otherView, nodes}))),
)

const parts = (layout: Layout): readonly Size[] =>
  Object.values(layout).filter(part => typeof part === 'object')

describe('From 40x10 to 300x100', () => {
  test('the panes fill the screen exactly', () => {
    for (const [size, shown] of everySize.flatMap(one => kinds.map(kind => [one, kind] as const))) {
      const layout = layoutOf(size, shown)
      if (layout.tier === 'none') continue
      const {rows, columns} = taken(layout)
      if (rows !== size.rows || columns.some(one => one !== size.columns))
        expect.fail(`${JSON.stringify({size, shown})}: ${JSON.stringify(layout)}`)
    }
  })

  test('each pane is large enough to be read', () => {
    for (const [size, shown] of everySize.flatMap(one => kinds.map(kind => [one, kind] as const)))
      for (const {columns, rows} of parts(layoutOf(size, shown)))
        if (columns < 40 || rows < (shown.lesson === 'reading' ? 2 : 3))
          expect.fail(`${JSON.stringify({size, shown})}: ${JSON.stringify(layoutOf(size, shown))}`)
  })

  test('the first command of a step moves no pane but the rule above the transcript, and no pane at all on a large screen', () => {
    for (const size of everySize) {
      const [before, after] = (['reading', 'doing'] as const).map(lesson => layoutOf(size, {lesson}))
      if (before?.tier !== 'rows' || after?.tier !== 'rows') expect(before).toEqual(after)
      else expect(before.nodes).toEqual(after.nodes)
    }
  })

  test('a larger screen never has a smaller pane', () => {
    const tiers = ['none', 'tabs', 'rows', 'wide']
    const rank = (columns: number, rows: number) =>
      tiers.indexOf(layoutOf({columns, rows}, {lesson: 'doing'}).tier)
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
  expect(layoutOf({columns, rows}, {lesson: 'doing'}).tier).toBe(tier)
})

// Proofreading measures lessons against this size before any screen is drawn.
test('At 80x24 the lesson pane has the size that proofreading assumes', () => {
  const small = (lesson: Shown['lesson']) => layoutOf({columns: 80, rows: 24}, {lesson, otherView: true})
  expect(small('doing')).toMatchObject({lesson: smallestPane})
  expect(small('reading')).toMatchObject({lesson: {...smallestPane, rows: readingRows}})
})

test.each([8, 9])('At 80x24 each of %i nodes has a row, and the lesson what its task needs', nodes => {
  const layout = layoutOf({columns: 80, rows: 24}, {lesson: 'doing', nodes})
  if (layout.tier !== 'rows') expect.fail(layout.tier)
  expect(layout.nodes.rows).toBe(nodes)
  expect(layout.lesson?.rows).toBeGreaterThanOrEqual(smallestPane.rows)
})
