// The facts that differ between versions, asked of the server that runs: `npm run matrix` asks them of every supported one.

import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import {expect, test} from 'vitest'
import {hasSlot, slotOf} from '../../../src/model/cluster/hash-slot.ts'
import {type NodeName, portOf, sixNodes} from '../../../src/model/cluster/node.ts'
import {parseClusterNodes, parseFields} from '../../../src/model/cluster/parse-info.ts'
import {
  commandsSince,
  compareVersions,
  type Fact,
  facts,
  newestKnown,
} from '../../../src/model/cluster/versions.ts'
import {writeCommands} from '../../../src/model/commands/write-commands.ts'
import {bytesOf} from '../../../src/model/protocol/bytes.ts'
import {lowestVersion} from '../../../src/redis/install/server-version.ts'
import {isHere} from '../../../tools/servers/is-here.ts'
import {server} from '../../../tools/servers/server.ts'
import {startNodes} from '../../../tools/servers/start-nodes.ts'

const patience = {timeout: 15_000, interval: 10}

const holds = (fact: Fact) => isHere(facts[fact])

/** Settings whose defaults texts name, and that are the same everywhere. */
const defaults = {
  'busy-reply-threshold': '5000',
  'cluster-allow-reads-when-down': 'no',
  'cluster-node-timeout': '15000',
  'cluster-replica-validity-factor': '10',
  'cluster-require-full-coverage': 'yes',
  databases: '16',
  maxclients: '10000',
  'maxmemory-policy': 'noeviction',
  'min-replicas-max-lag': '10',
  'min-replicas-to-write': '0',
  'repl-backlog-ttl': '3600',
  'repl-ping-replica-period': '10',
  'repl-timeout': '60',
  'replica-read-only': 'yes',
  'replica-serve-stale-data': 'yes',
  'stop-writes-on-bgsave-error': 'yes',
}

/** Dated 8.2 by the docs of Redis 8.6, though 8.0.2 has it. */
const misdated = {VISMEMBER: '8.0'}

/** Since when each command exists, by its name in upper case, as COMMAND DOCS tells it in RESP2; empty where a module does not tell. */
function docsOf(reply: unknown): Readonly<Record<string, string>> {
  const pairs = reply as readonly unknown[]
  return Object.assign(
    {},
    ...pairs.map((fields, i) => {
      if (i % 2 === 0) return {}
      const doc = fields as readonly unknown[]
      const field = (name: string) => (doc.includes(name) ? doc[doc.indexOf(name) + 1] : undefined)
      const name = String(pairs[i - 1])
        .replace('|', ' ')
        .toUpperCase()
      return {[name]: String(field('since') ?? ''), ...docsOf(field('subcommands') ?? [])}
    }),
  )
}

test('Without a cluster: commands, defaults, and what READONLY does', async () => {
  await using world = await startNodes('standalone')
  const ask = (...words: [string, ...string[]]) =>
    world.ask('6379', ...words).catch((error: Error) => error.message)
  const setting = async (name: string) => ((await ask('CONFIG', 'GET', name)) as readonly string[])[1]

  // COMMAND DOCS knows since when a command exists: every one that the lowest supported server lacks must be in the table.
  const {kind} = await server()
  const unnamed = ((await ask('ACL', 'CAT', 'write')) as readonly string[]).filter(
    name => !writeCommands.includes(name),
  )
  expect(unnamed, 'commands that write').toEqual([])
  const docs = docsOf(await ask('COMMAND', 'DOCS'))
  const newer = Object.entries(docs).filter(
    ([name, since]) =>
      !name.endsWith(' HELP') &&
      since !== '' &&
      compareVersions(since, `${lowestVersion.redis}.9`) > 0 &&
      compareVersions(since, `${newestKnown[kind]}.9`) <= 0,
  )
  const inTable = [...commandsSince].flatMap(([name, since]) => (since[kind] ? [[name, since[kind]]] : []))
  const here = inTable.filter(([name = '']) => docs[name])
  const told = Object.fromEntries(newer.map(([name, since]) => [name, since.replace(/\.\d+$/, '')]))
  const corrected = Object.fromEntries(Object.entries(misdated).filter(([name]) => told[name]))
  expect({...told, ...corrected}).toEqual(Object.fromEntries(here))
  for (const [name, since] of commandsSince)
    expect([name, docs[name] !== undefined]).toEqual([name, isHere(since)])

  // The lab sets some of these in redis.conf; a server without it tells the default.
  expect(
    Object.fromEntries(
      await Promise.all(Object.keys(defaults).map(async name => [name, await setting(name)])),
    ),
  ).toEqual(defaults)
  expect(await setting('repl-backlog-size')).toBe(holds('largeBacklog') ? '10485760' : '1048576')
  expect(await setting('repl-rdb-channel')).toBe(holds('rdbChannel') ? 'yes' : undefined)
  expect(await setting('dual-channel-replication-enabled')).toBe(holds('dualChannel') ? 'no' : undefined)
  expect((await setting('cluster-databases')) !== undefined).toBe(holds('clusterDatabases'))
  await ask('CONFIG', 'SET', 'repl-backlog-size', '1')
  expect(await setting('repl-backlog-size')).toBe('16384')

  const readonly = await ask('READONLY')
  expect(readonly === 'OK').toBe(holds('redirect'))
})

