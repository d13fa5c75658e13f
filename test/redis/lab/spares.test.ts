// A cluster stage with two spares: started at the prompt, joined by CLUSTER MEET, and seen wherever nodes are seen.

import {afterAll, beforeAll, expect, it} from 'vitest'
import {waitForState} from '../../../src/lab/run/wait-for-state.ts'
import {failureViews} from '../../../src/model/cluster/failure-view.ts'
import {type NodeName, portOf} from '../../../src/model/cluster/node.ts'
import {answeredOf, masterPortOf} from '../../../src/model/cluster/snapshot.ts'
import {complete} from '../../../src/model/prompt/complete.ts'
import {completionContext} from '../../../src/model/prompt/known.ts'
import {parseLine} from '../../../src/model/prompt/parse-line.ts'
import type {LabState} from '../../../src/model/state/lab-state.ts'
import {initialUiState} from '../../../src/ui/state/ui-state.ts'
import {paintNodes} from '../../../src/ui/views/paint.ts'
import {Style} from '../../../src/views/draw/style.ts'
import {startLabWith, type World} from './started-lab.ts'

const spares: readonly NodeName[] = ['6382', '6482']
let world: World

beforeAll(async () => {
  world = await startLabWith({spares})
  await world.lab.startStage('cluster', spares)
})
afterAll(() => world[Symbol.asyncDispose]())

const port = (node: NodeName) => portOf(node, world.lab.state().roster)

/** What a view of the nodes pane shows now, without its looks. */
function shown(view: 'nodes' | 'opinions' | 'slots' | 'timeline'): string {
  const style = new Style({language: 'en', theme: {color: false, unicode: true}})
  const size = {columns: 150, rows: 60}
  return paintNodes({state: world.lab.state(), lessons: [], style}, size, {...initialUiState(), view})
    .lines.join('\n')
    .replace(/\x1b\[[0-9;]*m/g, '')
}

function until(question: (state: LabState) => true | string): Promise<void> {
  return waitForState(world.lab, question, 15_000)
}

it('Before it is started a spare is in the panel, in no other view, and counts as no missing node', () => {
  expect(shown('nodes')).toContain(`${port('6382')} spare, not started`)
  expect(shown('opinions')).not.toContain(`${port('6382')}`)
  expect(world.lab.state().timeline).toEqual([])
  const now = world.lab.state().snapshot
  expect(now && answeredOf(now, '6379')?.cluster?.info['cluster_known_nodes']).toBe('6')
})

it('The prompt completes it, and takes its real port and its nominal one', () => {
  const state = world.lab.state()
  expect(complete('/start ', completionContext(state)).map(({text}) => text)).toContain(
    `/start ${port('6482')}`,
  )
  for (const typed of ['6382', `${port('6382')}`])
    expect(parseLine(`/start ${typed}`, state)).toMatchObject({actions: [{do: 'start', node: '6382'}]})
})

it('Started and met, it is a node like the others: in the panel, the opinions, the slots and the timeline', async () => {
  const {lab} = world
  for (const node of spares) {
    await lab.run(`/start ${port(node)}`)
    await lab.run(`@${port('6379')} CLUSTER MEET 127.0.0.1 ${port(node)}`)
  }
  await until(({snapshot}) => {
    const views = snapshot ? failureViews(snapshot) : []
    const all =
      views.length === 8 && views.every(({says}) => says?.every(one => one === 'ok' || one === 'itself'))
    return all || views.map(({port: of, says}) => `${of}: ${says}`).join('\n')
  })
  const opinions = shown('opinions')
  for (const node of spares) expect(opinions).toMatch(new RegExp(`^${port(node)} .*✔ ok`, 'm'))
  expect(shown('timeline')).toContain(`${port('6382')} was started`)

  const id = (state: LabState, node: NodeName) =>
    (state.snapshot && answeredOf(state.snapshot, node))?.cluster?.nodes.find(({flags}) =>
      flags.includes('myself'),
    )?.id
  await lab.run(`@${port('6482')} CLUSTER REPLICATE ${id(lab.state(), '6382')}`)
  await until(({snapshot}) => {
    const replica = snapshot && answeredOf(snapshot, '6482')
    return (replica && masterPortOf(replica) === port('6382')) || 'no replica yet'
  })
  expect(shown('nodes')).toContain(`${port('6482')} ◆replica ← ${port('6382')}`)
  await until(() => shown('timeline').includes(`${port('6482')} became a replica`) || shown('timeline'))

  // A few slots for the new master.
  await lab.run(`@${port('6379')} CLUSTER DELSLOTSRANGE 0 9`)
  for (const node of ['6380', '6381', '6382'] as const)
    await lab.run(`@${port(node)} CLUSTER DELSLOTSRANGE 0 9`)
  await lab.run(`@${port('6382')} CLUSTER ADDSLOTSRANGE 0 9`)
  await lab.run(`/use ${port('6382')}`)
  await until(() => new RegExp(`${port('6382')}.* 0-9`).test(shown('slots')) || shown('slots'))
})

it('A reset brings the same stage back, its spares waiting again', async () => {
  const before = world.lab.state().roster
  await world.lab.run('/reset')
  expect(world.lab.state().roster).toEqual(before)
  expect(shown('nodes')).toContain(`${port('6482')} spare, not started`)
})
