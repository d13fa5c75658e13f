// What a line is said to have changed, and when. On real nodes: test/redis/lab/effects.test.ts.

import {describe, expect, test} from 'vitest'
import {type NodeName, rosterAt} from '../../../../src/model/cluster/node.ts'
import type {Reading, Snapshot} from '../../../../src/model/cluster/snapshot.ts'
import type {Action, Outcome} from '../../../../src/model/commands/action.ts'
import type {CommandTable} from '../../../../src/model/commands/command-table.ts'
import type {Reply} from '../../../../src/model/protocol/reply.ts'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import type {Entry, LabEvent, LabState} from '../../../../src/model/state/lab-state.ts'
import {type Language, message, translate} from '../../../../src/model/text/messages.ts'
import type {TimelineEntry} from '../../../../src/model/timeline/entry.ts'
import {type EffectContext, effectOf, effectsOf} from '../../../../src/model/update/effects.ts'
import {createUpdate} from '../../../../src/model/update/update.ts'
import {late, master, replica, silent, snapshotOf} from '../readings.ts'

const commandTable: CommandTable = {
  GET: {arity: 2},
  SET: {arity: -3, changes: 'data'},
  MIGRATE: {arity: -6, changes: 'data'},
  REPLICAOF: {arity: 3, changes: 'nodes'},
  'CONFIG GET': {arity: -3, changes: 'nodes'},
  SHUTDOWN: {arity: -1, changes: 'nodes'},
}
const command = (typed: string, node: NodeName = '6379'): Action => ({
  do: 'command',
  node,
  words: typed.split(' '),
})
const ok: Reply = {type: 'status', text: 'OK'}
const replied = (typed: string, reply: Reply = ok, node: NodeName = '6379'): Outcome => ({
  action: command(typed, node),
  at: 1000,
  ms: 2,
  is: 'replied',
  reply,
})
const entry = (...outcomes: readonly Outcome[]): Entry => ({
  id: 1,
  by: 'learner',
  typed: 'x',
  node: '6379',
  parts: outcomes.map(outcome => ({outcome})),
  running: false,
  at: 1000,
})

describe('A line', () => {
  const error: Reply = {type: 'error', text: 'READONLY no'}
  const closed: Outcome = {...replied('SHUTDOWN'), is: 'failed', because: message('outcome.closed')}
  const refused: Outcome = {
    ...replied('SET a 1'),
    is: 'failed',
    because: message('outcome.refused', {port: 6379}),
  }
  const killed: Outcome = {action: {do: 'kill', node: '6380'}, at: 1000, ms: 2, is: 'done', pid: 1}
  test.each<[title: string, outcomes: readonly Outcome[], effect: unknown]>([
    ['that reads does nothing', [replied('GET a')], undefined],
    [
      'that asks for a setting neither, though Redis counts it among the commands of administrators',
      [replied('CONFIG GET a')],
      undefined,
    ],
    ['of an unknown command neither', [replied('NOSUCH')], undefined],
    ['that was refused neither', [replied('SET a 1', error), refused], undefined],
    [
      'that writes does it where it was answered',
      [replied('SET a 1', ok, '6381')],
      {wrote: ['6381'], ordered: false, to: [], began: 1000, over: 1002},
    ],
    [
      'to all writes where it was not refused',
      [replied('SET a 1'), replied('SET a 1', error, '6380'), replied('SET a 1', ok, '6381')],
      {wrote: ['6379', '6381'], ordered: false, to: [], began: 1000, over: 1002},
    ],
    [
      'that migrates writes at both ends',
      [replied('MIGRATE 127.0.0.1 6380 a 0 100')],
      {wrote: ['6379', '6380'], ordered: false, to: [], began: 1000, over: 1002},
    ],
    [
      'that gives an order to a node',
      [replied('REPLICAOF NO ONE')],
      {wrote: [], ordered: true, to: ['6379'], began: 1000, over: 1002},
    ],
    ['that ends a node', [closed], {wrote: [], ordered: true, to: ['6379'], began: 1000, over: 1002}],
    ['that kills one', [killed], {wrote: [], ordered: true, to: ['6380'], began: 1000, over: 1002}],
  ])('%s', (_, outcomes, effect) => {
    expect(effectOf(entry(...outcomes), commandTable, rosterAt(6379))).toEqual(effect)
  })
})

