// Ports for tests: far from 6379, where people run their own servers, and below the ports that the system gives to outgoing connections. Base and
// base + 10000, where the cluster bus is, are never two tests' bases. None is a round number: tests tell ports from slots such as 16000 by the number.

import {type Base, sentinelNames} from '../../src/model/cluster/node.ts'
import {claimFirst, portsOf} from '../../src/redis/keeper/ports.ts'
import {workers} from './workers.ts'

const [lowest, highest, apart] = [10_050, 19_850, 200]

/** All bases of this worker in random order, so that two runs on one computer seldom pick the same. */
export function testBases(): readonly Base[] {
  const {VITEST_POOL_ID: worker} = process.env
  const bases = Array.from({length: (highest - lowest) / apart}, (_, i) => lowest + i * apart)
  return bases
    .filter((_, i) => worker === undefined || i % workers === Number(worker) % workers)
    .map(base => ({base, place: Math.random()}))
    .sort((a, b) => a.place - b.place)
    .map(({base}) => base)
}

/** The first port that Linux gives to outgoing connections. */
const firstOutgoing = 32_768

/** Bases of this worker whose Sentinels' ports are below those of outgoing connections, too. */
export function sentinelBases(): readonly Base[] {
  return testBases().filter(base => Math.max(...portsOf(base, sentinelNames)) < firstOutgoing)
}

/** Finds `wanted` bases whose ports, those of wired nodes too, were free a moment ago and do not overlap. */
export async function freeBases(wanted: number): Promise<readonly Base[]> {
  const found: Base[] = []
  for (const base of testBases()) {
    const claim = await claimFirst([base], [], true)
    if ('taken' in claim) continue
    await claim.release()
    found.push(base)
    if (found.length === wanted) return found
  }
  throw new Error(`Only ${found.length} free sets of ports between ${lowest} and ${highest}`)
}

export async function freeBase(): Promise<Base> {
  const [base = 0] = await freeBases(1)
  return base
}
