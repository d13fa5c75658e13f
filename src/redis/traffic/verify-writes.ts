// Finds the acknowledged writes that are lost: reads every key of the ledger from the node that serves it now.

import {Redis} from 'ioredis'
import {hasSlot, slotOf} from '../../model/cluster/hash-slot.ts'
import type {SlotOwner} from '../../model/cluster/slot-owners.ts'
import {bytesOf} from '../../model/protocol/bytes.ts'
import type {LostWrites} from '../../model/state/traffic.ts'
import type {Nodes} from '../nodes/nodes.ts'
import {createGuardedConnector, type GuardedConnector} from './guarded-connector.ts'
import {clientName} from './load-client.ts'
import {keyCount, type Ledger, trafficKey} from './write-ledger.ts'

/** ms; if a node takes longer, the result is unknown for now. */
const patience = 1000

const keys = Array.from({length: keyCount}, (_, index) => ({
  key: trafficKey(index),
  slot: slotOf(bytesOf(trafficKey(index))),
}))

/** Reads from the nodes that `owners` names; undefined if a key could not be read, because then nothing is known. */
export async function verifyWrites(
  nodes: Nodes,
  ledger: Ledger,
  owners: readonly SlotOwner[],
): Promise<LostWrites | undefined> {
  // Copied first: writes acknowledged from now on may be newer than the reads.
  const {acknowledged, missingIn, sidesIn} = ledger.copy()
  const connector = createGuardedConnector(nodes, 'past the wires')
  try {
    const found: Uint8Array[] = Array.from({length: keyCount}, () => new Uint8Array())
    const counts = await Promise.all(owners.map(one => readFrom(one, connector, found)))
    const isComplete = counts.reduce((sum, count) => sum + count, 0) === keyCount
    if (!isComplete) return undefined
    const sides = sidesIn(found)
    return {writes: missingIn(found), of: acknowledged, ...(sides.length > 0 && {sides})}
  } finally {
    connector.closeAll()
  }
}

/** Reads the keys in the node's slots into `found` and returns how many could be read. */
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
  // The replies report errors.
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
