// Goals of incidents: a small cluster that is whole, and each thing that may be wrong with it.

import {describe, expect, test} from 'vitest'
import {slotOf} from '../../../../../src/model/cluster/hash-slot.ts'
import type {NodeName} from '../../../../../src/model/cluster/node.ts'
import type {ClusterLine} from '../../../../../src/model/cluster/parse-info.ts'
import type {Answered, Reading} from '../../../../../src/model/cluster/snapshot.ts'
import {
  clientsServed,
  clusterIsWhole,
  copiesAreComplete,
  everyMasterHasReplica,
  slotHolds,
} from '../../../../../src/model/lesson/goals/service.ts'
import type {Goal} from '../../../../../src/model/lesson/lesson.ts'
import {bytesOf} from '../../../../../src/model/protocol/bytes.ts'
import {answer, evidenceOf, master, replica, silent, snapshotOf} from '../../readings.ts'

const idOf = (name: string) => name.padEnd(40, '0')

function line(name: NodeName, more: Partial<ClusterLine> = {}): ClusterLine {
  const common = {id: idOf(name), port: Number(name), epoch: 1, link: 'connected', slots: [], moving: []}
  return {...common, flags: ['master'], ...more} as ClusterLine
}

const lines: readonly ClusterLine[] = [
  line('6379', {slots: ['0-9999']}),
  line('6380', {slots: ['10000-16383']}),
  line('6479', {flags: ['slave'], masterId: idOf('6379')}),
  line('6480', {flags: ['slave'], masterId: idOf('6380')}),
]

/** What the node says of itself, and of the cluster: `view`, with itself marked. */
function seeing(reading: Answered, view = lines, info: Readonly<Record<string, string>> = {}): Answered {
  const nodes = view.map(one => (one.port === reading.port ? {...one, flags: ['myself', ...one.flags]} : one))
  return {...reading, cluster: {info: {cluster_state: 'ok', cluster_slots_ok: '16384', ...info}, nodes}}
}

const whole: readonly Answered[] = [
  master('6379', 0, {6479: 'online'}),
  master('6380', 0, {6480: 'online'}),
  replica('6479', 6379),
  replica('6480', 6380),
].map(one => seeing(one))

/** The whole cluster, but for these nodes. */
function asked(goal: Goal, ...others: readonly Reading[]): string {
  const nodes = [...whole, ...others].filter(
    (one, i, all) => all.findLastIndex(({name}) => name === one.name) === i,
  )
  return answer(goal, evidenceOf({...snapshotOf([]), stage: 'cluster', nodes}))
}

function changed(name: NodeName, more: Partial<ClusterLine>): readonly ClusterLine[] {
  return lines.map(one => (one.port === Number(name) ? {...one, ...more} : one))
}

const again = (name: NodeName) => whole.find(one => one.name === name) ?? master(name)

describe('A cluster is whole', () => {
  test('if every node answers, says ok, and sees all others and all slots', () => {
    expect(asked(clusterIsWhole)).toBe('met')
  })

  test.each<[what: string, reading: Reading, because: string]>([
    ['a node is down', silent('6480', 'notRunning'), '6480 is down: it has no process'],
    [
      'a node says fail',
      seeing(again('6479'), lines, {cluster_state: 'fail'}),
      '6479 reports cluster_state:fail; expected ok',
    ],
    [
      'slots are in doubt',
      seeing(again('6379'), lines, {cluster_slots_ok: '9999'}),
      '6379 reports cluster_slots_ok:9999; expected 16384',
    ],
    [
      'a node is suspected',
      seeing(again('6379'), changed('6480', {flags: ['slave', 'fail?']})),
      '6379 lists 6480 as slave,fail?, or under an id that no node has',
    ],
    [
      'an id belongs to nobody',
      seeing(again('6379'), changed('6480', {id: idOf('old'), flags: ['slave', 'noaddr']})),
      '6379 lists 6480 as slave,noaddr, or under an id that no node has',
    ],
    ['a node was forgotten', seeing(again('6379'), lines.slice(0, 3)), '6379 knows 3 nodes; expected 4'],
    [
      'two nodes name other owners',
      seeing(
        again('6480'),
        lines.map(one =>
          one.slots.length > 0 ? {...one, slots: one.port === 6379 ? ['0-9998'] : ['9999-16383']} : one,
        ),
      ),
      '6379 and 6480 do not name the same slot owners',
    ],
  ])('but not if %s', (_, reading, because) => {
    expect(asked(clusterIsWhole, reading)).toBe(because)
  })
})

describe('Every master has a replica', () => {
  test('that is online, and known to all', () => {
    expect(asked(everyMasterHasReplica)).toBe('met')
  })

  test.each<[what: string, reading: Reading, because: string]>([
    ['its owner of slots is down', silent('6380', 'notRunning'), '6380 is down: it has no process'],
    [
      'the link is down',
      seeing(replica('6480', 6380, {link: 'down'})),
      '6380 has no replica with its link up that every node knows',
    ],
    [
      'another node has forgotten the replica',
      seeing(again('6379'), lines.slice(0, 3)),
      '6380 has no replica with its link up that every node knows',
    ],
    ['a master is left over', seeing(master('6481')), '6481 is a master without slots'],
    [
      'a node is kept from taking over',
      seeing(again('6379'), changed('6480', {flags: ['slave', 'nofailover']})),
      '6379 sees 6480 as nofailover: it would not take over',
    ],
  ])('but not if %s', (_, reading, because) => {
    expect(asked(everyMasterHasReplica, reading)).toBe(because)
  })
})

test('A key is held if the owner of its slot has as many keys of the slot', () => {
  const slot = slotOf(bytesOf('book:{a}'))
  const holding = (keys: number) => seeing({...again('6380'), slotKeys: {[slot]: keys}})
  expect(asked(slotHolds('book:{a}', 3), holding(3))).toBe('met')
  expect(asked(slotHolds('book:{a}', 3), holding(2))).toBe(
    `6380, which serves slot ${slot}, holds 2 keys of it; expected 3`,
  )
})

test('Copies are complete if each replica answers and has as many keys as its master', () => {
  const full = {...again('6380'), keys: 3}
  const copy = (keys: number) => ({...again('6480'), keys})
  expect(asked(copiesAreComplete, full, copy(3))).toBe('met')
  expect(asked(copiesAreComplete, full, copy(1))).toBe('6480 has 1 key, its master 6380 has 3')
  expect(asked(copiesAreComplete, full, silent('6480', 'notRunning'))).toBe('6480 is down: it has no process')
})

test('The client at work is served once it has had no trouble for so long', () => {
  const at = (servedSince?: number) => {
    const evidence = evidenceOf({...snapshotOf([]), at: 5000})
    return answer(clientsServed(2000), {...evidence, ...(servedSince !== undefined && {servedSince})})
  }
  expect(at(3000)).toBe('met')
  expect(at(3001)).toBe('the client at work had trouble within the last 2 s')
  expect(at()).toBe('the client at work had trouble within the last 2 s')
})
