// What the timeline makes of what the lab is told: of recorded failovers and synchronizations, event by event, and of single events by hand.

import {describe, expect, test} from 'vitest'
import {quorumAgainst} from '../../../../src/model/cluster/cluster-view.ts'
import {type NodeName, portOf, rosterAt, sixNodes} from '../../../../src/model/cluster/node.ts'
import type {Answered, Reading, Snapshot} from '../../../../src/model/cluster/snapshot.ts'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import type {LabEvent, LabState} from '../../../../src/model/state/lab-state.ts'
import {translate} from '../../../../src/model/text/messages.ts'
import {timelineRows} from '../../../../src/model/timeline/describe.ts'
import {type TimelineEntry, withEntry} from '../../../../src/model/timeline/entry.ts'
import {chaptersOf, failoversOf} from '../../../../src/model/timeline/failover.ts'
import {createUpdate} from '../../../../src/model/update/update.ts'
import {recordedEvents, type Story} from '../../recorded/events.ts'
import {recorded, recordedAt} from '../../recorded/recording.ts'
import {clusterMaster, late, master, replica, silent, snapshotOf} from '../readings.ts'

const update = createUpdate([])
const played = (events: readonly LabEvent[]): LabState => events.reduce(update, initialState())
const told = (story: Story) => played(recordedEvents(story)).timeline

/** `won 6481 6381`: what happened, to whom, and who else is in it. */
const inShort = (timeline: readonly TimelineEntry[]) =>
  timeline.map(({kind, node, other}) => [kind, node, other].filter(Boolean).join(' '))

/** The parts of `all` that are in `wanted`, in the order of `all`. */
const ids = (node: NodeName) => node.padEnd(40, '0')
const only = (all: readonly string[], wanted: readonly string[]) => all.filter(one => wanted.includes(one))

describe('A master is killed', () => {
  const course = [
    'killed 6381',
    'linkLost 6481 6381',
    'failed 6381 6481',
    'stateFail 6481',
    'delayed 6481',
    'election 6481',
    'voted 6379 6481',
    'voted 6380 6481',
    'won 6481 6381',
    'stateOk 6481',
    'started 6381',
    'follows 6381 6481',
    'partialRefused 6481',
    'fullSync 6381 6481',
  ]

  test('and everything that follows is told once, in order', () => {
    expect(only(inShort(told('kill')), course)).toEqual(course)
  })

  test('each of the others comes to suspect it, the masters among them have a vote', () => {
    const suspecting = told('kill').filter(({kind}) => kind === 'suspected')
    expect(new Set(suspecting.map(({node}) => node))).toEqual(new Set(['6381']))
    const voters = suspecting.filter(({values}) => values['votes'] === 1).map(({other}) => other)
    expect(voters.sort()).toEqual(['6379', '6380'])
    expect(told('kill').find(({kind}) => kind === 'failed')?.by).toEqual(['6379', '6380'])
  })

  test('its replica waits as its log says, and takes over the slots with the epoch of its election', () => {
    const find = (wanted: TimelineEntry['kind']) => told('kill').find(({kind}) => kind === wanted)
    expect(find('delayed')?.values).toEqual({ms: 908, rank: 0, offset: 110})
    expect(find('won')).toMatchObject({values: {epoch: 7, slots: '10923-16383'}, from: ['6481', 'poll']})
    expect(find('fullSync')?.values).toEqual({bytes: 172})
  })

  test('and writes to its slots failed from the signal to the election', () => {
    const [failover, ...more] = failoversOf(told('kill'))
    expect(more).toEqual([])
    expect(failover).toMatchObject({
      is: 'died',
      owner: '6381',
      promoted: '6481',
      slots: '10923-16383',
      ms: 2821,
    })
  })
})

