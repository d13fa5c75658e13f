// States of the lab as they arise: from the real update, the real lessons, and recorded replies of real nodes.

import {lessons} from '../../../lessons/index.ts'
import {rosterAt} from '../../../src/model/cluster/node.ts'
import type {Action, Outcome} from '../../../src/model/commands/action.ts'
import {bytesOf} from '../../../src/model/protocol/bytes.ts'
import type {Reply} from '../../../src/model/protocol/reply.ts'
import {initialState} from '../../../src/model/state/initial-state.ts'
import type {LabEvent, LabState} from '../../../src/model/state/lab-state.ts'
import type {Workshop} from '../../../src/model/state/workshop.ts'
import {createUpdate} from '../../../src/model/update/update.ts'
import {docsOf} from '../model/usual-docs.ts'
import {recorded, recordedAt, recordedTexts, type Situation} from '../recorded/recording.ts'

export const update = createUpdate(lessons)

export function played(events: readonly LabEvent[], state: LabState = initialState()): LabState {
  return events.reduce(update, state)
}

let lastId = 0

/** A line that was run at the prompt, and its replies. */
export function line(typed: string, ...replies: readonly Reply[]): readonly LabEvent[] {
  lastId += 1
  const id = lastId
  const action: Action = {do: 'command', node: '6379', words: typed.split(' ').map(bytesOf)}
  const ended = replies.map((reply): LabEvent => {
    const outcome: Outcome = {action, at: recordedAt, ms: 1, is: 'replied', reply}
    return {on: 'ended', id, outcome}
  })
  return [{on: 'typed', id, by: 'learner', typed, at: recordedAt}, ...ended, {on: 'finished', id}]
}

/** `after`: ms since the first recording. */
export function polled(situation: Situation, after = 0): LabEvent {
  return {on: 'polled', snapshot: recorded(situation, recordedAt + after)}
}

export function began(lesson: string, step: string): readonly LabEvent[] {
  return [
    {on: 'stepBegan', lesson, step, at: recordedAt},
    {on: 'prepared', at: recordedAt},
  ]
}

const started: readonly LabEvent[] = [
  {on: 'starting', stage: 'standalone'},
  {on: 'ready', roster: rosterAt(6379)},
  {
    on: 'learned',
    docs: docsOf('CONFIG GET', 'CONFIG SET', 'GET', 'GETRANGE', 'REPLICAOF', 'SET'),
    commandTable: {GET: {arity: 2, keys: [1, 1, 1]}, SET: {arity: -3, keys: [1, 1, 1], changes: 'data'}},
  },
]
const hinted: LabEvent = {on: 'hinted'}
const info: Reply = {type: 'bulk', bytes: recordedTexts('replicas', '6379').info}
const hostile: Reply = {type: 'status', text: bytesOf('\x1b]0;owned\x07\x1b[2J\x1b[31m主从\tx')}

/** The moments a learner sees, each under what is seen. */
export const states = {
  starting: initialState(),
  freePlay: played([
    ...started,
    {on: 'starting', stage: 'cluster'},
    {on: 'ready', roster: rosterAt(6379)},
    polled('cluster'),
  ]),
  waiting: played([...started, ...began('failover', 'kill'), polled('killed')]),
  open: played([...started, ...began('replicaof', 'follow'), polled('masters')]),
  followed: played([
    ...started,
    ...began('replicaof', 'follow'),
    polled('masters'),
    ...line('REPLICAOF 127.0.0.1 6379', {type: 'status', text: 'OK'}),
    polled('replicas', 200),
  ]),
  passed: played([
    ...started,
    ...began('replicaof', 'follow'),
    polled('masters'),
    polled('replicas', 200),
    polled('replicas', 600),
  ]),
  syncing: played([
    ...started,
    ...began('replicaof', 'full'),
    polled('replicas'),
    ...line('@6479 REPLICAOF 127.0.0.1 6379', {type: 'status', text: 'OK'}),
    polled('wait-bgsave', 300),
  ]),
  chain: played([...started, polled('chain')]),
  ring: played([...started, polled('ring')]),
  failedOver: played([
    ...started,
    {on: 'starting', stage: 'cluster'},
    {on: 'ready', roster: rosterAt(6379)},
    ...began('failover', 'kill'),
    polled('cluster'),
    ...line('/kill 6381'),
    polled('promoted', 4000),
  ]),
  failed: played([...started, {on: 'used', node: '6480'}, polled('failed', 3000)]),
  paused: played([...started, polled('paused', 65_000)]),
  hinted: played([
    ...started,
    ...began('replicaof', 'alone'),
    polled('chain'),
    hinted,
    hinted,
    hinted,
    hinted,
    ...line('SLAVEOF NO ONE', {type: 'error', text: "ERR wrong number of arguments for 'replicaof' command"}),
  ]),
  busy: played([
    ...started,
    polled('replicas'),
    ...line('INFO', info),
    ...line('GET 购物车', {type: 'bulk', bytes: 'x'.repeat(400)}),
    ...line('ECHO hostile', hostile),
    ...line('@all PING', ...Array.from({length: 6}, (): Reply => ({type: 'status', text: 'PONG'}))),
    {on: 'typed', id: 900, by: 'learner', typed: 'BLPOP list 0', at: recordedAt},
  ]),
  moved: played([
    ...started,
    {on: 'ready', roster: rosterAt(10_379)},
    ...began('replicaof', 'follow'),
    polled('moved'),
  ]),
  /** A client at work, and replicas that fell behind. */
  restless: played([
    ...started,
    {on: 'starting', stage: 'cluster'},
    {on: 'ready', roster: rosterAt(6379)},
    {on: 'traffic', event: {is: 'began', rate: 50}},
    ...Array.from({length: 40}, (_, i): LabEvent => {
      const bucket = {at: recordedAt + i * 250, ok: i, acknowledged: i, redirects: 1, retries: 2}
      const latency = {p50: 1, p95: i, max: 1234.5}
      return {
        on: 'traffic',
        event: {is: 'counted', bucket: {...bucket, errors: {CLUSTERDOWN: i % 7}, waiting: 0, latency}},
      }
    }),
    ...(['cluster', 'suspected', 'failed', 'promoted', 'returned'] as const).map((one, i) =>
      polled(one, i * 3000),
    ),
    ...line('SET 购物车:用户:一千零一 红楼梦', {type: 'error', text: 'MOVED 12182 127.0.0.1:6381'}),
  ]),
} as const satisfies Readonly<Record<string, LabState>>
export type StateName = keyof typeof states
export const stateNames = Object.keys(states) as readonly StateName[]

/** A workshop in which the instructor offers a jump. */
export function jumpOffered(since = recordedAt): Workshop {
  const command = {kind: 'goto', lesson: 'slots', step: 'map'} as const
  return {
    ...{
      role: 'learner',
      hub: '',
      connection: {is: 'on'},
      flag: 'none',
      recommended: [],
      replies: [],
      votes: [],
    },
    heard: [{id: 'j', target: {}, command, cursor: '1-0', at: since}],
    open: [{id: 'j', since}],
  }
}
