// Lines as real servers wrote them (Redis 7.0.15; Valkey 8.0 where it says primary), and what they tell.

import {describe, expect, test} from 'vitest'
import {type LogEvent, type LogEventName, parseLogLine} from '../../../../src/model/timeline/log-line.ts'
import {recordedEvents, stories} from '../../recorded/events.ts'

const a = '7eb710cef7027c328f8aa61745da846835913ee4'
const b = '975407434f9dea55046ee474691637f6656c4f89'
const line = (text: string, role = 'S') => `16999:${role} 22 Nov 2026 10:59:41.577 * ${text}`

test('A line has its moment to the millisecond, its process, its role and its text', () => {
  expect(parseLogLine('16999:M 22 Nov 2026 10:59:41.577 # Server initialized')).toEqual({
    at: new Date(2026, 10, 22, 10, 59, 41, 577).getTime(),
    pid: 16999,
    role: 'M',
    text: 'Server initialized',
  })
})

test.each([
  [
    'a message of a signal handler',
    '16999:signal-handler (1795345186) Received SIGTERM scheduling shutdown...',
  ],
  ['the second line of a message', 'Not a line of its own'],
  ['nothing', ''],
])('%s is no line', (_, text) => {
  expect(parseLogLine(text)).toBeUndefined()
})

