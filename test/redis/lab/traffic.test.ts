// The traffic client in a lab: where it is let, what is said of it, and when it ends.

import {describe, expect, it} from 'vitest'
import {Lab} from '../../../src/lab/lab.ts'
import {waitForState} from '../../../src/lab/run/wait-for-state.ts'
import {baseOf, type NodeName, portOf} from '../../../src/model/cluster/node.ts'
import {slotOwners} from '../../../src/model/cluster/slot-owners.ts'
import {answeredOf, ownLine} from '../../../src/model/cluster/snapshot.ts'
import {everyNodeAnswers, keysGrew} from '../../../src/model/lesson/goals/replication.ts'
import {stepOf} from '../../../src/model/lesson/lesson.ts'
import type {LabState} from '../../../src/model/state/lab-state.ts'
import {translate} from '../../../src/model/text/messages.ts'
import {startKeeper} from '../../../src/redis/keeper/keeper.ts'
import {freeBase} from '../../../tools/servers/free-ports.ts'
import {redisCli} from '../../../tools/servers/redis-cli.ts'
import {server} from '../../../tools/servers/server.ts'
import {ownLesson} from '../check/own-lessons.ts'

const write = stepOf('write', {
  ready: everyNodeAnswers,
  goals: {written: keysGrew('6379')},
  solutions: {set: ['SET a 1']},
})
const lesson = ownLesson('traffic', [write])
const patience = 20_000

async function startLab(): Promise<Lab> {
  const keeper = await startKeeper()
  const options = {lessons: [lesson], program: await server(), port: await freeBase()}
  return new Lab({...options, nodeTimeout: 1000, pollEvery: 50}, keeper)
}

/** Everything the lab has said under this line; under an empty one, what it said unasked. */
function saidUnder(typed: string, {entries}: LabState): readonly string[] {
  const parts = entries.filter(entry => entry.typed === typed).flatMap(entry => entry.parts)
  return parts.flatMap(part => ('message' in part ? [translate('en', part.message)] : []))
}

async function answers(lab: Lab, typed: string): Promise<readonly string[]> {
  await lab.run(typed)
  return saidUnder(typed, lab.state())
}

const answered =
  (count: number) =>
  ({traffic}: LabState) =>
    (traffic?.totals.ok ?? 0) >= count || `${traffic?.totals.ok} answered`

/** The connections of the client, as a node lists them. */
async function connections(lab: Lab): Promise<number> {
  const {stdout} = await redisCli('-p', `${baseOf(lab.state().roster)}`, 'CLIENT', 'LIST')
  return stdout.match(/ name=\S*traffic /g)?.length ?? 0
}

