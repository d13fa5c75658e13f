// Starts a redis-server that is not the lab's, with data in it, like one a user may already run.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Redis} from 'ioredis'
import {infoSection, parseFields} from '../../src/model/cluster/parse-info.ts'
import {waitUntil} from '../../src/platform/wait-until.ts'
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
    /** Connections accepted since then. */
    connections: () => Promise<number>
    /** What identifies it: its run, its data, and which cluster it belongs to. */
    identity: () => Promise<unknown>
  }>

const own = ['config|resetstat', 'info', 'dbsize']

/** How a user may run it. The cluster has one node, which serves all slots. */
export type ForeignKind = 'plain' | 'cluster' | 'password'
const password = 'secret'
const argsOf = {
  plain: [],
  cluster: ['--cluster-enabled', 'yes'],
  password: ['--requirepass', password],
} as const

/** Starts a server that contains data. @throws Error if it does not answer, for example because its port is taken. */
export async function startForeignServer(port: number, kind: ForeignKind = 'plain'): Promise<ForeignServer> {
  const {path, libraryPath} = await server()
  const dir = await mkdtemp(join(tmpdir(), 'foreign-redis-'))
  const env = {...process.env, ...(libraryPath && {LD_LIBRARY_PATH: libraryPath})}
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', ...argsOf[kind]]
  const child = spawn(path, args, {cwd: dir, env, stdio: 'ignore'})
  const redis = new Redis({
    port,
    host: '127.0.0.1',
    ...(kind === 'password' && {password}),
    protocol: 2,
    enableReadyCheck: false,
    disableClientInfo: true,
    retryStrategy: () => 5,
  })
  redis.on('error', () => undefined)
  const answers = async () => (await redis.ping().catch(String)) === 'PONG' || `port ${port} does not answer`
  const silent = await waitUntil(answers, {within: 10_000, every: 10})
  if (silent !== undefined) throw new Error(silent)
  if (kind === 'cluster') {
    await redis.cluster('ADDSLOTSRANGE', 0, 16_383)
    const served = async () => /cluster_state:ok/.test(await redis.cluster('INFO')) || 'cluster_state:fail'
    await waitUntil(served, {within: 10_000, every: 10})
  }
  await redis.set('cart:1', 'book')
  await redis.set('cart:2', 'pen')
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
    connections: async () => Number(parseFields(await redis.info('stats'))['total_connections_received']),
    async identity() {
      const {run_id} = parseFields(await redis.info('server'))
      const nodes = await readFile(join(dir, 'nodes.conf'), 'utf8').catch(() => '')
      return {run_id, keys: await redis.dbsize(), nodes}
    },
    async [Symbol.asyncDispose]() {
      redis.disconnect()
      if (child.kill('SIGKILL')) await once(child, 'exit')
      await rm(dir, {recursive: true})
    },
  }
}
