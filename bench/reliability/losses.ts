// Acknowledged writes that a failover loses: what the lab says of its traffic against the count of a client that shares no code with it. In every
// other failover the replica is cut off before, because on one computer a replica has nearly always heard of everything.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {setTimeout as pause} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {Lab} from '../../src/lab/lab.ts'
import {waitForState} from '../../src/lab/run/wait-for-state.ts'
import {sixNodes} from '../../src/model/cluster/node.ts'
import {everyoneSaysOk} from '../../src/model/lesson/goals/cluster.ts'
import {every, follows, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {errorCount} from '../../src/model/state/traffic.ts'
import {startKeeper} from '../../src/redis/keeper/keeper.ts'
import {randomFrom} from '../../tools/random.ts'
import {freeBase} from '../../tools/servers/free-ports.ts'
import {server} from '../../tools/servers/server.ts'
import {seed, times} from '../scale.ts'
import {askAt, type Measured} from './measured.ts'
import {healthy, holds, pairs, patience, realPort} from './truth.ts'

type Count = Readonly<{monitors: number; seen: number; lost?: number; own: number; ownLost?: number}>
type PlainClient = AsyncDisposable & Readonly<{count: () => Promise<Count>}>
type Choose = (limit: number) => number

const program = fileURLToPath(new URL('plain-client.ts', import.meta.url))
const rate = 200

function startPlainClient(lab: Lab): PlainClient {
  const ports = sixNodes.map(node => `${realPort(lab, node)}`)
  const child = spawn(process.execPath, [program, ...ports], {stdio: ['pipe', 'pipe', 'inherit']})
  const lines = createInterface({input: child.stdout})
  return {
    async count() {
      const line = once(lines, 'line')
      child.stdin.write('count\n')
      return JSON.parse((await line)[0])
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end()
      await once(child, 'exit')
    },
  }
}

/** Until it sees all nodes, and every one of its writes has an owner. */
async function countAll(client: PlainClient): Promise<Count> {
  for (let tries = 0; ; tries++) {
    const count = await client.count()
    const isWhole =
      count.monitors === sixNodes.length && count.lost !== undefined && count.ownLost !== undefined
    if (isWhole || tries === 100) return count
    await pause(100)
  }
}

/** Kills a random master, whose replica has been cut off for a moment or not; the master then comes back as a replica. */
async function failOver(lab: Lab, cutOff: boolean, choose: Choose) {
  const all = await pairs(lab)
  const [owner, heir] = all[choose(all.length)] ?? []
  if (!owner || !heir) throw new Error('no master has a replica')
  if (cutOff) {
    await lab.run(`/pause ${realPort(lab, heir)}`)
    await askAt(realPort(lab, owner), 'CLIENT', 'KILL', 'TYPE', 'replica')
  }
  await pause(choose(500))
  await lab.run(`/kill ${realPort(lab, owner)}`)
  if (cutOff) await lab.run(`/resume ${realPort(lab, heir)}`)
  await waitForState(lab, holds(every(isMaster(heir), everyoneSaysOk)), patience)
  await lab.run(`/start ${realPort(lab, owner)}`)
  await waitForState(lab, holds(every(follows(owner, heir), healthy)), patience)
}

/** What the lab says now, or as soon as it says the same as the other. */
async function saidLost(lab: Lab, lost = 0): Promise<number> {
  const now = () => lab.state().traffic?.lost?.writes ?? 0
  const agrees = () => now() === lost || `${now()}`
  await waitForState(lab, agrees, 5000).catch(() => undefined)
  return now()
}

export async function losses(): Promise<Measured> {
  const chosen = seed()
  const random = randomFrom(chosen)
  const rounds = times(20)
  const keeper = await startKeeper()
  const options = {lessons: [], program: await server(), port: await freeBase()}
  await using lab = new Lab({...options, nodeTimeout: 1000, pollEvery: 50}, keeper)
  await lab.startStage('cluster')
  await waitForState(lab, holds(healthy), patience)
  await using client = startPlainClient(lab)
  await countAll(client)
  await lab.run(`/traffic on ${rate}`)
  const differences: string[] = []
  let last: Count = {monitors: 0, seen: 0, own: 0}
  for (let round = 1; round <= rounds; round++) {
    await failOver(lab, round % 2 === 1, random)
    last = await countAll(client)
    const said = await saidLost(lab, last.lost)
    console.log(
      `failover ${round}: seen ${last.seen}, lost ${last.lost}, the lab says ${said}; own ${last.own}, lost ${last.ownLost}`,
    )
    if (said !== last.lost) differences.push(`failover ${round}: counted ${last.lost}, said ${said}`)
  }
  await lab.run('/traffic off')
  const {acknowledged = 0, errors = {}} = lab.state().traffic?.totals ?? {}
  return {
    what: 'failovers after which the lab counts other lost writes than a client without its code',
    n: `${rounds}, ${last.lost} of ${acknowledged} writes lost, ${errorCount(errors)} errors; ${last.ownLost} of ${last.own} of the other client; seed ${chosen}`,
    result: differences.join('; ') || '0',
    held: differences.length === 0 && (last.lost ?? 0) > 0,
  }
}
