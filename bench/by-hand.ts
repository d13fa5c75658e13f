// A cluster of six as a person creates it without the lab: six redis-servers and `redis-cli --cluster create`.

import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdir, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {Redis} from 'ioredis'
import {infoSection, parseFields} from '../src/model/cluster/parse-info.ts'
import {freeBase} from '../tools/servers/free-ports.ts'
import {redisCli} from '../tools/servers/redis-cli.ts'
import {server} from '../tools/servers/server.ts'

const longest = 60_000
const askEvery = 5

/**
 * Starts six nodes with Redis's default configuration and `settings`, joins them, and stops them.
 * @returns ms from the first process until every node reports cluster_state:ok and every replica's link is up
 */
export async function startByHand(settings: readonly string[]): Promise<number> {
  const base = await freeBase()
  const ports = [0, 1, 2, 100, 101, 102].map(distance => base + distance)
  const folder = await mkdtemp(join(tmpdir(), 'by-hand-'))
  for (const port of ports) await mkdir(join(folder, `${port}`))
  const start = performance.now()
  const nodes = await Promise.all(ports.map(port => startNode(port, join(folder, `${port}`), settings)))
  const clients = ports.map(connect)
  try {
    await until(async () => (await Promise.all(clients.map(one => one.ping()))).length === 6)
    const addresses = ports.map(port => `127.0.0.1:${port}`)
    const created = await redisCli(
      '--cluster',
      'create',
      ...addresses,
      '--cluster-replicas',
      '1',
      '--cluster-yes',
    )
    if (created.code !== 0) throw new Error(created.stdout + created.stderr)
    await until(() => isReady(clients))
    return performance.now() - start
  } finally {
    for (const client of clients) client.disconnect()
    await Promise.all(nodes.map(end))
    await rm(folder, {recursive: true, maxRetries: 20, retryDelay: 50})
  }
}

async function startNode(port: number, cwd: string, settings: readonly string[]): Promise<ChildProcess> {
  const {path, libraryPath} = await server()
  const env = {...process.env, ...(libraryPath && {LD_LIBRARY_PATH: libraryPath})}
  const cluster = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '3000', '--appendonly', 'yes']
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', ...cluster, ...settings]
  return spawn(path, args, {cwd, env, stdio: 'ignore'})
}

async function end(node: ChildProcess) {
  if (node.exitCode === null && node.kill('SIGKILL')) await once(node, 'exit')
}

function connect(port: number): Redis {
  const redis = new Redis({
    port,
    host: '127.0.0.1',
    enableReadyCheck: false,
    maxRetriesPerRequest: null,
    retryStrategy: () => askEvery,
  })
  redis.on('error', () => undefined)
  return redis
}

async function isReady(clients: readonly Redis[]): Promise<boolean> {
  const states = await Promise.all(clients.map(async one => parseFields(String(await one.cluster('INFO')))))
  if (states.some(state => state['cluster_state'] !== 'ok')) return false
  const infos = await Promise.all(
    clients.map(async one => infoSection(await one.info('replication'), 'Replication')),
  )
  return infos.filter(info => info['role'] === 'slave' && info['master_link_status'] === 'up').length === 3
}

async function until(question: () => Promise<boolean>) {
  const end = performance.now() + longest
  while (!(await question())) {
    if (performance.now() > end) throw new Error(`Not ready after ${longest} ms`)
    await pause(askEvery)
  }
}
