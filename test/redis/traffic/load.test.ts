// A client at work on real nodes: what it counts, what it loses, and that nothing of it is left when it is stopped.

import {describe, expect, it} from 'vitest'
import {firstMasters, type NodeName, sixNodes} from '../../../src/model/cluster/node.ts'
import {slotOwners} from '../../../src/model/cluster/slot-owners.ts'
import {answeredOf, attachedReplicas} from '../../../src/model/cluster/snapshot.ts'
import {type Bucket, type Errors, errorCount} from '../../../src/model/state/traffic.ts'
import {maxPending, startLoad} from '../../../src/redis/traffic/load.ts'
import {verifyWrites} from '../../../src/redis/traffic/verify-writes.ts'
import {createLedger} from '../../../src/redis/traffic/write-ledger.ts'
import {startForeignServer} from '../../../tools/servers/foreign-server.ts'
import {type StartedNodes, startNodes} from '../../../tools/servers/start-nodes.ts'

const patience = {timeout: 20_000, interval: 20}

/** A client on the nodes of `world`, and what it told; it ends with the test. */
function atWork(world: StartedNodes, rate = 100, replicas = false) {
  const ledger = createLedger()
  const buckets: Bucket[] = []
  const errors: string[] = []
  const rested = Promise.withResolvers<void>()
  let resting = false
  const {stop} = startLoad({
    nodes: world.nodes,
    rate,
    clients: ['defaults'],
    replicas,
    ledger,
    onBucket: (bucket, _each, lastError) => {
      buckets.push(bucket)
      if (lastError !== undefined) errors.push(lastError)
      if (!resting || bucket.waiting > 0) return
      stop()
      rested.resolve()
    },
  })
  const sum = (count: (bucket: Bucket) => number) => buckets.reduce((total, one) => total + count(one), 0)
  /** Stops it at a moment when it waits for nothing: then the nodes hold exactly what they have acknowledged. */
  function rest(): Promise<void> {
    resting = true
    return rested.promise
  }
  return {ledger, buckets, errors, sum, stop, rest, [Symbol.dispose]: stop}
}

const ok = ({ok}: Bucket) => ok
const failed = ({errors}: Bucket) => errorCount(errors)

/** The connections of the client that `node` has. */
async function connectionsOf(world: StartedNodes, node: NodeName): Promise<number> {
  return String(await world.ask(node, 'CLIENT', 'LIST')).match(/ name=\S*traffic /g)?.length ?? 0
}

/** How many bits are set in all the client's keys that `node` holds, as Redis counts them. */
async function bitsAt(world: StartedNodes, node: NodeName): Promise<number> {
  const keys = (await world.ask(node, 'KEYS', 'traffic:*')) as readonly string[]
  const counts = await Promise.all(keys.map(key => world.ask(node, 'BITCOUNT', key)))
  return counts.reduce<number>((sum, count) => sum + Number(count), 0)
}

/** What the read-back says, as soon as all nodes agree on who serves what. */
async function lostIn(world: StartedNodes, {ledger}: ReturnType<typeof atWork>) {
  await expect.poll(async () => slotOwners(await world.look()) !== undefined, patience).toBe(true)
  return verifyWrites(world.nodes, ledger, slotOwners(await world.look()) ?? [])
}

const isMaster = async (world: StartedNodes, node: NodeName) =>
  String(await world.ask(node, 'ROLE').catch(String)).startsWith('master')

