// Questions in the lesson pane: a quiz, a prediction before and after its outcome; and the list of lessons.

import {describe, expect, test} from 'vitest'
import {rosterAt} from '../../../src/model/cluster/node.ts'
import {everyNodeAnswers, isMaster} from '../../../src/model/lesson/goals/replication.ts'
import {holds} from '../../../src/model/lesson/goals/signs.ts'
import {stepOf} from '../../../src/model/lesson/lesson.ts'
import {initialState} from '../../../src/model/state/initial-state.ts'
import type {LabEvent, LabState} from '../../../src/model/state/lab-state.ts'
import {questionsToReview, recallOf} from '../../../src/model/state/question.ts'
import {createUpdate} from '../../../src/model/update/update.ts'
import {narrate} from '../../../src/plain/narrate.ts'
import {Style} from '../../../src/views/draw/style.ts'
import type {Line} from '../../../src/views/draw/styled-text.ts'
import {lessonPage, lessonShown, lessonView} from '../../../src/views/lesson.ts'
import {currentStop, lessonListView, lessonStops} from '../../../src/views/lesson-list.ts'
import {master, replica, snapshotOf} from '../model/readings.ts'
import {lessonOf} from '../model/words-of.ts'
import {jumpOffered} from '../ui/states.ts'

const style = new Style({language: 'en', theme: {color: true, unicode: true}})
const texts = (lines: readonly Line[]) => lines.map(spans => spans.map(one => one.text).join(''))

const promote = stepOf('promote', {
  ready: everyNodeAnswers,
  goals: {is: isMaster('6380')},
  stableFor: 0,
  prediction: {answer: 'b', seen: holds(isMaster('6380'))},
  solutions: {it: ['PING']},
})
const lesson = lessonOf([promote, {...promote, id: 'again'}], {recall: [{id: 'who', answer: 'b'}]})
const lessons = [lesson, lessonOf([promote], {id: 'two'})]
const update = createUpdate(lessons)
const played = (events: readonly LabEvent[], state = initialState()): LabState => events.reduce(update, state)

const open = played([
  {on: 'ready', roster: rosterAt(6379)},
  {on: 'stepBegan', lesson: 'one', step: 'promote', at: 0},
  {on: 'prepared', at: 0},
  {on: 'polled', snapshot: snapshotOf([replica('6380', 6379)], {at: 1000})},
])
const asks: LabEvent = {on: 'quizBegan', why: 'recall', questions: recallOf(lesson, {})}
const answer = (option: string): LabEvent => ({on: 'answered', option, at: 1})
const comes: LabEvent = {on: 'polled', snapshot: snapshotOf([master('6380')], {at: 2000})}

const view = (state: LabState, rows = 40) => lessonView({state, lessons, style}, {columns: 200, rows})
const asked = (state: LabState, rows?: number) => texts(view(state, rows).task)
/** What a listener hears while the events happen. */
function heard(events: readonly LabEvent[], state: LabState): readonly string[] {
  return events.flatMap((_, i) =>
    narrate(played(events.slice(0, i), state), played(events.slice(0, i + 1), state), lessons, 'en'),
  )
}

describe('A quiz', () => {
  const quiz = played([asks], open)
  const question = ['Question 1 of 1: Question who?', ' 1 Option a of who', ' 2 Option b of who']

  test('of /review in free play has a pane as in a lesson, which goes with it', () => {
    const free = played([{on: 'ready', roster: rosterAt(6379)}])
    const asking = played([{...asks, why: 'review'}], free)
    const shown = (state: LabState) => lessonShown({state, lessons, style}, {columns: 120, rows: 40}, false)
    expect(asked(asking)).toEqual(expect.arrayContaining(question))
    expect([free, asking, played([{on: 'quizEnded'}], asking)].map(shown)).toEqual([
      'none',
      'reading',
      'none',
    ])
    expect(lessonPage(played([answer('a')], asking))).not.toBe(lessonPage(asking))
  })

  test('shows its question with numbered options, and not the step', () => {
    expect(view(quiz).title).toBe('Before we begin')
    expect(asked(quiz)).toEqual([
      ...question,
      '',
      'Type the number and press Enter. Type /next to skip the questions.',
    ])
  })

  test('replies to the chosen option, names the right answer, and says when it is over', () => {
    expect(asked(played([answer('a')], quiz))).toEqual([
      ' ✖ Not quite: Reply a of who',
      '   Correct answer: Option b of who',
      '',
      'That was all. Press Enter to continue.',
    ])
    expect(asked(played([answer('b')], quiz))[0]).toBe(' ✔ Right: Reply b of who')
  })

  test('that is over continues with /next while the instructor offers a jump, which Enter takes', () => {
    const over = {...played([answer('a')], quiz), workshop: jumpOffered()}
    expect(asked(over).at(-1)).toBe('That was all. Type /next to continue.')
  })

  test('is read to a listener question by question, and then the step', () => {
    expect(heard([asks], open)).toEqual([
      ...question,
      'Type the number and press Enter. Type /next to skip the questions.',
    ])
    expect(heard([answer('a')], quiz)).toEqual([
      'Not quite: Reply a of who Correct answer: Option b of who',
      'That was all.',
    ])
    expect(heard([{on: 'quizEnded'}], quiz)).toContain('Step 1 of 2: Title of promote')
  })
})

