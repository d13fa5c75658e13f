// What is recorded holds no password, and is else what it was, to the same objects.

import {describe, expect, test} from 'vitest'
import {bytesOf} from '../../../../src/model/protocol/bytes.ts'
import type {Reply} from '../../../../src/model/protocol/reply.ts'
import {redact} from '../../../../src/model/recording/redact.ts'
import type {LabEvent} from '../../../../src/model/state/lab-state.ts'
import {began, line, played, polled, states} from '../../ui/states.ts'

const ok: Reply = {type: 'status', text: 'OK'}
const bulk = (bytes: string): Reply => ({type: 'bulk', bytes})
const error = (text: string): Reply => ({type: 'error', text})
const inStep = played([...began('replicaof', 'alone'), polled('chain')])
const recordedAfter = (...events: readonly LabEvent[]) => redact(played(events, inStep))

describe('A recorded state', () => {
  test.each<[typed: string, reply: Reply]>([
    ['AUTH hunter2', ok],
    ['AUTH ann hunter2', error('WRONGPASS invalid username-password pair or user is disabled.')],
    ['CONFIG SET requirepass hunter2', ok],
    ['CONFIG GET requirepass', {type: 'array', items: [bulk('requirepass'), bulk('hunter2')]}],
    ['CONFIG GET *', {type: 'map', pairs: [[bulk('masterauth'), bulk('hunter2')]]}],
    ['EXEC', {type: 'array', items: [ok, {type: 'array', items: [bulk('requirepass'), bulk('hunter2')]}]}],
    ['ACL SETUSER ann >hunter2', error("ERR Error in ACL SETUSER modifier '>hunter2': Syntax error")],
    ['HELLO 3 AUTH ann hunter2', {type: 'map', pairs: [[bulk('proto'), {type: 'integer', text: '3'}]]}],
    ['@6380 AUTH hunter2', ok],
    ['redis-cli -a hunter2 PING', ok],
  ])('holds no password after %s', (typed, reply) => {
    const events = line(typed, reply)
    expect(JSON.stringify(played(events, inStep)).includes('hunter2')).toBe(true)
    expect(JSON.stringify(recordedAfter(...events)).includes('hunter2')).toBe(false)
  })

  test('says no more of such a line than how it began, and what came of it', () => {
    const told: LabEvent = {on: 'told', id: 0, message: {key: 'shell.became', values: {line: 'AUTH hunter2'}}}
    const [typed, ...rest] = line('@6380 AUTH hunter2', ok)
    const id = typed && 'id' in typed ? typed.id : 0
    const entry = recordedAfter(typed as LabEvent, {...told, id}, ...rest).entries.at(-1)
    expect(entry?.typed).toBe('@6380 …')
    expect(entry?.parts).toMatchObject([{outcome: {is: 'replied', reply: ok}}])
  })

  test('keeps no password of a command whose replies are printed one by one', () => {
    const action = {do: 'command', node: '6380', words: ['AUTH', 'hunter2'].map(bytesOf)} as const
    const typed: LabEvent = {on: 'typed', id: 7, by: 'learner', typed: 'MULTI', at: 0}
    const printed: LabEvent = {on: 'printed', id: 7, action, replies: [ok]}
    expect(JSON.stringify(recordedAfter(typed, printed).entries.at(-1)?.parts)).not.toContain('hunter2')
  })

  test('keeps no password of a line whose quotes are wrong', () => {
    const typed: LabEvent = {on: 'typed', id: 7, by: 'learner', typed: '"AUTH hunter2', at: 0}
    expect(recordedAfter(typed).entries.at(-1)?.typed).toBe('…')
  })

  test('shows a redis.conf without the passwords that CONFIG REWRITE wrote there', () => {
    const shown: LabEvent = {
      on: 'shown',
      id: 7,
      excerpt: {path: 'redis.conf', lines: ['port 6380', 'requirepass "hunter2"', 'user ann on >hunter2']},
    }
    const typed: LabEvent = {on: 'typed', id: 7, by: 'learner', typed: '/conf 6380', at: 0}
    expect(recordedAfter(typed, shown).entries.at(-1)?.parts).toEqual([
      {shown: {path: 'redis.conf', lines: ['port 6380', 'requirepass …', 'user …']}},
    ])
  })

  test('is the state itself where there is nothing to hide', () => {
    for (const state of Object.values(states)) expect(redact(state)).toBe(state)
  })

  test('shares with the one before it what did not change, hidden or not', () => {
    const before = played([...line('AUTH hunter2', ok), ...line('GET a', ok)], inStep)
    const now = played([...line('SET auth 1', ok)], before)
    const [old, next] = [redact(before), redact(now)]
    expect(next.entries.slice(0, old.entries.length).every((one, i) => one === old.entries[i])).toBe(true)
    expect(next.play?.outcomes[0]).toBe(old.play?.outcomes[0])
    const polledNow = redact(played([polled('chain', 400)], now))
    expect(polledNow.entries).toBe(next.entries)
    expect(polledNow.entries).not.toBe(now.entries)
  })
})

test('A recording keeps the beginning of a huge string', () => {
  const entry = recordedAfter(...line('GET k', bulk('x'.repeat(1_000_000)))).entries.at(-1)
  expect(entry?.parts).toMatchObject([{outcome: {reply: bulk('x'.repeat(100_000))}}])
})

test('A recording has no room, and else the same parts', () => {
  const joined: LabEvent = {
    on: 'workshop',
    event: {is: 'joined', name: 'wise gull', role: 'learner', hub: '192.0.2.7:7700'},
  }
  const state = played([joined], inStep)
  expect(state.workshop).toBeDefined()
  const {workshop, ...rest} = state
  expect(redact(state)).toEqual(rest)
  expect(redact(state).snapshot).toBe(state.snapshot)
  expect(redact(state).entries).toBe(state.entries)
})
