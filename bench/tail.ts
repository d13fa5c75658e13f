// How soon a line of a node's log is read: with fs.watch, and by polling alone, for systems where fs.watch reports nothing. Real nodes
// write the lines (DEBUG LOG) at random moments, and both ways read the same lines. Also what each way costs while nothing is written.

import {statSync, type watch} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {type NodeName, sixNodes} from '../src/model/cluster/node.ts'
import {parseLogLine} from '../src/model/timeline/log-line.ts'
import {startKeeper} from '../src/redis/keeper/keeper.ts'
import {claimPortsAndStart} from '../src/redis/nodes/boot.ts'
import {type OnLines, type TailedFile, tail} from '../src/redis/nodes/log-tail.ts'
import {randomFrom} from '../tools/random.ts'
import {testBases} from '../tools/servers/free-ports.ts'
import {server} from '../tools/servers/server.ts'
import {quantile, table} from './figures.ts'
import {seed, times} from './scale.ts'

const noWatches: typeof watch = () => {
  throw new Error('no more watches')
}

type Way = (files: readonly TailedFile[], onLines: OnLines) => Disposable

const ways = {
  'told by the system': tail,
  'looking alone': (files, onLines) => tail(files, onLines, noWatches),
} as const satisfies Record<string, Way>

/** The delay until a line of the log is read, from the time in it, ms. */
type Delays = number[]

function listen(delays: Delays): OnLines {
  return (_, lines) => {
    const now = Date.now()
    for (const line of lines) {
      const {at, text} = parseLogLine(line) ?? {}
      if (at !== undefined && text?.includes('DEBUG LOG')) delays.push(now - at)
    }
  }
}

/** CPU time of this process while nothing is written, ms per second. */
async function idleCost(way: Way, files: readonly TailedFile[]) {
  const seconds = times(5)
  using _ = way(files, () => undefined)
  const before = process.cpuUsage()
  await pause(seconds * 1000)
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1000 / seconds
}

export async function tails() {
  await using keeper = await startKeeper()
  const wanted = {keeper, program: await server(), stage: 'standalone', nodeTimeout: 1000} as const
  const nodes = await claimPortsAndStart(wanted, testBases()[0])
  const files = () =>
    sixNodes.map((node): TailedFile => {
      const path = join(keeper.folder, node, 'redis.log')
      return {node, path, from: statSync(path).size}
    })
  const random = randomFrom(seed())
  const delays: Record<keyof typeof ways, Delays> = {'told by the system': [], 'looking alone': []}
  {
    using _told = tail(files(), listen(delays['told by the system']))
    using _looking = ways['looking alone'](files(), listen(delays['looking alone']))
    for (let i = 0; i < times(400); i++) {
      const node = sixNodes[random(sixNodes.length)] as NodeName
      await nodes.probes.get(node)?.call('DEBUG', 'LOG', `line ${i}`)
      await pause(random(40))
    }
    await pause(200)
  }
  const rows = []
  for (const [name, way] of Object.entries(ways)) {
    const all = delays[name as keyof typeof ways]
    const cost = await idleCost(way, files())
    rows.push([
      name,
      all.length,
      ...[0.5, 0.95, 1].map(share => `${quantile(all, share)} ms`),
      `${cost.toFixed(1)} ms/s`,
    ])
  }
  nodes.close()
  console.log('\nFrom a line in the log of a node to its event')
  console.log(table([['', 'lines', 'median', 'p95', 'max', 'idle CPU'], ...rows]))
}

if (import.meta.main) await tails()
