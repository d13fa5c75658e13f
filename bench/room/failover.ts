// Two built hubs whose room is in a cluster of our own `up`; the master that has the room is killed while 200 learners work.

import {setTimeout as pause} from 'node:timers/promises'
import {eventFaults, orderFaults, recordsOf} from '../../tools/hub/audit.ts'
import {Crowd} from '../../tools/hub/crowd.ts'
import {HostProcess} from '../../tools/hub/host-process.ts'
import {portsOfRoom} from '../../tools/hub/room-cluster.ts'
import {openHome} from '../../tools/program/home.ts'
import {askAt, type Measured} from '../reliability/measured.ts'
import {times} from '../scale.ts'
import {startUp} from '../up.ts'
import {bounded, broadcasting, none, patience, warmUp} from './measuring.ts'

const room = 'split'

export async function failover(): Promise<readonly Measured[]> {
  await using opened = new AsyncDisposableStack()
  const homes = [
    opened.use(await openHome()),
    opened.use(await openHome()),
    opened.use(await openHome()),
  ] as const
  const up = opened.adopt(startUp(homes[0].env), one => one.end())
  const {nodes = []} = (await up.line('ready')) ?? {}
  const [first] = nodes
  if (!first) throw new Error('`up` is not ready')
  const args = ['--redis', `redis://127.0.0.1:${first.port}`, '--room', room]
  const one = opened.use(await HostProcess.start(homes[1], args))
  const two = opened.use(await HostProcess.start(homes[2], args))
  const {code} = one
  const n = times(200)
  const addressOf = (i: number) =>
    ({protocol: 'pinned', host: '127.0.0.1', port: (i % 2 === 0 ? one : two).port}) as const
  const learners = opened.use(await Crowd.join({addressOf, n, within: 4000, pace: 1000, code}))
  learners.work()
  await learners.untilBack(0, patience)
  await pause(warmUp)
  const {orders, say} = broadcasting(one, learners)
  await say()

  const {master, replica} = await portsOfRoom(first.port, room)
  const victim = nodes.find(({port}) => port === master)
  if (!victim) throw new Error(`No node of \`up\` has port ${master}`)
  const killed = performance.now()
  process.kill(victim.pid, 'SIGKILL')
  // The old master's last answers may still be on their way.
  await pause(500)
  const back = (await learners.untilBack(killed + 500, patience)) + 500
  const silence = longestSilence(learners.ackedAt(killed - 1000, performance.now()))
  const role = await askAt(replica, 'ROLE')
  await say()
  await pause(3000)
  await learners.rest()
  await learners.untilSent(patience)

  const records = await recordsOf({url: `redis://127.0.0.1:${replica}`}, room)
  const who = `${n} learners, 2 hubs`
  return [
    none('the replica has not taken over', '1 failover', role.startsWith('master') ? [] : [role]),
    bounded('no POST of anybody is acknowledged', who, silence, 10_000),
    bounded('all back after SIGKILL of the master', who, back, 15_000),
    none(
      'lost, doubled or out of order',
      `${records.length} records`,
      await eventFaults(records, learners.learners),
    ),
    none(
      'orders that a learner lacks or had twice',
      `${orders.length} orders`,
      orderFaults(orders, learners.learners),
    ),
  ]
}

/** ms between two of these moments, at the most */
function longestSilence(moments: readonly number[]): number {
  return Math.max(...moments.slice(1).map((at, i) => at - (moments[i] ?? at)))
}
