// What is not settled about slots: nodes that disagree on an owner, keys that no client can reach, and the lab's nodes behind announced addresses.

import {describe, expect, test} from 'vitest'
import {announcedNode} from '../../../../src/model/cluster/claims.ts'
import {disputes, disputeWords} from '../../../../src/model/cluster/disputes.ts'
import {foreignPorts} from '../../../../src/model/cluster/failure-view.ts'
import {slotMapOf} from '../../../../src/model/cluster/slot-map.ts'
import type {Snapshot} from '../../../../src/model/cluster/snapshot.ts'
import {newlyStranded, strandedKeys, strandedWords} from '../../../../src/model/cluster/stranded-keys.ts'
import {translate} from '../../../../src/model/text/messages.ts'
import {recorded} from '../../recorded/recording.ts'
import {clusterMaster, snapshotOf} from '../readings.ts'

const inWords = (snapshot: Snapshot) => disputes(snapshot).map(one => translate('en', disputeWords(one)))

describe('Nodes that disagree', () => {
  test('each name the other, so that nobody serves the slot', () => {
    const mutual = snapshotOf([
      clusterMaster('6379', ['0-8'], {sees: {6380: ['9-19']}}),
      clusterMaster('6380', ['10-19'], {sees: {6379: ['0-9']}}),
    ])
    expect(inWords(mutual)).toEqual([
      '1 disputed slot that nobody serves: 9 (owner: 6380 according to 6379; 6379 according to 6380)',
    ])
  })

  test('both serve it, or one has not heard of the move', () => {
    const both = snapshotOf([
      clusterMaster('6379', ['0-9'], {sees: {6380: ['10-19']}}),
      clusterMaster('6380', ['8-19'], {sees: {6379: ['0-7']}}),
    ])
    expect(inWords(both)).toEqual([
      '2 disputed slots that 6379, 6380 all claim: 8-9 (owner: 6379 according to 6379; 6380 according to 6380)',
    ])
    const late = snapshotOf([
      clusterMaster('6379', ['0-8'], {sees: {6380: ['10-19']}}),
      clusterMaster('6380', ['9-19'], {sees: {6379: ['0-8']}}),
    ])
    expect(inWords(late)).toEqual([
      '1 disputed slot that 6380 serves: 9 (owner: nobody according to 6379; 6380 according to 6380)',
    ])
  })

  test.each(['cluster', 'failed', 'promoted', 'slot-moving', 'bare'] as const)(
    'not in the recording %s',
    name => {
      expect(disputes(recorded(name))).toEqual([])
    },
  )
})

describe('Keys that no client can reach', () => {
  const held = (slots: readonly string[], moving: readonly string[] = []) =>
    snapshotOf([
      clusterMaster('6379', ['0-8']),
      clusterMaster('6380', slots, {moving, keys: 1, slotKeys: {9: 1}}),
    ])

  test('are on a node that does not serve their slot and does not import it', () => {
    const words = strandedKeys(held(['10-19'])).map(one => translate('en', strandedWords(one)))
    expect(words).toEqual(['6380 holds 1 key of slot 9 that no client can reach: nobody serves the slot'])
    expect(strandedKeys(held(['9-19']))).toEqual([])
    expect(strandedKeys(held(['10-19'], [`[9-<-${'6379'.padEnd(40, '0')}]`]))).toEqual([])
  })

  test('or all that a master without slots has', () => {
    expect(strandedKeys(held([]))).toEqual([{port: 6380, keys: 1}])
  })

  test('are told when they come to be', () => {
    expect(newlyStranded(held(['9-19']), held(['10-19']))).toEqual([{port: 6380, keys: 1, slot: 9}])
    expect(newlyStranded(held(['10-19']), held(['10-19']))).toEqual([])
  })
})

describe('An announced address', () => {
  const snapshot = recorded('cluster')
  const announcing: Snapshot = {
    ...snapshot,
    nodes: snapshot.nodes.map(reading =>
      reading.is === 'answered' && reading.cluster
        ? {
            ...reading,
            cluster: {
              ...reading.cluster,
              nodes: reading.cluster.nodes.map(line => (line.port === 6381 ? {...line, port: 12_345} : line)),
            },
          }
        : reading,
    ),
  }
  const to = (host: string, port: number, slot = 12_182) => ({is: 'MOVED', slot, host, port}) as const

  test('leads to the node that the view names as the owner, by host name or port, and to no other', () => {
    expect(announcedNode(to('127.0.0.1', 12_345), '6379', announcing)).toBe('6381')
    expect(announcedNode(to('host-x.example', 6381), '6379', snapshot)).toBe('6381')
    expect(announcedNode(to('10.0.0.5', 6381, 100), '6379', snapshot)).toBe(undefined)
    expect(announcedNode(to('127.0.0.1', 25_500), '6379', announcing)).toBe(undefined)
  })

  test('is not the name of an owner in the view of slots, and nobody’s foreign node', () => {
    expect(slotMapOf(announcing, '6379')?.owners.map(({port, is}) => [port, is])).toEqual([
      [6379, 'answering'],
      [6380, 'answering'],
      [6381, 'answering'],
    ])
    expect(foreignPorts(announcing)).toEqual([])
  })
})