describe('A client at work', () => {
  it('writes and reads at its rate, on every master, and what was acknowledged is there', async () => {
    await using world = await startNodes('cluster')
    const began = performance.now()
    using client = atWork(world, 200)
    await expect.poll(() => client.sum(ok), patience).toBeGreaterThan(400)
    const seconds = (performance.now() - began) / 1000
    const {length} = client.buckets
    await client.rest()
    // One bucket may still be out, and the client takes a moment to connect.
    const came = client.buckets.slice(0, length).reduce((sum, one) => sum + one.ok, 0)
    expect(came / seconds).toBeGreaterThan(120)
    expect(came / seconds).toBeLessThan(210)
    expect(client.sum(failed)).toBe(0)
    const {acknowledged} = client.ledger.copy()
    expect(client.sum(one => one.acknowledged)).toBe(acknowledged)
    // By turns.
    expect(Math.abs(2 * acknowledged - client.sum(ok))).toBeLessThanOrEqual(1)
    const bits = await Promise.all(firstMasters.map(node => bitsAt(world, node)))
    for (const count of bits) expect(count).toBeGreaterThan(acknowledged / 6)
    expect(bits.reduce((sum, count) => sum + count)).toBe(acknowledged)
    expect(await lostIn(world, client)).toEqual({writes: 0, of: acknowledged})
  })

  it('meets errors when a master is killed, and none any more when its replica has taken over', async () => {
    // With less the failover may be over before a single command is given up.
    await using world = await startNodes('cluster', {nodeTimeout: 2000})
    using client = atWork(world)
    await expect.poll(() => client.sum(ok), patience).toBeGreaterThan(50)
    expect([client.sum(failed), client.sum(one => one.redirects)]).toEqual([0, 0])
    await world.nodes.change('kill', '6381')
    await expect.poll(() => isMaster(world, '6481'), patience).toBe(true)
    const isWell = ({ok, waiting, ...rest}: Bucket) =>
      ok > 15 && waiting < 5 && failed({ok, waiting, ...rest}) === 0
    await expect.poll(() => client.buckets.slice(-4).every(isWell), patience).toBe(true)
    const all: Errors = Object.assign({}, ...client.buckets.map(({errors}) => errors))
    expect(client.sum(failed)).toBeGreaterThan(0)
    // Which of them it is when ioredis gives up depends on how far the failover has come.
    expect(['CLUSTERDOWN', 'MOVED', 'Connection']).toEqual(expect.arrayContaining(Object.keys(all)))
    for (const error of client.errors)
      expect(error).toMatch(
        /^(Too many Cluster redirections\. Last error: \w*Error: )?(CLUSTERDOWN The cluster is down|MOVED \d+ 127\.0\.0\.1:\d+|Connection is closed\.)$/,
      )
    // Living nodes redirect to the dead master with MOVED until they know that it failed.
    expect(client.sum(one => one.redirects)).toBeGreaterThan(0)
    expect(client.sum(one => one.retries)).toBeGreaterThan(client.sum(failed))
    client.stop()
    expect(await lostIn(world, client)).toEqual({writes: 0, of: client.ledger.copy().acknowledged})
  })

  it('loses exactly what the master acknowledged and the promoted replica never heard of', async () => {
    await using world = await startNodes('cluster')
    using client = atWork(world)
    await expect.poll(() => client.sum(ok), patience).toBeGreaterThan(50)
    // A paused replica that is cut off has nothing more in its socket; what the master acknowledges now, it alone has.
    await world.nodes.change('pause', '6481')
    await world.ask('6381', 'CLIENT', 'KILL', 'TYPE', 'replica')
    const attached = async () => {
      const master = answeredOf(await world.look(), '6381')
      return master && attachedReplicas(master).length
    }
    await expect.poll(attached, patience).toBe(0)
    const before = client.sum(ok)
    await expect.poll(() => client.sum(ok) - before, patience).toBeGreaterThan(50)
    await client.rest()
    const had = await bitsAt(world, '6381')
    await world.nodes.change('kill', '6381')
    await world.nodes.change('resume', '6481')
    await expect.poll(() => isMaster(world, '6481'), patience).toBe(true)
    const lost = await lostIn(world, client)
    const gone = had - (await bitsAt(world, '6481'))
    expect(gone).toBeGreaterThan(5)
    expect(lost).toEqual({writes: gone, of: client.ledger.copy().acknowledged})
  })

  it('leaves no connection when it is stopped, on a paused node neither', async () => {
    await using world = await startNodes('cluster')
    using client = atWork(world)
    await expect.poll(() => client.sum(ok), patience).toBeGreaterThan(50)
    for (const node of firstMasters) expect(await connectionsOf(world, node)).toBeGreaterThan(0)
    await world.nodes.change('pause', '6380')
    await expect.poll(() => client.buckets.at(-1)?.waiting, patience).toBeGreaterThan(5)
    client.stop()
    await world.nodes.change('resume', '6380')
    const connections = () => Promise.all(sixNodes.map(node => connectionsOf(world, node)))
    await expect.poll(connections, patience).toEqual([0, 0, 0, 0, 0, 0])
  })

  it('asks nothing more while as many as it may are without an answer, and goes on when they come', async () => {
    await using world = await startNodes('cluster', {nodeTimeout: 15_000})
    using client = atWork(world, 500)
    await expect.poll(() => client.sum(ok), patience).toBeGreaterThan(50)
    for (const node of firstMasters) await world.nodes.change('pause', node)
    const waiting = () => client.buckets.slice(-3).map(one => one.waiting)
    await expect.poll(waiting, patience).toEqual([maxPending, maxPending, maxPending])
    for (const node of firstMasters) await world.nodes.change('resume', node)
    await expect.poll(() => client.buckets.at(-1)?.waiting, patience).toBeLessThan(20)
    expect(client.sum(failed)).toBe(0)
  })

  it('never writes to a stranger on the port of a node that is down, and goes on when the node is back', async () => {
    await using world = await startNodes('standalone')
    using client = atWork(world)
    await expect.poll(() => client.sum(ok), patience).toBeGreaterThan(50)
    await world.nodes.change('kill', '6379')
    {
      await using foreign = await startForeignServer(world.base)
      const before = await foreign.contents()
      await foreign.countAnew()
      const errors = client.sum(failed)
      await expect.poll(() => client.sum(failed) - errors, patience).toBeGreaterThan(20)
      expect(client.buckets.at(-1)?.errors).toEqual({Connection: expect.any(Number)})
      expect(await foreign.commands()).toEqual([])
      expect(await foreign.contents()).toEqual(before)
    }
    const answered = client.sum(ok)
    await world.nodes.change('start', '6379')
    await expect.poll(() => client.sum(ok) - answered, patience).toBeGreaterThan(20)
    client.stop()
    expect(await lostIn(world, client)).toEqual({writes: 0, of: client.ledger.copy().acknowledged})
  })

  it('reads from replicas what they have, and counts what they do not have yet', async () => {
    await using world = await startNodes('cluster')
    using client = atWork(world, 200, true)
    const old = () => client.sum(({stale = 0}) => stale)
    await expect.poll(() => client.sum(ok), patience).toBeGreaterThan(50)
    await world.ask('6480', 'CLIENT', 'PAUSE', '600000', 'WRITE')
    await expect.poll(old, patience).toBeGreaterThan(5)
    await world.ask('6480', 'CLIENT', 'UNPAUSE')
    const isFresh = () => client.buckets.slice(-8).every(({stale = 0}) => stale === 0)
    await expect.poll(isFresh, patience).toBe(true)
    expect(client.sum(failed)).toBe(0)
    await client.rest()
    expect(await lostIn(world, client)).toEqual({writes: 0, of: client.ledger.copy().acknowledged})
  })

  it('asks the Sentinels for the master, and follows it when another node is promoted', async () => {
    await using world = await startNodes('sentinel')
    using client = atWork(world)
    const masters = () => client.buckets.flatMap(({master}) => master ?? [])
    await expect.poll(() => client.sum(ok), patience).toBeGreaterThan(50)
    expect(masters()).toEqual([world.base])
    // Its first Sentinel is frozen: it asks another.
    await world.nodes.change('pause', '26379')
    await world.nodes.change('kill', '6379')
    await expect.poll(masters, patience).toEqual([world.base, world.base + 1])
    await expect.poll(() => client.buckets.slice(-2).every(one => one.ok > 15), patience).toBe(true)
    expect(Object.assign({}, ...client.buckets.map(({errors}) => errors))).toEqual({
      Connection: expect.any(Number),
    })
    await world.nodes.change('resume', '26379')
    client.stop()
    expect(await lostIn(world, client)).toEqual({writes: 0, of: client.ledger.copy().acknowledged})
  })
})
