// Which acknowledged writes are gone: every key of the ledger is read from the node that serves it now.

import {Redis} from 'ioredis'
import {hasSlot, slotOf} from '../../model/cluster/hash-slot.ts'
import type {SlotOwner} from '../../model/cluster/slot-owners.ts'
import {bytesOf} from '../../model/protocol/bytes.ts'
import type {LostWrites} from '../../model/state/traffic.ts'
import type {Nodes} from '../nodes/nodes.ts'
import {createGuardedConnector, type GuardedConnector} from './guarded-connector.ts'
import {clientName} from './load-client.ts'
import {keyCount, type Ledger, trafficKey} from './write-ledger.ts'

/** A node that does not answer within this many ms is asked again another time. */
const patience = 1000

const keys = Array.from({length: keyCount}, (_, index) => ({
  key: trafficKey(index),
  slot: slotOf(bytesOf(trafficKey(index))),
}))

/** Undefined where not every key could be read from who `served` says serves it: then nothing is known. */
export async function verifyWrites(
  nodes: Nodes,
  ledger: Ledger,
  served: readonly SlotOwner[],
): Promise<LostWrites | undefined> {
  // What is acknowledged from now on may be newer than what is read.
  const {acknowledged, missingIn} = ledger.copy()
  const own = createGuardedConnector(nodes)
  try {
    const found: Uint8Array[] = Array.from({length: keyCount}, () => new Uint8Array())
    const known = await Promise.all(served.map(one => readFrom(one, own, found)))
    const all = known.reduce((sum, count) => sum + count, 0) === keyCount
    return all ? {writes: missingIn(found), of: acknowledged} : undefined
  } finally {
    own.closeAll()
  }
}

/** How many keys of the node's slots could be read; their strings go into `found`. */
async function readFrom(
  {port, slots}: SlotOwner,
  {Connector}: GuardedConnector,
  found: Uint8Array[],
): Promise<number> {
  const wanted = keys.flatMap(({slot}, index) => (hasSlot(slots, slot) ? [index] : []))
  const redis = new Redis({
    port,
    host: '127.0.0.1',
    Connector,
    connectionName: clientName,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    commandTimeout: patience,
  })
  // The replies say it.
  redis.on('error', () => undefined)
  try {
    const replies = await Promise.allSettled(wanted.map(index => redis.getBuffer(trafficKey(index))))
    for (const [i, reply] of replies.entries()) {
      const index = wanted[i] ?? 0
      if (reply.status === 'fulfilled' && reply.value) found[index] = reply.value
    }
    return replies.filter(({status}) => status === 'fulfilled').length
  } finally {
    redis.disconnect()
  }
}