test('A master that is paused is replaced too, though no link is lost, and follows the new master when it wakes', () => {
  const kinds = inShort(told('pause'))
  expect(kinds).not.toContainEqual(expect.stringMatching(/^linkLost/))
  const course = ['paused 6380', 'failed 6380 6381', 'won 6480 6380', 'resumed 6380', 'follows 6380 6480']
  expect(only(kinds, course)).toEqual(course)
  expect(failoversOf(told('pause'))).toMatchObject([{is: 'died', ms: 2423, slots: '5461-10922'}])
})

test('A manual failover costs what the old master held back', () => {
  const [failover] = failoversOf(told('manual'))
  expect(failover).toMatchObject({is: 'asked', owner: '6379', promoted: '6479', slots: '0-5460', ms: 43})
  expect(inShort(told('manual'))[0]).toBe('manual 6479 6379')
})

describe('A manual failover that times out', () => {
  const line = {do: 'command', node: '6481', words: ['CLUSTER', 'FAILOVER']} as const
  const ok = {is: 'replied', reply: {type: 'status', text: 'OK'}} as const
  const asked: readonly LabEvent[] = [
    {on: 'polled', snapshot: recorded('cluster')},
    {on: 'typed', id: 1, by: 'learner', typed: '@6481 CLUSTER FAILOVER', at: recordedAt},
    {on: 'ended', id: 1, outcome: {action: line, at: recordedAt, ms: 1, ...ok}},
    {on: 'finished', id: 1},
  ]
  const at = (second: number, role: string, text: string) =>
    `1:${role} 29 Nov 2026 10:00:0${second}.000 * ${text}`
  const accepted = at(0, 'S', 'Manual failover user request accepted.')
  const offset = at(0, 'S', 'Received replication offset for paused master manual failover: 110')
  const ready = at(0, 'S', 'All master replication stream processed, manual failover can start.')
  const forced = at(0, 'S', 'Forced failover user request accepted.')

  test.each<[lines: readonly string[], role: 'M' | 'S', said: string]>([
    [
      [accepted],
      'S',
      '6481: the manual failover timed out: 6381 did not answer; it is silent, or did not know 6481 as its replica yet',
    ],
    [
      [accepted, offset, ready, accepted, offset],
      'S',
      '6481: the manual failover timed out: it did not receive all data that 6381 had',
    ],
    [[accepted, offset, ready], 'S', '6481: the manual failover timed out: too few masters voted for it'],
    [[forced], 'S', '6481: the manual failover timed out: too few masters voted for it'],
    [[accepted], 'M', '6481 stays master and accepts writes again: the manual failover timed out'],
  ])('says what it waited for, in the timeline and under the line: %j, %s', (lines, role, said) => {
    const {timeline, roster, entries} = played([
      ...asked,
      {on: 'logged', node: '6481', lines: [...lines, at(5, role, 'Manual failover timed out.')]},
    ])
    const row = timelineRows(timeline, roster).at(-1)
    expect([row?.sentence, entries[0]?.changed].map(one => one && translate('en', one))).toEqual([said, said])
  })
})

describe('A node that is not of the lab', () => {
  const view = (flags: readonly string[]) => {
    const reading = clusterMaster('6379', ['0-9'], {sees: {25500: ['10-19']}})
    const {nodes = [], info = {}} = reading.cluster ?? {}
    const seen = nodes.map(line => (line.port === 25500 ? {...line, flags: ['master', ...flags]} : line))
    return snapshotOf([{...reading, cluster: {info, nodes: seen}}], {stage: 'cluster'})
  }
  const rowsOf = (events: readonly LabEvent[]) => {
    const {timeline, roster} = played(events)
    return timelineRows(timeline, roster).map(({sentence}) => translate('en', sentence))
  }
  const log = (text: string): LabEvent => ({
    on: 'logged',
    node: '6379',
    lines: [`1:M 29 Nov 2026 10:00:00.000 * ${text}`],
  })

  test('is suspected like one of ours, as polling sees it', () => {
    const polls = [[], ['fail?'], ['fail?'], ['fail']].map(
      (flags, i): LabEvent => ({on: 'polled', snapshot: {...view(flags), at: 1000 + i}}),
    )
    expect(rowsOf(polls)).toEqual(['25500 is suspected (fail?) by 6379'])
  })

  test('fails and is back, as the logs of ours say', () => {
    const id = ids('25500')
    expect(
      rowsOf([
        {on: 'polled', snapshot: view([])},
        log(`Marking node ${id} () as failing (quorum reached).`),
        log(
          `Clear FAIL state for node ${id} (): is reachable again and nobody is serving its slots after some time.`,
        ),
      ]),
    ).toEqual([
      '25500 is marked fail: 6379 counted a majority (6379)',
      '25500 is reachable again and no longer fail (first reported by 6379)',
    ])
  })
})

