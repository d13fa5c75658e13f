// The timeline as a pane shows it. Its sentences are tested with src/model/timeline.

import {describe, expect, test} from 'vitest'
import {initialState} from '../../../src/model/state/initial-state.ts'
import {createUpdate} from '../../../src/model/update/update.ts'
import {Style} from '../../../src/views/draw/style.ts'
import {lineWidth} from '../../../src/views/draw/styled-text.ts'
import {paint} from '../../../src/views/draw/theme.ts'
import {timelineFrom, timelineView} from '../../../src/views/timeline.ts'
import {recordedEvents, stories} from '../recorded/events.ts'

const style = new Style({language: 'en', theme: {color: true, unicode: true}})
const state = (story: (typeof stories)[number]) =>
  recordedEvents(story).reduce(createUpdate([]), initialState())
const texts = (story: (typeof stories)[number], columns: number) =>
  timelineView(state(story), style, columns).map(line => line.map(({text}) => text).join(''))

test.each([[24], [38], [50], [78], [118]])(
  'No line is wider than %i columns, in either language',
  columns => {
    for (const story of stories)
      for (const language of ['en', 'zh'] as const)
        for (const line of timelineView(state(story), new Style({...style, language}), columns))
          expect(lineWidth(line)).toBeLessThanOrEqual(columns)
  },
)

describe('In a pane', () => {
  test('the newest event is at the bottom and the legend at the top', () => {
    const lines = texts('kill', 118)
    expect(lines[0]).toContain('from a log, to the millisecond')
    expect(lines[1]).toMatch(/^── \d+ replaced \d+ · slots 10923-16383 · no writes for 2\.821 s/)
    expect(lines.at(-1)).toContain('reachable again')
  })

  test('a bar below the heading shows how long the phases lasted, and adds up to the whole', () => {
    const bar = texts('kill', 118)[2] ?? ''
    expect(bar).toMatch(/^━+ unnoticed ~?[\d.]+ s ━+ fail\? ~?[\d.]+ s ━+ election [\d.]+ s $/)
    const seconds = [...bar.matchAll(/([\d.]+) s/g)].map(([, one]) => Number(one))
    expect(seconds.reduce((sum, one) => sum + one, 0)).toBeCloseTo(2.821, 0)
    expect(lineWidth([{text: bar, tone: 'plain'}])).toBeLessThanOrEqual(100)
    expect(texts('kill', 38).join('')).not.toContain('━')
  })

  test('the heading stays in sight while its events are scrolled', () => {
    const all = texts('kill', 118)
    const from = (at: number, rows = 5) =>
      timelineFrom(state('kill'), style, {from: at, columns: 118, rows}).map(line =>
        line.map(({text}) => text).join(''),
      )
    expect(from(0)).toEqual(all.slice(0, 5))
    expect(from(1)).toEqual(all.slice(1, 6))
    expect(from(6)).toEqual([all[1], ...all.slice(7, 11)])
    expect(from(6, 10)).toEqual([all[1], all[2], ...all.slice(8, 16)])
  })

  test('all lines of a sentence begin in the same column', () => {
    const lines = texts('kill', 60)
    const won = lines.findIndex(line => line.includes('won the election'))
    expect(lines[won]?.indexOf('1')).toBeGreaterThan(0)
    expect(lines[won + 1]).toMatch(/^ {11}\S/)
    expect(lines[won]).toMatch(/^\+2\.821 s ● \d+ won/)
  })

  test('signs show what colors do, and without UTF-8 they are ASCII', () => {
    const theme = {color: false, unicode: false}
    const lines = timelineView(state('pause'), new Style({...style, theme}), 100).map(line =>
      paint(line, theme),
    )
    expect(lines.join('').replace(/\u001b\[[\d;]*m/g, '')).toMatch(/^[\x20-\x7e]*$/)
    expect(lines.join('\n')).toMatch(/= .*was paused/)
  })

  test('an empty timeline says so', () => {
    const [line] = timelineView(initialState(), style, 80)
    expect(line?.[0]?.text).toMatch(/^Nothing has happened/)
  })
})
