// Every goal of replication.ts as a truth table: the evidence, and the whole sentence it leads to. Recorded nodes are in recorded.test.ts.

import {describe, expect, test} from 'vitest'
import {rosterAt} from '../../../../../src/model/cluster/node.ts'
import type {ClusterLine} from '../../../../../src/model/cluster/parse-info.ts'
import type {Answered, Reading, Silent} from '../../../../../src/model/cluster/snapshot.ts'
import type {Evidence} from '../../../../../src/model/lesson/evidence.ts'
import {
  everyoneSaysOk,
  everyoneSeesOwner,
  nobodySuspects,
} from '../../../../../src/model/lesson/goals/cluster.ts'
import {
  caughtUp,
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  follows,
  isDown,
  isMaster,
  keptHistoryOf,
  keysGrew,
  offsetGrew,
  syncedInFull,
  syncedInPart,
  wasAskedForInfo,
  wasReadFrom,
} from '../../../../../src/model/lesson/goals/replication.ts'
import type {Goal} from '../../../../../src/model/lesson/lesson.ts'
import {lost} from '../../../../../src/model/lesson/verdict.ts'
import {answer, answered, evidenceOf, history, master, replica, silent, snapshotOf} from '../../readings.ts'

const now = (...readings: readonly Reading[]) => evidenceOf(snapshotOf(readings))
/** The first list is how it was when the step began. */
const since = (start: readonly Reading[], ...readings: readonly Reading[]) =>
  evidenceOf(snapshotOf(readings), snapshotOf(start))

type Row = readonly [title: string, goal: Goal, evidence: Evidence, answer: string]
const check = (_: string, goal: Goal, evidence: Evidence, expected: string) => {
  expect(answer(goal, evidence)).toBe(expected)
}

describe('A role', () => {
  test.each<Row>([
    ['is met by a master', isMaster('6380'), now(), 'met'],
    [
      'names whom the node follows instead',
      isMaster('6380'),
      now(replica('6380', 6379)),
      '6380 is a replica of 6379; expected role:master',
    ],
    [
      'is told with real ports',
      isMaster('6380'),
      evidenceOf(snapshotOf([replica('6380', 7379)], {roster: rosterAt(7379)})),
      '7380 is a replica of 7379; expected role:master',
    ],
  ])('%s', check)
})

describe('The master that a replica follows', () => {
  const goal = follows('6380', '6379')
  test.each<Row>([
    [
      'is met: named, link up, online',
      goal,
      now(master('6379', 0, {6380: 'online'}), replica('6380', 6379)),
      'met',
    ],
    ['waits for a master to become a replica', goal, now(), '6380 is a master; expected a replica of 6379'],
    [
      'waits for another master',
      goal,
      now(replica('6380', 6381)),
      '6380 reports master_port:6381; expected 6379',
    ],
    [
      'waits for the link',
      goal,
      now(replica('6380', 6379, {link: 'down'})),
      '6380 reports master_link_status:down; expected up',
    ],
    [
      'says how far the master is while the link is down',
      goal,
      now(master('6379', 0, {6380: 'wait_bgsave'}), replica('6380', 6379, {link: 'down'})),
      '6380 reports master_link_status:down, its master state=wait_bgsave; expected up',
    ],
    [
      'waits for the master to call it online',
      goal,
      now(master('6379', 0, {6380: 'send_bulk'}), replica('6380', 6379)),
      '6379 shows 6380 with state=send_bulk; expected online',
    ],
    [
      'waits for the master to know it at all',
      goal,
      now(master('6379', 0, {6381: 'online'}), replica('6380', 6379)),
      '6379 shows 6380 with state=-; expected online',
    ],
    // A frozen master keeps its replica's link up.
    [
      'waits for the master to answer at all',
      goal,
      now(silent('6379', 'paused'), replica('6380', 6379)),
      '6379 is paused: its process exists but does not respond',
    ],
    [
      'is told with real ports',
      goal,
      evidenceOf(snapshotOf([replica('6380', 6379)], {roster: rosterAt(7379)})),
      '7380 reports master_port:6379; expected 7379',
    ],
    [
      'every replica: met where none has its link down',
      everyReplicaLinked,
      now(replica('6380', 6379)),
      'met',
    ],
    [
      'every replica: the first whose link is down speaks',
      everyReplicaLinked,
      now(replica('6381', 6379, {link: 'down'}), replica('6480', 6379, {link: 'down'})),
      '6381 reports master_link_status:down; expected up',
    ],
  ])('%s', check)
})

