// Ctrl-C comes back whatever the nodes do; how fast is measured in bench/prompt.ts.

import {afterAll, beforeAll, beforeEach, expect, it} from 'vitest'
import {waitForState} from '../../../src/lab/run/wait-for-state.ts'
import {answeredOf} from '../../../src/model/cluster/snapshot.ts'
import {saidSince, startLab, type World} from './started-lab.ts'

let world: World
beforeAll(async () => {
  world = await startLab()
})
afterAll(() => world[Symbol.asyncDispose]())
beforeEach(async () => {
  const {lab} = world
  await lab.startStage('cluster')
  for (const line of ['/use 6379', '/cluster off']) await lab.run(line)
})

/** Settles when the line is running, and its node has had it for a moment: the snapshot after it was typed. */
async function begun(line: string) {
  const {lab} = world
  const isRunning = () => {
    const entry = lab.state().entries.findLast(({typed}) => typed === line)
    const at = lab.state().snapshot?.at ?? 0
    return (entry?.running === true && at > entry.at) || `${line} is not running`
  }
  await waitForState(lab, isRunning, 20_000)
}

it.each([
  ['a paused node', '/pause 6380', '@6380 PING'],
  ['a paused node at the prompt', '/pause 6379', 'SET foo 1'],
  ['every node paused', '/pause 6379', '@all PING'],
  ['a blocking command', '/use 6380', '@6381 BLPOP foo 0'],
  ['a blocking command, in cluster mode', '/cluster on', 'BLPOP foo 0'],
  ['a script that never ends', '/use 6380', 'EVAL "while true do end" 0'],
  ['WAIT for replicas that will never be', '/use 6380', '@6380 WAIT 5 0'],
  ['SUBSCRIBE', '/use 6380', 'SUBSCRIBE news'],
  ['MONITOR', '/use 6380', 'MONITOR'],
])('%s', async (_, before, line) => {
  const {lab} = world
  await lab.run(before)
  const running = lab.run(line)
  await begun(line)
  expect(lab.cancel()).toBe(true)
  await running
  expect(saidSince(line, lab.state()).join('\n')).toMatch(/Canceled after|Left\./)
})

it('a node that was frozen from outside, in cluster mode, is given up too', async () => {
  const {lab} = world
  await lab.run('/cluster on')
  // Down, so that another is asked in its place: one of which nobody here knows that it is frozen.
  await lab.run('/kill 6379')
  await lab.readAgain()
  const {snapshot} = lab.state()
  const pid = (snapshot && answeredOf(snapshot, '6380'))?.process.pid ?? 0
  expect(pid).toBeGreaterThan(0)
  process.kill(pid, 'SIGSTOP')
  const running = lab.run('GET foo')
  await begun('GET foo')
  lab.cancel()
  await running
  expect(saidSince('GET foo', lab.state()).join('\n')).toContain('Canceled after')
  process.kill(pid, 'SIGCONT')
})

it('a node that is killed answers the command that waits for it', async () => {
  const {lab} = world
  const running = lab.run('@6381 BLPOP foo 0')
  await begun('@6381 BLPOP foo 0')
  await lab.run('/kill 6381')
  await running
})
