// The picture of a learner's screen: what is in sight, and nothing else.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import type {LabState} from '../../../src/model/state/lab-state.ts'
import {finishedLines} from '../../../src/model/state/lines-over.ts'
import {lineWidth} from '../../../src/views/draw/styled-text.ts'
import {noScreen, type Sight} from '../../../src/views/sight.ts'
import {createDemonstration, pictureOf} from '../../../src/workshop/picture.ts'
import {line, played, states} from '../ui/states.ts'

const transcript = {size: {columns: 60, rows: 4}, scrolled: 0}
const sight: Sight = {...noScreen, columns: 80, transcript}
const pictured = (state: LabState, seen: Sight, language: 'en' | 'zh' = 'en') =>
  pictureOf(state, lessons, language, seen).lines.map(row =>
    row
      .map(({text}) => text)
      .join('')
      .trimEnd(),
  )

const ok = {type: 'status', text: 'OK'} as const
const worked = played(
  [1, 2, 3, 4, 5].flatMap(n => line(`SET key${n} ${n}`, ok)),
  states.open,
)

describe('A picture', () => {
  test('has of the transcript at most the rows in sight', () => {
    const lines = pictured(worked, sight)
    const typed = lines.filter(row => row.includes('SET key'))
    expect(typed.map(row => /key\d/.exec(row)?.[0])).toEqual(['key4', 'key5'])
    expect(lines.slice(-4).filter(row => row === 'OK')).toHaveLength(2)
  })

  test('has none of what was cleared or is covered, and other rows when it is scrolled', () => {
    const rows = (seen: Partial<NonNullable<Sight['transcript']>>) =>
      pictured(worked, {...sight, transcript: {...transcript, ...seen}})
        .join('\n')
        .match(/key\d/g)
    expect(rows({cleared: finishedLines(worked.entries)})).toBeNull()
    expect(rows({scrolled: 2})).toEqual(['key3', 'key4'])
    const {transcript: _, ...covered} = sight
    expect(pictured(worked, covered).join('\n')).not.toContain('SET key')
    expect(pictured(worked, noScreen).join('\n')).not.toContain('SET key')
  })

  test.each([
    ['en', /step 2 of/, /6380 is a master; expected a replica of 6379/],
    ['zh', /第 2 步/, /请你动手：[\s\S]*6380 是主节点/],
  ] as const)(
    'has the header, the task with what is still missing, and the nodes (%s)',
    (language, header, task) => {
      const lines = pictured(states.open, sight, language)
      expect(lines[0]).toMatch(header)
      const text = lines.join('\n')
      expect(text).toMatch(task)
      expect(text).toMatch(/6380/)
      expect(text).toContain('○')
    },
  )

  test('has the tones of the views', () => {
    const [header] = pictureOf(states.open, lessons, 'en', sight).lines
    expect(header?.map(({tone}) => tone)).toContain('bright')
  })

  test('shows no password', () => {
    const secret = played(line('AUTH s3cret', ok), states.open)
    expect(pictured(secret, sight).join('\n')).not.toContain('s3cret')
  })
})

describe('A demonstration', () => {
  const demonstrated = createDemonstration(lessons, 'en')
  const rowsOf = (state: LabState, seen: Sight) =>
    demonstrated(state, seen).lines.map(row => row.map(({text}) => text).join(''))

  test.each(Object.keys(states) as (keyof typeof states)[])('fits the projector (%s)', name => {
    for (const view of ['nodes', 'opinions', 'slots', 'timeline', 'traffic'] as const) {
      const {columns, lines} = demonstrated(states[name], {...sight, view})
      const widths = lines.map(row => lineWidth(row))
      expect([columns, Math.max(...widths)]).toEqual([100, 100])
      expect(lines.length).toBeLessThanOrEqual(32)
    }
  })

  test('has the view that is chosen, and the newest lines also while something covers them', () => {
    const chosen = rowsOf(states.failedOver, {...sight, view: 'opinions'}).join('\n')
    expect(chosen).toContain('seen by')
    expect(rowsOf(states.failedOver, sight).join('\n')).not.toContain('seen by')
    expect(rowsOf(worked, noScreen).slice(-2)).toEqual([expect.stringContaining('SET key5 5'), 'OK'])
  })

  test('follows the language of the screen, and hides passwords', () => {
    const secret = played(line('AUTH s3cret', ok), states.open)
    expect(rowsOf(secret, {...sight, language: 'zh'}).join('\n')).toMatch(/第 2 步/)
    expect(rowsOf(secret, sight).join('\n')).not.toContain('s3cret')
  })
})
