// The wires between real nodes: everything is as without them until a link is cut, and what is cut is exactly that.

import {readdir, readFile, readlink} from 'node:fs/promises'
import {connect} from 'node:net'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {Cluster} from 'ioredis'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {directionsBetween, type Links, type Party, withFault} from '../../../src/model/cluster/links.ts'
import {firstReplicas, type NodeName, ownPortOf, portOf, sixNodes} from '../../../src/model/cluster/node.ts'
import {parseFields} from '../../../src/model/cluster/parse-info.ts'
import {nominalPorts} from '../../../tools/servers/nominal-ports.ts'
import {pidOf, processesNaming} from '../../../tools/servers/processes.ts'
import {benchmarkOfServer, redisCli} from '../../../tools/servers/redis-cli.ts'
import {type StartedNodes, startNodes} from '../../../tools/servers/start-nodes.ts'

const nodeTimeout = 1000
let stage: StartedNodes
beforeAll(async () => {
  stage = await startNodes('cluster', {wired: true, nodeTimeout})
})
afterAll(() => stage[Symbol.asyncDispose]())

const port = (node: NodeName) => portOf(node, stage.nodes.options.roster)

async function set(links: Links) {
  await stage.nodes.wires?.set({links})
}

function cutOff(...side: readonly Party[]): Links {
  const rest = sixNodes.filter(node => !side.includes(node))
  return withFault([], directionsBetween(side, rest), {is: 'cut'})
}

async function flagsOf(node: NodeName, by: NodeName): Promise<string> {
  const lines = String(await stage.ask(by, 'CLUSTER', 'NODES')).split('\n')
  return lines.find(line => line.includes(`:${port(node)}@`))?.split(' ')[2] ?? ''
}

async function field(node: NodeName, name: string): Promise<string | undefined> {
  return parseFields(String(await stage.ask(node, 'INFO')))[name]
}

/** The addresses at both ends of the TCP sockets that a process has; `any peer`: of one that listens. */
async function endsOfSockets(pid: number): Promise<readonly string[]> {
  const files = await readdir(`/proc/${pid}/fd`)
  const links = await Promise.all(files.map(file => readlink(`/proc/${pid}/fd/${file}`).catch(() => '')))
  const inodes = new Set(links.map(link => /^socket:\[(\d+)\]$/.exec(link)?.[1]))
  const tables = await Promise.all(['tcp', 'tcp6'].map(name => readFile(`/proc/net/${name}`, 'latin1')))
  const rows = tables.flatMap(table => table.trim().split('\n').slice(1))
  return rows
    .map(row => row.trim().split(/\s+/))
    .filter(({9: inode}) => inodes.has(inode))
    .flatMap(({1: local = '', 2: remote = ''}) => [local, remote].map(addressIn))
}

/** `0100007F:18EB` is 127.0.0.1, port 6379. */
function addressIn(field: string): string {
  if (/^0+:0000$/.test(field)) return 'any peer'
  const [hex = ''] = field.split(':')
  return hex === '0100007F' ? '127.0.0.1' : hex
}

const settled = (check: () => Promise<unknown>) => expect.poll(check, {interval: 20})

test('Each node has a connection to every other, each replica one to its master, and all callers are known', async () => {
  const census = (await stage.nodes.wires?.census()) ?? []
  const links = census.map(({from, to, over}) => `${from} ${to} ${over}`).toSorted()
  const buses = sixNodes.flatMap(from => sixNodes.filter(to => to !== from).map(to => `${from} ${to} bus`))
  const replication = firstReplicas.map(node => `${node} ${Number(node) - 100} data`)
  expect(links).toEqual([...buses, ...replication].toSorted())
})

test('The nodes, redis-cli and its check of the cluster show the public ports', async () => {
  const {base} = stage
  const check = await redisCli('--cluster', 'check', `127.0.0.1:${port('6380')}`)
  expect(check).toMatchObject({code: 0, stdout: expect.stringContaining('All 16384 slots covered')})
  const moved = await redisCli('-p', `${port('6379')}`, 'SET', 'foo', '1')
  expect(nominalPorts(moved.stdout, base).trim()).toBe('MOVED 12182 127.0.0.1:<6381>')
  const followed = await redisCli('-c', '-p', `${port('6379')}`, 'SET', 'foo', '1')
  expect(followed.stdout).toContain('OK')
  expect(await field('6479', 'master_port')).toBe(`${port('6379')}`)
  expect(await field('6379', 'slave0')).toContain(`port=${port('6479')}`)
})

test('redis-benchmark finds the cluster through the wires, and so does a cluster client that knows nothing of them', async () => {
  const benchmark = await benchmarkOfServer()
  const done = await benchmark?.('--cluster', '-p', `${port('6379')}`, '-t', 'set', '-n', '3000', '-q')
  if (done) expect(done).toMatchObject({code: 0, stdout: expect.stringContaining('requests per second')})
  const client = new Cluster([{host: '127.0.0.1', port: port('6480')}])
  const keys = Array.from({length: 30}, (_, i) => `key:${i}`)
  await Promise.all(keys.map(key => client.set(key, key)))
  expect(await Promise.all(keys.map(key => client.get(key)))).toEqual(keys)
  client.disconnect()
})