describe('Said of two snapshots is', () => {
  const pair = (offset: number, applied: number, keys: number): readonly Reading[] => [
    master('6379', offset, {6479: 'online'}, {keys}),
    replica('6479', 6379, {offset: applied, keys}),
  ]
  const at = (readings: readonly Reading[], more: Partial<Snapshot> = {}) =>
    snapshotOf(readings, {at: 1010, took: 3, ...more})
  const before = at(pair(14, 14, 0), {at: 900})
  const wrote = {wrote: ['6379'], ordered: false, to: [], began: 1000, over: 1002} as const
  const ordered = {wrote: [], ordered: true, to: ['6379'], began: 1000, over: 1002} as const

  test.each<
    [title: string, now: readonly Reading[], en: readonly string[], zh: readonly string[], pending: boolean]
  >([
    [
      'a new key, and who has it',
      pair(62, 62, 1),
      ['6379: keys 0→1, master_repl_offset 14→62', '6479 followed'],
      ['6379：键 0→1，master_repl_offset 14→62', '6479 已跟上'],
      false,
    ],
    [
      'an old key that was written',
      pair(62, 62, 0),
      ['master_repl_offset 14→62 on 6379', '6479 followed'],
      ['6379 的 master_repl_offset 14→62', '6479 已跟上'],
      false,
    ],
    [
      'who does not have it yet',
      pair(62, 14, 0),
      ['master_repl_offset 14→62 on 6379', '6479 is still 48 bytes behind'],
      ['6379 的 master_repl_offset 14→62', '6479 仍落后 48 字节'],
      true,
    ],
    ['nothing of a PING', pair(28, 28, 0), [], [], false],
    ['nothing where nothing is new', pair(14, 14, 0), [], [], false],
    [
      'a key where no history is kept',
      [master('6379', 14, {}, {keys: 2})],
      ['6379: keys 0→2'],
      ['6379：键 0→2'],
      false,
    ],
    [
      'nothing of a process that is not the same',
      [master('6379', 62, {}, {runId: 'another', keys: 2})],
      [],
      [],
      false,
    ],
  ])('after a write: %s', (_, readings, en, zh, pending) => {
    const effects = effectsOf(wrote, before, at(readings))
    const inWords = (language: Language) => effects.sentences.map(one => translate(language, one))
    expect([inWords('en'), inWords('zh'), effects.pending]).toEqual([en, zh, pending])
  })

  test('after a write that took half a minute: nothing of three PINGs', () => {
    expect(effectsOf(wrote, {...before, at: -29_000}, at(pair(14 + 42, 14 + 42, 0))).sentences).toEqual([])
    expect(effectsOf(wrote, before, at(pair(14 + 42, 14 + 42, 0))).sentences).toHaveLength(2)
  })

  test.each<[title: string, readings: readonly Reading[], en: readonly string[], pending: boolean]>([
    [
      'who went down, and whose link with it',
      [silent('6379', 'notRunning'), replica('6479', 6379, {link: 'down', offset: 14})],
      ['6379 went down', 'link of 6479 to 6379 is down'],
      false,
    ],
    [
      'who follows another, and is not joined yet',
      [master('6379', 14), replica('6479', 6380, {link: 'down', offset: 14})],
      ['6479 became a replica of 6380'],
      true,
    ],
    [
      'who follows another, and is joined',
      [master('6379', 14), replica('6479', 6380, {offset: 14})],
      ['6479 became a replica of 6380', 'link of 6479 to 6380 is up'],
      false,
    ],
    [
      'nothing final of a node that is late: it may have done what it was told',
      [master('6379', 14), late(replica('6479', 6379, {offset: 14}), 1005)],
      ['6479 does not respond'],
      true,
    ],
    [
      'that a node no longer responds',
      [master('6379', 14), late(replica('6479', 6379, {offset: 14}), -990)],
      ['6479 does not respond'],
      false,
    ],
    ['nothing of offsets', pair(62, 62, 0), [], false],
    ["keys of a master, and not its replica's", pair(62, 62, 3), ['6379: keys 0→3'], false],
  ])('after an order: %s', (_, readings, en, pending) => {
    const effects = effectsOf(ordered, before, at(readings))
    expect([effects.sentences.map(one => translate('en', one)), effects.pending]).toEqual([en, pending])
  })

  test('what a node became that was late when the line began, and not that it responds', () => {
    const earlier = at([master('6379', 14), late(master('6479', 14))])
    const {sentences} = effectsOf(ordered, earlier, at([master('6379', 14), replica('6479', 6379)]))
    expect(sentences.map(one => translate('en', one))).toEqual([
      '6479 became a replica of 6379',
      'link of 6479 to 6379 is up',
    ])
  })

  test('after a write and an order together: each change once', () => {
    const {sentences} = effectsOf({...wrote, ordered: true}, before, at(pair(62, 62, 1)))
    expect(sentences.map(one => translate('en', one))).toEqual([
      '6379: keys 0→1, master_repl_offset 14→62',
      '6479 followed',
    ])
  })
})

