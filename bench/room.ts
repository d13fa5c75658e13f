// A room of 500 learners for a minute: the real client, a hub that is a process of its own, its Redis; they come, work and are spoken to, the hub
// is killed once and its Redis once. Prints each figure with its target, and exits with 1 if one is not held.
// `node bench/room.ts --scale 0.1`

import {mkdtemp, rm} from 'node:fs/promises'
import {loadavg, tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {certificateIn} from '../src/hub/certificate.ts'
import {eventFaults, orderFaults, recordsOf, roomFaults} from '../tools/hub/audit.ts'
import {Crowd} from '../tools/hub/crowd.ts'
import {HubProcess, settings} from '../tools/hub/hub.ts'
import {startRoomRedis} from '../tools/hub/room-redis.ts'
import {quantile, table} from './figures.ts'
import {counted, type Measured} from './reliability/measured.ts'
import {only, times} from './scale.ts'

const patience = 60_000
/** ms without measuring: the first requests compile the code of both ends. */
const warmUp = 4000

async function crowd(): Promise<readonly Measured[]> {
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'bench-room-'))
  opened.defer(() => rm(folder, {recursive: true}))
  const redis = opened.use(await startRoomRedis())
  const place = {socket: redis.socket}
  const certificate = await certificateIn(folder)
  const room = 'bench'
  const hub = opened.use(await HubProcess.start({redis: place, room, settings, certificate, port: 0}))
  const {fingerprint} = certificate
  const addressOf = () => ({protocol: 'pinned', host: '127.0.0.1', port: hub.port, fingerprint}) as const
  const n = times(500)

  const begin = performance.now()
  const learners = opened.use(await Crowd.join({addressOf, n, within: 10_000, pace: 4000}))
  const joined = performance.now() - begin
  learners.work()
  await learners.untilBack(0, patience)
  await pause(warmUp)

  const orders: string[] = []
  const say = async () => {
    const start = performance.now()
    orders.push(await hub.give({kind: 'say', text: `broadcast ${orders.length}`}))
    await learners.untilHeard(orders.at(-1) ?? '', patience)
    return learners.heardAt(orders.at(-1) ?? '') - start
  }
  const calmFrom = performance.now()
  const broadcasts: number[] = []
  while (performance.now() < calmFrom + times(25_000)) {
    broadcasts.push(await say())
    await pause(300)
  }
  const calm = learners.acks(calmFrom, performance.now())
  const calmUsage = await hub.usage()

  const hubKilled = performance.now()
  await hub.killAndStart()
  const afterHub = await learners.untilBack(hubKilled, patience)
  await say()
  await pause(5000)
  const redisKilled = performance.now()
  await redis.kill()
  const afterRedis = await learners.untilBack(redisKilled, patience)
  await say()
  await pause(5000)
  await learners.rest()
  await learners.untilSent(patience)

  const records = await recordsOf(place, room)
  const faults = [
    ...(await eventFaults(records, learners.learners)),
    ...roomFaults(await hub.room(), records),
  ]
  const lostOrders = orderFaults(orders, learners.learners)
  const usage = await hub.usage()
  const [hubMemory, redisMemory] = [Math.max(usage.peak, calmUsage.peak) / 1e6, (await redis.memory()) / 1e6]
  const who = `${n} learners`
  const events = `${records.length} records`
  return [
    bounded('all have joined', who, joined, 20_000),
    bounded('acknowledgement of a POST, p99', `${calm.length} POSTs`, quantile(calm, 0.99), 50),
    bounded('the same, max', `${calm.length} POSTs`, quantile(calm, 1), 500),
    bounded(
      'a broadcast, until the last learner has it, p99',
      `${broadcasts.length} broadcasts`,
      quantile(broadcasts, 0.99),
      300,
    ),
    bounded('all back after SIGKILL of the hub', who, afterHub, 10_000),
    bounded('all back after SIGKILL of its Redis', who, afterRedis, 10_000),
    {
      what: 'lost, doubled or out of order',
      n: events,
      result: counted(faults) || 'none',
      held: faults.length === 0,
    },
    {
      what: 'orders that a learner lacks or had twice',
      n: `${orders.length} orders`,
      result: counted(lostOrders) || 'none',
      held: lostOrders.length === 0,
    },
    bounded('memory of the hub, at most', who, hubMemory, 160, 'MB'),
    bounded('memory of its Redis', events, redisMemory, 100, 'MB'),
  ]
}

/** A figure that must not be above its target. */
function bounded(what: string, n: string, value: number, most: number, unit = 'ms'): Measured {
  return {what, n, result: `${value.toFixed(0)} ${unit} of ${most} ${unit}`, held: value <= most}
}

const all: Readonly<Record<string, () => Promise<readonly Measured[]>>> = {crowd}

export async function room() {
  const rows: (readonly string[])[] = []
  for (const [name, measure] of Object.entries(all)) {
    if (only().length > 0 && !only().includes(name)) continue
    const before = loadavg()[0] ?? 0
    for (const {what, n, result, held} of await measure()) {
      rows.push([name, what, n, result, held ? 'held' : 'NOT HELD'])
      if (!held) process.exitCode = 1
    }
    console.log(`${name}: load average ${before.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`)
  }
  console.log(`\n${table([['row', 'what', 'n', 'result and target', ''], ...rows])}`)
}

if (import.meta.main) await room()
