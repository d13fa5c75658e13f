// The transcript: typed lines and their replies.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import type {Action, Outcome} from '../../../src/model/commands/action.ts'
import {bytesOf} from '../../../src/model/protocol/bytes.ts'
import type {LabEvent, LabState} from '../../../src/model/state/lab-state.ts'
import {type Message, message} from '../../../src/model/text/messages.ts'
import {Style} from '../../../src/views/draw/style.ts'
import type {Line} from '../../../src/views/draw/styled-text.ts'
import {createTranscriptView} from '../../../src/views/transcript.ts'
import {recordedAt} from '../recorded/recording.ts'
import {line, played, states} from '../ui/states.ts'

const style = new Style({language: 'en', theme: {color: true, unicode: true}})
const texts = (lines: readonly Line[]) => lines.map(spans => spans.map(one => one.text).join(''))

function shown(
  events: readonly LabEvent[],
  {width = 80, height = 40, scrolled = 0, now = recordedAt} = {},
): readonly string[] {
  const state = played(events, states.freePlay)
  return texts(
    createTranscriptView()({state, lessons, style}, {columns: width, rows: height}, {scrolled, now}).lines,
  )
}

const ok = {type: 'status', text: 'OK'} as const
const typed = (by: 'learner' | 'lab' | 'solution', text: string): LabEvent & {on: 'typed'} => ({
  on: 'typed',
  id: 1,
  by,
  typed: text,
  at: recordedAt,
})
const ping = (node: '6379' | '6480'): Action => ({do: 'command', node, words: ['PING']})
const ended = (outcome: Partial<Outcome> & {is: Outcome['is']}): LabEvent => ({
  on: 'ended',
  id: 1,
  outcome: {action: ping('6379'), at: recordedAt, ms: 1, ...outcome} as Outcome,
})

