// The Redis of a hub, as `host` starts it: behind a keeper that starts it again whenever it ends.

import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {startKeeper} from '../../src/redis/keeper/keeper.ts'
import {startPrivateRedis} from '../../src/redis/nodes/private-redis.ts'
import {server} from '../servers/server.ts'

export type RoomRedis = AsyncDisposable &
  Readonly<{
    socket: string
    /** SIGKILL; resolves when the process is gone. */
    kill: () => Promise<void>
  }>

export async function startRoomRedis(file?: 'log' | 'snapshots'): Promise<RoomRedis> {
  await using started = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'room-redis-'))
  started.defer(() => rm(folder, {recursive: true}))
  const keeper = started.use(await startKeeper())
  const {socket} = await startPrivateRedis(keeper, await server(), folder, file)
  const owned = started.move()
  return {
    socket,
    kill: async () => void (await keeper.order({do: 'signal', node: '0', signal: 'SIGKILL'})),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}
