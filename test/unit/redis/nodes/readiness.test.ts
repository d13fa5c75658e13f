// When a node that was started has its links on the cluster bus, and when a stage has nothing left to write.

import {expect, test} from 'vitest'
import type {NodeName} from '../../../../src/model/cluster/node.ts'
import type {Snapshot} from '../../../../src/model/cluster/snapshot.ts'
import {filesWritten, isLinked} from '../../../../src/redis/nodes/readiness.ts'
import {recorded} from '../../recorded/recording.ts'

/** `viewer` has no link to the node on port `to`. */
function without(snapshot: Snapshot, viewer: NodeName, to: number): Snapshot {
  const nodes = snapshot.nodes.map(reading => {
    if (reading.is !== 'answered' || reading.name !== viewer || !reading.cluster) return reading
    const lines = reading.cluster.nodes.map(line =>
      line.port === to ? {...line, link: 'disconnected'} : line,
    )
    return {...reading, cluster: {...reading.cluster, nodes: lines}}
  })
  return {...snapshot, nodes}
}

test('A node is linked once it has links to all that answer, and they have links to it', () => {
  const whole = recorded('cluster')
  expect(isLinked(whole, '6481')).toBe(true)
  expect(isLinked(without(whole, '6481', 6380), '6481')).toBe('6481: 6380 disconnected')
  expect(isLinked(without(whole, '6380', 6481), '6481')).toBe('6380: 6481 disconnected')
  expect(isLinked(without(whole, '6380', 6379), '6481')).toBe(true)
})

test('A node that does not answer needs no link', () => {
  const failed = recorded('failed')
  expect(failed.nodes.find(({name}) => name === '6381')?.is).toBe('silent')
  expect(isLinked(failed, '6481')).toBe(true)
})

test('The files are written once no node writes a new append-only file', () => {
  const whole = recorded('cluster')
  const writing = whole.nodes.map(reading =>
    reading.is === 'answered' && reading.name === '6481' ? {...reading, rewritesAof: true as const} : reading,
  )
  expect(filesWritten(whole)).toBe(true)
  expect(filesWritten({...whole, nodes: writing})).toBe('6481: aof_rewrite_in_progress:1')
  expect(filesWritten(recorded('failed'))).toMatch(/^6381: /)
})