test('A master that is back is not all: its replica joins it again', () => {
  const at = (readings: readonly Reading[], when: number) => snapshotOf(readings, {at: when, took: 3})
  const replicaOf = (link: 'up' | 'down') => replica('6479', 6379, {link, offset: 14})
  const down = at([silent('6379', 'notRunning'), replicaOf('down')], 900)
  const told = (now: Snapshot) => {
    const {sentences, pending} = effectsOf(
      {wrote: [], ordered: true, to: ['6379'], began: 1000, over: 1002},
      down,
      now,
    )
    return [sentences.map(one => translate('en', one)), pending]
  }
  expect(told(at([master('6379', 14), replicaOf('down')], 1010))).toEqual([
    ['6379 came back as a master'],
    true,
  ])
  expect(told(at([master('6379', 14), replicaOf('up')], 1010))).toEqual([
    ['6379 came back as a master', 'link of 6479 to 6379 is up'],
    false,
  ])
})

test('A link that is down though the master answers is waited for: it was away only in between', () => {
  const pairWith = (link: 'up' | 'down') =>
    snapshotOf([master('6379', 14), replica('6479', 6379, {link, offset: 14})], {at: 1010, took: 3})
  const order = {wrote: [], ordered: true, to: ['6379'], began: 1000, over: 1002} as const
  expect(effectsOf(order, pairWith('up'), pairWith('down')).pending).toBe(true)
  // It was down before, and nothing has been done about it.
  expect(effectsOf(order, pairWith('down'), pairWith('down')).pending).toBe(false)
})

describe('Of a link that came up it is said', () => {
  const joined = (sync: Partial<TimelineEntry>, more: readonly TimelineEntry[] = []) => {
    const entry: TimelineEntry = {
      at: 1020,
      kind: 'fullSync',
      node: '6479',
      other: '6379',
      values: {bytes: 172},
      from: ['6479'],
      ...sync,
    }
    const before = snapshotOf([master('6379'), master('6479')], {at: 900})
    const now = snapshotOf([master('6379'), replica('6479', 6379)], {at: 3300})
    const effect = {wrote: [], ordered: true, to: ['6479'], began: 1000, over: 1002} as const
    const {sentences} = effectsOf(effect, before, now, {timeline: [...more, entry]})
    return sentences.map(one => translate('en', one)).at(-1)
  }
  const refused: TimelineEntry = {
    at: 1019,
    kind: 'partialRefused',
    node: '6379',
    values: {because: 'lack of backlog'},
    from: ['6379'],
  }

  test("when, by the replica's log, however late it was read; and how much was copied", () => {
    expect(joined({until: 1047})).toBe(
      'link of 6479 to 6379 up after 47 ms; its log says: full resynchronization, an RDB of 172 bytes',
    )
    expect(joined({kind: 'partialSync', values: {bytes: 1}})).toBe(
      'link of 6479 to 6379 up after 20 ms; its log says: partial resynchronization, 1 byte of backlog',
    )
  })

  test('why all was copied, if a log says so', () => {
    expect(joined({until: 1047}, [refused])).toMatch(
      / bytes \(the backlog of 6379 no longer holds what the replica missed\)$/,
    )
    expect(joined({until: 1047, values: {because: 'no history'}})).toMatch(
      /: full resynchronization \(the replica had no history to go on with\)$/,
    )
  })

  test('no time, if the log has none for it', () => {
    expect(joined({})).toBe('link of 6479 to 6379 is up: full resynchronization, an RDB of 172 bytes')
    expect(joined({at: 999})).toBe('link of 6479 to 6379 is up')
    expect(joined({from: ['poll'], until: 1047})).toBe('link of 6479 to 6379 is up')
  })
})

