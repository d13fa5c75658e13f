// What the questions of the lesson on slots say of a slot that was on its way between two real nodes, and of who made which mistake with it.

import {describe, expect, test} from 'vitest'
import type {NodeName} from '../../../../../src/model/cluster/node.ts'
import type {Snapshot} from '../../../../../src/model/cluster/snapshot.ts'
import type {Outcome} from '../../../../../src/model/commands/action.ts'
import type {Sign} from '../../../../../src/model/lesson/goals/signs.ts'
import {
  answeredInARow,
  holdsKeyOf,
  lastCommandHas,
  lastCommandNames,
  lastSaid,
  movesElsewhere,
  servesSlotOf,
  slotClosed,
  slotGrew,
  slotKeysMoved,
  wasSent,
} from '../../../../../src/model/lesson/goals/slots.ts'
import type {Goal} from '../../../../../src/model/lesson/lesson.ts'
import {translate} from '../../../../../src/model/text/messages.ts'
import {recorded} from '../../../recorded/recording.ts'
import {evidenceOf} from '../../readings.ts'

const slot = 5798
const cluster = recorded('cluster')
/** In the recording the slot of `name` moves from 6380 to 6379. */
const moving = recorded('slot-moving')

type Own = Readonly<{keys?: number; slots?: readonly string[]; moving?: readonly string[]}>

/** The snapshot, where a node says this of itself. */
function where(snapshot: Snapshot, says: Partial<Record<NodeName, Own>>): Snapshot {
  const nodes = snapshot.nodes.map(reading => {
    if (reading.is !== 'answered' || !reading.cluster) throw new Error(`${reading.port} is silent`)
    const {keys = 0, ...own} = says[reading.name] ?? {}
    const lines = reading.cluster.nodes.map(line =>
      line.flags.includes('myself') ? {...line, ...own} : line,
    )
    return {...reading, slotKeys: {[slot]: keys}, cluster: {...reading.cluster, nodes: lines}}
  })
  return {...snapshot, nodes}
}

/** 6379 says that the slot is its own now, and 6380 that it is not. */
const given: Record<'6379' | '6380', Own> = {
  6379: {slots: ['0-5460', '5798'], moving: []},
  6380: {slots: ['5461-5797', '5799-10922'], moving: []},
}

