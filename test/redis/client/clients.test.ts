// Clients that nobody here wrote find a cluster in what the lab raises.

import {Cluster} from 'ioredis'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {portOf, rosterAt, sixNodes} from '../../../src/model/cluster/node.ts'
import {benchmarkOfServer, redisCli} from '../../../tools/servers/redis-cli.ts'
import {type StartedNodes, startNodes} from '../../../tools/servers/start-nodes.ts'

const benchmark = await benchmarkOfServer()

let world: StartedNodes
beforeAll(async () => {
  world = await startNodes('cluster')
})
afterAll(() => world[Symbol.asyncDispose]())

it('redis-cli -c sets and gets keys of every master, whichever node it is given', async () => {
  for (const node of sixNodes) {
    const port = `${portOf(node, rosterAt(world.base))}`
    for (const key of ['bar', 'name', 'foo']) {
      expect((await redisCli('-c', '-p', port, 'SET', key, `${key} by ${port}`)).stdout).toBe('OK\n')
      expect((await redisCli('-c', '-p', port, 'GET', key)).stdout).toBe(`${key} by ${port}\n`)
    }
  }
})

it('redis-cli --cluster check finds all slots covered, every node agreed, and one replica for each master', async () => {
  const {code, stdout} = await redisCli('--cluster', 'check', `127.0.0.1:${world.base}`)
  expect({code, stdout}).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('[OK] All 16384 slots covered.'),
  })
  expect(stdout).toContain('[OK] All nodes agree about slots configuration.')
  // Valkey says "replicas" since 9.0.
  expect(stdout.match(/\| 1 (?:slaves|replicas)\./g)).toHaveLength(3)
})

it('redis-cli --cluster rebalance, reshard and info work on it', async () => {
  const first = `127.0.0.1:${world.base}`
  const ids = Object.fromEntries(
    await Promise.all(
      (['6379', '6380'] as const).map(
        async node => [node, String(await world.ask(node, 'CLUSTER', 'MYID'))] as const,
      ),
    ),
  )
  const moved = await redisCli(
    ...[
      '--cluster',
      'reshard',
      first,
      '--cluster-from',
      ids['6379'] ?? '',
      '--cluster-to',
      ids['6380'] ?? '',
    ],
    ...['--cluster-slots', '10', '--cluster-yes'],
  )
  expect(moved.code).toBe(0)
  expect((await redisCli('--cluster', 'info', first)).stdout).toContain('5451 slots')
  expect((await redisCli('--cluster', 'check', first)).stdout).toContain('[OK] All 16384 slots covered.')
})

it.skipIf(!benchmark)('redis-benchmark --cluster puts its load on all three masters', async () => {
  const load = ['--cluster', '-p', `${world.base}`, '-t', 'set', '-n', '3000', '-r', '3000', '-q']
  expect(await benchmark?.(...load)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('requests per second'),
  })
  const {nodes} = await world.look()
  const keys = nodes.slice(0, 3).map(one => (one.is === 'answered' ? one.keys : 0))
  // How many requests each master gets depends on which of them is faster; 3000 random keys of 3000 are about 1900 different ones.
  expect(Math.min(...keys)).toBeGreaterThan(0)
  expect(keys.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(1500)
})

it('ioredis as a cluster client reads and writes through it', async () => {
  const client = new Cluster([{host: '127.0.0.1', port: portOf('6481', rosterAt(world.base))}], {
    scaleReads: 'slave',
  })
  try {
    const keys = Array.from({length: 30}, (_, i) => `cart:${i}`)
    await Promise.all(keys.map(key => client.set(key, key)))
    await expect.poll(() => Promise.all(keys.map(key => client.get(key)))).toEqual(keys)
  } finally {
    client.disconnect()
  }
})
