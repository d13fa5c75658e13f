// A room of 500 learners for a minute: the real client, the built `host` and its Redis; they come, work and are spoken to, the hub is killed once and
// its Redis once.

import {setTimeout as pause} from 'node:timers/promises'
import {eventFaults, orderFaults, recordsOf} from '../../tools/hub/audit.ts'
import {Crowd} from '../../tools/hub/crowd.ts'
import {HostProcess, memoryOf} from '../../tools/hub/host-process.ts'
import {openHome} from '../../tools/program/home.ts'
import {quantile} from '../figures.ts'
import type {Measured} from '../reliability/measured.ts'
import {times} from '../scale.ts'
import {bounded, broadcasting, none, patience, warmUp} from './measuring.ts'

export async function crowd(): Promise<readonly Measured[]> {
  await using opened = new AsyncDisposableStack()
  const home = opened.use(await openHome())
  const host = opened.use(await HostProcess.start(home))
  const {code, room} = host
  const addressOf = () => ({protocol: 'pinned', host: '127.0.0.1', port: host.port}) as const
  const n = times(500)

  const begin = performance.now()
  const learners = opened.use(await Crowd.join({addressOf, n, within: 10_000, pace: 4000, code}))
  const joined = performance.now() - begin
  learners.work()
  await learners.untilBack(0, patience)
  await pause(warmUp)

  const {orders, say} = broadcasting(host, learners)
  const calmFrom = performance.now()
  const broadcasts: number[] = []
  while (performance.now() < calmFrom + times(25_000)) {
    broadcasts.push(await say())
    await pause(300)
  }
  const calm = learners.acks(calmFrom, performance.now())
  const calmUsage = await host.usage()

  const hubKilled = performance.now()
  await host.killAndStart()
  const afterHub = await learners.untilBack(hubKilled, patience)
  await say()
  await pause(5000)
  const redisKilled = performance.now()
  const {pid, place} = await host.redis()
  process.kill(pid, 'SIGKILL')
  const afterRedis = await learners.untilBack(redisKilled, patience)
  await say()
  await pause(5000)
  await learners.rest()
  await learners.untilSent(patience)

  const records = await recordsOf(place, room)
  const faults = await eventFaults(records, learners.learners)
  const lostOrders = orderFaults(orders, learners.learners)
  const usage = await host.usage()
  const [hubMemory, redisMemory] = [Math.max(usage.peak, calmUsage.peak) / 1e6, (await memoryOf(place)) / 1e6]
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
    none('lost, doubled or out of order', events, faults),
    none('orders that a learner lacks or had twice', `${orders.length} orders`, lostOrders),
    bounded('memory of the hub, at most', who, hubMemory, 160, 'MB'),
    bounded('memory of its Redis', events, redisMemory, 100, 'MB'),
  ]
}