describe('Not put down to a line', () => {
  const order = {wrote: [], ordered: true, to: ['6380'], began: 1000, over: 1002} as const
  const told = (before: readonly Reading[], now: readonly Reading[], context: Partial<EffectContext> = {}) =>
    effectsOf(order, snapshotOf(before, {at: 900}), snapshotOf(now, {at: 1500}), {
      timeline: [],
      ...context,
    }).sentences.map(one => translate('en', one))

  test('a replica from outside the lab', () => {
    const stats = (sync_full: number) => ({stats: {sync_full}})
    expect(told([master('6379', 0, {}, stats(1))], [master('6379', 0, {7000: 'online'}, stats(2))])).toEqual(
      [],
    )
    expect(told([master('6379', 0, {}, stats(1))], [master('6379', 0, {}, stats(2))])).toEqual([
      '6379 started 1 full resynchronization',
    ])
  })

  test('a link that an earlier line had ordered', () => {
    const before = [master('6379'), replica('6381', 6379, {link: 'down'}), master('6380')]
    const now = [master('6379'), replica('6381', 6379), master('6380')]
    expect(told(before, now)).toEqual([])
  })

  test('a process that ended before the line', () => {
    const ended = (at: number): TimelineEntry => ({
      at,
      kind: 'killed',
      node: '6381',
      values: {},
      from: ['keeper'],
    })
    const gone = [[master('6381')], [silent('6381', 'notRunning')]] as const
    expect(told(...gone, {timeline: [ended(990)]})).toEqual([])
    expect(told(...gone, {timeline: [ended(1001)]})).toEqual(['6381 went down'])
  })

  test('what befell other nodes while the lab was held up', () => {
    const before = [silent('6380', 'noAnswer'), silent('6381', 'noAnswer')]
    const now = [replica('6380', 6379, {link: 'down'}), master('6381')]
    const late = 'the lab itself was held up for 25.0 s: changes on other nodes are in the timeline only'
    expect(told(before, now, {heldUp: {at: 950, ms: 25_000}})).toEqual([
      '6380 came back as a replica of 6379',
      late,
    ])
    // That was long before the line.
    expect(told(before, now, {heldUp: {at: 100, ms: 500}})).toHaveLength(2)
  })
})

