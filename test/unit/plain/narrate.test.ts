// What the lab in lines prints and says between two states, with a real lesson and real nodes' readings.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import {rosterAt} from '../../../src/model/cluster/node.ts'
import {rosterOf} from '../../../src/model/cluster/snapshot.ts'
import type {Action, Outcome} from '../../../src/model/commands/action.ts'
import {lessonAt} from '../../../src/model/lesson/lesson.ts'
import {initialState} from '../../../src/model/state/initial-state.ts'
import type {LabEvent, LabState} from '../../../src/model/state/lab-state.ts'
import type {Language} from '../../../src/model/text/messages.ts'
import {createUpdate} from '../../../src/model/update/update.ts'
import {narrate, repliesOf} from '../../../src/plain/narrate.ts'
import {recorded, recordedAt} from '../recorded/recording.ts'

const update = createUpdate(lessons)
const played = (events: readonly LabEvent[], state: LabState = initialState()) => events.reduce(update, state)

/** What is said from one event to the next, all together. */
function heard(events: readonly LabEvent[], state: LabState, language: Language = 'en'): readonly string[] {
  const said: string[] = []
  let before = state
  for (const event of events) {
    const now = update(before, event)
    said.push(...narrate(before, now, lessons, language))
    before = now
  }
  return said
}

function printed(events: readonly LabEvent[], state = initialState()): readonly string[] {
  const replies: string[] = []
  let before = state
  for (const event of events) {
    const now = update(before, event)
    replies.push(...repliesOf(before, now, false))
    before = now
  }
  return replies
}

const began: readonly LabEvent[] = [
  {on: 'stepBegan', lesson: 'replicaof', step: 'follow', at: 0},
  {on: 'prepared', at: recordedAt},
]
const polled = (situation: Parameters<typeof recorded>[0], after: number): LabEvent => ({
  on: 'polled',
  snapshot: recorded(situation, recordedAt + after),
})
const open = played([...began, polled('masters', 0)])

const get: Action = {do: 'command', node: '6380', words: ['GET', 'k']}
const outcome: Outcome = {action: get, at: 0, ms: 1, is: 'replied', reply: {type: 'bulk', bytes: 'v'}}
const killed: Outcome = {action: {do: 'kill', node: '6381'}, at: 0, ms: 1, is: 'done', pid: 4711}
const typed = (id: number, by: 'learner' | 'lab' | 'solution' = 'learner', line = 'GET k'): LabEvent => ({
  on: 'typed',
  id,
  by,
  typed: line,
  at: 0,
})

describe('Stdout gets', () => {
  test.each<[title: string, events: readonly LabEvent[], lines: readonly string[]]>([
    ['a reply', [typed(1), {on: 'ended', id: 1, outcome}], ['"v"']],
    ['a reply to the solution', [typed(1, 'solution'), {on: 'ended', id: 1, outcome}], ['"v"']],
    ["no reply to the lab's own lines", [typed(1, 'lab'), {on: 'ended', id: 1, outcome}], []],
    [
      'what a subscription prints',
      [
        typed(1),
        {
          on: 'printed',
          id: 1,
          action: get,
          replies: [{type: 'push', items: [{type: 'bulk', bytes: 'message'}]}],
        },
      ],
      ['1) "message"'],
    ],
    [
      'a redirect before the reply of the node it leads to',
      [
        typed(1),
        {on: 'redirected', id: 1, redirect: {is: 'ASK', slot: 1, host: '127.0.0.1', port: 6381}},
        {on: 'ended', id: 1, outcome},
      ],
      ['-> Redirected to slot [1] located at 127.0.0.1:6381', '"v"'],
    ],
    [
      'nothing of an empty raw reply, as redis-cli',
      [
        typed(1),
        {
          on: 'ended',
          id: 1,
          outcome: {
            ...outcome,
            action: {...get, words: ['INFO', 'nosuch']},
            reply: {type: 'bulk', bytes: ''},
          },
        },
      ],
      [],
    ],
    [
      'the time of a reply that took long',
      [typed(1), {on: 'ended', id: 1, outcome: {...outcome, ms: 512}}],
      ['"v"', '(0.51s)'],
    ],
    [
      'no time with raw replies, as redis-cli --raw',
      [typed(1), {on: 'ended', id: 1, outcome: {...outcome, ms: 512, action: {...get, raw: true}}}],
      ['v'],
    ],
    ['nothing of a file', [typed(1), {on: 'shown', id: 1, excerpt: {path: '/log', lines: ['bye']}}], []],
    ['nothing of what was done to a node', [typed(1), {on: 'ended', id: 1, outcome: killed}], []],
    ['no sentence of the lab', [typed(1), {on: 'told', id: 1, message: {key: 'move.noLesson'}}], []],
    [
      'each reply once',
      [typed(1), {on: 'ended', id: 1, outcome}, {on: 'finished', id: 1}, typed(2)],
      ['"v"'],
    ],
    [
      'replies in the order in which they came',
      [
        typed(1),
        typed(2),
        {on: 'ended', id: 2, outcome: {...outcome, reply: {type: 'nil'}}},
        {on: 'ended', id: 1, outcome},
      ],
      ['(nil)', '"v"'],
    ],
  ])('%s', (_, events, lines) => {
    expect(printed(events)).toEqual(lines.map(line => `${line}\n`))
  })
})

