// A master alone on its side of a split, with a client that goes on writing to it: how long it acknowledges, when the others replace it, and how
// many of the acknowledged writes are gone once the split is healed. `--scale 0.25`: five runs instead of twenty.
//
// Redis 7.0.15, twenty runs each on two busy cores; in s, the median and the range:
//
//                                     cut, 5000 ms        cut, 2000 ms        closed, 2000 ms
//   the master alone acknowledges     7.47 (6.30-7.62)    2.99 (2.84-3.10)    2.08 (2.04-2.13)
//   the others mark it as failed      7.64 (6.00-8.56)    3.10 (2.60-4.02)    2.49 (2.15-2.79)
//   first write to the new master     8.46 (6.80-9.55)    4.13 (3.46-4.95)    3.25 (2.87-3.73)
//   healed, until it is a replica     0.17 (0.09-0.23)    0.20 (0.10-0.33)    0.12 (0.09-0.28)
//   writes acknowledged               539 (280-598)       186 (124-265)       166 (145-175)
//   of them gone                      all                 all                 all
//
// A node suspects another when a ping has had no reply for the node timeout. It pings each at least every half node timeout, so that a cut is noticed
// after 1 to 1.5 node timeouts; when a connection breaks it connects and pings again at once, so that a closed link is noticed after 1.

import {Redis} from 'ioredis'
import {directionsBetween, type Fault, type Links, withFault} from '../src/model/cluster/links.ts'
import {type NodeName, ownPortOf, sixNodes} from '../src/model/cluster/node.ts'
import {type Answered, answeredOf, linkIsUp, roleOf} from '../src/model/cluster/snapshot.ts'
import {waitUntil} from '../src/platform/wait-until.ts'
import {clientSocketOf} from '../src/redis/wires/wires.ts'
import {type StartedNodes, startNodes} from '../tools/servers/start-nodes.ts'
import {quantile, table} from './figures.ts'
import {only, times} from './scale.ts'

const master: NodeName = '6379'
const replica: NodeName = '6479'

/** Times in ms since the split, or since it was healed. */
type Run = Readonly<{
  stopped: number
  reply: string
  failed: number
  elected: number
  acknowledged: number
  gone: number
  healed: number
}>

const kinds: Readonly<
  Record<string, Readonly<{nodeTimeout: number; fault: Fault['is'] & ('cut' | 'closed')}>>
> = {
  'cut-2000': {nodeTimeout: 2000, fault: 'cut'},
  'close-2000': {nodeTimeout: 2000, fault: 'closed'},
  'cut-5000': {nodeTimeout: 5000, fault: 'cut'},
}

export async function partition() {
  const runs = times(20)
  const wanted = only()
  for (const [name, {nodeTimeout, fault}] of Object.entries(kinds)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const results: Run[] = []
    for (let i = 0; i < runs; i++) {
      await using stage = await startNodes('cluster', {wired: true, nodeTimeout})
      results.push(await split(stage, {is: fault}))
    }
    print(`${name}: a node timeout of ${nodeTimeout} ms, ${fault}, ${runs} runs`, results)
  }
}

async function split(stage: StartedNodes, fault: Fault): Promise<Run> {
  const {nodes} = stage
  const rest = sixNodes.filter(node => node !== master)
  const links: Links = withFault([], directionsBetween([master], rest), fault)
  const client = new Redis({path: clientSocketOf(stage.keeper.folder, master), enableReadyCheck: false})
  const other = new Redis({port: ownPortOf(replica, nodes.options.roster), host: '127.0.0.1'})
  try {
    await client.ping()
    await nodes.wire({links, clientAt: master})
    const at = Date.now()
    const [minority, failed, elected] = await Promise.all([
      writeUntilRefused(client),
      when(async () => isFailedFor(stage, '6380')),
      when(async () => (await other.set('{bar}:majority', '1').catch(() => '')) === 'OK'),
    ])
    const stopped = minority.at - at
    const times = {stopped, reply: minority.reply, failed: failed - at, elected: elected - at}
    const healedAt = Date.now()
    await nodes.wire({links: []})
    const back = await when(async () => isBack(answeredOf(await stage.look(), master)))
    const found = await other.exists(...minority.keys)
    const acknowledged = minority.keys.length
    return {...times, acknowledged, gone: acknowledged - found, healed: back - healedAt}
  } finally {
    client.disconnect()
    other.disconnect()
  }
}

/** One write after another, each to a key of its own in the slots of the master. */
async function writeUntilRefused(
  client: Redis,
): Promise<Readonly<{keys: readonly string[]; at: number; reply: string}>> {
  const keys: string[] = []
  let at = Date.now()
  let reply = ''
  await until(async () => {
    const key = `{bar}:${keys.length}`
    reply = await client.set(key, '1').catch((error: Error) => error.message)
    if (reply !== 'OK') return true
    keys.push(key)
    at = Date.now()
    return false
  })
  return {keys, at, reply}
}

async function isFailedFor({nodes, ask}: StartedNodes, by: NodeName): Promise<boolean> {
  const {port} = nodes.options.roster.find(({name}) => name === master) ?? {}
  const lines = String(await ask(by, 'CLUSTER', 'NODES')).split('\n')
  return lines.some(line => line.includes(`:${port}@`) && line.split(' ')[2]?.split(',').includes('fail'))
}

function isBack(reading: Answered | undefined): boolean {
  return reading !== undefined && roleOf(reading) === 'replica' && linkIsUp(reading)
}

async function when(check: () => Promise<boolean>): Promise<number> {
  await until(check)
  return Date.now()
}

async function until(check: () => Promise<boolean>) {
  const missing = await waitUntil(async () => (await check()) || 'not yet', {within: 60_000, every: 10})
  if (missing !== undefined) throw new Error('Nothing happened for 60 s')
}

function print(title: string, runs: readonly Run[]) {
  const seconds = (pick: (run: Run) => number) => {
    const [least, middle, most] = [0, 0.5, 1].map(share =>
      (quantile(runs.map(pick), share) / 1000).toFixed(2),
    )
    return [middle ?? '', `${least}-${most}`]
  }
  const counts = (pick: (run: Run) => number) =>
    [0.5, 0, 1].map(share => String(quantile(runs.map(pick), share)))
  const [acknowledged = '', fewest, most] = counts(run => run.acknowledged)
  const all = runs.every(run => run.gone === run.acknowledged)
  const replies = [...new Set(runs.map(({reply}) => reply))].join('; ')
  console.log(`\n${title}`)
  console.log(
    table([
      ['', 'median', 'range'],
      ['s: the master alone acknowledges until', ...seconds(run => run.stopped)],
      ['s: the others mark it as failed', ...seconds(run => run.failed)],
      ['s: the first write to the new master', ...seconds(run => run.elected)],
      ['s from healing to replica with its link up', ...seconds(run => run.healed)],
      ['writes acknowledged after the split', acknowledged, `${fewest}-${most}`],
      ['of them gone', all ? 'all' : counts(run => run.gone).join(), all ? 'in every run' : ''],
    ]),
  )
  console.log(`The first refusal: ${replies}`)
}

if (import.meta.main) await partition()