describe('In the transcript it is said', () => {
  const update = createUpdate([])
  const reading = (offset: number, applied: number, when: number): LabEvent & {on: 'polled'} => ({
    on: 'polled',
    snapshot: snapshotOf(
      [master('6379', offset, {6479: 'online'}), replica('6479', 6379, {offset: applied})],
      {at: when},
    ),
  })
  const line = (
    id: number,
    at: number,
    typed = 'SET a 1',
    by: Entry['by'] = 'learner',
  ): readonly LabEvent[] => [
    {on: 'typed', id, by, typed, at},
    {on: 'ended', id, outcome: {...replied(typed), at, ms: 2}},
    {on: 'finished', id},
  ]
  const start: LabState = {...initialState(), commandTable}
  const said_ = (...events: readonly LabEvent[]) =>
    events.reduce(update, start).entries.map(({changed}) => changed && translate('en', changed))
  const moved = 'master_repl_offset 14→62 on 6379; 6479 followed'

  test('as soon as the nodes have been read after the line', () => {
    expect(said_(reading(14, 14, 900), ...line(1, 1000), reading(62, 62, 1005))).toEqual([moved])
  })

  test('not by a reading that began before the line was over', () => {
    const read = reading(62, 62, 1002)
    for (const over of [
      {upTo: 0, but: []},
      {upTo: 1, but: [1]},
    ])
      expect(said_(reading(14, 14, 900), ...line(1, 1000), {...read, over})).toEqual([undefined])
    const after = {...read, over: {upTo: 1, but: []}}
    expect(said_(reading(14, 14, 900), ...line(1, 1000), after)).toEqual([moved])
  })

  test('when the replica is there', () => {
    const events = [reading(14, 14, 900), ...line(1, 1000), reading(62, 14, 1005)]
    expect(said_(...events)).toEqual([undefined])
    expect(said_(...events, reading(62, 62, 1205))).toEqual([moved])
  })

  test('after two seconds, if it is not', () => {
    const events = [reading(14, 14, 900), ...line(1, 1000), reading(62, 14, 1005), reading(62, 14, 3005)]
    expect(said_(...events)).toEqual(['master_repl_offset 14→62 on 6379; 6479 is still 48 bytes behind'])
  })

  test('never later, and never under a line that changes nothing', () => {
    const quiet = [reading(14, 14, 900), ...line(1, 1000), reading(14, 14, 1005)]
    expect(said_(...quiet, reading(62, 62, 1205))).toEqual([undefined])
    expect(said_(...quiet, ...line(2, 1100, 'GET a'), reading(62, 62, 1205))).toEqual([undefined, undefined])
  })

  test('of two lines before the nodes were read, under the second and of both', () => {
    expect(said_(reading(14, 14, 900), ...line(1, 1000), ...line(2, 1010), reading(62, 62, 1015))).toEqual([
      undefined,
      `2 lines together: ${moved}`,
    ])
  })

  test('of a line that a newer one may have added to, together with that', () => {
    const [began, ...rest] = line(2, 1010)
    const events = [
      reading(14, 14, 900),
      ...line(1, 1000),
      began,
      reading(62, 62, 1011),
      ...rest,
      reading(62, 62, 1015),
    ]
    expect(said_(...events.flatMap(event => event ?? []))).toEqual([undefined, `2 lines together: ${moved}`])
  })

  test('of a link that takes long, under the line that ordered it', () => {
    const linked = (link: 'up' | 'down', at: number): LabEvent => ({
      on: 'polled',
      snapshot: snapshotOf([master('6379'), replica('6479', 6379, {link})], {at}),
    })
    const apart: LabEvent = {on: 'polled', snapshot: snapshotOf([master('6379'), master('6479')], {at: 900})}
    const follows: readonly LabEvent[] = [
      {on: 'typed', id: 1, by: 'learner', typed: 'x', at: 1000},
      {on: 'ended', id: 1, outcome: {...replied('REPLICAOF 127.0.0.1 6379', ok, '6479'), at: 1000, ms: 2}},
      {on: 'finished', id: 1},
    ]
    const events = [apart, ...follows, linked('down', 1005), linked('down', 3100)]
    const [first = ''] = said_(...events)
    const then = said_(...events, ...line(2, 4000), linked('up', 6100), linked('up', 6200))
    expect(then).toEqual([`${first}; link of 6479 to 6379 is up`, undefined])
  })

  test('of what was said already, not again', () => {
    // A line that began before the first was over, and ends after what that changed was told.
    const [began, ...rest] = line(1, 1000, 'REPLICAOF NO ONE')
    const events = [
      reading(14, 14, 900),
      began,
      ...line(2, 1010),
      reading(62, 62, 1015),
      ...rest,
      reading(62, 62, 1020),
      reading(62, 62, 1500),
    ]
    expect(said_(...events.flatMap(event => event ?? []))).toEqual([undefined, moved])
  })

  test('nothing of offsets while another client writes', () => {
    const traffic: LabEvent = {on: 'traffic', event: {is: 'began', rate: 20}}
    expect(said_(traffic, reading(14, 14, 900), ...line(1, 1000), reading(62, 62, 1005))).toEqual([undefined])
  })

  test("not of the lab's own lines, nor while it is switched off, nor of nodes that are gone", () => {
    expect(said_(reading(14, 14, 900), ...line(1, 1000, 'SET a 1', 'lab'), reading(62, 62, 1005))).toEqual([
      undefined,
    ])
    const off: LabEvent = {on: 'feedback', what: 'changes', is: false}
    expect(said_(off, reading(14, 14, 900), ...line(1, 1000), reading(62, 62, 1005))).toEqual([undefined])
    const starting: LabEvent = {on: 'starting', stage: 'standalone'}
    expect(said_(reading(14, 14, 900), ...line(1, 1000), starting, reading(62, 62, 1005))).toEqual([
      undefined,
    ])
  })
})

test('A failover that had begun before the line is not its effect, unless it was sent to one of the two nodes', () => {
  const entryOf = (kind: TimelineEntry['kind'], at: number, more: Partial<TimelineEntry> = {}) =>
    ({kind, at, node: '6381', values: {slots: '10923-16383'}, from: ['lab'], ...more}) as TimelineEntry
  const timeline = [
    entryOf('killed', 1000),
    entryOf('won', 6000, {node: '6481', other: '6381', from: ['6481']}),
  ]
  const before = snapshotOf([replica('6481', 6381)])
  const now = snapshotOf([master('6481')])
  const changed = (to: readonly NodeName[]) =>
    effectsOf({wrote: [], ordered: true, to, began: 5000, over: 5001}, before, now, {timeline}).sentences
  expect(changed(['6379'])).toEqual([])
  expect(changed(['6481']).map(one => one.key)).toEqual(['what-changed.master'])
})