describe('The transcript shows', () => {
  test('a line as it was typed, with its prompt, and the reply as redis-cli prints it', () => {
    expect(shown(line('SET k v', ok))).toEqual(['127.0.0.1:6379> SET k v', 'OK'])
  })

  test('where a lesson begins, and what the nodes are if that changed', () => {
    const began = (lesson: string, stage?: 'standalone') =>
      shown(
        [typed('lab', ''), {on: 'lessonBegan', id: 1, lesson, ...(stage && {stage})}, ...line('PING', ok)],
        {width: 60},
      ).slice(0, -2)
    const [rule = '', ...told] = began('replicaof', 'standalone')
    expect(rule).toMatch(/^── replicaof REPLICAOF: .* ─+$/)
    expect(rule).toHaveLength(60)
    expect(told).toEqual(['The nodes are new, without cluster mode.'])
    expect(began('replicaof')).toEqual([rule])
  })

  test('nothing before the first line', () => {
    expect(shown([])).toEqual([])
  })

  test('each line with the prompt at which it was typed', () => {
    expect(shown([{on: 'used', node: '6480'}, ...line('PING', ok), {on: 'used', node: '6379'}])).toEqual([
      '127.0.0.1:6480> PING',
      'OK',
    ])
  })

  test('the replies of several nodes, each below its node', () => {
    const both = [
      ended({is: 'replied', reply: {type: 'status', text: 'PONG'}}),
      ended({is: 'replied', reply: {type: 'status', text: 'PONG'}, action: ping('6480')}),
    ]
    expect(shown([{...typed('learner', '@all PING'), several: true}, ...both])).toEqual([
      '127.0.0.1:6379> @all PING',
      '6379:',
      'PONG',
      '6480:',
      'PONG',
    ])
  })

  test('each line of a reply, with long ones wrapped', () => {
    const reply = {type: 'bulk', bytes: 'x'.repeat(50)} as const
    const lines = shown(line('GET k', reply), {width: 40})
    expect(lines.slice(1).join('')).toBe(`"${'x'.repeat(50)}"`)
    expect(lines).toHaveLength(3)
  })

  test('what was done to a node, or why it could not be done', () => {
    const kill: Action = {do: 'kill', node: '6381'}
    expect(shown([typed('learner', '/kill 6381'), ended({is: 'done', pid: 4711, action: kill})])).toEqual([
      '127.0.0.1:6379> /kill 6381',
      'kill -9 4711',
    ])
    const refused: LabEvent = ended({
      is: 'failed',
      because: {key: 'outcome.notRunning', values: {port: 6381}},
    })
    expect(shown([typed('learner', 'PING'), refused]).at(-1)).toBe(
      '6381 is not running. To start it: /start 6381.',
    )
  })

  test('messages of the lab and sentences of the solution', () => {
    const sentence = {lesson: 'replicaof', step: 'follow', solution: 'replicaof', sentence: 0}
    expect(
      shown([
        typed('learner', '/kill'),
        {on: 'told', id: 1, message: {key: 'line.usage', values: {usage: '/kill PORT'}}},
      ]),
    ).toEqual(['127.0.0.1:6379> /kill', 'Usage: /kill PORT'])
    expect(shown([typed('lab', ''), {on: 'explained', id: 1, ...sentence}])).toEqual([
      '# 6380 connects to 6379 and asks for its data.',
    ])
  })

  test('a redirect before the reply', () => {
    const redirect = {is: 'MOVED', slot: 12182, host: '127.0.0.1', port: 6381} as const
    const reply: LabEvent = ended({is: 'replied', reply: ok})
    expect(shown([typed('learner', 'SET foo 1'), {on: 'redirected', id: 1, redirect}, reply])).toEqual([
      '127.0.0.1:6379> SET foo 1',
      '-> Redirected to slot [12182] located at 127.0.0.1:6381',
      'OK',
    ])
  })

  test('the meaning of an error, indented below it', () => {
    const moved = ended({is: 'replied', reply: {type: 'error', text: 'MOVED 12182 127.0.0.1:6381'}})
    expect(shown([typed('learner', 'PING'), moved], {width: 40})).toEqual([
      '127.0.0.1:6379> PING',
      '(error) MOVED 12182 127.0.0.1:6381',
      '  slot 12182 is served by 6381, not by',
      '  6379: @6381 PING, or /cluster on',
    ])
  })

  test('what a line changed, indented below it', () => {
    const state = played(line('SET k v', ok), states.freePlay)
    const changed = {key: 'effects.followed', values: {replicas: '6479'}} as const
    const entries = state.entries.map(entry => ({...entry, changed}))
    const {lines} = createTranscriptView()(
      {state: {...state, entries}, lessons, style},
      {columns: 80, rows: 40},
      {scrolled: 0, now: recordedAt},
    )
    expect(texts(lines)).toEqual(['127.0.0.1:6379> SET k v', 'OK', '  6479 followed'])
  })

  test('what a line changed, a fact a line if they do not all fit in one', () => {
    const followed = (replicas: string) => ({key: 'effects.followed', values: {replicas}}) as const
    const and = (one: Message, other: Message) => message('effects.and', {one, other})
    const changed = and(and(followed('6479'), followed('6480')), followed('6481'))
    const below = (one: Message, columns: number) => {
      const state = played(line('SET k v', ok), states.freePlay)
      const entries = state.entries.map(entry => ({...entry, changed: one}))
      const input = {state: {...state, entries}, lessons, style}
      const place = {scrolled: 0, now: recordedAt}
      return texts(createTranscriptView()(input, {columns, rows: 40}, place).lines).slice(2)
    }
    expect(below(changed, 80)).toEqual(['  6479 followed; 6480 followed; 6481 followed'])
    expect(below(changed, 40)).toEqual(['  6479 followed', '  6480 followed', '  6481 followed'])
    const together = message('effects.together', {lines: 2, whole: changed})
    expect(below(together, 40)).toEqual([
      '  2 lines together: 6479 followed',
      '  6480 followed',
      '  6481 followed',
    ])
  })

  test('lines of a file below its path', () => {
    const excerpt = {path: '/tmp/6381/redis.log', lines: ['ready', 'x'.repeat(90)]}
    expect(shown([typed('learner', '/log 6381'), {on: 'shown', id: 1, excerpt}])).toEqual([
      '127.0.0.1:6379> /log 6381',
      '/tmp/6381/redis.log',
      'ready',
      'x'.repeat(80),
      'x'.repeat(10),
    ])
  })

  test('the messages of a subscription as they arrive', () => {
    const message = {
      type: 'push',
      items: [
        {type: 'bulk', bytes: 'message'},
        {type: 'bulk', bytes: 'news'},
      ],
    } as const
    expect(
      shown([
        typed('learner', 'SUBSCRIBE news'),
        {on: 'printed', id: 1, action: ping('6379'), replies: [message]},
      ]),
    ).toEqual(['127.0.0.1:6379> SUBSCRIBE news', '1) "message"', '2) "news"'])
  })

  test("only those of the lab's own lines that failed", () => {
    expect(shown([typed('lab', 'SET k v'), ended({is: 'replied', reply: ok})])).toEqual([])
    expect(
      shown([typed('lab', 'SET k v'), ended({is: 'replied', reply: {type: 'error', text: 'MOVED 1 x'}})]),
    ).toEqual(['the lab: SET k v', '(error) MOVED 1 x'])
  })

  test('no control characters', () => {
    const all = shown(line('GET \x1b]0;owned\x07k', {type: 'status', text: '\x1b[2Jx\ty'})).join('\n')
    expect(all).not.toMatch(/\x1b|\x07|\t/)
  })
})