describe('Traffic', () => {
  it('is not let into a step, where it would pass for the learner, but into free play, and ends with it', async () => {
    await using lab = await startLab()
    await lab.open('traffic')
    expect(await answers(lab, '/traffic on')).toEqual([
      expect.stringMatching(/^Not during a step: .* Type \/play/),
    ])
    expect([lab.state().traffic, await connections(lab)]).toEqual([undefined, 0])
    await waitForState(lab, ({play}) => play?.phase === 'open' || `${play?.phase}`, patience)
    await lab.run('/play')
    await lab.run('/traffic on 100')
    await waitForState(lab, answered(50), patience)
    expect(await connections(lab)).toBeGreaterThan(0)
    await lab.run('/done')
    expect(lab.state().traffic).toBe(undefined)
    await waitForState(lab, ({play}) => play?.phase === 'open' || `${play?.phase}`, patience)
    expect(lab.state().play?.conditions.map(({verdict}) => verdict.is)).toEqual(['notYet'])
    expect(await connections(lab)).toBe(0)
  })

  it('reports its results, goes on counting after a pause, and ends with a reset', async () => {
    await using lab = await startLab()
    await lab.startStage('cluster')
    expect(await answers(lab, '/traffic')).toEqual([
      'No client is running. To start one: /traffic on; during a step, /play first.',
    ])
    expect(await answers(lab, '/traffic on 200')).toEqual([
      'A client now writes and reads the keys traffic:0 to traffic:299, 200 times a second. /traffic shows the results, /traffic off stops it.',
    ])
    await waitForState(lab, answered(100), patience)
    expect(await answers(lab, '/traffic off')).toEqual([
      expect.stringMatching(/^The client has stopped: \d{3} answered, 0 errors\.$/),
    ])
    const {totals, is} = lab.state().traffic ?? {}
    expect([is, totals?.errors, await connections(lab)]).toEqual(['off', {}, 0])
    await lab.run('/traffic on')
    expect(lab.state().traffic).toMatchObject({is: 'on', rate: 20})
    await waitForState(lab, answered((totals?.ok ?? 0) + 10), patience)
    await lab.run('/reset')
    expect([lab.state().traffic, await connections(lab)]).toEqual([undefined, 0])
  })

  it('says once that slots have moved, however many, when no more of them move', async () => {
    await using lab = await startLab()
    await lab.startStage('cluster')
    await lab.run('/traffic on 50')
    await waitForState(lab, answered(20), patience)
    const idOf = (node: NodeName) => {
      const {snapshot} = lab.state()
      const reading = snapshot && answeredOf(snapshot, node)
      return (reading && ownLine(reading)?.id) ?? ''
    }
    const moved =
      (count: number) =>
      ({snapshot}: LabState) => {
        const [first, second] = (snapshot && slotOwners(snapshot)) ?? []
        return second?.slots.join(' ') === `0-${count - 1} 5461-10922` || JSON.stringify([first, second])
      }
    await waitForState(
      lab,
      ({snapshot}) => (snapshot && slotOwners(snapshot)) !== undefined || 'no owners',
      patience,
    )
    for (let slot = 1; slot < 5; slot++) {
      for (const one of slot === 1 ? [0, 1] : [slot])
        for (const node of ['6380', '6379', '6381'] as const)
          await lab.run(`@${portOf(node, lab.state().roster)} CLUSTER SETSLOT ${one} NODE ${idOf('6380')}`)
      await waitForState(lab, moved(slot + 1), patience)
    }
    await waitForState(lab, state => saidUnder('', state).length > 0 || 'nothing said', patience)
    const said = saidUnder('', lab.state())
    // A slow computer may take more than the pause between two moves.
    expect(said.length).toBeLessThan(4)
    expect(said.at(-1)).toMatch(
      /^Roles or slots have changed.* None of the \d+ writes acknowledged until the last check was lost\.$/,
    )
  })

  it('reports after a failover how many acknowledged writes were lost', async () => {
    await using lab = await startLab()
    await lab.startStage('cluster')
    await lab.run('/traffic on 100')
    await waitForState(lab, answered(50), patience)
    await lab.run('/pause 6481')
    await lab.run('@6381 CLIENT KILL TYPE replica')
    const before = lab.state().traffic?.totals.ok ?? 0
    // So many that some of the writes are certainly in the slots of 6381.
    await waitForState(lab, answered(before + 150), patience)
    await lab.run('/kill 6381')
    await lab.run('/resume 6481')
    await waitForState(lab, ({traffic}) => traffic?.lost !== undefined || 'nothing read back', patience)
    const {lost} = lab.state().traffic ?? {}
    expect(lost?.writes).toBeGreaterThan(3)
    expect(lost?.writes).toBeLessThan(100)
    // The buckets come a little later than the acknowledgements.
    const counted = ({traffic}: LabState) =>
      (traffic?.totals.acknowledged ?? 0) >= (lost?.of ?? 0) || 'counts less'
    await waitForState(lab, counted, patience)
    expect(saidUnder('', lab.state())).toEqual([
      `Roles or slots have changed, so the client read back what it wrote. Lost ${lost?.writes} of the ${lost?.of} writes acknowledged until the last check.`,
    ])
    // The old master comes back as a replica, and gives up the only copy: no more is gone than was.
    await lab.run('/start 6381')
    const returned = ({snapshot}: LabState) => {
      const port = portOf('6381', lab.state().roster)
      const reading = snapshot?.nodes.find(one => one.port === port)
      return (
        (reading?.is === 'answered' && reading.replication['master_link_status'] === 'up') || 'not linked'
      )
    }
    await waitForState(lab, returned, patience)
    const {ok = 0} = lab.state().traffic?.totals ?? {}
    await waitForState(lab, answered(ok + 50), patience)
    expect(lab.state().traffic?.lost?.writes).toBe(lost?.writes)
    expect(saidUnder('', lab.state())).toHaveLength(1)
  })
})
