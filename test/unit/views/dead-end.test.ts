// A dead end: it is told with its way out, on the screen and as lines, also while the conditions are hidden.

import {describe, expect, test} from 'vitest'
import {rosterAt} from '../../../src/model/cluster/node.ts'
import {everyNodeAnswers, isMaster} from '../../../src/model/lesson/goals/replication.ts'
import {lostWhen, replicates} from '../../../src/model/lesson/goals/signs.ts'
import {stepOf} from '../../../src/model/lesson/lesson.ts'
import {initialState} from '../../../src/model/state/initial-state.ts'
import type {LabEvent, LabState} from '../../../src/model/state/lab-state.ts'
import {message} from '../../../src/model/text/messages.ts'
import {createUpdate} from '../../../src/model/update/update.ts'
import {narrate} from '../../../src/plain/narrate.ts'
import {Style} from '../../../src/views/draw/style.ts'
import {lessonView} from '../../../src/views/lesson.ts'
import {replica, snapshotOf} from '../model/readings.ts'
import {lessonOf} from '../model/words-of.ts'

const because = message('author.words', {words: '6380 follows the wrong master'})
const plan = {
  ready: everyNodeAnswers,
  goals: {is: lostWhen(isMaster('6380'), replicates('6380', '6381'), because)},
  solutions: {it: ['PING']},
}
const lessons = [
  lessonOf([
    stepOf('plain', plan),
    stepOf('asking', {...plan, prediction: {answer: 'a', seen: () => false}}),
  ]),
]
const update = createUpdate(lessons)
const polled = (at: number, masterPort: number): LabEvent => ({
  on: 'polled',
  snapshot: snapshotOf([replica('6380', masterPort)], {at}),
})
const openAt = (step: string): LabState =>
  [
    {on: 'ready', roster: rosterAt(6379)} as const,
    {on: 'stepBegan', lesson: 'one', step, at: 0} as const,
    {on: 'prepared', at: 0} as const,
    polled(1000, 6379),
  ].reduce(update, initialState())

const style = new Style({language: 'en', theme: {color: false, unicode: true}})
const shown = (state: LabState) =>
  lessonView({state, lessons, style}, {columns: 100, rows: 30}).task.map(line =>
    line.map(({text}) => text.trim()).join(' '),
  )

describe.each(['plain', 'asking'])('A dead end in the step "%s"', step => {
  const open = openAt(step)
  const lost = update(open, polled(1200, 6381))

  test('is shown with the way out', () => {
    expect(shown(open).join()).not.toContain('/reset')
    const lines = shown(lost)
    const at = lines.indexOf('6380 follows the wrong master')
    expect(lines.slice(at, at + 2)).toEqual([
      '6380 follows the wrong master',
      '/reset restores the start of this step.',
    ])
  })

  test('is said once', () => {
    expect(narrate(open, lost, lessons, 'en').slice(-2)).toEqual([
      '6380 follows the wrong master',
      '/reset restores the start of this step.',
    ])
    expect(narrate(lost, update(lost, polled(1400, 6381)), lessons, 'en').join()).not.toContain('/reset')
  })
})

test('Long tries in vain bring the offer of help, once', () => {
  const open = openAt('plain')
  const {play} = open
  const stuck: LabState = {...open, ...(play && {play: {...play, stuck: true}})}
  expect(shown(stuck)).toContain(
    'No condition was met for two minutes. /hint helps; /reset brings back the start of this step.',
  )
  expect(narrate(open, stuck, lessons, 'en')).toEqual([
    'No condition was met for two minutes. /hint helps; /reset brings back the start of this step.',
  ])
})
