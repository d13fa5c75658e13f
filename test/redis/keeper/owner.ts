// A separate process that starts a keeper and a stage, as the lab does, and reports its progress as lines of JSON.
// `paused` or `saving` on stdin brings a node into that state; the end of stdin ends it cleanly.

import {createInterface} from 'node:readline'
import {rosterOf, type Stage} from '../../../src/model/cluster/snapshot.ts'
import {startKeeper} from '../../../src/redis/keeper/keeper.ts'
import {startStage} from '../../../src/redis/nodes/boot.ts'
import {sentinelBases, testBases} from '../../../tools/servers/free-ports.ts'
import {server} from '../../../tools/servers/server.ts'

/** `saving`: a child of the node writes an RDB, and needs minutes for it. */
type Wish = 'paused' | 'saving'

export type Said = Readonly<{at: 'keeper'; keeper: number; folder: string} | {at: 'ready' | Wish}>

function say(said: Said) {
  process.stdout.write(`${JSON.stringify(said)}\n`)
}

const program = await server()
await using keeper = await startKeeper()
say({at: 'keeper', keeper: keeper.pid, folder: keeper.folder})
const stage = process.argv[2] as Stage
const wired = process.argv[3] === 'wired'
const bases = stage === 'sentinel' ? sentinelBases() : testBases()
const {base = 0} = await keeper.order({do: 'claim', bases, wired})
const lines = createInterface({input: process.stdin})
const ended = new Promise<undefined>(resolve => lines.once('close', () => resolve(undefined)))
const nodes = await Promise.race([
  startStage({keeper, program, roster: rosterOf(stage, base, [], wired), stage, nodeTimeout: 1000}),
  ended,
])
if (nodes) {
  lines.on('line', async wish => {
    if (wish === 'paused') await nodes.change('pause', stage === 'sentinel' ? '26380' : '6380')
    else await saveSlowly()
    say({at: wish as Wish})
  })
  say({at: 'ready'})
  await ended
  nodes.close()
}

async function saveSlowly() {
  const node = nodes?.probes.get('6379')
  await node?.call('CONFIG', 'SET', 'rdb-key-save-delay', '100000000')
  await node?.call('SET', 'bar', '1')
  await node?.call('BGSAVE')
}
