// The slots as a node sees them, the key just used and the last redirect.

import {describe, expect, test} from 'vitest'
import type {Redirect} from '../../../../src/model/cluster/redirect.ts'
import {ownerOf, slotMapOf} from '../../../../src/model/cluster/slot-map.ts'
import type {Action, Outcome} from '../../../../src/model/commands/action.ts'
import type {CommandTable} from '../../../../src/model/commands/command-table.ts'
import type {Reply} from '../../../../src/model/protocol/reply.ts'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import type {LabEvent, LabState} from '../../../../src/model/state/lab-state.ts'
import {lastKeyOf, lastRedirectOf, shownParts} from '../../../../src/model/state/transcript.ts'
import {createUpdate} from '../../../../src/model/update/update.ts'
import {recorded} from '../../recorded/recording.ts'

const update = createUpdate([])
const key = {arity: 2, keys: [1, 1, 1]} as const
const commandTable: CommandTable = {GET: key, SET: key, PING: {arity: -1}, 'CLUSTER NODES': {arity: 2}}
const played = (events: readonly LabEvent[]): LabState =>
  events.reduce(update, {...initialState(), commandTable})

let id = 0
/** A line that was run, with its redirects and its reply. */
function ran(
  typed: string,
  reply: Reply,
  redirects: readonly Redirect[] = [],
  by: 'learner' | 'lab' = 'learner',
) {
  id += 1
  const action: Action = {do: 'command', node: '6379', words: typed.split(' ')}
  const outcome: Outcome = {action, at: 0, ms: 1, is: 'replied', reply}
  const followed = redirects.map((redirect): LabEvent => ({on: 'redirected', id, redirect}))
  return [{on: 'typed', id, by, typed, at: 0}, ...followed, {on: 'ended', id, outcome}] satisfies LabEvent[]
}
const ok: Reply = {type: 'status', text: 'OK'}
const moved: Reply = {type: 'error', text: 'MOVED 6590 127.0.0.1:6380'}

describe('The map of the slots', () => {
  test('says who owns how many', () => {
    const map = slotMapOf(recorded('cluster'), '6480')
    expect(map?.owners.map(({port, ranges, count}) => [port, ranges.join(' '), count])).toEqual([
      [6379, '0-5460', 5461],
      [6380, '5461-10922', 5462],
      [6381, '10923-16383', 5461],
    ])
    expect(map).toMatchObject({port: 6480, missing: 0, moving: []})
    expect(map && ownerOf(map, 5461)?.port).toBe(6380)
  })

  test('keeps the order of the slots when a replica took some over', () => {
    const map = slotMapOf(recorded('promoted'), '6379')
    const first = map?.owners.map(({ranges}) => Number.parseInt(ranges[0] ?? '', 10)) ?? []
    expect(first).toEqual([0, 5461, 10_923])
    expect(map?.owners.map(({port}) => port)).not.toEqual([6379, 6380, 6381])
  })

  test('says what is on its way, once, though two nodes say it', () => {
    expect(slotMapOf(recorded('slot-moving'), '6381')?.moving).toEqual([{slot: 5798, from: 6380, to: 6379}])
  })

  test('knows what nobody serves, and nothing where nobody is asked who could know', () => {
    expect(slotMapOf(recorded('bare'), '6379')).toMatchObject({owners: [], missing: 16_384})
    expect(slotMapOf(recorded('masters'), '6379')).toBeUndefined()
    expect(slotMapOf(recorded('killed'), '6381')).toBeUndefined()
  })
})

describe('The key just used', () => {
  test.each<[title: string, events: readonly LabEvent[], key: string | undefined]>([
    ['is the first that the command names', ran('SET cart:ann cup', ok), 'cart:ann'],
    [
      'stays while commands without a key follow',
      [...ran('GET foo', ok), ...ran('CLUSTER NODES', ok)],
      'foo',
    ],
    ['is not one that the lab itself used', ran('SET product:1 teapot', ok, [], 'lab'), undefined],
    ['is none where a command stands alone', ran('PING', ok), undefined],
  ])('%s', (_, events, key) => {
    expect(lastKeyOf(played(events))?.key).toBe(key)
  })
})

describe('The last redirect', () => {
  const hops: readonly Redirect[] = [
    {is: 'MOVED', slot: 5798, host: '127.0.0.1', port: 6380},
    {is: 'ASK', slot: 5798, host: '127.0.0.1', port: 6381},
  ]

  test('that was shown leads from the node that was asked to no other', () => {
    expect(lastRedirectOf(played(ran('SET cart:ann cup', moved)))).toEqual({
      from: '6379',
      followed: [],
      shown: {is: 'MOVED', slot: 6590, host: '127.0.0.1', port: 6380},
    })
  })

  test('that was followed has every hop, each with its own kind', () => {
    expect(lastRedirectOf(played(ran('GET name', ok, hops)))).toEqual({from: '6379', followed: hops})
  })

  test('of a line to another node begins there', () => {
    const events = ran('GET name', ok, hops).map(
      (event): LabEvent =>
        event.on === 'redirected' && event.redirect.is === 'MOVED' ? {...event, from: '6381'} : event,
    )
    expect(lastRedirectOf(played(events))?.from).toBe('6381')
  })

  test('is none where nobody was sent on, or once a later command was not', () => {
    expect(lastRedirectOf(played(ran('GET foo', ok)))).toBeUndefined()
    expect(lastRedirectOf(played([...ran('GET name', ok, hops), ...ran('PING', ok)]))?.followed).toEqual(hops)
    expect(lastRedirectOf(played([...ran('GET name', ok, hops), ...ran('GET foo', ok)]))).toBeUndefined()
  })
})

test('The replies of several nodes are shown in the order of the nodes, each node with its own in order', () => {
  const line: LabEvent = {on: 'typed', id: 1, by: 'learner', typed: '2 @all PING', at: 0, several: true}
  const replies = (['6480', '6379', '6480', '6381'] as const).map((node, i): LabEvent => {
    const action: Action = {do: 'command', node, words: ['PING']}
    return {on: 'ended', id: 1, outcome: {action, at: i, ms: 1, is: 'replied', reply: ok}}
  })
  const state = played([line, ...replies])
  const [entry] = state.entries
  const shown = entry ? shownParts(entry, state.roster) : []
  expect(shown.map(part => ('outcome' in part ? [part.outcome.action.node, part.outcome.at] : []))).toEqual([
    ['6379', 1],
    ['6381', 3],
    ['6480', 0],
    ['6480', 2],
  ])
})