test('A replica that won with old votes and followed its master again did not replace it', () => {
  const entry = {from: ['6481'], values: {}} as const
  const timeline: readonly TimelineEntry[] = [
    {...entry, at: 1000, kind: 'manual', node: '6481', other: '6381'},
    {...entry, at: 1002, kind: 'won', node: '6481', other: '6381', values: {slots: '10923-16383'}},
    {...entry, at: 1097, kind: 'follows', node: '6481', other: '6381'},
  ]
  const [heading] = timelineRows(timeline, rosterAt(6379))
  expect(heading && translate('en', heading.sentence)).toBe(
    '6481 replaced 6381 for 0.095 s only · slots 10923-16383 · 6381 has the higher epoch and stays their master',
  )
})

test('Synchronizations are full or partial, with their size and why not partial', () => {
  const of = (...kinds: readonly TimelineEntry['kind'][]) =>
    told('sync')
      .filter(({kind}) => kinds.includes(kind))
      .map(({kind, node, values}) => [kind, node, values['bytes'] ?? values['because']])
  expect(of('fullSync', 'partialSync', 'partialRefused', 'promoted')).toEqual([
    ['partialRefused', '6379', 'Replication ID mismatch'],
    ['fullSync', '6380', 172],
    ['partialSync', '6380', 0],
    ['partialRefused', '6379', 'lack of backlog'],
    ['fullSync', '6380', 1530],
    ['promoted', '6380', undefined],
  ])
})

describe('Where no log tells', () => {
  const polls = (...situations: readonly Parameters<typeof recorded>[0][]) =>
    played([
      {on: 'ready', roster: rosterAt(6379)},
      ...situations.map(
        (one, i): LabEvent => ({on: 'polled', snapshot: recorded(one, recordedAt + 1000 * i)}),
      ),
    ])

  test('two snapshots do', () => {
    const {timeline} = polls('cluster', 'killed', 'suspected', 'failed', 'promoted', 'returned')
    const kinds = inShort(timeline)
    const course = ['killed 6381', 'linkLost 6481 6381', 'slots 6481 6381', 'follows 6381 6481']
    expect(only(kinds, course)).toEqual(course)
    expect(timeline.every(({from}) => from[0] === 'poll')).toBe(true)
    expect(failoversOf(timeline)).toMatchObject([{is: 'died', ms: 4000}])
  })

  test('a failover that is not over has no end', () => {
    const [failover] = failoversOf(polls('cluster', 'killed', 'failed').timeline)
    expect(failover).toMatchObject({owner: '6381', slots: '10923-16383'})
    expect(failover).not.toHaveProperty('ms')
  })

  test('a node that is frozen from elsewhere stops answering, and responds again', () => {
    const healthy = snapshotOf([replica('6380', 6379)])
    const mute = snapshotOf(
      [{...silent('6380', 'noAnswer', {role: 'slave', master_port: '6379'}), since: 6000}],
      {at: 6300},
    )
    const {timeline} = played([
      {on: 'polled', snapshot: healthy},
      {on: 'polled', snapshot: mute},
      {on: 'polled', snapshot: snapshotOf([replica('6380', 6379)], {at: 9000})},
    ])
    expect(timeline.map(({kind, at}) => [kind, at])).toEqual([
      // Not earlier than the last poll that it answered.
      ['silent', 5000],
      ['answering', 9000],
    ])
  })
})