describe('How far a replica is behind', () => {
  const goal = caughtUp('6380', '6379')
  test.each<Row>([
    ['is met at the same offset', goal, now(master('6379', 58), replica('6380', 6379, {offset: 58})), 'met'],
    [
      'is counted in bytes',
      goal,
      now(master('6379', 58), replica('6380', 6379, {offset: 44})),
      '6380 is 14 bytes behind 6379; expected 0',
    ],
    [
      'is counted in one byte',
      goal,
      now(master('6379', 58), replica('6380', 6379, {offset: 57})),
      '6380 is 1 byte behind 6379; expected 0',
    ],
    // The two are asked one after the other, and the later one may know more.
    [
      'is nothing where the replica answered later',
      goal,
      now(master('6379', 58), replica('6380', 6379, {offset: 72})),
      'met',
    ],
    [
      'cannot be told between two histories',
      goal,
      now(
        master('6379', 58),
        answered('6380', {role: 'master', master_repl_offset: '99', master_replid: 'f'.repeat(40)}),
      ),
      '6380 has master_replid:ffffffff…, but 6379 has another history: 450d7533…',
    ],
  ])('%s', check)
})

describe('What grew since the step began', () => {
  const writes = offsetGrew('6379', 200)
  const keys = keysGrew('6379', 2)
  const stats = (name: string, count: number) => master('6379', 0, {}, {stats: {[name]: count}})
  const calls = (counts: Record<string, number>) => master('6379', 0, {}, {calls: counts})
  const restarted = {runId: 'another'}
  /** The learner's line and its reply, where INFO had been run twice before. */
  const asked = (typed: string, reply: string, reading: Reading): Evidence => ({
    ...since([calls({info: 2})], reading),
    outcomes: [
      {
        is: 'replied',
        action: {do: 'command', node: '6379', words: typed.split(' ')},
        reply: {type: 'bulk', bytes: reply},
        at: 0,
        ms: 1,
      },
    ],
  })

  test.each<Row>([
    ['offset: enough', writes, since([master('6379', 58)], master('6379', 258)), 'met'],
    [
      'offset: too little',
      writes,
      since([master('6379', 58)], master('6379', 257)),
      'at least 199 bytes written on 6379, pings not counted; expected 200 or more',
    ],
    [
      'offset: a new history counts from nothing',
      writes,
      since([master('6379', 900)], master('6379', 14)),
      'at least 0 bytes written on 6379, pings not counted; expected 200 or more',
    ],
    [
      'offset: a restarted process counts from nothing',
      writes,
      since([master('6379', 900)], master('6379', 200, {}, restarted)),
      'met',
    ],
    [
      'offset: a node that was silent counts from nothing',
      writes,
      since([silent('6379', 'notRunning')], master('6379', 200)),
      'met',
    ],
    [
      'keys: enough',
      keys,
      since([master('6379', 0, {}, {keys: 3})], master('6379', 0, {}, {keys: 5})),
      'met',
    ],
    [
      'keys: one',
      keys,
      since([master('6379', 0, {}, {keys: 3})], master('6379', 0, {}, {keys: 4})),
      '6379 has 1 new key; expected 2 or more',
    ],
    ['keys: none', keys, since([master('6379')], master('6379')), '6379 has 0 new keys; expected 2 or more'],
    [
      'keys: fewer than at the start, and the way out',
      keys,
      since([master('6379', 0, {}, {keys: 3})], master('6379')),
      '6379 has 0 keys, fewer than the 3 at the start; expected 5. /reset starts over',
    ],
    [
      'keys: a restart makes no new ones',
      keys,
      since([master('6379', 0, {}, {keys: 3})], master('6379', 0, {}, {keys: 3, runId: 'restarted'})),
      '6379 has 0 new keys; expected 2 or more',
    ],
    [
      'keys: one, where no number is asked for',
      keysGrew('6379'),
      since([], master('6379', 0, {}, {keys: 1})),
      'met',
    ],
    [
      'reading: a key that is there',
      wasReadFrom('6379'),
      since([stats('keyspace_hits', 4)], stats('keyspace_hits', 5)),
      'met',
    ],
    [
      'reading: none',
      wasReadFrom('6379'),
      since([stats('keyspace_hits', 4)], stats('keyspace_hits', 4)),
      '6379: no key has been read here in this step yet (keyspace_hits)',
    ],
    [
      'reading: a key that is not there',
      wasReadFrom('6379'),
      since([], stats('keyspace_misses', 4)),
      '6379: no key has been read here in this step yet (keyspace_hits)',
    ],
    ['asking: INFO', wasAskedForInfo('6379'), since([calls({info: 2})], calls({info: 3})), 'met'],
    ['asking: ROLE', wasAskedForInfo('6379'), since([calls({info: 2})], calls({info: 2, role: 1})), 'met'],
    [
      'asking: something else',
      wasAskedForInfo('6379'),
      since([calls({info: 2})], calls({info: 2, get: 1})),
      '6379: neither INFO replication nor ROLE has been run here in this step yet',
    ],
    [
      'asking: a section that there is not',
      wasAskedForInfo('6379'),
      asked('INFO replicaton', '', calls({info: 3})),
      '6379: INFO did not print the section Replication; expected INFO replication',
    ],
    [
      'asking: the section',
      wasAskedForInfo('6379'),
      asked('INFO replication', '# Replication\r\nrole:master\r\n', calls({info: 3})),
      'met',
    ],
    [
      'asking: a wrong section here, and from elsewhere once more',
      wasAskedForInfo('6379'),
      asked('INFO replicaton', '', calls({info: 4})),
      'met',
    ],
    ['full: one more', syncedInFull('6379'), since([stats('sync_full', 2)], stats('sync_full', 3)), 'met'],
    [
      'full: none',
      syncedInFull('6379'),
      since([stats('sync_full', 2)], stats('sync_full', 2)),
      'sync_full of 6379 grew by 0; expected 1',
    ],
    [
      'full: a restarted process counts from nothing',
      syncedInFull('6379'),
      since([stats('sync_full', 2)], {...stats('sync_full', 1), ...restarted}),
      'met',
    ],
    [
      'part: one more',
      syncedInPart('6379'),
      since([stats('sync_partial_ok', 0)], stats('sync_partial_ok', 1)),
      'met',
    ],
    [
      'part: none',
      syncedInPart('6379'),
      since([], stats('sync_partial_err', 1)),
      'sync_partial_ok of 6379 grew by 0; expected 1',
    ],
  ])('%s', check)
})