describe('narrate reports', () => {
  const steps = lessonAt(lessons, 'replicaof').steps.length

  test('where a lesson begins, and what the nodes are if that changed', () => {
    const begins = (stage?: 'cluster'): readonly LabEvent[] => [
      typed(1, 'lab', ''),
      {on: 'lessonBegan', id: 1, lesson: 'slots', ...(stage && {stage})},
    ]
    const {title} = lessonAt(lessons, 'slots').words.en
    expect(heard(begins(), open)).toEqual(['', `Lesson slots: ${title}`])
    expect(heard(begins('cluster'), open).at(-1)).toBe('The nodes are new and form a cluster.')
  })

  test('nothing while a step is being prepared, then the step when it opens', () => {
    expect(heard(began, initialState())).toEqual([])
    const [blank, title, first, ...rest] = heard([polled('masters', 0)], played(began))
    expect([blank, title]).toEqual(['', `Step 2 of ${steps}: REPLICAOF: two replicas`])
    expect(first).toMatch(/^6379 is the shop: the lab has put three products into it/)
    expect(rest.slice(-3)).toEqual([
      'Your turn: Make 6380 and 6381 replicas of 6379.',
      'To do: 6380 follows 6379, and its link is up',
      'To do: 6381 follows 6379, and its link is up',
    ])
  })

  test('the same in Chinese', () => {
    const said = heard([polled('masters', 0)], played(began), 'zh')
    expect(said.slice(0, 2)).toEqual(['', `第 2 步，共 ${steps} 步：REPLICAOF：两个从节点`])
    expect(said.at(-1)).toBe('待完成：6381 跟随 6379，且连接为 up')
  })

  test('the command that prints the view that a step is about', () => {
    const at = (lesson: string, step: string) =>
      heard(
        [polled('cluster', 0)],
        played([
          {on: 'stepBegan', lesson, step, at: 0},
          {on: 'prepared', at: recordedAt},
        ]),
      )
    expect(at('slots', 'slot')).toContain('/view slots shows what this step is about.')
    expect(at('tour', 'look').join()).not.toContain('shows what this step is about')
  })

  test('no marks that only a screen can show, and every number filled in', () => {
    for (const {id, stage, steps, spares} of lessons)
      for (const step of steps) {
        const start = played([
          {on: 'ready', roster: rosterAt(6379, spares)},
          {on: 'stepBegan', lesson: id, step: step.id, at: 0},
          {on: 'prepared', at: 0},
        ])
        const play = start.play && {...start.play, phase: 'open' as const}
        const roster = rosterOf(stage, 6379, spares)
        const now = {...start, roster, snapshot: recorded('cluster'), ...(play && {play})}
        expect(narrate(start, now, lessons, 'en').join('\n')).not.toMatch(/`|\*\*|\{\w+ |\{\d/)
      }
  })

  test('each goal when it is met, and the end of the step', () => {
    expect(heard([polled('replicas', 100)], open).filter(line => line.startsWith('Met'))).toEqual([
      'Met: 6380 follows 6379, and its link is up',
      'Met: 6381 follows 6379, and its link is up',
    ])
    const [done, ...more] = heard([polled('replicas', 500)], played([polled('replicas', 100)], open))
    expect(done).toMatch(/^Done: 6379 now counts 2 replicas\..* Type \/next to continue\.$/)
    expect(done).toContain('has copied its data: 3 keys')
    expect(more).toContain('  6380 became a replica of 6379')
  })

  test('nothing if nothing is new', () => {
    expect(heard([polled('masters', 200), polled('masters', 400)], open)).toEqual([])
    expect(narrate(open, open, lessons, 'en')).toEqual([])
  })

  test('each requested hint, and that there are no more', () => {
    const hints = Array.from({length: 4}, (): LabEvent => ({on: 'hinted'}))
    expect(heard(hints, open)).toEqual([
      expect.stringMatching(/^Hint 1: The command goes to 6380 and 6381/),
      expect.stringMatching(/^Hint 2: REPLICAOF takes two arguments/),
      'Hint 3: @6380 REPLICAOF 127.0.0.1 6379, and the same for 6381',
      'No more hints: /solve shows how to do it.',
    ])
  })

  test('a mistake once, when it is made', () => {
    const action: Action = {do: 'command', node: '6380', words: ['REPLICAOF', '127.0.0.1', 'abc']}
    const error: Outcome = {...outcome, action, reply: {type: 'error', text: 'ERR Invalid master port'}}
    const made: readonly LabEvent[] = [typed(1), {on: 'ended', id: 1, outcome: error}, polled('masters', 200)]
    expect(heard(made, open)).toEqual([
      'abc is not a port: REPLICAOF takes a host and a number up to 65535',
      '! The second argument must be the port, a number: 6379.',
    ])
  })

  test('what an error means, and what to type', () => {
    const error: Outcome = {...outcome, reply: {type: 'error', text: 'MOVED 12182 127.0.0.1:6381'}}
    const started: readonly LabEvent[] = [{on: 'ready', roster: rosterAt(6379)}, polled('cluster', 0)]
    expect(heard([typed(1), {on: 'ended', id: 1, outcome: error}], played(started))).toEqual([
      'slot 12182 is served by 6381, not by 6380: @6381 GET …, or /cluster on',
    ])
  })

  test('the changes of a line, once', () => {
    const before = played([typed(1), {on: 'ended', id: 1, outcome}, {on: 'finished', id: 1}])
    const changed = {key: 'effects.followed', values: {replicas: '6479'}} as const
    const now = {...before, entries: before.entries.map(entry => ({...entry, changed}))}
    expect(narrate(before, now, lessons, 'en')).toEqual(['6479 followed'])
    expect(narrate(now, {...now, entries: [...now.entries]}, lessons, 'en')).toEqual([])
  })

  test('what each line of the solution does, before it runs', () => {
    const sentence = {lesson: 'replicaof', step: 'follow', solution: 'replicaof', sentence: 0}
    const events: readonly LabEvent[] = [typed(1, 'lab', ''), {on: 'explained', id: 1, ...sentence}]
    expect(heard(events, open)).toEqual(['# 6380 connects to 6379 and asks for its data.'])
  })

  test.each<[outcome: Outcome, sentence: string]>([
    [killed, 'kill -9 4711'],
    [
      {...killed, is: 'failed', because: {key: 'outcome.notRunning', values: {port: 6381}}},
      '6381 is not running. To start it: /start 6381.',
    ],
  ])('what was done to a node, or why it was not: %j', (done, sentence) => {
    expect(heard([typed(1), {on: 'ended', id: 1, outcome: done}], initialState())).toEqual([sentence])
  })

  test('the message for a wrong line', () => {
    const events: readonly LabEvent[] = [
      typed(1),
      {on: 'told', id: 1, message: {key: 'line.usage', values: {usage: '/kill PORT'}}},
    ]
    expect(heard(events, initialState())).toEqual(['Usage: /kill PORT'])
    const shown: LabEvent = {on: 'shown', id: 1, excerpt: {path: '/tmp/redis.log', lines: ['ready', 'bye']}}
    expect(heard([typed(1), shown], initialState())).toEqual(['/tmp/redis.log\nready\nbye'])
  })

  test('a step again when it is reset', () => {
    const again = heard([...began, polled('masters', 900)], open)
    expect(again[1]).toBe(`Step 2 of ${steps}: REPLICAOF: two replicas`)
  })
})

test('A paragraph about the keys of the screen is left out in lines', () => {
  const told = heard(
    [
      {on: 'stepBegan', lesson: 'tour', step: 'look', at: 0},
      {on: 'prepared', at: recordedAt},
      polled('cluster', 0),
    ],
    initialState(),
  )
  expect(told.some(text => text.includes('Six real Redis servers'))).toBe(true)
  expect(told.filter(text => /Shift-Tab|Ctrl-O|F1/.test(text))).toEqual([])
})