describe('The computer, not the nodes', () => {
  const all = (because: 'noAnswer', at: number, but: readonly NodeName[] = []) =>
    snapshotOf(
      sixNodes.map(node => (but.includes(node) ? master(node) : {...silent(node, because), since: at})),
      {at},
    )
  const healthy = (at: number) => snapshotOf([], {at})
  const kindsOf = (...events: readonly LabEvent[]) =>
    inShort(played([{on: 'ready', roster: rosterAt(6379)}, ...events]).timeline)
  const polled = (snapshot: Snapshot): LabEvent => ({
    on: 'polled',
    snapshot,
  })

  test('was at fault if no node answered: one row, and none of nodes that answer again', () => {
    expect(
      kindsOf(
        polled(healthy(1000)),
        polled(all('noAnswer', 2000)),
        polled(all('noAnswer', 2100)),
        polled(healthy(3000)),
      ),
    ).toEqual(['allSilent 6379'])
  })

  test('but a node that stays silent when the others answer is reported', () => {
    const others = sixNodes.filter(node => node !== '6480')
    expect(
      kindsOf(polled(healthy(1000)), polled(all('noAnswer', 2000)), polled(all('noAnswer', 3000, others))),
    ).toEqual(['allSilent 6379', 'silent 6480'])
  })

  test('held the lab up: one row that says for how long', () => {
    const {timeline, roster} = played([polled(healthy(1000)), {on: 'heldUp', at: 1100, ms: 612}])
    const sentences = timelineRows(timeline, roster).map(({sentence}) => translate('en', sentence))
    expect(sentences).toEqual([
      'the lab itself was held up for 0.6 s (a busy or sleeping computer): it saw what happened meanwhile only afterwards',
    ])
  })
})

describe('A node is known by its id', () => {
  // 6381 announces port 12345 to the others.
  const seen = (node: NodeName, flags: readonly string[]) => {
    const reading = clusterMaster(node, ['0-5460'], {sees: {12345: ['10923-16383']}})
    const [own, line] = reading.cluster?.nodes ?? []
    if (!own || !line) throw new Error('no lines')
    return {...reading, cluster: {info: {}, nodes: [own, {...line, id: ids('6381'), flags}]}}
  }
  const at = (
    flags: readonly string[],
    when: number,
    last: Reading = clusterMaster('6381', ['10923-16383']),
  ) => snapshotOf([seen('6379', flags), last], {at: when, stage: 'cluster'})
  const down: Reading = {
    ...silent('6381', 'notRunning', {role: 'master'}),
    last: {runId: 'x', keys: 0, id: ids('6381')},
  }

  test('though the others list it under an announced port', () => {
    const {timeline} = played([
      {on: 'polled', snapshot: at(['master'], 1000)},
      {on: 'polled', snapshot: at(['master', 'fail?'], 2000, down)},
      {
        on: 'logged',
        node: '6379',
        lines: [
          `1:M 22 Nov 2026 10:59:41.577 * FAIL message received from ${ids('6380')} about ${ids('6381')}`,
        ],
      },
    ])
    expect(inShort(timeline)).toEqual(['killed 6381', 'suspected 6381 6379'])
    expect(timeline[0]?.values).toEqual({slots: '10923-16383'})
  })
})

test('What a node did while it was late is told when it answers again; of another process nothing is', () => {
  const before = clusterMaster('6379', ['0-99'], {sees: {6380: ['200'], 6381: ['300']}})
  const after = clusterMaster('6379', ['0-100'], {sees: {6380: ['200']}})
  const toldOf = (now: Answered) => {
    const readings = [before, late(before, 2000), now]
    const others = [clusterMaster('6380', ['200']), clusterMaster('6381', ['300'])]
    const {timeline} = played(
      readings.map((one, i) => ({
        on: 'polled',
        snapshot: snapshotOf([one, ...others], {at: 1000 * (i + 1), stage: 'cluster'}),
      })),
    )
    return inShort(timeline)
  }
  expect(toldOf(after)).toEqual(['silent 6379', 'answering 6379', 'forgotten 6381 6379', 'assigned 6379'])
  expect(toldOf({...after, runId: 'another'})).toEqual(['silent 6379', 'answering 6379'])
})

