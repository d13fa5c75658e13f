// The lab goes on reading a node that has a password, and the prompt changes a redis.conf that the node then starts with.

import {afterAll, beforeAll, expect, it} from 'vitest'
import {waitForState} from '../../../src/lab/run/wait-for-state.ts'
import type {NodeName} from '../../../src/model/cluster/node.ts'
import {readingOf} from '../../../src/model/cluster/snapshot.ts'
import {outcomeText} from '../../../src/model/commands/outcome-text.ts'
import {outcomesOf} from '../../../src/model/state/transcript.ts'
import {translate} from '../../../src/model/text/messages.ts'
import {startLabWith, type World} from './started-lab.ts'

const spares: readonly NodeName[] = ['6382']
let world: World

beforeAll(async () => {
  world = await startLabWith({spares})
  await world.lab.startStage('standalone', spares)
})
afterAll(() => world[Symbol.asyncDispose]())

/** Runs a line; returns what the lab says below it, and the replies. */
async function run(line: string): Promise<string> {
  await world.lab.run(line)
  const {roster, entries} = world.lab.state()
  const entry = entries.at(-1)
  const said = (entry?.parts ?? []).flatMap(part =>
    'message' in part ? [translate('en', part.message)] : 'shown' in part ? part.shown.lines : [],
  )
  const replies = entry ? outcomesOf(entry).map(outcome => outcomeText(outcome, roster, 'en')) : []
  return [...said, ...replies].join('\n')
}

async function restart(): Promise<void> {
  await run('/kill 6382')
  await run('/start 6382')
  await world.lab.readAgain()
}

const reading = () => {
  const {snapshot} = world.lab.state()
  return snapshot && readingOf(snapshot, '6382')
}

it('A directive is written, shown, and used from the next start', async () => {
  expect(await run('/conf 6382 requirepass s3cret')).toMatch(
    /^requirepass s3cret\nWritten\. \d+ reads the file/,
  )
  await run('/start 6382')
  expect(await run('@6382 GET a')).toBe('(error) NOAUTH Authentication required.')
  expect(await run('@6382 AUTH s3cret')).toBe('OK')
  expect(await run('/conf 6382 masterauth other')).toContain('still runs with what it read')
  expect(await run('@6382 CONFIG GET masterauth')).toContain('2) ""')
  await restart()
  expect(await run('@6382 CONFIG GET masterauth')).toContain('2) "other"')
})

it('Two edits that begin at once are both written', async () => {
  const {lab} = world
  await Promise.all([lab.run('/conf 6382 timeout 11'), lab.run('/conf 6382 maxmemory 20mb')])
  expect(await run('/conf 6382')).toMatch(/^maxmemory 20mb\n(.*\n)*timeout 11$/m)
})

it('The lab reads a node that has a password', async () => {
  await world.lab.readAgain()
  expect(reading()).toMatchObject({is: 'answered'})
})

it('The rules of the user default, which CONFIG REWRITE writes, make requirepass useless: the lab says so', async () => {
  await run('@6382 CONFIG SET requirepass ""')
  await run('@6382 CONFIG REWRITE')
  expect(await run('/conf 6382 requirepass s3cret')).toContain('-user default')
  await restart()
  expect(await run('redis-cli -p 6382 PING')).toMatch(/\nPONG$/)
  expect(await run('/conf 6382 -user default')).toContain('Written.')
  expect(await run('/conf 6382 -user default')).toContain('has no user default')
  await restart()
  expect(await run('redis-cli -p 6382 PING')).toContain('NOAUTH')
})

it('A node whose user of the lab was deleted is read no more if it has a password, and the lab says so', async () => {
  await run('@6382 AUTH s3cret')
  await run('@6382 ACL DELUSER lab')
  const isLocked = () => {
    const now = reading()
    return (now?.is === 'silent' && now.because === 'locked') || 'it is read'
  }
  await waitForState(world.lab, isLocked, 10_000)
  await run('@6382 CONFIG SET requirepass ""')
  await waitForState(world.lab, () => reading()?.is === 'answered' || 'it is not read', 10_000)
})
