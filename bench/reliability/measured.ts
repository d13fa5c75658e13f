// What a measurement of reliability returns, and what several of them need.

import {Redis} from 'ioredis'

/** One figure: what it is about, how often it was tried, what came of it, and whether it is held. */
export type Measured = Readonly<{what: string; n: string; result: string; held: boolean}>

/** Sends one command on a connection of its own; the text of the error if there is one. */
export async function askAt(port: number, command: string, ...words: readonly string[]): Promise<string> {
  const redis = new Redis({port, host: '127.0.0.1', enableReadyCheck: false, disableClientInfo: true})
  redis.on('error', () => undefined)
  try {
    return String(await redis.call(command, ...words))
  } catch (error) {
    return String(error)
  } finally {
    redis.disconnect()
  }
}

/** Counts equal texts: `3 x not ready, 1 x …`. */
export function counted(faults: readonly string[]): string {
  const kinds = Map.groupBy(faults, fault => fault)
  return [...kinds].map(([fault, all]) => `${all.length} x ${fault}`).join(', ')
}
