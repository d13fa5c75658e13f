// Links in a lab: what a line does to them, what the state says, and the client on the side of a minority.

import {afterAll, beforeAll, expect, test} from 'vitest'
import {waitForState} from '../../../src/lab/run/wait-for-state.ts'
import {isContested} from '../../../src/model/cluster/claims.ts'
import {lineAbout} from '../../../src/model/cluster/cluster-view.ts'
import {baseOf, type NodeName, portOf} from '../../../src/model/cluster/node.ts'
import {slotOwners} from '../../../src/model/cluster/slot-owners.ts'
import {answeredOf, roleOf} from '../../../src/model/cluster/snapshot.ts'
import {staySentences} from '../../../src/model/explain/way-back.ts'
import type {LabState} from '../../../src/model/state/lab-state.ts'
import {type Message, translate} from '../../../src/model/text/messages.ts'
import {nominalPorts} from '../../../tools/servers/nominal-ports.ts'
import {redisCli} from '../../../tools/servers/redis-cli.ts'
import {saidSince, startLab, type World} from './started-lab.ts'

const patience = 20_000
let world: World
beforeAll(async () => {
  world = await startLab()
  await world.lab.startStage('cluster')
})
afterAll(() => world[Symbol.asyncDispose]())

/** The line with real ports; what the lab said. */
async function run(typed: string): Promise<readonly string[]> {
  const {lab} = world
  const line = typed.replaceAll(/\{(\d+)\}/g, (_, name) => String(portOf(name, lab.state().roster)))
  await lab.run(line)
  return saidSince(line, lab.state()).slice(0, 1)
}

const until = (isSo: (state: LabState) => boolean, what: string) =>
  waitForState(world.lab, state => isSo(state) || what, patience)

const twoMasters = ({snapshot}: LabState) => {
  const reading = snapshot && answeredOf(snapshot, '6379')
  return reading !== undefined && snapshot !== undefined && isContested(reading, snapshot)
}

test('On nodes without wires nothing can be cut; /wires on starts nodes that have them', async () => {
  expect(await run('/cut {6379} {6380}')).toEqual([expect.stringContaining('/wires on')])
  expect(await run('/wires on')).toEqual([expect.stringContaining('/cut, /slow and /heal work now')])
})

test('Where slots move before the client has had any reply, nothing is said of its writes', async () => {
  const {lab} = world
  const ownerIs = (node: NodeName) =>
    until(({snapshot, roster}) => {
      const owners = (snapshot && slotOwners(snapshot)) ?? []
      return owners.some(({port}) => port === portOf(node, roster))
    }, `${node} owns nothing`)
  await run('/cut client | rest')
  await run('/traffic on 50')
  await run('@{6479} CLUSTER FAILOVER')
  await ownerIs('6479')
  const at = lab.state().snapshot?.at ?? 0
  await until(({snapshot}) => (snapshot?.at ?? 0) > at + 500, 'no later reading')
  expect(lab.state().traffic?.totals.acknowledged).toBe(0)
  expect(lab.state().traffic?.lost).toBeUndefined()
  await run('/heal')
  await until(({traffic}) => (traffic?.totals.acknowledged ?? 0) > 20, 'no traffic')
  await run('@{6379} CLUSTER FAILOVER')
  await until(({traffic}) => (traffic?.lost?.of ?? 0) > 0, 'nothing read back')
  await run('/traffic off')
})

test('A client beside the master that is cut off loses what that acknowledged, and the ledger counts it', async () => {
  const {lab} = world
  expect(await run('/traffic on 50 from {6379}')).toEqual([expect.stringContaining('only as')])
  await until(({traffic}) => (traffic?.totals.acknowledged ?? 0) > 20, 'no traffic')
  await run('/cut {6379} | rest')
  await until(twoMasters, 'one master')
  expect(lab.state().links).toHaveLength(10)
  await run('/heal')
  expect(lab.state().links).toBeUndefined()
  await until(({traffic}) => (traffic?.lost?.writes ?? 0) > 0, 'nothing lost')
  const {lost} = lab.state().traffic ?? {}
  // Only the minority had a client, and every write that it acknowledged alone is gone.
  const [side, ...others] = lost?.sides ?? []
  expect(others).toEqual([])
  expect(side?.port).toBe(portOf('6379', lab.state().roster))
  expect(side?.of).toBeGreaterThan(0)
  expect(side?.writes).toBe(side?.of)
  const kinds = lab.state().timeline.map(({kind}) => kind)
  expect(kinds).toContain('linksCut')
  expect(kinds.indexOf('linksHealed')).toBeGreaterThan(kinds.indexOf('linksCut'))
  await run('/traffic off')
})

