// Every step of every lesson, in both languages: how many page keys its text and task need.

import {expect, test} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import {type Lesson, lessonAt, type Step, stepAt} from '../../../src/model/lesson/lesson.ts'
import type {LabState, Play} from '../../../src/model/state/lab-state.ts'
import {type Language, languages} from '../../../src/model/text/messages.ts'
import {type Painted, paintLesson} from '../../../src/ui/views/paint.ts'
import {layoutOf, type Size} from '../../../src/views/draw/pane-sizes.ts'
import {Style} from '../../../src/views/draw/style.ts'
import {lessonShown} from '../../../src/views/lesson.ts'
import {began, played, states} from '../ui/states.ts'

const asOpened = (lesson: Lesson, step: Step, change: Partial<Play>): LabState => {
  const state = played(began(lesson.id, step.id), {...states.freePlay, status: 'ready'})
  return {...state, ...(state.play && {play: {...state.play, phase: 'open', ...change}})}
}

/** As the step opens, and after its question is answered, with each answer. */
function moments(lesson: Lesson, step: Step): readonly LabState[] {
  const words = lesson.words.en.steps.find(({id}) => id === step.id)
  const answers = words?.prediction?.options.map(({id}) => asOpened(lesson, step, {predicted: id})) ?? []
  return [asOpened(lesson, step, {}), ...answers]
}

function paintedLesson(state: LabState, step: Step, size: Size, language: Language): Painted {
  const input = {state, lessons, style: new Style({language, theme: {color: false, unicode: true}})}
  const otherView = step.view !== 'nodes'
  const layout = layoutOf(size, {lesson: lessonShown(input, size, otherView), otherView})
  if (!('lesson' in layout) || !layout.lesson) throw new Error('no lesson pane')
  return paintLesson(input, layout.lesson, 0)
}

function pageKeys({most, opens = 0, page}: Painted): number {
  return Math.ceil((most - opens) / (page - 1))
}

test('At 80x24 what a step asks is in sight when it opens: the task, or the question with all its options', () => {
  const size = {columns: 80, rows: 24}
  const faults = lessons.flatMap(lesson =>
    lesson.steps.flatMap(step =>
      languages.flatMap(language => {
        const style = new Style({language, theme: {color: false, unicode: true}})
        const words = lesson.words[language].steps.find(({id}) => id === step.id)
        const {lines: painted, notes} = paintedLesson(asOpened(lesson, step, {}), step, size, language)
        const lines = painted.map(one => one.replaceAll(/\u001b\[[\d;]*m/g, ''))
        const [turn = ''] = style.text('ui.yourTurn', {task: '|'}).split('|')
        const last = words?.prediction ? ` ${words.prediction.options.length} ` : turn
        const isTold = words?.prediction === undefined || notes.length > 0 || lines.join('').includes(turn)
        return lines.some(one => one.startsWith(last)) && isTold
          ? []
          : [`${lesson.id}/${step.id} in ${language}`]
      }),
    ),
  )
  expect(faults).toEqual([])
})

test('At 80x24 a step that can be read with one page key opens at its beginning, and what it asks stays in sight below', () => {
  const size = {columns: 80, rows: 24}
  const lesson = lessonAt(lessons, 'tour')
  const step = stepAt(lesson, 'look')
  const painted = paintedLesson(asOpened(lesson, step, {}), step, size, 'en')
  expect(painted.most).toBeGreaterThan(0)
  expect(painted.opens).toBe(0)
  expect(painted.lines[0]).toContain('Six real Redis servers')
  expect(painted.lines.at(-1)).toContain('Your turn')
  expect(pageKeys(painted)).toBe(1)
})

/** A passed step without a prediction, and with each answer, whether what it asks about was seen or not. */
function passedMoments(lesson: Lesson, step: Step): readonly LabState[] {
  const words = lesson.words.en.steps.find(({id}) => id === step.id)
  const passed = {phase: 'passed', conditions: [], outcomes: []} as const
  const answers = words?.prediction?.options.flatMap(({id}) => [
    asOpened(lesson, step, {...passed, predicted: id, seen: true}),
    asOpened(lesson, step, {...passed, predicted: id}),
  ])
  return [asOpened(lesson, step, passed), ...(answers ?? [])]
}

test.each([
  [{columns: 120, rows: 40}, 0],
  [{columns: 160, rows: 45}, 0],
  [{columns: 200, rows: 60}, 0],
  [{columns: 100, rows: 30}, 1],
  [{columns: 80, rows: 24}, 1],
])('At %o the text and the task of every step can be read with at most %i page keys', (size, most) => {
  const faults = lessons.flatMap(lesson =>
    lesson.steps.flatMap(step =>
      languages.flatMap(language =>
        moments(lesson, step).flatMap(state => {
          const keys = pageKeys(paintedLesson(state, step, size, language))
          return keys > most
            ? [`${lesson.id}/${step.id} in ${language}, ${state.play?.predicted}: ${keys}`]
            : []
        }),
      ),
    ),
  )
  expect(faults).toEqual([])
})

test.each([
  {columns: 120, rows: 40},
  {columns: 80, rows: 24},
])('At %o the outcome of a prediction and the passed text are in sight, whole', size => {
  const faults = lessons.flatMap(lesson =>
    // The review of an incident is longer than a page.
    lesson.steps
      .filter(({incident}) => !incident)
      .flatMap(step =>
        languages.flatMap(language =>
          passedMoments(lesson, step).flatMap(state => {
            const {most, opens = 0} = paintedLesson(state, step, size, language)
            const {predicted, seen} = state.play ?? {}
            return most > opens
              ? [`${lesson.id}/${step.id} in ${language}, ${predicted} ${seen}: ${most - opens} hidden`]
              : []
          }),
        ),
      ),
  )
  expect(faults).toEqual([])
})
