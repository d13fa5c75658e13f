// What a session's frames tell, and its report: in both languages, and as text whatever was typed.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../../lessons/index.ts'
import {rosterAt} from '../../../../src/model/cluster/node.ts'
import {type Frame, framesIn} from '../../../../src/model/recording/recording.ts'
import {type Session, sessionGatherer} from '../../../../src/model/recording/session.ts'
import {sessionMarkdown} from '../../../../src/model/recording/session-markdown.ts'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import type {LabEvent} from '../../../../src/model/state/lab-state.ts'
import {recordedAt} from '../../recorded/recording.ts'
import {linesOf, read} from '../../recorded/tape.ts'
import {began, line, polled, update} from '../../ui/states.ts'

const hostile = 'SET a "<img src=x> | [b](c) \\n# d"'
const counts = {ok: 10, acknowledged: 5, redirects: 1, retries: 2, errors: {CLUSTERDOWN: 3}}
const started: readonly LabEvent[] = [
  {on: 'starting', stage: 'cluster'},
  {on: 'ready', roster: rosterAt(6379)},
]
const events: readonly LabEvent[] = [
  ...started,
  polled('cluster'),
  {on: 'traffic', event: {is: 'began', rate: 50}},
  {on: 'traffic', event: {is: 'counted', bucket: {at: recordedAt, waiting: 0, ...counts}}},
  ...line(hostile, {type: 'status', text: 'OK'}),
  ...line('INFO', {type: 'bulk', bytes: '# Server\r\nredis_version:7\r\n'}),
  polled('killed', 200),
  polled('suspected', 400),
  polled('failed', 600),
  polled('promoted', 800),
  ...started,
  ...began('replicaof', 'follow'),
  polled('masters', 1000),
  polled('replicas', 1200),
  polled('replicas', 1600),
]

function frames(): readonly Frame[] {
  let state = initialState()
  return events.map((event, i) => {
    state = update(state, event)
    return {at: recordedAt + i * 100, state}
  })
}

function gathered(all: readonly Frame[]): Session {
  const gatherer = sessionGatherer()
  for (const frame of all) gatherer.see(frame)
  return gatherer.session()
}

const session = gathered(frames())
const report = (language: 'en' | 'zh', of = session) =>
  sessionMarkdown(
    {session: of, versions: {lab: '0.1.0', server: 'Redis 7.0.15'}, lessons, recording: 'a.jsonl'},
    language,
  )

describe('A session', () => {
  test('is the same from its frames and from the file of them', () => {
    const [stretch] = read(linesOf(frames()).join('\n')).segments
    const fromFile = gathered(stretch ? framesIn(stretch) : [])
    expect(JSON.parse(JSON.stringify(fromFile))).toEqual(JSON.parse(JSON.stringify(session)))
  })

  test('has the nodes that stood after each other, each with its timeline and its client', () => {
    expect(session.stageRuns.map(({stage, traffic}) => [stage, traffic?.totals.ok])).toEqual([
      ['cluster', 10],
      ['cluster', undefined],
    ])
    const kinds = session.stageRuns[0]?.timeline.map(({kind}) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['killed', 'suspected', 'slots']))
    expect(new Set(session.stageRuns[0]?.timeline).size).toBe(kinds?.length)
  })

  test('has the lines that were run, which nodes they reached and how the replies begin', () => {
    expect(session.ran).toMatchObject([
      {typed: hostile, port: 6379, ports: [6379], reply: 'OK'},
      {typed: 'INFO', reply: '# Server …'},
    ])
  })

  test('has the steps that were passed in it, and none of an earlier one', () => {
    expect(session.passed).toMatchObject([{lesson: 'replicaof', step: 'follow'}])
    const later = gathered(frames().slice(-1))
    expect(later.passed).toEqual([])
  })
})

describe('The report of a session', () => {
  test('says what there is to say, in both languages', () => {
    expect(report('en')).toContain('Versions: redis-cluster-lab 0.1.0, Redis 7.0.15')
    expect(report('en')).toContain('6481 replaced 6381 · slots 10923-16383')
    expect(report('en')).toContain('10 answered, 5 of them writes; 3 errors')
    expect(report('en')).toMatch(/^- \d\d:\d\d:\d\d replicaof · .* · \d+ s · 0 hints$/m)
    expect(report('zh')).toContain('6481 接替 6381')
    expect(report('zh')).toMatch(/^## 完成的步骤$/m)
    for (const language of ['en', 'zh'] as const) expect(report(language)).not.toMatch(/\{\w+\}|undefined/)
  })

  test('shows what was typed as the text it is', () => {
    expect(report('en')).toContain('| SET a "\\<img src=x\\> \\| \\[b\\](c) \\\\n# d" | 6379 | OK |')
  })

  test('names the headings of what it holds, and no others', () => {
    const headings = (text: string) => text.split('\n').filter(one => one.startsWith('## '))
    expect(headings(report('en'))).toEqual([
      '## Failovers',
      '## What happened',
      '## Commands',
      '## The traffic client',
      '## Steps passed',
    ])
    expect(headings(report('en', gathered(frames().slice(0, 2))))).toEqual([
      '## Failovers',
      '## What happened',
      '## Commands',
    ])
  })

  test('of very many lines has the newest, and says so', () => {
    const many = Array.from({length: 1200}, (_, i) => line(`GET ${i}`, {type: 'nil'})).flat()
    let state = initialState()
    const all = many.map(event => {
      state = update(state, event)
      return {at: recordedAt, state}
    })
    const text = report('en', gathered(all))
    expect(text).toContain('The newest 1000 of 1200.')
    expect(text).toContain('| GET 1199 |')
    expect(text).not.toContain('| GET 199 |')
  })
})
