// Lines of a shell at the prompt of a real cluster.

import {mkdtemp, readdir, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {waitForState} from '../../../src/lab/run/wait-for-state.ts'
import {type NodeName, portOf} from '../../../src/model/cluster/node.ts'
import {ownLine} from '../../../src/model/cluster/snapshot.ts'
import type {LabState} from '../../../src/model/state/lab-state.ts'
import {saidSince, startLab, type World} from './started-lab.ts'

let world: World
beforeAll(async () => {
  world = await startLab()
  await world.lab.startStage('cluster')
  await world.lab.readAgain()
})
afterAll(() => world[Symbol.asyncDispose]())

async function answers(line: string): Promise<readonly string[]> {
  await world.lab.run(line)
  return saidSince(line, world.lab.state())
}

const port = (node: Parameters<typeof portOf>[0]) => portOf(node, world.lab.state().roster)

it('redis-cli -c follows redirects for one command and does not change the prompt or its mode', async () => {
  expect(await answers('redis-cli -c -p 6379 SET foo 1')).toEqual([
    `→ @${port('6379')} SET foo 1 · over a new connection; with -c: redirects are followed for this one command`,
    `-> Redirected to slot [12182] located at 127.0.0.1:${port('6381')}`,
    'OK',
  ])
  expect(world.lab.state()).toMatchObject({node: '6379', following: false})
  expect(await answers('redis-cli -c -p 6380')).toEqual([`→ /cluster on · /use ${port('6380')}`])
  expect(world.lab.state()).toMatchObject({node: '6380', following: true})
  expect(await answers('redis-cli -p 6379 GET foo')).toEqual([
    `→ @${port('6379')} GET foo · over a new connection`,
    `(error) MOVED 12182 127.0.0.1:${port('6381')}`,
  ])
})

it('@masters and @replicas mean the current ones', async () => {
  await answers('@masters SET a 1')
  expect(world.lab.state().entries.at(-1)?.parts).toHaveLength(3)
  await world.lab.run('@replicas CONFIG GET port')
  const {entries, roster} = world.lab.state()
  const asked = entries
    .at(-1)
    ?.parts.flatMap(part => ('outcome' in part ? [portOf(part.outcome.action.node, roster)] : []))
  expect(asked?.sort()).toEqual([port('6479'), port('6480'), port('6481')])
})

it('redis-cli --cluster check runs the real program and is stopped if a paused node blocks it', async () => {
  const [became, printed] = await answers('redis-cli --cluster check 127.0.0.1:6379')
  expect(became).toBe(`→ redis-cli --cluster check 127.0.0.1:${port('6379')}`)
  expect(printed).toContain('[OK] All 16384 slots covered.')
  await world.lab.run('/pause 6380')
  const line = 'redis-cli --cluster info 127.0.0.1:6379'
  const running = world.lab.run(line)
  await waitForState(world.lab, state => saidSince(line, state).length > 0 || 'not begun', 20_000)
  world.lab.cancel()
  await running
  expect(saidSince(line, world.lab.state())).toContain('Ended redis-cli.')
  await world.lab.run('/resume 6380')
})

it('kill takes the pid of a node, and redis-server starts it again', async () => {
  await world.lab.readAgain()
  const {snapshot} = world.lab.state()
  const pid = snapshot?.nodes.find(({name}) => name === '6481')?.process.pid ?? 0
  expect(await answers(`kill -9 ${pid}`)).toEqual([`→ /kill ${port('6481')}`, `kill -9 ${pid}`])
  expect(await answers('redis-server 6481/redis.conf')).toEqual([
    `→ /start ${port('6481')}`,
    `redis-server ${port('6481')}/redis.conf`,
  ])
})

/** Runs a line that asks, and answers each of its questions; returns the questions. */
async function conversation(line: string, ...given: readonly string[]): Promise<readonly string[]> {
  const asked: string[] = []
  const running = world.lab.run(line)
  for (const answer of given) {
    const asks = (state: LabState) =>
      state.toolQuestion !== undefined || saidSince(line, state).slice(-3).join()
    await waitForState(world.lab, asks, 10_000)
    asked.push(world.lab.state().toolQuestion ?? '')
    await world.lab.run(answer)
  }
  await running
  return asked
}

it('the cluster manager asks at the prompt, and its other commands run too', async () => {
  const id = (node: NodeName) => {
    const reading = world.lab.state().snapshot?.nodes.find(({name}) => name === node)
    return reading?.is === 'answered' ? (ownLine(reading)?.id ?? '') : ''
  }
  await world.lab.readAgain()
  const reshard = 'redis-cli --cluster reshard 127.0.0.1:6379'
  expect(await conversation(reshard, '7', id('6380'), id('6379'), 'done', 'yes')).toEqual([
    'How many slots do you want to move (from 1 to 16384)? ',
    'What is the receiving node ID? ',
    'Source node #1: ',
    'Source node #2: ',
    'Do you want to proceed with the proposed reshard plan (yes/no)? ',
  ])
  const said = saidSince(reshard, world.lab.state()).join('\n')
  expect(said).toContain('How many slots do you want to move (from 1 to 16384)? 7\n')
  expect(said).toContain(`Moving slot 6 from 127.0.0.1:${port('6379')} to 127.0.0.1:${port('6380')}`)
  expect(world.lab.state().toolQuestion).toBeUndefined()

  const run = async (words: string) => (await answers(`redis-cli --cluster ${words}`)).join('\n')
  expect(await run('info 127.0.0.1:6379')).toContain('5454 slots')
  // The replicas hear of moved slots from their masters.
  const check = () => run('check 127.0.0.1:6379')
  await expect.poll(check, {timeout: 10_000}).toContain('[OK] All nodes agree about slots configuration.')
  expect(await run('rebalance 127.0.0.1:6379')).toContain('*** No rebalancing needed!')
  expect(await run('fix 127.0.0.1:6379')).toContain('[OK] All 16384 slots covered.')
  expect(await run('call 127.0.0.1:6379 CONFIG GET port')).toContain(`127.0.0.1:${port('6480')}: port`)
  expect(await run('set-timeout 127.0.0.1:6379 1500')).toContain('New node timeout set. 6 OK, 0 ERR.')
  const instead = `A port does not name a node here; the ID of ${port('6481')} does: ${id('6481')}`
  const withPorts = [
    `del-node 127.0.0.1:6379 ${port('6481')}`,
    `reshard 127.0.0.1:6379 --cluster-from ${port('6481')} --cluster-to ${id('6379')} --cluster-slots 1`,
    `rebalance 127.0.0.1:6379 --cluster-weight ${port('6481')}=0`,
  ]
  for (const words of withPorts) expect(await run(words)).toMatch(new RegExp(`${instead}$`))
  expect((await answers('/explain')).slice(0, 2)).toEqual([
    instead,
    expect.stringMatching(/^ERR Unknown node: /),
  ])
  expect(await run(`del-node 127.0.0.1:6379 ${id('6481')}`)).toContain('>>> Sending CLUSTER RESET SOFT')
  const add = `add-node 127.0.0.1:6481 127.0.0.1:6379 --cluster-slave --cluster-master-id ${id('6381')}`
  expect(await run(add)).toContain('[OK] New node added correctly.')
  const swapped = await run('add-node 127.0.0.1:6379 127.0.0.1:6481')
  expect(swapped).toContain('each as HOST:PORT: redis-cli --cluster add-node NEW MEMBER')
  const folder = await mkdtemp(join(tmpdir(), 'rcl-backup-'))
  try {
    expect(await run(`backup 127.0.0.1:6379 ${folder}`)).toContain('[OK] Backup created into: ')
    expect((await readdir(folder)).filter(name => name.endsWith('.rdb'))).toHaveLength(3)
  } finally {
    await rm(folder, {recursive: true})
  }
  expect(await run('help')).toContain('Cluster Manager Commands:')
})

it('with options that the prompt does not have, the real redis-cli runs', async () => {
  const output = async (line: string) => (await answers(line)).slice(1).join('\n')
  await answers('redis-cli -c SET foo "a b"')
  expect(await output('redis-cli -p 6381 -3 -r 2 GET foo')).toBe('"a b"\n"a b"')
  expect(await output('valkey-cli -p 6381 --scan --pattern f*')).toBe('foo')
  expect(await output('redis-cli -p 6381 --bigkeys')).toMatch(
    // Redis 8 omits the single quotes.
    /^Biggest string found +'?"foo"'? has 3 bytes$/m,
  )
  expect(await output('redis-cli -p 6381 --latency')).toMatch(/^\d+ \d+ \d+\.\d+ \d+$/)
  // Valkey 9 can have databases in a cluster, and has one by default. This error may come before or after the reply, which is on the other stream.
  expect(await output('redis-cli -p 6381 -n 2 PING')).toMatch(
    /^SELECT 2 failed: ERR (?:SELECT is not allowed in cluster mode|DB index is out of range)/m,
  )
})

it('on a bare stage redis-cli --cluster create shows its plan, and builds the cluster after a yes', async () => {
  await using bare = await startLab()
  await bare.lab.startStage('bare')
  await bare.lab.readAgain()
  const line = 'redis-cli --cluster create 127.0.0.1:6379 127.0.0.1:6380 127.0.0.1:6381'
  const running = bare.lab.run(line)
  const asks = ({toolQuestion = ''}: LabState) =>
    toolQuestion.includes("(type 'yes' to accept)") || toolQuestion
  await waitForState(bare.lab, asks, 10_000)
  expect(saidSince(line, bare.lab.state()).join('\n')).toContain('Slots 0 - 5460')
  await bare.lab.run('yes')
  await running
  const said = saidSince(line, bare.lab.state()).join('\n')
  expect(said).toContain('[OK] All 16384 slots covered.')
})