test("A process's end counts from the keeper's word, and a crash from the log", () => {
  const ended: Reading = {
    ...silent('6381', 'notRunning'),
    process: {is: 'killed', endedAt: 1234},
    since: 1234,
  }
  const crash = '1:M 22 Nov 2026 10:59:41.577 # Redis 7.0.15 crashed by signal: 11, si_code: 2'
  const {timeline, roster} = played([
    {on: 'polled', snapshot: snapshotOf([], {at: 1000})},
    {on: 'polled', snapshot: snapshotOf([ended], {at: 1900})},
    {on: 'logged', node: '6380', lines: [crash]},
  ])
  expect(timeline.map(({kind, from}) => [kind, from])).toEqual([
    ['killed', ['keeper']],
    ['exited', ['6380']],
  ])
  expect(timeline[0]?.at).toBe(1234)
  const [, crashed] = timelineRows(timeline, roster)
  expect(crashed && translate('en', crashed.sentence)).toBe('6380 crashed (signal 11)')
})

test('The outage of a node that was silent before it ended counts from its silence', () => {
  const owner = {node: '6381', values: {slots: '1'}, from: ['poll']} as const
  const won: TimelineEntry = {at: 900, kind: 'won', node: '6481', other: '6381', values: {}, from: ['6481']}
  const timeline: readonly TimelineEntry[] = [
    {...owner, at: 100, kind: 'silent'},
    {...owner, at: 400, kind: 'exited'},
    won,
  ]
  expect(failoversOf(timeline)).toMatchObject([{ms: 800}])
})

test('What only polling knows of an outage is an upper bound, and says so', () => {
  const won: TimelineEntry = {at: 3400, kind: 'won', node: '6481', other: '6381', values: {}, from: ['6481']}
  const silent: TimelineEntry = {at: 1000, kind: 'silent', node: '6381', values: {slots: '1'}, from: ['poll']}
  const [heading] = timelineRows([silent, won], rosterAt(6379))
  const words = (language: 'en' | 'zh') => heading && translate(language, heading.sentence)
  expect([words('en'), words('zh')]).toEqual([
    "6481 replaced 6381 · slots 1 · no writes for at most 2.4 s, from the last poll that it answered to 6481's log",
    '6481 接替 6381 · 槽 1 · 至多 2.4 秒无法写入，从最后一次有响应的轮询到 6481 的日志',
  ])
})

test('The quorum is named only if polling saw it', () => {
  const says = (node: NodeName, flags: readonly string[]) => {
    const reading = clusterMaster(node, [node], {sees: {6381: ['1']}})
    const lines = reading.cluster?.nodes.map(line => (line.port === 6381 ? {...line, flags} : line)) ?? []
    return {...reading, cluster: {info: {}, nodes: lines}}
  }
  const masters = (suspecting: number) =>
    snapshotOf([
      ...(['6379', '6380', '6479', '6480'] as const).map((node, i) =>
        says(node, i < suspecting ? ['master', 'fail?'] : ['master']),
      ),
      clusterMaster('6381', ['1']),
    ])
  expect(quorumAgainst('6381', masters(2))).toBeUndefined()
  expect(quorumAgainst('6381', masters(3))).toEqual(['6379', '6380', '6479'])
})