describe('A line tells', () => {
  test.each<[LogEventName, string, Omit<LogEvent, 'what'>]>([
    ['started', 'oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo', {}],
    ['started', 'oO0OoO0OoO0Oo Valkey is starting oO0OoO0OoO0Oo', {}],
    ['stopped', 'Redis is now ready to exit, bye bye...', {}],
    ['linkLost', 'Connection with master lost.', {}],
    ['linkLost', 'Connection with primary lost.', {}],
    ['masterCached', 'Caching the disconnected master state.', {}],
    ['replicaLost', 'Connection with replica 127.0.0.1:20100 lost.', {port: 20100}],
    [
      'connectFailed',
      'Error condition on socket for SYNC: Connection refused',
      {because: 'Connection refused'},
    ],
    ['failed', `Marking node ${b} as failing (quorum reached).`, {about: b}],
    ['failed', `Marking node ${b} () as failing (quorum reached).`, {about: b}],
    ['failHeard', `FAIL message received from ${a} about ${b}`, {id: a, about: b}],
    ['failHeard', `FAIL message received from ${a} (shop-1) about ${b} (shop-2)`, {id: a, about: b}],
    [
      'failCleared',
      `Clear FAIL state for node ${b}: replica is reachable again.`,
      {about: b, because: 'replica is reachable again'},
    ],
    ['state', 'Cluster state changed: fail', {state: 'fail'}],
    [
      'electionDelayed',
      'Start of election delayed for 908 milliseconds (rank #0, offset 110).',
      {ms: 908, rank: 0, offset: 110},
    ],
    [
      'electionDelayed',
      'Start of election delayed for 763 milliseconds (rank #1, primary rank #0, offset 14).',
      {ms: 763, rank: 1, offset: 14},
    ],
    ['rankChanged', 'Replica rank updated to #1, added 1000 milliseconds of delay.', {rank: 1, ms: 1000}],
    ['electionStarted', 'Starting a failover election for epoch 7.', {epoch: 7}],
    [
      'electionStuck',
      'Currently unable to failover: Waiting for votes, but majority still not reached.',
      {because: 'Waiting for votes, but majority still not reached'},
    ],
    ['voted', `Failover auth granted to ${a} for epoch 7`, {id: a, epoch: 7}],
    ['voteDenied', `Failover auth denied to ${a}: its master is up`, {id: a, because: 'its master is up'}],
    [
      'voteDenied',
      `Failover auth denied to ${a} (): can't vote about this master before 1874 milliseconds`,
      {id: a, because: "can't vote about this master before 1874 milliseconds"},
    ],
    [
      'voteDenied',
      `Failover auth denied to ${a}: reqEpoch (6) < curEpoch(7)`,
      {id: a, because: 'reqEpoch (6) < curEpoch(7)'},
    ],
    ...(['', ' ()', ' (shop-1)'] as const).flatMap(name => [
      // Redis 7.0; Redis 7.2 to 8.6, which write no blank; Valkey.
      ...[': ', ':'].flatMap(colon =>
        ['replica', 'master without slots', 'primary without slots'].map(
          (who): [LogEventName, string, Omit<LogEvent, 'what'>] => [
            'failCleared',
            `Clear FAIL state for node ${b}${name}${colon}${who} is reachable again.`,
            {about: b, because: `${who} is reachable again`},
          ],
        ),
      ),
      // Redis 7.2 to 8.6 write a blank before the colon; Valkey 9.1 names the epoch.
      ...[': ', ' : '].map((colon): [LogEventName, string, Omit<LogEvent, 'what'>] => [
        'voteDenied',
        `Failover auth denied to ${a}${name}${colon}can't vote for any replica`,
        {id: a, because: "can't vote for any replica"},
      ]),
      [
        'voteDenied',
        `Failover auth denied to ${a}${name} for epoch 12: its primary is up`,
        {id: a, epoch: 12, because: 'its primary is up'},
      ] as [LogEventName, string, Omit<LogEvent, 'what'>],
      ['orphanAdopted', `Migrating to orphaned master ${b}${name}`, {about: b}] as [
        LogEventName,
        string,
        Omit<LogEvent, 'what'>,
      ],
    ]),
    [
      'voteDenied',
      `Failover auth denied to ${a} shop-1: its master is up`,
      {id: a, because: 'its master is up'},
    ],
    ['attemptExpired', 'Failover attempt expired.', {}],
    [
      'electionStuck',
      'Currently unable to failover: Failover attempt expired.',
      {because: 'Failover attempt expired'},
    ],
    ['masterForced', "Forced failover primary request accepted (primary request from 'x').", {}],
    ['won', "Failover election won: I'm the new master.", {}],
    ['won', "Failover election won: I'm the new primary.", {}],
    ['epochSet', 'configEpoch set to 15 after successful failover', {epoch: 15}],
    ['epochTaken', 'New configEpoch set to 4', {epoch: 4}],
    ['tookOver', 'Taking over the master (user request).', {}],
    ['reconfigured', `Configuration change detected. Reconfiguring myself as a replica of ${a}`, {id: a}],
    [
      'reconfigured',
      `Configuration change detected. Reconfiguring myself as a replica of node ${a} () in shard x`,
      {id: a},
    ],
    ['manualAccepted', 'Manual failover user request accepted.', {}],
    ['manualForced', 'Forced failover user request accepted.', {}],
    ['manualRequested', `Manual failover requested by replica ${a}.`, {id: a}],
    [
      'manualOffset',
      'Received replication offset for paused primary manual failover: 347540',
      {offset: 347540},
    ],
    ['manualReady', 'All master replication stream processed, manual failover can start.', {}],
    ['manualTimedOut', 'Manual failover timed out.', {}],
    [
      'replicaOf',
      "REPLICAOF 127.0.0.1:13000 enabled (user request from 'id=3 addr=127.0.0.1:41076 laddr=127.0.0.1:13001')",
      {port: 13000},
    ],
    ['masterMode', "MASTER MODE enabled (user request from 'id=9 addr=127.0.0.1:44558')", {}],
    ['fullSync', `Full resync from master: ${a}:412713`, {offset: 412713}],
    ['rdbSize', 'MASTER <-> REPLICA sync: receiving 11276 bytes from master to disk', {bytes: 11276}],
    ['rdbSize', 'PRIMARY <-> REPLICA sync: receiving 175 bytes from primary to disk', {bytes: 175}],
    ['rdbStreamed', 'MASTER <-> REPLICA sync: receiving streamed RDB from master with EOF to disk', {}],
    ['rdbLoaded', 'MASTER <-> REPLICA sync: Finished with success', {}],
    ['partialSync', 'Successful partial resynchronization with master.', {}],
    [
      'partialGiven',
      'Partial resynchronization request from 127.0.0.1:20100 accepted. Sending 48 bytes of backlog starting from offset 111.',
      {port: 20100, bytes: 48, offset: 111},
    ],
    [
      'partialRefused',
      `Partial resynchronization not accepted: Replication ID mismatch (Replica asked for '${a}', my replication IDs are '${b}' and '${a}')`,
      {because: 'Replication ID mismatch'},
    ],
    [
      'partialRefused',
      'Partial resynchronization not accepted: Requested offset for second ID was 6680, but I can reply up to 1',
      {because: 'Requested offset for second ID was 6680, but I can reply up to 1'},
    ],
    [
      'partialRefused',
      'Unable to partial resync with replica 127.0.0.1:13001 for lack of backlog (Replica request was: 304).',
      {port: 13001, because: 'lack of backlog', offset: 304},
    ],
    ['fullAsked', 'Full resync requested by replica 127.0.0.1:13001', {port: 13001}],
    ['connecting', 'Connecting to MASTER 127.0.0.1:13000', {port: 13000}],
    ['connecting', 'Connecting to PRIMARY 127.0.0.1:13000', {port: 13000}],
    ['noHistory', 'Partial resynchronization not possible (no cached master)', {}],
    ['noHistory', 'Partial resynchronization not possible (no cached primary)', {}],
    ['crashed', 'Redis 7.0.15 crashed by signal: 11, si_code: 2', {signal: 11}],
    ['crashed', 'Valkey 8.0.1 crashed by signal: 11, si_code: 0', {signal: 11}],
    [
      'epochTaken',
      `WARNING: configEpoch collision with node ${b}. configEpoch set to 9`,
      {about: b, epoch: 9},
    ],
    [
      'epochTaken',
      `configEpoch collision with node ${b} (). Updating my configEpoch to 9`,
      {about: b, epoch: 9},
    ],
  ])('%s: %s', (what, text, values) => {
    expect(parseLogLine(line(text))?.event).toEqual({what, ...values})
  })

  test('nothing, where its sentence is none of these', () => {
    expect(parseLogLine(line('Replica 127.0.0.1:20100 asks for synchronization'))).not.toHaveProperty('told')
  })
})

test.each(stories.map(story => [story]))(
  'Every line that real nodes wrote in %s is understood as one',
  story => {
    const lines = recordedEvents(story).flatMap(event => (event.on === 'logged' ? event.lines : []))
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.filter(text => !parseLogLine(text))).toEqual([])
  },
)
