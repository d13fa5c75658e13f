// A redis-server for a hub: reached by a socket in a private folder alone, with its data in a folder that outlives the keeper.

import {join} from 'node:path'
import {Redis} from 'ioredis'
import type {NodeName} from '../../model/cluster/node.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {waitUntil} from '../../platform/wait-until.ts'
import type {Keeper} from '../keeper/keeper.ts'
import type {Program} from '../keeper/keeper-messages.ts'

/** It has no port to be named by. */
const node: NodeName = '0'
/** ms; reading the append-only file of a long workshop takes a second or two. */
const patience = 20_000

/** ms until a server that ended is started again */
const pauseBetween = 100

const persistence = {
  // With everysec, Redis acknowledges writes that wait in memory while an fsync runs, and a kill loses them.
  log: ['appendonly yes', 'appendfsync always', 'save ""'],
  // The log of slow commands would have their arguments.
  snapshots: ['appendonly no', 'save 1 1', 'slowlog-log-slower-than -1'],
} as const

export type PrivateRedis = Readonly<{socket: string}>

/**
 * Starts it, and starts it again whenever it ends, until the keeper does.
 * @param folder for its file; mode 0700
 * @param file `log`: every command, before it is acknowledged. `snapshots`: only how things are, some seconds late; for what nobody may be able to follow.
 * @throws LabError if it does not answer
 */
export async function startPrivateRedis(
  keeper: Keeper,
  program: Program,
  folder: string,
  file: 'log' | 'snapshots' = 'log',
): Promise<PrivateRedis> {
  const socket = join(keeper.folder, node, 'redis.sock')
  const lines = [
    'port 0',
    `unixsocket "${socket}"`,
    'unixsocketperm 700',
    `dir "${folder}"`,
    ...persistence[file],
    // Entries of a stream that share a node keep their bytes until all of them are deleted.
    'stream-node-max-entries 1',
    `logfile "${join(keeper.folder, node, 'redis.log')}"`,
  ]
  await keeper.order({do: 'write', node, files: {'redis.conf': `${lines.join('\n')}\n`}})
  let last = ''
  keeper.onExit(exit => {
    last = exit.log
    // When the keeper has ended, there is nothing to start it.
    setTimeout(() => void keeper.order({do: 'spawn', node, program}).catch(() => undefined), pauseBetween)
  })
  await keeper.order({do: 'spawn', node, program})
  const missing = await waitUntil(() => answers(socket), {
    within: patience,
    every: 20,
  })
  if (missing !== undefined)
    throw new LabError('error.nodeDidNotStart', {node: 'redis-server', last: last || missing})
  return {socket}
}

async function answers(path: string): Promise<true | string> {
  const redis = new Redis({path, lazyConnect: true, retryStrategy: () => null})
  redis.on('error', () => undefined)
  try {
    await redis.connect()
    return (await redis.ping()) === 'PONG' || 'no PONG'
  } catch (error) {
    return String(error)
  } finally {
    redis.disconnect()
  }
}