describe('A running line', () => {
  const running = [typed('learner', 'BLPOP list 0')]
  test.each([
    [999, 1],
    [1000, 2],
    [65_000, 2],
  ])('after %i ms takes %i rows', (ms, rows) => {
    expect(shown(running, {now: recordedAt + ms})).toHaveLength(rows)
  })

  test('shows how long it has been running and how to cancel it, until it ends', () => {
    expect(shown(running, {now: recordedAt + 65_900}).at(-1)).toBe('waiting 65 s · Ctrl-C cancels')
    const finished = [...running, ended({is: 'replied', reply: ok}), {on: 'finished', id: 1} as const]
    expect(shown(finished, {now: recordedAt + 65_000})).toEqual(['127.0.0.1:6379> BLPOP list 0', 'OK'])
  })

  test("does not show this if it is the lab's own", () => {
    expect(shown([typed('lab', 'SET k v')], {now: recordedAt + 65_000})).toEqual([])
  })
})

describe('A long transcript', () => {
  const hundred = Array.from({length: 50}, (_, i) =>
    line(`ECHO ${i}`, {type: 'bulk', bytes: String(i)}),
  ).flat()
  test.each([
    [0, '"49"'],
    [2, '"48"'],
    [96, '"1"'],
    [9999, '"1"'],
  ])('scrolled up by %i rows ends with %s', (scrolled, last) => {
    const rows = shown(hundred, {height: 4, scrolled})
    expect(rows).toHaveLength(4)
    expect(rows.at(-1)).toBe(last)
  })

  test('can be scrolled to its first row', () => {
    expect(shown(hundred, {height: 4, scrolled: 9999})[0]).toBe('127.0.0.1:6379> ECHO 0')
  })
})

describe('Lines are made only once', () => {
  const view = createTranscriptView()
  const lines = (state: LabState, width = 80, language: 'en' | 'zh' = 'en') =>
    view(
      {state, lessons, style: language === 'en' ? style : chinese},
      {columns: width, rows: 40},
      {scrolled: 0, now: recordedAt},
    ).lines
  const chinese = new Style({...style, language: 'zh'})
  const one = played(line('PING', ok), states.freePlay)

  test('while their entry does not change', () => {
    const more = played(line('GET k', {type: 'nil'}), one)
    expect(lines(more)[0]).toBe(lines(one)[0])
    expect(lines(more)).toHaveLength(4)
  })

  test('and again for another width or language', () => {
    const mistake = played(
      [typed('learner', '/kill'), {on: 'told', id: 1, message: {key: 'move.noLesson'}}],
      states.freePlay,
    )
    expect(texts(lines(mistake, 80, 'zh')).at(-1)).toMatch(/^当前没有打开课程/)
    expect(texts(lines(mistake, 80, 'en')).at(-1)).toMatch(/^No lesson is open\./)
    expect(lines(mistake, 20).length).toBeGreaterThan(lines(mistake, 80).length)
  })
})

test('A reply of ten megabytes shows its beginning and how to see the rest', () => {
  const rows = shown(line('GET k', {type: 'status', text: 'x'.repeat(10_000_000)}), {height: 2000})
  expect(rows).toHaveLength(1 + 64_000 / 80 + 2)
  expect(rows.slice(-2).join('')).toBe(
    '  … 9936000 more characters: redis-cli, or --plain in a pipe, prints the whole  reply.',
  )
})

test('A typed line of a megabyte shows its beginning and how much there is more', () => {
  const rows = shown([typed('learner', `SET k ${'x'.repeat(1_000_000)}`)], {height: 2000})
  const prompt = '127.0.0.1:6379> '.length
  expect(rows).toHaveLength(Math.ceil((prompt + 64_000) / 80) + 1)
  expect(rows.at(-1)).toBe('  … 936006 more characters.')
})

test('Escaped UTF-8 has its text below it', () => {
  expect(shown(line('GET k', {type: 'bulk', bytes: bytesOf('书')}))).toEqual([
    '127.0.0.1:6379> GET k',
    '"\\xe4\\xb9\\xa6"',
    '  "书"',
  ])
})