describe('A log says', () => {
  const rowsOf = (node: NodeName, ...texts: readonly string[]) => {
    const {timeline, roster} = played([
      {
        on: 'polled',
        snapshot: snapshotOf([
          clusterMaster('6379', ['0-5460']),
          clusterMaster('6381', ['10923-16383']),
          replica('6481', 6381),
        ]),
      },
      {on: 'logged', node, lines: texts.map(text => `1:S 22 Nov 2026 10:59:41.577 * ${text}`)},
    ])
    return timelineRows(timeline, roster).map(({sentence}) => translate('en', sentence))
  }

  test.each<[NodeName, string, string]>([
    [
      '6481',
      'PRIMARY timeout: no data nor PING received...',
      '6481 closed the link to 6381, its master: nothing arrived for repl-timeout',
    ],
    [
      '6381',
      'Disconnecting timedout replica (streaming sync): 127.0.0.1:6481',
      '6381 closed the link to 6481, its replica: no acknowledgment for repl-timeout',
    ],
    [
      '6381',
      'Client id=7 addr=127.0.0.1:41076 scheduled to be closed ASAP for overcoming of output buffer limits.',
      '6381 closed a connection that read too slowly: its output buffer passed the limit (client-output-buffer-limit)',
    ],
    ['6379', `NODE ${ids('6381')} () possibly failing.`, '6381 is suspected (fail?) by 6379'],
    [
      '6379',
      `Slot migration {name: ${ids('6481')}, operation: export, target_node_id: ${ids('6381')}, slots: 0-99} finished. State: failed, Message: Connection lost to target.`,
      '6379: the migration of the slots 0-99 ended without success: Connection lost to target',
    ],
    [
      '6379',
      `Import task ${ids('6481')} failed: slots=0-99, err=Cancelled due to user request (state: x, rdb_channel_state: y)`,
      '6379: the migration of the slots 0-99 ended without success: Cancelled due to user request',
    ],
    [
      '6481',
      `Failover election in progress for epoch 1, but received a claim from node ${ids('6379')} (127.0.0.1:6379) with an equal or higher epoch 3. Resetting the election since we cannot win an election in the past.`,
      '6481 cannot fail over: Failover election in progress for epoch 1, but received a claim with an equal or higher epoch 3',
    ],
    ['6379', 'Redis is now ready to exit, bye bye...', '6379 was stopped'],
  ])('%s: %s', (node, text, sentence) => {
    expect(rowsOf(node, text)).toEqual([sentence])
  })

  const [asked, accepted] = [
    'Replica 127.0.0.1:6481 asks for synchronization',
    'Partial resynchronization request from 127.0.0.1:6481 accepted. Sending 0 bytes of backlog starting from offset 2.',
  ]

  test('a full synchronization where the RDB has a connection of its own', () => {
    for (const prefix of ['', 'Dual channel replication: ']) {
      expect(rowsOf('6481', `${prefix}PSYNC is not possible, initialize RDB channel.`)).toEqual([
        '6481: full resynchronization from 6381',
      ])
      const sending = `${prefix}Sending to replica 127.0.0.1:6481 RDB end offset 1 and client-id 5`
      expect(rowsOf('6381', asked, sending, asked, accepted)).toEqual([])
      expect(rowsOf('6381', asked, sending, asked, accepted, asked, accepted)).toEqual([
        '6481: partial resynchronization from 6381, 0 bytes of backlog',
      ])
    }
  })

  test('nothing of a stop when a shutdown begins: it may be aborted', () => {
    expect(rowsOf('6379', 'User requested shutdown...', 'Shutdown manually aborted.')).toEqual([])
  })
})

test('Suspicions in the logs of several nodes, one shortly after the other, are one row', () => {
  const suspected = (at: number, other: NodeName): TimelineEntry => ({
    at,
    kind: 'suspected',
    node: '6381',
    other,
    values: {votes: 1},
    from: [other],
  })
  const rows = timelineRows(
    [suspected(1000, '6379'), suspected(1090, '6380'), suspected(2000, '6480')],
    rosterAt(6379),
  )
  expect(rows.map(({time, sentence}) => [time.slice(-8), translate('en', sentence)]).slice(1)).toEqual([
    ['+1.000 s', '6381 is suspected (fail?) by 6480'],
  ])
  expect(rows.map(({sentence}) => translate('en', sentence))[0]).toBe(
    '6381 is suspected (fail?) by 6379, 6380',
  )
})

