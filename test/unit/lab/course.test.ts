// How steps begin and follow each other, on nodes without servers.

import {expect, test} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import {Course} from '../../../src/lab/run/course.ts'
import {StageQueue} from '../../../src/lab/run/stage-queue.ts'
import {createStore} from '../../../src/lab/run/store.ts'
import {Transcript} from '../../../src/lab/run/transcript.ts'
import {rosterAt} from '../../../src/model/cluster/node.ts'
import {lessonAt, type Step, stepAt} from '../../../src/model/lesson/lesson.ts'
import {initialState} from '../../../src/model/state/initial-state.ts'
import type {LabEvent, LabState, Play} from '../../../src/model/state/lab-state.ts'
import {createUpdate} from '../../../src/model/update/update.ts'
import {recorded} from '../recorded/recording.ts'

/** A course whose nodes note what is done to them. Each start and each poll gives a healthy cluster or six bare nodes. */
function fakeCourse(available = lessons, server: Pick<LabState, 'server' | 'serverVersion'> = {}) {
  const done: string[] = []
  let lastId = 0
  const update = createUpdate(lessons)
  const store = createStore<LabState>({...initialState(), ...server})
  const dispatch = (event: LabEvent) => store.set(update(store.get(), event))
  const wake = () => {
    const situation = store.get().stage === 'cluster' ? 'cluster' : 'bare'
    // Later than any moment of the test, so that nothing waits for a newer one.
    dispatch({on: 'polled', snapshot: recorded(situation, Date.now() + 60_000)})
  }
  const course = new Course({
    lessons: available,
    state: store.get,
    dispatch,
    subscribe: store.subscribe,
    transcript: new Transcript(dispatch),
    stageQueue: new StageQueue(),
    gone: Promise.withResolvers<Error>().promise,
    wake,
    readAgain: async () => wake(),
    traffic: {work: async rate => void done.push(`traffic ${rate}`)},
    cancel: () => done.push('cancel'),
    run: async (line, by) => done.push(`${by}: ${line}`),
    host: {
      nodes: {options: {nodeTimeout: 3000}, setNodeTimeout: async ms => void done.push(`timeout ${ms}`)},
      start: async stage => {
        done.push(`start ${stage}`)
        dispatch({on: 'starting', stage})
        dispatch({on: 'ready', roster: rosterAt(6379)})
      },
    },
  })
  const setPhase = (phase: Play['phase']) => {
    const {play, ...state} = store.get()
    if (play) store.set({...state, play: {...play, phase}})
  }
  const place = () => [store.get().play?.lesson, store.get().play?.step]
  const said = () =>
    store
      .get()
      .entries.flatMap(({parts}) => parts.flatMap(part => ('message' in part ? part.message.key : [])))
  const began = () =>
    store.get().entries.flatMap(({parts}) => parts.flatMap(part => ('began' in part ? part.began : [])))
  const move = async (move: Parameters<Course['move']>[0]) => {
    lastId += 1
    dispatch({on: 'typed', id: 1000 + lastId, by: 'learner', typed: `/${move}`, at: 0})
    done.length = 0
    await course.move(move, store.get().entries.at(-1)?.id ?? 0)
  }
  return {began, course, done, move, place, said, setPhase}
}

const step = (lesson: string, id: string): Step => stepAt(lessonAt(lessons, lesson), id)
const byLab = (lines: readonly string[]) => lines.map(line => `lab: ${line.replace(/\{(\d+)\}/g, '$1')}`)

test('A lesson begins with its first step on new nodes; what still runs is cancelled first', async () => {
  const {course, done, place} = fakeCourse()
  await course.open('replicaof')
  const [first] = lessonAt(lessons, 'replicaof').steps
  expect(place()).toEqual(['replicaof', first?.id])
  expect(done).toEqual([
    'cancel',
    'start standalone',
    ...byLab([...(first?.setup ?? []), ...(first?.enter ?? [])]),
  ])
})

test('The client of a step starts after its setup, and a node that runs is not started once more', async () => {
  const {course, done} = fakeCourse()
  await course.open('lost-writes', 'behind')
  const {setup, enter, traffic} = step('lost-writes', 'behind')
  expect(setup.length).toBeGreaterThan(0)
  expect(enter).toEqual(['/start {6381}'])
  const setUp = ['timeout 500', ...byLab(setup), 'timeout 3000']
  expect(done).toEqual(['cancel', 'start cluster', ...setUp, `traffic ${traffic}`])
})

test('A lesson is divided from the one before, with what its new nodes are, also on the same stage; a step of the same lesson is not', async () => {
  const {began, course, move, setPhase} = fakeCourse()
  await course.open('replicaof')
  setPhase('passed')
  await move('next')
  await course.open('readonly')
  await course.open('slots')
  expect(began()).toEqual([
    {lesson: 'replicaof', stage: 'standalone'},
    {lesson: 'readonly', stage: 'standalone'},
    {lesson: 'slots', stage: 'cluster'},
  ])
})