describe('The history a node tells', () => {
  const goal = keptHistoryOf('6381', '6379')
  const promoted = answered('6381', {role: 'master', master_replid: 'b'.repeat(40), master_replid2: history})
  test.each<Row>([
    ['is kept as its second', goal, since([], promoted), 'met'],
    [
      'is not kept yet',
      goal,
      since([], replica('6381', 6379)),
      '6381 has master_replid2:00000000…; expected 450d7533…, the history of 6379 when the step began',
    ],
    [
      'is the one that was told at the start, whatever its node tells now',
      goal,
      since([], promoted, answered('6379', {role: 'master', master_replid: 'c'.repeat(40)})),
      'met',
    ],
    [
      'is not said',
      goal,
      since([], answered('6381', {role: 'master', master_replid2: ''})),
      '6381 has master_replid2:…; expected 450d7533…, the history of 6379 when the step began',
    ],
    [
      'is told by nobody any more',
      goal,
      since([answered('6379', {role: 'master', master_replid: 'c'.repeat(40)})], promoted),
      'no node has the history any more that 6379 had when the step began (cccccccc…): it ended with its processes',
    ],
  ])('%s', check)

  // An id that is gone never comes back: only a reset helps.
  test('is lost for good where nobody tells it', () => {
    const start = [answered('6379', {role: 'master', master_replid: 'c'.repeat(40)})]
    expect(goal(since(start, promoted)).is).toBe('lost')
    expect(goal(since([silent('6379', 'paused')], promoted)).is).toBe('lost')
    expect(goal(since([], replica('6381', 6379))).is).toBe('notYet')
  })
})

describe('A process', () => {
  test.each<Row>([
    ['is gone', isDown('6381'), now(silent('6381', 'notRunning')), 'met'],
    ['still runs', isDown('6381'), now(), '6381 is still running; expected down'],
    [
      'still runs while it is frozen',
      isDown('6381'),
      now(silent('6381', 'paused')),
      '6381 is still running; expected down',
    ],
    [
      'still runs while it does not respond',
      isDown('6381'),
      now(silent('6381', 'noAnswer')),
      '6381 is still running; expected down',
    ],
  ])('%s', check)
})