describe('A master in a row', () => {
  const told = (node: NodeName, ...lines: readonly string[]) =>
    played([
      {on: 'polled', snapshot: snapshotOf([replica('6481', 6381)])},
      {
        on: 'logged',
        node,
        lines: lines.map(text => `1:S 22 Nov 2026 10:59:41.577 * ${text}`),
      },
    ]).timeline.map(({kind, other, values}) => [kind, other ?? values['otherPort']])
  const full = `Full resync from master: ${'a'.repeat(40)}:110`

  test.each([
    ['MASTER 127.0.0.1:6379', '6379'],
    ['PRIMARY 127.0.0.1:6379', '6379'],
    ['MASTER 127.0.0.1:7000', 7000],
  ])('is the one that the log connected to: %s', (to, other) => {
    expect(told('6481', `Connecting to ${to}`, full)).toEqual([['fullSync', other]])
  })

  test('is the last known one if the log does not say', () => {
    expect(told('6481', full)).toEqual([['fullSync', '6381']])
  })
})

describe('A timeline', () => {
  const entry = (more: Partial<TimelineEntry>): TimelineEntry => ({
    at: 1000,
    kind: 'linkLost',
    node: '6481',
    other: '6381',
    values: {},
    from: ['poll'],
    ...more,
  })

  test("has one entry where two tell, and the log's time, in either order", () => {
    const log = entry({at: 803, from: ['6481']})
    expect(withEntry([log], entry({}))).toEqual([{...log, from: ['6481', 'poll']}])
    expect(withEntry([entry({})], log)).toEqual([{...log, from: ['6481', 'poll']}])
  })

  test.each<[string, Partial<TimelineEntry>]>([
    ['the same witness tells again', {from: ['poll'], at: 1400}],
    ['it is long ago', {from: ['6481'], at: 3001}],
    ['it is of another node', {from: ['6481'], node: '6480'}],
    ['it is with another node', {from: ['6481'], other: '6380'}],
  ])('has two where %s', (_, more) => {
    expect(withEntry([entry({})], entry(more))).toHaveLength(2)
  })

  test('is in order of time, whatever comes late', () => {
    const late = entry({at: 10, node: '6480', other: '6380'})
    expect(withEntry([entry({})], late).map(({at}) => at)).toEqual([10, 1000])
  })

  test('keeps the newest five hundred', () => {
    const many = Array.from({length: 600}, (_, i) => entry({at: i * 3000}))
    const kept = many.reduce<readonly TimelineEntry[]>(withEntry, [])
    expect([kept.length, kept[0]?.at, kept.at(-1)?.at]).toEqual([500, 300_000, 1_797_000])
  })

  test('is of one stage: the next begins with none', () => {
    expect(update(played(recordedEvents('manual')), {on: 'starting', stage: 'bare'}).timeline).toEqual([])
  })

  test('stays the same object where nothing happened', () => {
    const state = played(recordedEvents('manual'))
    const connecting = '1:S 22 Nov 2026 10:59:41.578 * Connecting to MASTER 127.0.0.1:20100'
    const after = update(state, {on: 'logged', node: '6379', lines: [connecting]})
    expect(after).toEqual({...state, logs: [...state.logs, {node: '6379', text: connecting}]})
    expect(after.timeline).toBe(state.timeline)
    const {snapshot} = state
    expect(snapshot && update(state, {on: 'polled', snapshot}).timeline).toBe(state.timeline)
  })

  test('takes no harm from ids and ports of strangers, nor from lines before the first look', () => {
    const stranger = 'f'.repeat(40)
    const lines = [
      `1:S 22 Nov 2026 10:59:41.577 * Marking node ${stranger} as failing (quorum reached).`,
      `1:M 22 Nov 2026 10:59:41.578 # Failover auth granted to ${stranger} for epoch 7`,
      "1:S 22 Nov 2026 10:59:41.579 * REPLICAOF 127.0.0.1:1 enabled (user request from 'id=3')",
    ]
    const {timeline} = played([
      {on: 'logged', node: '6379', lines},
      {on: 'polled', snapshot: snapshotOf([])},
    ])
    expect(timeline.map(({kind, other}) => [kind, other])).toEqual([
      ['voted', undefined],
      ['follows', undefined],
    ])
  })
})

