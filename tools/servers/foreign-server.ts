// Starts a redis-server that is not the lab's, with data in it, like one a user may already run.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Redis} from 'ioredis'
import {vi} from 'vitest'
import {infoSection} from '../../src/model/cluster/parse-info.ts'
import {server} from './server.ts'

export type ForeignServer = AsyncDisposable &
  Readonly<{
    port: number
    pid: number
    /** Reads every key with its value, and every setting. */
    contents: () => Promise<Readonly<{keys: unknown; settings: unknown}>>
    /** Resets the count of received commands. */
    countAnew: () => Promise<void>
    /** Commands received since then, without those of this test. */
    commands: () => Promise<readonly string[]>
  }>

const own = ['config|resetstat', 'info']

/** Starts a server that contains data. */
export async function startForeignServer(port: number): Promise<ForeignServer> {
  const {path, libraryPath} = await server()
  const dir = await mkdtemp(join(tmpdir(), 'foreign-redis-'))
  const env = {...process.env, ...(libraryPath && {LD_LIBRARY_PATH: libraryPath})}
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '']
  const child = spawn(path, args, {cwd: dir, env, stdio: 'ignore'})
  const redis = new Redis({
    port,
    host: '127.0.0.1',
    protocol: 2,
    enableReadyCheck: false,
    disableClientInfo: true,
    retryStrategy: () => 5,
  })
  redis.on('error', () => undefined)
  await vi.waitFor(() => redis.ping(), {timeout: 10_000})
  await redis.mset('cart:1', 'book', 'cart:2', 'pen')
  await redis.rpush('orders', 'first', 'second')
  return {
    port,
    pid: child.pid ?? 0,
    async contents() {
      const names = (await redis.keys('*')).sort()
      const keys = await Promise.all(names.map(async name => [name, await redis.dump(name)]))
      return {keys, settings: await redis.config('GET', '*')}
    },
    countAnew: async () => void (await redis.config('RESETSTAT')),
    async commands() {
      const counted = infoSection(await redis.info('commandstats'), 'Commandstats')
      return Object.keys(counted)
        .map(field => field.replace('cmdstat_', ''))
        .filter(name => !own.includes(name))
    },
    async [Symbol.asyncDispose]() {
      redis.disconnect()
      if (child.kill('SIGKILL')) await once(child, 'exit')
      await rm(dir, {recursive: true})
    },
  }
}
