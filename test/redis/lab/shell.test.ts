// Lines of a shell at the prompt of a real cluster.

import {afterAll, beforeAll, expect, it} from 'vitest'
import {readAgain, waitForState} from '../../../src/lab/run/wait-for-state.ts'
import {portOf} from '../../../src/model/cluster/node.ts'
import {saidSince, startLab, type World} from './started-lab.ts'

let world: World
beforeAll(async () => {
  world = await startLab()
  await world.lab.startStage('cluster')
  await readAgain(world.lab)
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
  await waitForState(world.lab, state => saidSince(line, state).length > 0 || 'not begun', 5000)
  world.lab.cancel()
  await running
  expect(saidSince(line, world.lab.state())).toContain('Ended redis-cli.')
  await world.lab.run('/resume 6380')
})

it('kill takes the pid of a node, and redis-server starts it again', async () => {
  await readAgain(world.lab)
  const {snapshot} = world.lab.state()
  const pid = snapshot?.nodes.find(({name}) => name === '6481')?.process.pid ?? 0
  expect(await answers(`kill -9 ${pid}`)).toEqual([`→ /kill ${port('6481')}`, `kill -9 ${pid}`])
  expect(await answers('redis-server 6481/redis.conf')).toEqual([
    `→ /start ${port('6481')}`,
    `redis-server ${port('6481')}/redis.conf`,
  ])
})

it('on a bare stage redis-cli --cluster create builds the cluster without a question', async () => {
  await using bare = await startLab()
  await bare.lab.startStage('bare')
  await readAgain(bare.lab)
  const line = 'redis-cli --cluster create 127.0.0.1:6379 127.0.0.1:6380 127.0.0.1:6381'
  await bare.lab.run(line)
  const said = saidSince(line, bare.lab.state()).join('\n')
  expect(said).toContain('--cluster-yes')
  expect(said).toContain('[OK] All 16384 slots covered.')
})