describe('A chapter', () => {
  const at = (ms: number, kind: TimelineEntry['kind'], node: NodeName = '6380'): TimelineEntry => ({
    at: ms,
    kind,
    node,
    values: {},
    from: [node],
  })

  test('begins with an action, and after a long silence', () => {
    const timeline = [
      at(0, 'killed'),
      at(500, 'linkLost', '6480'),
      at(3000, 'started'),
      at(70_000, 'linkLost'),
    ]
    expect(chaptersOf(timeline).map(({begin, entries}) => [begin, entries.length])).toEqual([
      [0, 2],
      [3000, 1],
      [70_000, 1],
    ])
  })

  test('of a failover holds what is done while it is under way', () => {
    const chapters = chaptersOf(told('kill'))
    expect(
      chapters.map(({begin, failover}) => [failover?.promoted, begin - (chapters[0]?.begin ?? 0)]),
    ).toEqual([
      ['6481', 0],
      [undefined, 2969],
    ])
  })
})

describe('In words', () => {
  const sentences = (story: Story, language: 'en' | 'zh' = 'en') => {
    const {timeline, roster} = played(recordedEvents(story))
    return {
      port: (node: NodeName) => portOf(node, roster),
      rows: timelineRows(timeline, roster).map(
        ({time, sentence}) => `${time} ${translate(language, sentence)}`,
      ),
    }
  }

  test('a failover has its sum above it, and each entry its time', () => {
    const {rows, port} = sentences('kill')
    const [heir, owner] = [port('6481'), port('6381')]
    expect(rows[0]).toBe(
      ` ${heir} replaced ${owner} · slots 10923-16383 · no writes for 2.821 s, from the signal to ${heir}'s log`,
    )
    expect(rows[1]).toMatch(new RegExp(`^\\d\\d:\\d\\d:\\d\\d ${owner} was killed$`))
    expect(rows).toContain(`+2.817 s ${port('6379')} votes for ${heir}, epoch 7`)
    expect(rows).toContain(
      `+2.821 s ${heir} won the election, epoch 7: it now serves 10923-16383 of ${owner}`,
    )
    expect(rows).toContain(`+0.004 s the old master ${owner} is back as a replica of ${heir}`)
  })

  test('those who come to suspect between two looks are one row, and its time is no more exact than it is known', () => {
    const {rows, port} = sentences('kill')
    const others = (['6379', '6479', '6480', '6481'] as const).map(port).join(', ')
    expect(rows).toContain(`~1.4 s ${port('6381')} is suspected (fail?) by ${port('6380')}`)
    expect(rows).toContain(`~1.5 s ${port('6381')} is suspected (fail?) by ${others}`)
  })

  test.each<[Story]>([['kill'], ['pause'], ['manual'], ['sync']])('nothing is left out in %s', story => {
    for (const language of ['en', 'zh'] as const)
      for (const row of sentences(story, language).rows) expect(row).not.toMatch(/[{}?]{2}|undefined|\{|\}/)
  })
})

test('A master nobody follows is promoted, not elected', () => {
  const {timeline} = played([
    {on: 'polled', snapshot: snapshotOf([replica('6380', 6379)])},
    {on: 'polled', snapshot: snapshotOf([master('6380')])},
  ])
  expect(inShort(timeline)).toEqual(['promoted 6380'])
})
