// A redis-server for a hub, without a keeper: reached by a socket in a folder of its own, and gone with it.

import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Redis} from 'ioredis'
import {waitUntil} from '../../src/platform/wait-until.ts'
import {server} from './server.ts'

export type SocketServer = AsyncDisposable &
  Readonly<{
    socket: string
    /** A connection of the test's own. */
    redis: Redis
    child: ChildProcess
  }>

export async function startSocketServer(): Promise<SocketServer> {
  const {path, libraryPath} = await server()
  const dir = await mkdtemp(join(tmpdir(), 'hub-redis-'))
  const socket = join(dir, 'redis.sock')
  const env = {...process.env, ...(libraryPath && {LD_LIBRARY_PATH: libraryPath})}
  const args = ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', dir]
  const child = spawn(path, args, {env, stdio: 'ignore'})
  const redis = new Redis({path: socket, retryStrategy: () => 5, protocol: 2})
  redis.on('error', () => undefined)
  const answers = async () => (await redis.ping().catch(String)) === 'PONG' || `${socket} does not answer`
  const silent = await waitUntil(answers, {within: 10_000, every: 10})
  if (silent !== undefined) throw new Error(silent)
  return {
    socket,
    redis,
    child,
    async [Symbol.asyncDispose]() {
      redis.disconnect()
      if (child.kill('SIGKILL')) await once(child, 'exit')
      await rm(dir, {recursive: true})
    },
  }
}