describe('Of a slot is said', () => {
  const start = where(moving, {6380: {keys: 2}, 6379: {keys: 1}})
  const allMoved = slotKeysMoved('name', '6380', '6379')
  test.each<[title: string, goal: Goal, now: Snapshot, verdict: string, words?: RegExp]>([
    ['that its keys are still there', allMoved, start, 'notYet', /: 2 keys left on 6380, 1 of 3 on 6379; /],
    ['that all have come', allMoved, where(moving, {6379: {keys: 3}}), 'met'],
    ['that more than all have come', allMoved, where(moving, {6379: {keys: 4}}), 'met'],
    [
      'that one is on both nodes',
      allMoved,
      where(moving, {6379: {keys: 3}, 6380: {keys: 1}}),
      'notYet',
      /: 1 key left /,
    ],
    // The two answered one after the other: a key on its way is seen on neither.
    [
      'nothing final of a key that is seen on neither',
      allMoved,
      where(moving, {6379: {keys: 2}}),
      'notYet',
      /, 2 of 3 on /,
    ],
    [
      'that keys are gone where it got away too early',
      allMoved,
      where(moving, {...given, 6379: {...given[6379], keys: 1}}),
      'lost',
      /^6379 already serves slot 5798, but has only 1 of its 3 keys: 6380 has deleted the rest$/,
    ],
    [
      'nothing final as long as its old master has not heard of it',
      allMoved,
      where(moving, {6379: {...given[6379], keys: 1}}),
      'notYet',
    ],
    ['that it is on its way', slotClosed('name'), moving, 'notYet', /^6379 still shows \[5798-<-/],
    ['that nothing is on its way', slotClosed('name'), cluster, 'met'],
    ['that only another is on its way', slotClosed('foo'), moving, 'met'],
    [
      'that too few keys are new',
      slotGrew('name', 2),
      where(moving, {6380: {keys: 3}}),
      'notYet',
      /^6380 has 1 new key in/,
    ],
    ['that enough keys are new', slotGrew('name', 2), where(moving, {6380: {keys: 4}}), 'met'],
    [
      'that a node holds none of it',
      holdsKeyOf('name', '6379'),
      where(moving, {}),
      'notYet',
      /^6379 has no keys in slot/,
    ],
    ['that a node holds one of it', holdsKeyOf('name', '6379'), where(moving, {6379: {keys: 1}}), 'met'],
  ])('%s', (_, goal, now, is, words = /^/) => {
    const verdict = goal(evidenceOf(now, start))
    expect(verdict.is).toBe(is)
    expect(verdict.is === 'met' ? '' : translate('en', verdict.because)).toMatch(words)
  })
})

test('who serves a slot, and to whom it goes, is what the node itself says', () => {
  const [now, after] = [moving, where(moving, given)].map(snapshot => evidenceOf(snapshot))
  if (!now || !after) throw new Error('no evidence')
  expect(servesSlotOf('name', '6380')(now)).toBe(true)
  expect(servesSlotOf('name', '6379')(now)).toBe(false)
  expect(servesSlotOf('name', '6379')(after)).toBe(true)
  expect(movesElsewhere('name', '6380', '6379')(now)).toBe(false)
  expect(movesElsewhere('name', '6380', '6381')(now)).toBe(true)
  expect(movesElsewhere('name', '6380', '6381')(after)).toBe(false)
})

describe('What was typed gives away', () => {
  const done = (
    node: NodeName,
    line: string,
    reply: Extract<Outcome, {is: 'replied'}>['reply'],
  ): Outcome => ({
    action: {do: 'command', node, words: line.split(' ')},
    at: 0,
    ms: 1,
    is: 'replied',
    reply,
  })
  const moved = (node: NodeName) =>
    done(node, 'SET name 1', {type: 'error', text: 'MOVED 5798 127.0.0.1:6380'})
  const asking = done('6379', 'ASKING', {type: 'status', text: 'OK'})
  const nokey = done('6380', 'MIGRATE 127.0.0.1 6379 x 0 1000', {type: 'status', text: 'NOKEY'})
  const id = moving.nodes.flatMap(node => (node.is === 'answered' ? (node.cluster?.nodes ?? []) : []))
  const setslot = (port: number) =>
    done('6379', `CLUSTER SETSLOT ${slot} NODE ${id.find(line => line.port === port)?.id}`, {
      type: 'status',
      text: 'OK',
    })

  test.each<[title: string, sign: Sign, outcomes: readonly Outcome[], seen: boolean]>([
    ['the same answer twice', answeredInARow('MOVED', '6379', 2), [moved('6379'), moved('6379')], true],
    ['not one answer', answeredInARow('MOVED', '6379', 2), [moved('6379')], false],
    ['not answers of two nodes', answeredInARow('MOVED', '6379', 2), [moved('6381'), moved('6379')], false],
    ['not an answer before another', answeredInARow('MOVED', '6379', 1), [moved('6379'), asking], false],
    ['what was sent before', wasSent('ASKING', '6379'), [asking, moved('6379')], true],
    ['not what was sent elsewhere', wasSent('ASKING', '6380'), [asking], false],
    ['a reply that is no error', lastSaid('NOKEY', '6380'), [nokey], true],
    ['not the reply of another', lastSaid('NOKEY', '6379'), [nokey], false],
    ['a piece of a word', lastCommandHas('{ANN}'), [done('6379', 'get cart:{ann}', {type: 'nil'})], true],
    ['no piece of an earlier word', lastCommandHas('NAME'), [moved('6379'), asking], false],
    ['whose id it ends with', lastCommandNames('6380'), [setslot(6380)], true],
    ['not the id of another', lastCommandNames('6380'), [setslot(6379)], false],
    ['nothing where nothing was done', lastCommandNames('6380'), [], false],
  ])('%s', (_, sign, outcomes, seen) => {
    expect(sign(evidenceOf(moving, moving, outcomes))).toBe(seen)
  })
})
