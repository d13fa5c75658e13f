// A recording that lab 0.1.0 exported: half of the lesson on failover, a client at work, a master killed and started again.

import {readFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'
import {expect, test} from 'vitest'
import {framesIn, parseRecording, type Recording} from '../../../../src/model/recording/recording.ts'
import {upgradedLines} from '../../../../src/model/recording/upgrade.ts'
import {allMessages, isMessage, type Message, translate} from '../../../../src/model/text/messages.ts'

const file = new URL('../../recorded/lab-0.1.0.json.gz', import.meta.url)
const text = gunzipSync(readFileSync(file)).toString()

function opened(text: string): Recording {
  const recording = parseRecording(text)
  if ('fault' in recording) throw new Error(translate('en', recording.fault))
  return recording
}

const recording = opened(text)
const frames = recording.segments.flatMap(framesIn)
const last = frames.at(-1)?.state

test('A recording of 0.1.0 opens with every moment', () => {
  expect(recording.versions).toEqual({lab: '0.1.0', server: 'Redis 7.0.15'})
  const lines = text.split('\n').filter(line => line !== '').length
  const shared = recording.segments.length - 1
  expect(frames.length).toBe(lines - 1 + shared)
})

test('and shows the nodes, the failover and the lines that were typed', () => {
  expect(last?.status).toBe('ready')
  expect(last?.snapshot?.nodes.map(({name, port}) => `${name} ${port}`)).toContain('6481 6481')
  expect(last?.timeline.map(({kind, node}) => `${kind} ${node}`)).toEqual(
    expect.arrayContaining(['killed 6381', 'election 6481', 'won 6481', 'started 6381']),
  )
  expect(last?.entries.map(({typed}) => typed)).toEqual(
    expect.arrayContaining(['SET cart:ann book', '/kill 6381', 'help get']),
  )
})

/** Values that the sentence asks for and the message does not have. */
function missing({key, values = {}}: Message): readonly string[] {
  const names = [...(allMessages[key]?.en ?? '').matchAll(/\{(\w+)/g)].map(([, name = '']) => name)
  return names.filter(name => !Object.hasOwn(values, name))
}

test('and every sentence in it is one that this lab has, with all its values', () => {
  const unknown = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('say' in value && typeof value.say === 'string') unknown.add(value.say)
    if ('key' in value && !isMessage(value)) unknown.add(String(value.key))
    if (isMessage(value)) for (const name of missing(value)) unknown.add(`${value.key} without ${name}`)
    for (const one of Object.values(value)) look(one)
  }
  for (const {state} of frames) look({...state, docs: {}})
  expect([...unknown]).toEqual([])
})

test("An option that came in a step becomes an event that was seen: the right option is the lesson's", () => {
  const state = {play: {lesson: 'replicaof', step: 'partial', said: 'rest', came: 'all'}}
  const [line = ''] = upgradedLines([JSON.stringify({at: 1, state})])
  expect(JSON.parse(line)).toEqual({
    at: 1,
    state: {play: {lesson: 'replicaof', step: 'partial', predicted: 'rest', seen: true}},
  })
})

test('A line of it that is broken is named by its number', () => {
  const lines = text.split('\n')
  const broken = [...lines.slice(0, 40), lines[40]?.slice(0, -9), ...lines.slice(41)].join('\n')
  const fault = parseRecording(broken)
  expect('fault' in fault && fault.fault).toEqual({key: 'recording.line', values: {line: 41}})
})