test('The offset of a master that never had a replica, and of one whose last replica has left', async () => {
  await using world = await startNodes('standalone')
  const ask = (node: NodeName, line: string) => {
    const [command = '', ...words] = line.split(' ')
    return world.ask(node, command, ...words)
  }
  const field = async (node: NodeName, name: string) =>
    parseFields(String(await ask(node, 'INFO replication')))[name]
  const grownBy = async (line: string) => {
    const before = Number(await field('6379', 'master_repl_offset'))
    await ask('6379', line)
    return Number(await field('6379', 'master_repl_offset')) - before
  }
  expect(await grownBy('SET stock 1')).toBe(holds('countsWrites') ? 1 : 0)
  await ask('6379', 'CONFIG SET appendonly no')
  expect(await grownBy('SET stock 1')).toBe(0)

  await ask('6479', `REPLICAOF 127.0.0.1 ${portOf('6379', world.nodes.options.roster)}`)
  await expect.poll(() => field('6479', 'master_link_status'), patience).toBe('up')
  await ask('6479', 'REPLICAOF NO ONE')
  await expect.poll(() => field('6379', 'connected_slaves'), patience).toBe('0')
  expect(await grownBy('SET stock 1')).toBeGreaterThan('SET stock 1'.length)
  await ask('6379', 'CONFIG SET repl-backlog-ttl 1')
  await expect.poll(() => field('6379', 'repl_backlog_active'), patience).toBe('0')
  expect(await grownBy('SET stock 1')).toBe(0)
})