describe('What the nodes of a cluster see', () => {
  const line = (port: number, flags: string, slots: readonly string[] = []): ClusterLine => ({
    id: String(port),
    port,
    flags: flags.split(','),
    epoch: 1,
    link: 'connected',
    slots,
    moving: [],
  })
  const sees = (name: Answered['name'], nodes: readonly ClusterLine[], state = 'ok'): Answered => ({
    ...master(name),
    cluster: {info: {cluster_state: state}, nodes},
  })
  /** 6380 is the only other that answers. */
  const two = (...readings: readonly Reading[]) =>
    evidenceOf({
      ...snapshotOf(readings),
      nodes: snapshotOf(readings).nodes.filter(({name}) => name === '6379' || name === '6380'),
    })
  const own = [line(6379, 'myself,master', ['0-5460']), line(6380, 'master', ['5461-10922'])]
  const owner = everyoneSeesOwner('6380', '6379')
  const start = {...two(sees('6379', own), sees('6380', own)).now}
  const moved = [line(6379, 'master'), line(6380, 'master', ['0-5460'])]

  test.each<Row>([
    ['ok: everyone says so', everyoneSaysOk, two(sees('6379', own), sees('6380', own)), 'met'],
    [
      'ok: one says fail',
      everyoneSaysOk,
      two(sees('6379', own), sees('6380', own, 'fail')),
      '6380 reports cluster_state:fail; expected ok',
    ],
    [
      'ok: one is in no cluster',
      everyoneSaysOk,
      two(sees('6379', own)),
      '6380 reports cluster_state:-; expected ok',
    ],
    [
      'ok: who is silent is not asked',
      everyoneSaysOk,
      two(sees('6379', own), silent('6380', 'notRunning')),
      'met',
    ],
    ['owner: everyone sees it', owner, {...two(sees('6379', moved), sees('6380', moved)), start}, 'met'],
    [
      'owner: one does not',
      owner,
      {...two(sees('6379', moved), sees('6380', own)), start},
      '6380 does not see 6380 as the master of 0-5460 yet',
    ],
    [
      'owner: a replica with these slots is none',
      owner,
      {...two(sees('6379', [line(6380, 'slave', ['0-5460'])]), silent('6380', 'paused')), start},
      '6379 does not see 6380 as the master of 0-5460 yet',
    ],
    ['suspicion: none', nobodySuspects('6380'), two(sees('6379', own), sees('6380', own)), 'met'],
    [
      'suspicion: one suspects',
      nobodySuspects('6380'),
      two(sees('6379', [line(6380, 'master,fail?')])),
      '6379 still marks 6380 as fail?',
    ],
    [
      'suspicion: agreed',
      nobodySuspects('6380'),
      two(sees('6379', [line(6380, 'master,fail')])),
      '6379 still marks 6380 as fail',
    ],
    ['suspicion: of another', nobodySuspects('6379'), two(sees('6379', [line(6380, 'master,fail')])), 'met'],
  ])('%s', check)
})

describe('Silence speaks first', () => {
  const sentences: Readonly<Record<Silent['because'], string>> = {
    notRunning: '6380 is down: it has no process',
    notStarted: '6380 is a spare that has not been started; type /start 6380',
    paused: '6380 is paused: its process exists but does not respond',
    refused: '6380 refuses connections',
    noAnswer: '6380 does not respond',
    stranger: "a process that is not the lab's listens on 6380",
    loading: '6380 is loading its data',
    locked: '6380 asks the lab for a password',
    busy: '6380 is busy with a script and serves no other commands',
  }
  const goals: Readonly<Record<string, Goal>> = {
    isMaster: isMaster('6380'),
    follows: follows('6380', '6379'),
    caughtUp: caughtUp('6380', '6379'),
    'caughtUp, of the master': caughtUp('6379', '6380'),
    offsetGrew: offsetGrew('6380', 1),
    keysGrew: keysGrew('6380'),
    wasReadFrom: wasReadFrom('6380'),
    wasAskedForInfo: wasAskedForInfo('6380'),
    syncedInFull: syncedInFull('6380'),
    syncedInPart: syncedInPart('6380'),
    keptHistoryOf: keptHistoryOf('6380', '6379'),
    everyNodeAnswers,
    everyReplicaLinked,
  }

  test.each(Object.entries(sentences))('%s', (because, sentence) => {
    const seen = now(silent('6380', because as Silent['because']))
    const faults = Object.entries(goals)
      .map(([name, goal]) => [name, answer(goal, seen)])
      .filter(([, verdict]) => verdict !== sentence)
    expect(faults).toEqual([])
  })

  test('but a node that is not of the stage is an error of the lesson', () => {
    const without = {...snapshotOf([]), nodes: snapshotOf([]).nodes.filter(({name}) => name !== '6380')}
    const sentence = 'this stage has no node 6380. Nodes: 6379, 6380, 6381, 6479, 6480, 6481.'
    for (const goal of [isMaster('6380'), follows('6379', '6380')])
      expect(() => answer(goal, evidenceOf(without))).toThrow(sentence)
  })
})

describe('Several goals', () => {
  const notMaster = isMaster('6380')
  test.each<Row>([
    ['are met together', every(isMaster('6379'), isMaster('6381')), now(), 'met'],
    ['are met where there is none', every(), now(), 'met'],
    [
      'speak in their order',
      every(follows('6381', '6379'), notMaster),
      now(replica('6380', 6379)),
      '6381 is a master; expected a replica of 6379',
    ],
    [
      'are lost where one is',
      every(notMaster, () => lost({key: 'ui.loading'})),
      now(replica('6380', 6379)),
      'loading its data',
    ],
    ['every node answers', everyNodeAnswers, now(), 'met'],
  ])('%s', check)
})
