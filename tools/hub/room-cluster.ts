// Where a cluster has a room.

import {Redis} from 'ioredis'
import {slotOf} from '../../src/model/cluster/hash-slot.ts'
import {waitUntil} from '../../src/platform/wait-until.ts'

/** ms; CLUSTER SLOTS omits a replica that is marked as failed until it answers again. */
const patience = 20_000

/** The ports of the master that serves the room, and of its replica, once the node at `port` sees both. @throws Error with what it sees after 20 s */
export async function portsOfRoom(
  port: number,
  room: string,
): Promise<Readonly<{master: number; replica: number}>> {
  const redis = new Redis({port, host: '127.0.0.1'})
  const slot = slotOf(room)
  let found = {master: 0, replica: 0}
  const look = async (): Promise<true | string> => {
    const ranges = await redis.cluster('SLOTS')
    const [, , master, replica] = ranges.find(([from, to]) => from <= slot && slot <= to) ?? []
    if (!master || !replica) return `no master and replica for slot ${slot}: ${JSON.stringify(ranges)}`
    found = {master: master[1], replica: replica[1]}
    return true
  }
  try {
    const missing = await waitUntil(look, {within: patience, every: 20})
    if (missing !== undefined) throw new Error(missing)
    return found
  } finally {
    redis.disconnect()
  }
}
