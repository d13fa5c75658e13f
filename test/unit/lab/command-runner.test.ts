import {expect, test} from 'vitest'
import {waitUntil} from '../../../src/platform/wait-until.ts'
import {fakeLab} from './fake-nodes.ts'

test('Commands run one after another, in the order in which they were typed', async () => {
  const {nodes, run, state, typed} = fakeLab()
  const first = run('GET a')
  const second = run('GET b')
  expect(nodes.begun).toEqual(['GET a'])
  expect(typed()).toEqual(['GET a'])
  expect(state().queued).toBe(1)
  nodes.answer('GET a')
  await first
  await nodes.begins('GET b')
  nodes.answer('GET b')
  await second
  expect(typed()).toEqual(['GET a', 'GET b'])
  expect(state().queued).toBe(0)
  expect(state().entries.some(({running}) => running)).toBe(false)
})

test('What is done to a node does not wait for a command that hangs', () => {
  const {nodes, run} = fakeLab()
  void run('GET a')
  void run('/kill 6381')
  expect(nodes.begun).toEqual(['GET a', 'kill -9 (6381)'])
})

test('A line that is typed while a stage starts runs when the nodes are ready', async () => {
  const {nodes, run, stageQueue, typed} = fakeLab()
  const started = Promise.withResolvers<void>()
  const stage = stageQueue.begin(() => started.promise)
  void run('GET a')
  expect(nodes.begun).toEqual([])
  expect(typed()).toEqual([])
  started.resolve()
  await stage
  await nodes.begins('GET a')
  expect(typed()).toEqual(['GET a'])
})

test('Cancelling ends the command that runs, and the next one begins', async () => {
  const {nodes, run, runner} = fakeLab()
  const first = run('BLPOP list 0')
  void run('GET b')
  expect(runner.cancel()).toBe(true)
  await first
  await nodes.begins('GET b')
  expect(nodes.begun).toEqual(['BLPOP list 0', 'GET b'])
})

test('There is nothing to cancel when nothing runs', () => {
  expect(fakeLab().runner.cancel()).toBe(false)
})

test('A subscription frees the queue once it has begun, and is the last to be cancelled', async () => {
  const {nodes, run, runner, state} = fakeLab()
  const listening = run('SUBSCRIBE news')
  await nodes.begins('SUBSCRIBE news')
  const other = run('GET a')
  await nodes.begins('GET a')
  expect(state().queued).toBe(0)
  expect(runner.cancel()).toBe(true)
  await other
  expect(state().entries.map(({typed, running}) => [typed, running])).toEqual([
    ['SUBSCRIBE news', true],
    ['GET a', false],
  ])
  expect(runner.cancel()).toBe(true)
  await listening
  expect(runner.cancel()).toBe(false)
})

test('A reset drops the lines that still wait: they were meant for the nodes that are gone', async () => {
  const {nodes, run, runner, stageQueue, state, typed} = fakeLab()
  const lines = [run('BLPOP list 0'), run('GET b'), run('GET c')]
  runner.cancelAll()
  await stageQueue.begin(async () => undefined)
  await Promise.all(lines)
  expect(nodes.begun).toEqual(['BLPOP list 0'])
  expect(typed()).toEqual(['BLPOP list 0'])
  expect(state().queued).toBe(0)
})

test('What is done to a node is held until a reading has seen what was done before, and what is typed behind it begins later', async () => {
  const {nodes, run, state} = fakeLab()
  const lines = [run('/kill 6381'), run('GET a')]
  expect(state().entries.map(({typed, held}) => [typed, held])).toEqual([
    ['/kill 6381', true],
    ['GET a', true],
  ])
  expect(nodes.begun).toEqual([])
  await nodes.begins('GET a')
  expect(nodes.begun).toEqual(['kill -9 (6381)', 'GET a'])
  expect(state().entries.some(({held}) => held)).toBe(false)
  nodes.answer('kill -9 (6381)')
  nodes.answer('GET a')
  await Promise.all(lines)
})

test('A reset drops a line that is held', async () => {
  const {nodes, run, stageQueue, state} = fakeLab()
  const held = run('/kill 6381')
  await stageQueue.begin(async () => undefined)
  await held
  expect(nodes.begun).toEqual([])
  expect(state().entries.map(({typed, running}) => [typed, running])).toEqual([['/kill 6381', false]])
})

test('Replies of several nodes are shown in the order of the nodes; one that hangs is not waited for', async () => {
  const {nodes, run, state} = fakeLab()
  const all = run('@all GET a')
  const shown = () =>
    state().entries[0]?.parts.flatMap(part => ('outcome' in part ? [part.outcome.action.node] : [])) ?? []
  for (const node of ['6481', '6380', '6381', '6480', '6379']) nodes.answer(`@${node} GET a`)
  await waitUntil(async () => shown().length === 5 || 'some are not shown', {within: 5000, every: 20})
  expect(shown()).toEqual(['6379', '6380', '6381', '6480', '6481'])
  nodes.answer('@6479 GET a')
  await all
  expect(shown().at(-1)).toBe('6479')
})