test('A client that ends its side right after its command, as printf does in a pipe to nc, gets its reply', async () => {
  const reply = (to: number) => text(connect({port: to, host: '127.0.0.1'}).end('PING\r\n'))
  expect(await reply(ownPortOf('6379', stage.nodes.options.roster))).toBe('+PONG\r\n')
  expect(await reply(port('6379'))).toBe('+PONG\r\n')
  const clients = async () => (await stage.nodes.wires?.census())?.filter(({from}) => from === undefined)
  await settled(clients).toEqual([])
})

test.runIf(process.platform === 'linux')(
  'Everything listens on and connects to 127.0.0.1: a Mac has no other loopback address',
  async () => {
    const {keeper} = stage
    const pids = [keeper.pid, ...(await processesNaming(keeper.folder)).map(pidOf)]
    const ends = (await Promise.all(pids.map(endsOfSockets))).flat()
    const listening = sixNodes.length * 4
    expect(ends.length).toBeGreaterThan(listening)
    expect(ends.filter(end => end !== '127.0.0.1' && end !== 'any peer')).toEqual([])
  },
)

test('A master that is cut off is replaced while it goes on as master; once healed it follows the new one', async () => {
  await set(cutOff('6381'))
  await settled(() => field('6481', 'role')).toBe('master')
  expect(await field('6381', 'role')).toBe('master')
  expect(await flagsOf('6381', '6379')).toContain('fail')
  // The learner has a cable of their own.
  const refused = async () => (await redisCli('-p', `${port('6381')}`, 'SET', 'foo', '2')).stdout.trim()
  // Valkey 9.1 elects so soon that the old master may still acknowledge for a moment.
  await settled(refused).toBe('CLUSTERDOWN The cluster is down')
  await set([])
  await settled(() => field('6381', 'role')).toBe('slave')
  await settled(() => field('6381', 'master_link_status')).toBe('up')
})

test('One way: a node that is not heard suspects nobody and is suspected', async () => {
  const others = sixNodes.filter(node => node !== '6480')
  await set(withFault([], directionsBetween(['6480'], ['6379'], true), {is: 'cut'}))
  await settled(() => flagsOf('6480', '6379')).toMatch(/fail\?/)
  await set([])
  for (const node of others) await settled(() => flagsOf('6480', node)).toBe('slave')
})

test('MIGRATE passes whatever was done to the link: it does not tell the wires which node runs it', async () => {
  await stage.ask('6379', 'SET', 'bar', '1')
  const migrate = () =>
    stage
      .ask('6379', 'MIGRATE', '127.0.0.1', `${port('6380')}`, 'bar', '0', '5000')
      .catch((error: Error) => error.message)
  const link = directionsBetween(['6379'], ['6380'])
  for (const fault of [{is: 'cut'}, {is: 'closed'}, {is: 'slow', ms: 9000, jitter: 0}] as const) {
    await set(withFault([], link, fault))
    // The target's own words.
    expect(await migrate()).toContain('Target instance replied with error: MOVED')
  }
  await set([])
})

test('A closed link breaks the connection of a replica at once, a slow one delays what it gets', async () => {
  const link = directionsBetween(['6479'], ['6379'])
  await set(withFault([], link, {is: 'closed'}))
  await settled(() => field('6479', 'master_link_status')).toBe('down')
  await set([])
  await settled(() => field('6479', 'master_link_status')).toBe('up')
  await set(withFault([], link, {is: 'slow', ms: 300, jitter: 50}))
  const began = performance.now()
  await stage.ask('6379', 'SET', 'bar', '1')
  expect(await stage.ask('6379', 'WAIT', '1', '5000')).toBe(1)
  expect(performance.now() - began).toBeGreaterThan(600)
  await set([])
})

test('A replica that starts behind a cut link has its PING answered and nothing else; once healed, its link is up', async () => {
  const {nodes} = stage
  await set(withFault([], directionsBetween(['6479'], ['6379']), {is: 'cut'}))
  await nodes.change('kill', '6479')
  await nodes.change('start', '6479')
  const log = () => readFile(join(stage.keeper.folder, '6479', 'redis.log'), 'utf8')
  await settled(async () => (await log()).split('Ready to accept connections').at(-1)).toContain(
    'replied to PING',
  )
  const attached = async () =>
    (await nodes.wires?.census())?.some(({from, over}) => from === '6479' && over === 'data')
  await settled(attached).toBe(true)
  expect(await field('6479', 'master_link_status')).toBe('down')
  await set([])
  await settled(() => field('6479', 'master_link_status')).toBe('up')
})

test.each(['cluster', 'bare'] as const)(
  'A node that has ended refuses its first caller, and its first caller reaches it once the lab says that it runs: %s',
  async kind => {
    await using started = await startNodes(kind, {wired: true})
    const {nodes, performer} = started
    const asked = async () => {
      const {stdout, stderr} = await redisCli('-p', `${portOf('6480', nodes.options.roster)}`, 'PING')
      return stdout.trim() || stderr
    }
    const ends = [
      {do: 'kill', node: '6480'},
      {do: 'stop', node: '6480'},
      {do: 'command', node: '6480', words: ['SHUTDOWN', 'NOSAVE', 'FORCE']},
    ] as const
    for (const end of ends) {
      expect(await performer.perform(end)).toMatchObject({is: 'done'})
      expect(await asked()).toContain('Connection refused')
      await nodes.change('start', '6480')
      expect(await asked()).toBe('PONG')
    }
  },
)
