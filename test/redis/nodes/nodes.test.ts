// Six real nodes: how a stage stands when it is raised, what a reading says, and what the blows to a process do.

import {randomBytes} from 'node:crypto'
import {subscribe, unsubscribe} from 'node:diagnostics_channel'
import {appendFile, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {
  baseOf,
  firstReplicas,
  type NodeName,
  portOf,
  rosterAt,
  sixNodes,
} from '../../../src/model/cluster/node.ts'
import {parseClusterNodes, parseFields} from '../../../src/model/cluster/parse-info.ts'
import {
  type Answered,
  answeredOf,
  linkIsUp,
  masterPortOf,
  readingOf,
  roleOf,
  rosterOf,
  type Snapshot,
  slotsOf,
} from '../../../src/model/cluster/snapshot.ts'
import {processVerbs} from '../../../src/model/commands/action.ts'
import {translate} from '../../../src/model/text/messages.ts'
import {type Keeper, startKeeper} from '../../../src/redis/keeper/keeper.ts'
import {startStage} from '../../../src/redis/nodes/boot.ts'
import {testBases} from '../../../tools/servers/free-ports.ts'
import {isRunning, serversOf} from '../../../tools/servers/processes.ts'
import {redisCli} from '../../../tools/servers/redis-cli.ts'
import {server} from '../../../tools/servers/server.ts'
import {type StartedNodes, startNodes} from '../../../tools/servers/start-nodes.ts'

const answers = ({nodes}: Snapshot): readonly Answered[] => nodes.filter(one => one.is === 'answered')

/** The node's role, and whom it replicates and whether that link is up. */
function standing(snapshot: Snapshot): Readonly<Record<string, string>> {
  return Object.fromEntries(
    snapshot.nodes.map(reading => {
      if (reading.is === 'silent') return [reading.name, reading.because]
      if (reading.is === 'sentinel') return [reading.name, `names ${reading.view.master?.port}`]
      const role = roleOf(reading)
      const of = `of ${(masterPortOf(reading) ?? 0) - baseOf(snapshot.roster) + 6379}`
      return [
        reading.name,
        role === 'master' ? role : `${role} ${of}${linkIsUp(reading) ? '' : ', link down'}`,
      ]
    }),
  )
}

/** Asked again until the nodes stand so. `within` in ms. */
async function stands(world: StartedNodes, wanted: Readonly<Record<string, string>>, within = 15_000) {
  const look = async () => standing(await world.look())
  await expect.poll(look, {timeout: within, interval: 20}).toMatchObject(wanted)
}

const sentence = async (changed: Promise<object>): Promise<unknown> => {
  const came = await changed
  return 'because' in came ? translate('en', came.because as never) : came
}

describe('A cluster stage', () => {
  it('is ready when all six agree: three masters with all slots, each with the matching replica', async () => {
    await using world = await startNodes('cluster')
    const epochs = new Set<string>()
    for (const node of sixNodes) {
      const port = `${portOf(node, rosterAt(world.base))}`
      const info = parseFields((await redisCli('-p', port, 'CLUSTER', 'INFO')).stdout)
      expect(info).toMatchObject({
        cluster_state: 'ok',
        cluster_known_nodes: '6',
        cluster_slots_ok: '16384',
        cluster_size: '3',
      })
      // The boot has changed them for a moment.
      for (const [name, value] of Object.entries({
        'cluster-require-full-coverage': 'yes',
        'repl-diskless-load': 'disabled',
        'cluster-node-timeout': `${world.nodes.options.nodeTimeout}`,
      }))
        expect((await redisCli('-p', port, 'CONFIG', 'GET', name)).stdout.trim().split('\n')).toEqual([
          name,
          value,
        ])
      const lines = parseClusterNodes((await redisCli('-p', port, 'CLUSTER', 'NODES')).stdout)
      const name = (id: string | undefined) => lines.find(one => one.id === id)?.port
      const seen = lines.map(one => [one.port - world.base + 6379, one.slots.join() || name(one.masterId)])
      expect(seen).toEqual([
        [6379, '0-5460'],
        [6380, '5461-10922'],
        [6381, '10923-16383'],
        [6479, world.base],
        [6480, world.base + 1],
        [6481, world.base + 2],
      ])
      epochs.add(lines.map(one => one.epoch).join())
    }
    // Each shard has an epoch of its own, and everybody knows it: else nobody could follow a master that is killed now.
    expect([...epochs]).toEqual(['4,5,6,4,5,6'])
    expect(standing(await world.look())).toEqual({
      '6379': 'master',
      '6380': 'master',
      '6381': 'master',
      '6479': 'replica of 6379',
      '6480': 'replica of 6380',
      '6481': 'replica of 6381',
    })
  })

  it('accepts a write on each master that its replica confirms, and contains none of our keys', async () => {
    await using world = await startNodes('cluster')
    expect(answers(await world.look()).map(reading => reading.keys)).toEqual([0, 0, 0, 0, 0, 0])
    for (const [node, key] of Object.entries({'6379': 'bar', '6380': 'name', '6381': 'foo'})) {
      expect(await world.ask(node as NodeName, 'SET', key, '1')).toBe('OK')
      expect(await world.ask(node as NodeName, 'WAIT', '1', '1000')).toBe(1)
    }
  })

  it('lets a replica be shut down at once: none still writes its first append-only file', async () => {
    await using world = await startNodes('cluster')
    for (const node of firstReplicas) {
      const {stdout} = await redisCli('-p', `${portOf(node, rosterAt(world.base))}`, 'SHUTDOWN', 'NOSAVE')
      expect(stdout).toBe('')
    }
    await stands(world, Object.fromEntries(firstReplicas.map(node => [node, 'notRunning'])))
  })

  it("has the lesson's node timeout in the running nodes and in the files for restarts", async () => {
    await using world = await startNodes('cluster', {nodeTimeout: 1234})
    for (const node of sixNodes) {
      expect(await world.ask(node, 'CONFIG', 'GET', 'cluster-node-timeout')).toEqual([
        'cluster-node-timeout',
        '1234',
      ])
      const file = await readFile(join(world.keeper.folder, node, 'redis.conf'), 'utf8')
      expect(file).toContain('\ncluster-node-timeout 1234\n')
    }
  })
})

it('A standalone stage has six independent masters without cluster mode', async () => {
  await using world = await startNodes('standalone')
  const snapshot = await world.look()
  expect(
    answers(snapshot).map(one => [roleOf(one), one.replication['connected_slaves'], one.cluster]),
  ).toEqual(Array(6).fill(['master', '0', undefined]))
})

it('A bare stage has six cluster nodes, each alone and without slots', async () => {
  await using world = await startNodes('bare')
  const views = answers(await world.look())
  expect(
    views.map(one => [one.cluster?.nodes.length, slotsOf(one), one.cluster?.info['cluster_state']]),
  ).toEqual(Array(6).fill([1, [], 'fail']))
})

it('Every answer comes from the process that was started, and only this computer can reach it', async () => {
  await using world = await startNodes('standalone')
  const snapshot = await world.look()
  const lines = await serversOf(world.keeper.folder)
  expect(lines).toHaveLength(6)
  for (const {name, port, process} of snapshot.nodes) {
    const listens = `redis-server 127.0.0.1:${port} `
    const config = join(world.keeper.folder, name, 'redis.conf')
    const mine = lines.find(line => line.startsWith(`${process.pid} `)) ?? ''
    expect(mine.replace(/\S*valkey-server/, 'redis-server')).toContain(listens)
    expect(mine).toContain(config)
  }
})

describe('A reset', () => {
  it('starts new, empty nodes on the same ports', async () => {
    await using world = await startNodes('standalone')
    await world.ask('6379', 'SET', 'a', '1')
    await world.nodes.change('kill', '6380')
    await world.nodes.change('pause', '6381')
    const before = await world.look()
    world.nodes.close()
    await world.keeper.order({do: 'clear'})
    const again = await startStage(world.nodes.options)
    try {
      const now = await again.readAll()
      expect(now.nodes.map(one => one.port)).toEqual(before.nodes.map(one => one.port))
      expect(answers(now).map(one => one.keys)).toEqual([0, 0, 0, 0, 0, 0])
      const old = answers(before).map(one => one.runId)
      expect(answers(now).filter(one => old.includes(one.runId))).toEqual([])
      expect(await serversOf(world.keeper.folder)).toHaveLength(6)
    } finally {
      again.close()
    }
  })
})

describe('A reading', () => {
  it('tells why each silent node is silent, and since when', async () => {
    await using world = await startNodes('standalone')
    await world.ask('6379', 'SET', 'a', '1')
    await world.look()
    const before = Date.now()
    await world.nodes.change('kill', '6379')
    await world.nodes.change('stop', '6380')
    await world.nodes.change('pause', '6381')
    const first = await world.look()
    const again = await world.look()
    for (const snapshot of [first, again]) {
      expect(snapshot.nodes.slice(0, 3)).toMatchObject([
        {is: 'silent', because: 'notRunning', process: {is: 'killed'}, lastSaid: {role: 'master'}},
        {is: 'silent', because: 'notRunning', process: {is: 'stopped'}},
        {is: 'silent', because: 'paused', process: {is: 'paused'}},
      ])
    }
    const since = (snapshot: Snapshot) =>
      snapshot.nodes.flatMap(one => (one.is === 'silent' ? [one.since] : []))
    expect(since(again)).toEqual(since(first))
    expect(Math.min(...since(first))).toBeGreaterThanOrEqual(before)
  })

  it('of a paused node comes long before the timeout and does not delay the others', async () => {
    await using world = await startNodes('standalone')
    await world.nodes.change('pause', '6381')
    const patience = 30_000
    const start = performance.now()
    const snapshot = await world.nodes.readAll(patience)
    expect(performance.now() - start).toBeLessThan(patience / 10)
    expect(standing(snapshot)).toMatchObject({'6381': 'paused', '6379': 'master', '6481': 'master'})
  })

  it('of a node frozen from outside is waited for only once', async () => {
    await using world = await startNodes('standalone')
    const {pid = 0} = world.nodes.stateOf('6381')
    process.kill(pid, 'SIGSTOP')
    const late = await world.nodes.readAll(1000)
    expect(standing(late)).toMatchObject({'6381': 'noAnswer', '6379': 'master', '6481': 'master'})
    const patience = 30_000
    const start = performance.now()
    expect(standing(await world.nodes.readAll(patience))).toMatchObject({
      '6381': 'noAnswer',
      '6379': 'master',
    })
    expect(performance.now() - start).toBeLessThan(patience / 10)
    process.kill(pid, 'SIGCONT')
    await stands(world, {'6381': 'master'})
  })

  it('of all nodes by two readers at the same time has answers for both', async () => {
    await using world = await startNodes('standalone')
    const both = await Promise.all([world.look(), world.look()])
    expect(both.flatMap(({nodes}) => nodes.map(({is}) => is))).toEqual(Array(12).fill('answered'))
  })

  it('of a node that came back quotes as its last what a reading has said, not what its start has seen', async () => {
    await using world = await startNodes('standalone')
    await world.ask('6379', 'CONFIG', 'SET', 'appendonly', 'no')
    await world.ask('6379', 'CONFIG', 'REWRITE')
    await world.ask('6379', 'MSET', 'a', '1', 'b', '2')
    const runId = answeredOf(await world.look(), '6379')?.runId
    await world.nodes.change('kill', '6379')
    await world.nodes.change('start', '6379')
    process.kill(world.nodes.stateOf('6379').pid ?? 0, 'SIGSTOP')
    const {nodes} = await world.nodes.readAll(50)
    expect(nodes[0]).toMatchObject({is: 'silent', because: 'noAnswer', last: {runId, keys: 2}})
  })

  it('of a node killed from outside says so', async () => {
    await using world = await startNodes('standalone')
    const killedAt = Date.now()
    process.kill(world.nodes.stateOf('6380').pid ?? 0, 'SIGKILL')
    await stands(world, {'6380': 'notRunning'})
    const {is, endedAt = 0} = world.nodes.stateOf('6380')
    expect(is).toBe('killed')
    expect(endedAt).toBeGreaterThanOrEqual(killedAt)
  })

  it('of a node that ends during the request does not say that it is loading', async () => {
    await using world = await startNodes('standalone')
    const {pid = 0} = world.nodes.stateOf('6380')
    // Frozen, it cannot answer before it ends.
    process.kill(pid, 'SIGSTOP')
    const asked = world.nodes.readAll(30_000)
    process.kill(pid, 'SIGKILL')
    expect(standing(await asked)).toMatchObject({'6380': 'refused', '6379': 'master'})
  })

  it("counts the learner's commands and none of the lab's own", async () => {
    await using world = await startNodes('cluster')
    for (let i = 0; i < 20; i++) await world.look()
    const port = `${world.base}`
    const before = answeredOf(await world.look(), '6379')?.calls
    await redisCli('-p', port, 'INFO', 'replication')
    await redisCli('-p', port, 'SET', 'bar', '1')
    const now = answeredOf(await world.look(), '6379')?.calls
    expect(before?.['info']).toBe(0)
    expect(now).toEqual({...before, info: 1, set: (before?.['set'] ?? 0) + 1})
  })
})

describe('A node that is killed', () => {
  it('keeps its folder and data, and without a cluster it restarts as a master with them', async () => {
    await using world = await startNodes('standalone')
    await world.ask('6379', 'SET', 'a', '1')
    const killed = world.nodes.stateOf('6379').pid ?? 0
    expect(await world.nodes.change('kill', '6379')).toEqual({pid: killed})
    expect(await isRunning(killed)).toBe(false)
    const {pid} = (await world.nodes.change('start', '6379')) as {pid: number}
    expect(pid).not.toBe(killed)
    expect(answeredOf(await world.look(), '6379')).toMatchObject({keys: 1, process: {is: 'running', pid}})
  })

  it('is not waited for when it has ended already', async () => {
    await using world = await startNodes('standalone')
    const before = world.nodes.stateOf('6380')
    await world.nodes.change('kill', '6380')
    // If it were waited for, the test would run into its time limit.
    await world.nodes.waitUntilEnded('6380', before, 600_000)
    expect(world.nodes.stateOf('6380').is).toBe('killed')
  })

  it('restarts as a replica if redis.conf says so', async () => {
    await using world = await startNodes('standalone')
    await world.ask('6379', 'SET', 'a', '1')
    await world.ask('6479', 'REPLICAOF', '127.0.0.1', `${world.base}`)
    await stands(world, {'6479': 'replica of 6379'})
    await world.ask('6479', 'CONFIG', 'REWRITE')
    await world.nodes.change('kill', '6479')
    await world.ask('6379', 'SET', 'b', '2')
    await world.nodes.change('start', '6479')
    await stands(world, {'6479': 'replica of 6379'})
    await expect.poll(async () => answeredOf(await world.look(), '6479')?.keys).toBe(2)
  })

  it('is replaced by its replica in a cluster, and follows it with all data after a restart', async () => {
    await using world = await startNodes('cluster')
    await world.ask('6381', 'SET', 'foo', '1')
    await world.nodes.change('kill', '6381')
    await stands(world, {'6381': 'notRunning', '6481': 'master'})
    await expect.poll(() => world.ask('6481', 'SET', 'hello{foo}', '2').catch(String)).toBe('OK')
    await world.nodes.change('start', '6381')
    await stands(world, {'6381': 'replica of 6481', '6481': 'master'})
    await expect.poll(async () => answeredOf(await world.look(), '6381')?.keys).toBe(2)
  })
})

it('A start is complete when the node has loaded its data', async () => {
  await using world = await startNodes('standalone')
  for (let i = 0; i < 10; i++)
    await world.ask('6380', 'SET', `key:${i}`, randomBytes(2000).toString('base64'))
  await world.ask('6380', 'BGREWRITEAOF')
  const persistence = async () => parseFields(String(await world.ask('6380', 'INFO', 'persistence')))
  await expect.poll(persistence).toMatchObject({aof_rewrite_in_progress: '0', aof_rewrite_scheduled: '0'})
  await world.nodes.change('kill', '6380')
  // So many µs a key, and others are answered meanwhile.
  const slowly = 'key-load-delay 30000\nloading-process-events-interval-bytes 1024\n'
  await appendFile(join(world.keeper.folder, '6380', 'redis.conf'), slowly)
  expect(await world.nodes.change('start', '6380')).toHaveProperty('pid')
  expect(await world.ask('6380', 'DBSIZE')).toBe(10)
})

describe('A node that is stopped', () => {
  it('shuts down cleanly and restarts with its data', async () => {
    await using world = await startNodes('standalone')
    await world.ask('6380', 'SET', 'a', '1')
    await world.nodes.change('stop', '6380')
    expect(world.nodes.stateOf('6380')).toEqual({is: 'stopped', endedAt: expect.any(Number)})
    const log = await readFile(join(world.keeper.folder, '6380', 'redis.log'), 'utf8')
    expect(log).toContain('is now ready to exit, bye bye')
    await world.nodes.change('start', '6380')
    expect(answeredOf(await world.look(), '6380')?.keys).toBe(1)
  })

  it('is asked again if it refuses, because it writes its first AOF', async () => {
    await using world = await startNodes('standalone')
    for (let i = 0; i < 10; i++) await world.ask('6380', 'SET', `key:${i}`, 'value')
    await world.ask('6380', 'CONFIG', 'SET', 'appendonly', 'no')
    // So many µs a key: the AOF takes a second.
    await world.ask('6380', 'CONFIG', 'SET', 'rdb-key-save-delay', '100000')
    await world.ask('6380', 'CONFIG', 'SET', 'appendonly', 'yes')
    await world.nodes.change('stop', '6380')
    expect(world.nodes.stateOf('6380')).toEqual({is: 'stopped', endedAt: expect.any(Number)})
    const log = await readFile(join(world.keeper.folder, '6380', 'redis.log'), 'utf8')
    expect(log).toContain("Writing initial AOF, can't exit")
  })

  it('is asked once while it waits for its replicas, as a shutdown does', async () => {
    await using world = await startNodes('cluster')
    await world.ask('6379', 'CONFIG', 'SET', 'shutdown-timeout', '1')
    await world.nodes.change('pause', '6479')
    await world.ask('6379', 'SET', 'bar', '1')
    await world.nodes.change('stop', '6379')
    const log = await readFile(join(world.keeper.folder, '6379', 'redis.log'), 'utf8')
    expect(log).toContain('0 of 1 replicas are in sync when shutting down')
    expect(log.match(/Received SIGTERM/g)).toHaveLength(1)
  })
})

describe('A node that refuses to answer the lab', () => {
  it('requires a password, and no longer has the user of the lab', async () => {
    await using world = await startNodes('standalone')
    await world.ask('6380', 'CONFIG', 'SET', 'requirepass', 'secret')
    await world.ask('6380', 'CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'no')
    // It has a user of its own, and counts none of its own refusals.
    await stands(world, {'6380': 'master'})
    expect(answeredOf(await world.look(), '6380')?.errors).toEqual({})
    await world.ask('6380', 'ACL', 'DELUSER', 'lab')
    await stands(world, {'6380': 'locked'})
  })

  it('is busy with a script', async () => {
    await using world = await startNodes('standalone')
    await world.ask('6380', 'CONFIG', 'SET', 'busy-reply-threshold', '10')
    const script = {do: 'command', node: '6380', words: ['EVAL', 'while true do end', '0']} as const
    const running = world.performer.perform(script)
    await stands(world, {'6380': 'busy'})
    await world.ask('6380', 'SCRIPT', 'KILL')
    expect(await running).toMatchObject({is: 'replied', reply: {type: 'error'}})
    await stands(world, {'6380': 'master'})
  })
})

describe('A node that is paused', () => {
  it('answers nothing until it is resumed, then continues', async () => {
    await using world = await startNodes('standalone')
    const {runId} = answeredOf(await world.look(), '6480') ?? {}
    const {pid} = (await world.nodes.change('pause', '6480')) as {pid: number}
    expect(standing(await world.look())).toMatchObject({'6480': 'paused'})
    expect(await world.nodes.change('resume', '6480')).toEqual({pid})
    await stands(world, {'6480': 'master'})
    expect(answeredOf(await world.look(), '6480')?.runId).toBe(runId)
  })

  it('can be killed and restarted', async () => {
    await using world = await startNodes('standalone')
    await world.nodes.change('pause', '6480')
    await world.nodes.change('kill', '6480')
    expect(standing(await world.look())).toMatchObject({'6480': 'notRunning'})
    expect(await world.nodes.change('start', '6480')).toHaveProperty('pid')
    expect(standing(await world.look())).toMatchObject({'6480': 'master'})
  })
})

it("An action that makes no sense in the process's state is refused with the reason", async () => {
  await using world = await startNodes('standalone')
  const [running, paused, dead] = ['6379', '6380', '6381'] as const
  await world.nodes.change('pause', paused)
  await world.nodes.change('kill', dead)
  const [first, second, third] = [running, paused, dead].map(node => portOf(node, rosterAt(world.base)))
  const {pid} = world.nodes.stateOf(running)
  expect(await sentence(world.nodes.change('start', running))).toBe(
    `${first} is already running (pid ${pid}).`,
  )
  expect(await sentence(world.nodes.change('resume', running))).toBe(`${first} is not paused.`)
  for (const verb of ['pause', 'stop'] as const) {
    const because = `${second} is already paused. To resume it: /resume ${second}.`
    expect(await sentence(world.nodes.change(verb, paused))).toBe(because)
  }
  for (const verb of processVerbs.filter(one => one !== 'start')) {
    const because = `${third} is not running. To start it: /start ${third}.`
    expect(await sentence(world.nodes.change(verb, dead))).toBe(because)
  }
  expect(standing(await world.look())).toMatchObject({
    '6379': 'master',
    '6380': 'paused',
    '6381': 'notRunning',
  })
})

it("A node with a broken redis.conf fails to start with the line of the file and the server's reason, and starts after the fix", async () => {
  await using world = await startNodes('standalone')
  const file = join(world.keeper.folder, '6380', 'redis.conf')
  const healthy = await readFile(file, 'utf8')
  await world.nodes.change('stop', '6380')
  await appendFile(file, 'maxmemory plenty\n')
  const because = `${portOf('6380', rosterAt(world.base))} did not start: 'maxmemory plenty': argument must be a memory value`
  expect(await sentence(world.nodes.change('start', '6380'))).toBe(because)
  expect(world.nodes.stateOf('6380')).toEqual({is: 'exited', endedAt: expect.any(Number)})
  expect(standing(await world.look())).toMatchObject({'6380': 'notRunning', '6379': 'master'})
  await writeFile(file, healthy)
  expect(await world.nodes.change('start', '6380')).toHaveProperty('pid')
})

/** A keeper whose `node` gets SIGSTOP when the boot has reached the phase `when`; `thaw` resumes it. */
function freezing(keeper: Keeper, node: NodeName, when: string) {
  let pid = 0
  const {promise: frozen, resolve} = Promise.withResolvers<void>()
  const order: Keeper['order'] = async request => {
    const result = await keeper.order(request)
    if (request.do === 'spawn' && request.node === node) pid = result.pid ?? 0
    return result
  }
  const freeze = (phase: unknown) => {
    if (phase !== when) return
    unsubscribe('redis-cluster-lab.phase', freeze)
    process.kill(pid, 'SIGSTOP')
    resolve()
  }
  subscribe('redis-cluster-lab.phase', freeze)
  return {
    keeper: {...keeper, order},
    frozen,
    thaw: () => process.kill(pid, 'SIGCONT'),
  }
}

describe('A master that is voted out while the cluster starts', () => {
  it.each(['all agree', 'writes confirmed'])(
    'is a master again when it is ready: frozen when "%s"',
    async when => {
      await using keeper = await startKeeper()
      const {base = 0} = await keeper.order({do: 'claim', bases: testBases()})
      const roster = rosterOf('cluster', base)
      const slow = freezing(keeper, '6379', when)
      const options = {keeper: slow.keeper, program: await server(), roster, nodeTimeout: 1000} as const
      const starting = startStage({...options, stage: 'cluster'})
      await slow.frozen
      const roleOfItsReplica = async () => (await redisCli('-p', `${base + 100}`, 'ROLE')).stdout
      await expect.poll(roleOfItsReplica, {interval: 20}).toContain('master')
      slow.thaw()
      const nodes = await starting
      const of = (port: number) => `replica of ${port}`
      expect(standing(await nodes.readAll())).toEqual({
        ...{6379: 'master', 6380: 'master', 6381: 'master'},
        ...{6479: of(6379), 6480: of(6380), 6481: of(6381)},
      })
      const timeout = await redisCli('-p', `${base}`, 'CONFIG', 'GET', 'cluster-node-timeout')
      expect(timeout.stdout).toBe('cluster-node-timeout\n1000\n')
      nodes.close()
    },
  )
})

describe('A stage that cannot start', () => {
  it.each([
    ['', false],
    [', also behind wires', true],
  ])(
    'reports the last line of the server that ended, and the keeper can start another%s',
    async (_, wired) => {
      await using keeper = await startKeeper()
      const program = await server()
      const {base = 0} = await keeper.order({do: 'claim', bases: testBases(), wired})
      const roster = rosterOf('cluster', base, [], wired)
      const options = {keeper, roster, stage: 'cluster', nodeTimeout: 1000} as const
      const missing = {path: join(keeper.folder, 'no-such-server')}
      // All start together, so any of them may be the first to end.
      const all = roster.map(({port}) => port)
      await expect(startStage({...options, program: missing})).rejects.toThrow(
        new RegExp(`^(${all.join('|')}) did not start: .*(not found|No such file)`),
      )
      await keeper.order({do: 'clear'})
      const nodes = await startStage({...options, program})
      expect(readingOf(await nodes.readAll(), '6379')?.is).toBe('answered')
      nodes.close()
    },
  )

  it('says which node hangs, instead of waiting for it without end', async () => {
    await using keeper = await startKeeper()
    const {base = 0} = await keeper.order({do: 'claim', bases: testBases()})
    const roster = rosterOf('cluster', base)
    const options = {keeper, program: await server(), roster, stage: 'cluster', nodeTimeout: 1000} as const
    const frozen = freezing(keeper, '6381', 'ready to take over')
    await expect(startStage({...options, keeper: frozen.keeper})).rejects.toThrow(
      `${base + 2} runs, but it has not answered CLUSTER INFO for 10 s. Try again with /reset.`,
    )
    // A reset ends the frozen process, too.
    await keeper.order({do: 'clear'})
    const nodes = await startStage(options)
    expect(readingOf(await nodes.readAll(), '6381')?.is).toBe('answered')
    nodes.close()
  })
})