test('In a cluster: SORT by a tag, an import whose source is done, CLUSTER FORGET, repeated elections, and the delay of an election', async () => {
  await using world = await startNodes('cluster')
  const {nodes} = world
  const ask = (node: NodeName, line: string) => {
    const [command = '', ...words] = line.split(' ')
    return world.ask(node, command, ...words)
  }
  const refusal = (node: NodeName, line: string) => ask(node, line).catch((error: Error) => error.message)
  const log = (node: NodeName) => readFile(join(nodes.options.keeper.folder, node, 'redis.log'), 'utf8')

  const linesOf = async (node: NodeName) => parseClusterNodes(String(await ask(node, 'CLUSTER NODES')))
  const pings = async () =>
    Number(parseFields(String(await ask('6381', 'CLUSTER INFO')))['cluster_stats_messages_ping_sent'])

  // `foo` is in a slot of 6381.
  expect(await refusal('6381', 'SORT {foo} BY weight_*')).toContain('BY option of SORT denied')
  expect(Array.isArray(await refusal('6381', 'SORT {foo} BY {foo}_*'))).toBe(holds('sortByTag'))

  // The source of an import says that the slot is the target's.
  const ids = {source: await ask('6381', 'CLUSTER MYID'), target: await ask('6379', 'CLUSTER MYID')}
  const slot = slotOf(bytesOf('foo'))
  const owns = async () =>
    hasSlot((await linesOf('6379')).find(line => line.id === ids.target)?.slots ?? [], slot)
  await ask('6379', `CLUSTER SETSLOT ${slot} IMPORTING ${ids.source}`)
  await ask('6381', `CLUSTER SETSLOT ${slot} NODE ${ids.target}`)
  const sentBefore = await pings()
  if (holds('importTakesOver')) await expect.poll(owns, patience).toBe(true)
  else {
    await expect.poll(pings, patience).toBeGreaterThan(sentBefore + 10)
    expect(await owns()).toBe(false)
  }

  // One node is told to forget another. Where gossip passes that on, it does so with any ping.
  const forgotten = portOf('6480', nodes.options.roster)
  const id = (await linesOf('6381')).find(line => line.port === forgotten)?.id
  const sent = await pings()
  await ask('6381', `CLUSTER FORGET ${id}`)
  const isKnown = async () => (await linesOf('6379')).some(line => line.port === forgotten)
  if (holds('forgetGossip')) await expect.poll(isKnown, patience).toBe(false)
  else {
    await expect.poll(pings, patience).toBeGreaterThan(sent + 20)
    expect(await isKnown()).toBe(true)
  }

  // A replica takes over, then its old master, then the replica again. That one may not yet be elected again.
  const idOf = async (node: NodeName) => String(await ask(node, 'CLUSTER MYID'))
  /** A master takes no order from a replica that it does not know yet. */
  const isKnownAsReplica = async (node: NodeName, master: NodeName) => {
    const [id, masterId] = await Promise.all([idOf(node), idOf(master)])
    const seen = (await linesOf(master)).find(line => line.id === id)
    const link = String(await ask(node, 'INFO replication')).includes('link_status:up')
    return link && seen?.masterId === masterId
  }
  const logged = async (node: NodeName, words: RegExp) => (await log(node)).split(words).length - 1
  const won = (node: NodeName) => logged(node, /Failover election won/)
  // Without an election of its own a replica counts the votes of its last one; Valkey 8.0 asks again, and gets no votes.
  const ended = (node: NodeName) => logged(node, /Failover election won|Manual failover timed out/)
  const elect = async (node: NodeName, master: NodeName) => {
    await expect.poll(() => isKnownAsReplica(node, master), patience).toBe(true)
    const before = await ended(node)
    expect(await ask(node, 'CLUSTER FAILOVER')).toBe('OK')
    await expect.poll(() => ended(node), patience).toBe(before + 1)
  }
  /** Again if it was too slow, as on a busy computer. */
  const takeOver = async (node: NodeName, master: NodeName) => {
    const before = await won(node)
    do await elect(node, master)
    while ((await won(node)) === before)
  }
  await takeOver('6479', '6379')
  await takeOver('6379', '6479')
  // For two to four of its node timeouts a replica asks for no votes again, and the others give none to the same master's replicas. The test must
  // not outlast that; with a long one all the time, the nodes would also tell each other of their roles too seldom.
  const timeoutOfAll = (ms: number) =>
    Promise.all(sixNodes.map(node => ask(node, `CONFIG SET cluster-node-timeout ${ms}`)))
  const elections = async () => [await logged('6479', /Starting a failover election/), await won('6479')]
  const [started = 0, wonBefore = 0] = await elections()
  await expect.poll(() => isKnownAsReplica('6479', '6379'), patience).toBe(true)
  await timeoutOfAll(60_000)
  await elect('6479', '6379')
  const isElected = isDeepStrictEqual(await elections(), [started + 1, wonBefore + 1])
  expect(isElected).toBe(holds('electsAgain'))
  await timeoutOfAll(1000)

  // A master gives up a slot that holds a key. Last, because the slot stays without a node.
  await ask('6380', 'SET c 1')
  const slotOfC = slotOf(bytesOf('c'))
  const keysLeft = () => ask('6380', `CLUSTER COUNTKEYSINSLOT ${slotOfC}`)
  await ask('6380', `CLUSTER DELSLOTS ${slotOfC}`)
  const sentAtLast = await pings()
  if (holds('trimsSlots')) await expect.poll(keysLeft, patience).toBe(0)
  else {
    await expect.poll(pings, patience).toBeGreaterThan(sentAtLast + 10)
    expect(await keysLeft()).toBe(1)
  }
  await nodes.change('kill', '6381')
  const delay = async () => /Start of election delayed for (\d+) milliseconds/.exec(await log('6481'))?.[1]
  await expect.poll(delay, patience).toBeDefined()
  expect(Number(await delay()) === 0).toBe(holds('immediateElection'))
})