test('A step that is opened gets its setup, then the lines with which it begins', async () => {
  const {course, done} = fakeCourse()
  await course.open('replicaof', 'behind')
  const {setup, enter} = step('replicaof', 'behind')
  expect(setup.length * enter.length).toBeGreaterThan(0)
  expect(done).toEqual(['cancel', 'start standalone', ...byLab([...setup, ...enter])])
})

test('The setup of a step in a cluster runs with a short node timeout; the step does not', async () => {
  const {course, done} = fakeCourse()
  await course.open('readonly-cluster', 'limits')
  const {setup, enter} = step('readonly-cluster', 'limits')
  expect(done).toEqual([
    'cancel',
    'start cluster',
    'timeout 500',
    ...byLab([...setup, ...enter]),
    'timeout 3000',
  ])
})

test('After a passed step the next one goes on with the nodes as they are, without its setup', async () => {
  const {course, done, move, place, setPhase} = fakeCourse()
  await course.open('readonly-cluster', 'read')
  setPhase('passed')
  await move('next')
  expect(place()).toEqual(['readonly-cluster', 'limits'])
  expect(done).toEqual(['cancel', ...byLab(step('readonly-cluster', 'limits').enter)])
})

test('A step that is skipped makes the next one begin on new nodes, and the lab says so', async () => {
  const {course, done, move, place, said} = fakeCourse()
  await course.open('replicaof', 'follow')
  await move('next')
  const {steps} = lessonAt(lessons, 'replicaof')
  expect(place()).toEqual(['replicaof', steps[steps.findIndex(({id}) => id === 'follow') + 1]?.id])
  expect(done.slice(0, 2)).toEqual(['cancel', 'start standalone'])
  expect(said()).toEqual(['move.rebuilt'])
})

test('After the last step of a lesson comes the next lesson', async () => {
  const {course, move, place} = fakeCourse()
  await course.open('tour', lessonAt(lessons, 'tour').steps.at(-1)?.id)
  await move('next')
  expect(place()).toEqual([lessons[1]?.id, lessons[1]?.steps[0]?.id])
})

test('After the last step of the last lesson the course is over; before it is passed, the lab says that it is the last', async () => {
  const {course, move, said, setPhase} = fakeCourse([lessonAt(lessons, 'tour')])
  await course.open('tour', lessonAt(lessons, 'tour').steps.at(-1)?.id)
  await move('next')
  expect(said()).toEqual(['move.lastStep'])
  expect(course.isOver()).toBe(false)
  setPhase('passed')
  await move('next')
  expect(said()).toEqual(['move.lastStep'])
  expect(course.isOver()).toBe(true)
})

test('Back rebuilds the step before; before the first step the lab says that it is the first', async () => {
  const {course, move, place, said} = fakeCourse()
  await course.open('replicaof', 'follow')
  await move('back')
  expect(place()).toEqual(['replicaof', lessonAt(lessons, 'replicaof').steps[0]?.id])
  await move('back')
  expect(said()).toEqual(['move.rebuilt', 'move.firstStep'])
})

test('In free play nothing is checked; done returns to the step on new nodes', async () => {
  const {course, done, move, place, said} = fakeCourse()
  await course.open('replicaof', 'follow')
  await move('play')
  await move('hint')
  await move('done')
  expect(place()).toEqual(['replicaof', 'follow'])
  expect(done.slice(0, 2)).toEqual(['cancel', 'start standalone'])
  expect(said()).toEqual(['move.free', 'move.freeNow', 'move.rebuilt'])
})

test('A solution runs line by line, as the solution, from the beginning of the step', async () => {
  const {course, done, move} = fakeCourse()
  await course.open('replicaof', 'follow')
  await move('solve')
  const [solution] = step('replicaof', 'follow').solutions
  expect(done).toEqual(byLab(solution?.lines ?? []).map(line => line.replace('lab:', 'solution:')))
})

test('Two requests to begin run one after the other, never at once', async () => {
  const {course, done} = fakeCourse()
  await Promise.all([course.open('replicaof', 'follow'), course.open('tour')])
  expect(done.filter(line => line.startsWith('start'))).toEqual(['start standalone', 'start cluster'])
  const {enter} = step('replicaof', 'follow')
  expect(done.indexOf('start cluster')).toBeGreaterThan(done.lastIndexOf(byLab(enter).at(-1) ?? ''))
})

test('A step that this server cannot do is passed over with a sentence, forth and back; on a server that can it is not', async () => {
  const old = fakeCourse(lessons, {server: 'redis', serverVersion: '7.0.15'})
  await old.course.open('scale-out', 'replica')
  old.setPhase('passed')
  await old.move('next')
  expect(old.place()).toEqual(['scale-out', 'drain'])
  expect(old.said()).toEqual(['move.passedOver', 'move.passedOver'])
  await old.move('back')
  expect(old.place()).toEqual(['scale-out', 'replica'])
  await old.course.open('scale-out', 'import')
  expect(old.place()).toEqual(['scale-out', 'drain'])

  const recent = fakeCourse(lessons, {server: 'redis', serverVersion: '8.6.1'})
  await recent.course.open('scale-out', 'replica')
  recent.setPhase('passed')
  await recent.move('next')
  expect(recent.place()).toEqual(['scale-out', 'import'])
  expect(recent.said()).toEqual([])
})