/** In English, with nominal ports. */
const said = (what: Message | undefined) =>
  what ? nominalPorts(translate('en', what), baseOf(world.lab.state().roster)) : ''

/** The explanation of the error that the line returned. */
async function explainedAt(node: NodeName, typed: string): Promise<string> {
  const {lab} = world
  await lab.run(`@${portOf(node, lab.state().roster)} ${typed}`)
  const [part] = lab.state().entries.at(-1)?.parts ?? []
  return said(part && 'outcome' in part ? part.means : undefined)
}

const isFailedAt =
  (by: NodeName, node: NodeName) =>
  ({snapshot}: LabState) => {
    if (!snapshot) return false
    const reading = answeredOf(snapshot, by)
    return reading !== undefined && lineAbout(node, reading, snapshot)?.flags.includes('fail') === true
  }

const says =
  (node: NodeName, field: string, value: string) =>
  ({snapshot}: LabState) =>
    snapshot !== undefined && answeredOf(snapshot, node)?.cluster?.info[field] === value

const isWhole = ({snapshot}: LabState) =>
  snapshot?.nodes.every(one => one.is === 'answered' && one.cluster?.info['cluster_state'] === 'ok') === true

test('No election is promised where the replica is cut off from the masters that must vote', async () => {
  await run('/reset')
  await run('/cut {6479} | rest')
  await run('/kill {6379}')
  await until(isFailedAt('6380', '6379'), 'no failure')
  expect(said(staySentences(world.lab.state())[0])).toBe(
    'nobody takes over the slots of <6379>: no election: <6479> reaches 0 of the 2 masters that must vote',
  )
  expect(await explainedAt('6380', 'SET name x')).toBe(
    '<6380> reports cluster_state:fail: it marks <6379> as fail, with 5461 slots: no election: <6479> reaches 0 of the 2 masters that must vote: /heal <6479>, or /start <6379>',
  )
  await run('/start {6379}')
  await run('/heal {6479}')
  await until(isWhole, 'a cluster that is not whole')
})

test('Of a master that is cut off with its replica it is said, and nobody takes over', async () => {
  await run('/reset')
  await run('/cut {6379} {6479} | rest')
  await until(isFailedAt('6380', '6379'), 'no failure')
  expect(said(staySentences(world.lab.state())[0])).toBe(
    'nobody takes over the slots of <6379>: no election: <6479> reaches 0 of the 2 masters that must vote',
  )
  expect(await explainedAt('6380', 'SET name x')).toBe(
    '<6380> reports cluster_state:fail: it marks <6379> as fail, with 5461 slots: the wires of <6379> are cut: /heal <6379>',
  )
  await until(says('6379', 'cluster_state', 'fail'), 'a minority that goes on')
  expect(await explainedAt('6379', 'SET bar x')).toBe(
    '<6379> reports cluster_state:fail: it reaches too few masters (10923 slots unreachable): the wires of <6379> are cut: /heal <6379>',
  )
  await run('/heal {6379}')
  await until(says('6380', 'cluster_state', 'ok'), 'a cluster that is not whole')
  await run('/heal')
})

test('The end of the wires is told, and /reset brings new ones', async () => {
  const {keeper, lab} = world
  await keeper.order({do: 'signal', node: 'wires', signal: 'SIGKILL'})
  expect(await run('/cut {6379} {6380}')).toEqual([expect.stringContaining('has ended')])
  await run('/reset')
  expect(await run('/cut {6379} {6380}')).toEqual([expect.stringContaining('Cut: ')])
  const {snapshot} = lab.state()
  const reading = snapshot && answeredOf(snapshot, '6379')
  expect(reading && roleOf(reading)).toBe('master')
})

test('Two lines that begin at once both count', async () => {
  await Promise.all([run('/cut {6379} {6380}'), run('/cut {6379} {6381}'), run('/slow {6380} {6381} 50')])
  expect(world.lab.state().links).toHaveLength(6)
  await run('/heal')
  expect(world.lab.state().links).toBeUndefined()
  await Promise.all([run('/traffic on 50'), run('/traffic on 60')])
  expect(world.lab.state().traffic).toMatchObject({is: 'on', rate: 60})
  await run('/traffic off')
  const {stdout} = await redisCli('-p', `${portOf('6379', world.lab.state().roster)}`, 'CLIENT', 'LIST')
  expect(stdout).not.toMatch(/ name=\S*traffic /)
})
