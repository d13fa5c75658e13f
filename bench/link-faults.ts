// Random cuts, slow links, kills and pauses under load; then everything is started, resumed and healed: all nodes must agree again.
// `--scale 0.1`: 20 changes instead of 200; `--seed N` repeats a run.

import {Lab} from '../src/lab/lab.ts'
import {waitForState} from '../src/lab/run/wait-for-state.ts'
import {type NodeName, portOf, sixNodes} from '../src/model/cluster/node.ts'
import {type Answered, linkIsUp, roleOf, type Snapshot, slotsOf} from '../src/model/cluster/snapshot.ts'
import {startKeeper} from '../src/redis/keeper/keeper.ts'
import {randomFrom} from '../tools/random.ts'
import {freeBase} from '../tools/servers/free-ports.ts'
import {server} from '../tools/servers/server.ts'
import {seconds, spread} from './figures.ts'
import {seed, times} from './scale.ts'

/** Changes between two healings. */
const changesARound = 10

/** ms; a cluster of which a majority was lost joins again after the node timeout. */
const longest = 60_000

export async function linkFaults() {
  const rounds = times(20)
  const start = seed()
  const random = randomFrom(start)
  const keeper = await startKeeper()
  const options = {lessons: [], program: await server(), port: await freeBase()}
  await using lab = new Lab({...options, nodeTimeout: 1000, pollEvery: 50}, keeper)
  await lab.startStage('cluster', [], true)
  await lab.run('/traffic on 50')
  const taken: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < changesARound; i++) {
      await lab.run(someLine(random, lab))
      await waitForState(lab, passed(Date.now(), random(600)), longest)
    }
    for (const node of sixNodes) await restore(lab, node)
    const healed = Date.now()
    await lab.run('/heal')
    await waitForState(lab, ({snapshot}) => agreement(snapshot), longest)
    taken.push(Date.now() - healed)
  }
  const {totals, lost} = lab.state().traffic ?? {}
  console.log(`\n${rounds * changesARound} random changes of links and nodes under load (--seed ${start})`)
  console.log(
    `All agreed again ${rounds} times of ${rounds}: ${spread(taken)} (longest ${seconds(Math.max(...taken))})`,
  )
  console.log(
    `Writes acknowledged: ${totals?.acknowledged}; of ${lost?.of ?? 0} checked, ${lost?.writes ?? 0} were lost`,
  )
}

type Random = (limit: number) => number

/** A line for any link or node. */
function someLine(random: Random, lab: Lab): string {
  const {roster} = lab.state()
  const some = () => String(portOf(sixNodes[random(sixNodes.length)] ?? '6379', roster))
  const one = some()
  let other = some()
  while (other === one) other = some()
  const lines = [
    `/cut ${one} ${other}`,
    `/cut ${one} > ${other}`,
    `/cut ${one} | rest`,
    `/cut ${one} ${other} | rest`,
    `/cut client ${one}`,
    `/cut ${one} ${other} --close`,
    `/slow ${one} | rest ${1 + random(300)} ${random(100)}`,
    `/heal ${one}`,
    `/kill ${one}`,
    `/start ${one}`,
    `/pause ${one}`,
    `/resume ${one}`,
  ]
  return lines[random(lines.length)] ?? ''
}

function passed(since: number, ms: number): () => true | string {
  return () => Date.now() - since >= ms || `${ms} ms have not passed`
}

async function restore(lab: Lab, node: NodeName) {
  const {roster, snapshot} = lab.state()
  const is = snapshot?.nodes.find(({name}) => name === node)?.process.is
  if (is === 'running') return
  await lab.run(`/${is === 'paused' ? 'resume' : 'start'} ${portOf(node, roster)}`)
}

/** Three masters serve all slots, every other node is a replica with its link up, and all views are the same. */
function agreement(snapshot: Snapshot | undefined): true | string {
  const readings = snapshot?.nodes.filter(reading => reading.is === 'answered') ?? []
  if (readings.length < sixNodes.length) return 'a node is silent'
  const views = new Set(readings.map(viewOf))
  if (views.size > 1) return 'the views differ'
  const wrong = readings.find(reading => {
    const isServing = slotsOf(reading).length > 0
    const {info, nodes = []} = reading.cluster ?? {}
    const isMarked = nodes.some(({flags}) => flags.some(flag => flag.startsWith('fail')))
    return info?.['cluster_state'] !== 'ok' || isMarked || (!isServing && !isFollowing(reading))
  })
  return wrong ? `${wrong.port} is not well` : true
}

function isFollowing(reading: Answered): boolean {
  return roleOf(reading) === 'replica' && linkIsUp(reading)
}

function viewOf({cluster}: Answered): string {
  const lines = cluster?.nodes.map(({id, masterId, slots}) => [id, masterId, slots]) ?? []
  return JSON.stringify(lines.toSorted())
}

if (import.meta.main) await linkFaults()
