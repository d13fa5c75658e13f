// Where a cluster has a room.

import {Redis} from 'ioredis'
import {slotOf} from '../../src/model/cluster/hash-slot.ts'

/** The ports of the master that serves the room, and of its replica, as the node at `port` sees it. */
export async function portsOfRoom(
  port: number,
  room: string,
): Promise<Readonly<{master: number; replica: number}>> {
  const redis = new Redis({port, host: '127.0.0.1'})
  try {
    const slot = slotOf(room)
    const ranges = await redis.cluster('SLOTS')
    const [, , master, replica] = ranges.find(([from, to]) => from <= slot && slot <= to) ?? []
    if (!master || !replica) throw new Error(`No master and replica for slot ${slot}`)
    return {master: master[1], replica: replica[1]}
  } finally {
    redis.disconnect()
  }
}