describe('A review', () => {
  const wrong = {
    ...open,
    answers: {one: {'recall/who': {chosen: 'a', at: 1}}, two: {promote: {chosen: 'a', at: 1}}},
  }
  const review: LabEvent = {on: 'quizBegan', why: 'review', questions: questionsToReview(lessons, wrong)}

  test('says of each question which lesson, step and stage it is about, and the situation', () => {
    const state = played([review], wrong)
    expect(asked(state).slice(0, 2)).toEqual([
      'Lesson one (standalone): A lesson',
      'Question 1 of 2: Question who?',
    ])
    expect(asked(played([answer('b')], state)).slice(2, 5)).toEqual([
      'Lesson two (standalone): Title of promote',
      'Text of promote.',
      'Question 2 of 2: Question promote?',
    ])
    expect(heard([review], wrong)[0]).toBe('Lesson one (standalone): A lesson')
    expect(heard([answer('b')], state).slice(1, 4)).toEqual([
      'Lesson two (standalone): Title of promote',
      'Text of promote.',
      'Question 2 of 2: Question promote?',
    ])
  })
})

describe('A prediction', () => {
  test('is asked before the task, which can still be reached if there is little room', () => {
    const lines = asked(open)
    expect(lines[0]).toBe('Prediction: Question promote?')
    expect(lines.indexOf('Your turn: Task of promote.')).toBeGreaterThan(3)
    expect(asked(open, 6)).toEqual(lines)
  })

  test('is shown above the task, and later beside its outcome', () => {
    const made = played([answer('a')], open)
    expect(asked(made).slice(0, 3)).toEqual([
      'You predicted: Option a of promote',
      '',
      'Your turn: Task of promote.',
    ])
    expect(asked(played([comes], made))).toEqual(
      expect.arrayContaining([
        'You predicted: Option a of promote Reply a of promote',
        'What happened: Option b of promote',
        'Done: Passed promote.',
        'What changed: 6380 became a master',
      ]),
    )
    expect(asked(played([comes], played([answer('b')], open)))).toContain(
      'As you predicted: Reply b of promote',
    )
  })

  test('hides what is checked until it is answered, and the text that explains', () => {
    expect(asked(open).join()).not.toContain('Goal is of promote')
    expect(asked(played([answer('a')], open)).join()).toContain('Goal is of promote')
    expect(heard([answer('a')], open)).toEqual(['To do: Goal is of promote'])
  })

  test('that the way did not test says so, with the answer and why', () => {
    const untested = lessonOf([{...promote, prediction: {answer: 'b', seen: () => false}}])
    const other = createUpdate([untested])
    const passedWith = (option: string) => {
      const state = [answer(option), comes].reduce(other, open)
      return texts(lessonView({state, lessons: [untested], style}, {columns: 200, rows: 40}).task)
    }
    expect(passedWith('a')).toEqual(
      expect.arrayContaining([
        'You predicted: Option a of promote Reply a of promote',
        'Not tested on your way. The answer: Option b of promote',
      ]),
    )
    expect(passedWith('b')).toContain('Right, but not tested on your way: Reply b of promote')
    expect(passedWith('b').join()).not.toContain('As you predicted')
  })

  test('that was not made is told with its answer when the step is passed', () => {
    expect(asked(played([comes], open))).toEqual(
      expect.arrayContaining([
        'Not answered: Question promote?',
        'Answer: Option b of promote Reply b of promote',
      ]),
    )
  })

  test('is read to a listener, and so is its outcome', () => {
    const made = played([answer('a')], open)
    // After the changes on the nodes.
    expect(heard([comes], made).slice(0, 3)).toEqual([
      '6380 became a master',
      'You predicted: Option a of promote Reply a of promote',
      'What happened: Option b of promote',
    ])
    expect(heard([comes], played([answer('b')], open))[1]).toBe('As you predicted: Reply b of promote')
  })
})

describe('The list of lessons', () => {
  const state = played([comes], open)

  test('has every step of every lesson, and marks passed steps and the current one', () => {
    const {lines, at} = lessonListView({state, lessons, style}, 2, {columns: 40, rows: 5})
    expect(texts(lines).map(one => one.trimEnd())).toEqual([
      'one  A lesson',
      ' ◉  1  Title of promote  promote',
      ' ○  2  Title of again    again',
      'two  A lesson',
      ' ○  1  Title of promote  promote',
    ])
    // A bar as wide as the list.
    expect(lines[at]?.[0]).toEqual({text: ' ○  1  Title of promote  promote'.padEnd(40), tone: 'selected'})
    const elsewhere = played([{on: 'stepBegan', lesson: 'two', step: 'promote', at: 0}], state)
    expect(
      texts(
        lessonListView({state: elsewhere, lessons, style}, 0, {columns: 40, rows: 5}).lines,
      )[1]?.trimEnd(),
    ).toBe(' ●  1  Title of promote  promote')
  })

  test('has a blank line between the lessons if all of them fit', () => {
    const {lines, at} = lessonListView({state, lessons, style}, 2, {columns: 40, rows: 6})
    expect(texts(lines)[3]).toBe('')
    expect(at).toBe(5)
  })

  test('begins at the current step', () => {
    expect(lessonStops(lessons).map(({lesson, step}) => `${lesson}/${step}`)).toEqual([
      'one/promote',
      'one/again',
      'two/promote',
    ])
    expect(
      currentStop(lessons, played([{on: 'stepBegan', lesson: 'two', step: 'promote', at: 0}], state)),
    ).toBe(2)
    expect(currentStop(lessons, initialState())).toBe(0)
  })
})
