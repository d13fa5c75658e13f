// Random ports of the lab's sets are taken by other programs. The lab must start a whole cluster on another set, or say within three seconds why not.

import {once} from 'node:events'
import {createServer, type Server} from 'node:net'
import {setTimeout as pause} from 'node:timers/promises'
import {allBases, portsOf} from '../../src/redis/keeper/ports.ts'
import {openHome} from '../../tools/program/home.ts'
import {randomFrom} from '../../tools/random.ts'
import {seconds} from '../figures.ts'
import {seed, times} from '../scale.ts'
import {startUp} from '../up.ts'
import {askAt, counted, type Measured} from './measured.ts'

/** ms */
const limit = 3000
const hosts = ['127.0.0.1', '0.0.0.0', '::'] as const

/** Listens there; undefined if the port is taken already, which serves as well. */
async function take(port: number, host: string): Promise<Server | undefined> {
  const listener = createServer(socket => socket.destroy())
  listener.listen(port, host)
  return Promise.race([
    once(listener, 'listening').then(() => listener),
    once(listener, 'error').then(() => undefined),
  ]).catch(() => undefined)
}

type Came = Readonly<{how: 'moved' | 'message' | 'first'; ms: number; fault?: string}>

async function clash(random: (limit: number) => number, late: boolean): Promise<Came> {
  await using home = await openHome()
  await using stack = new AsyncDisposableStack()
  // One to twelve ports of each of the first sets; in every fourth round of all sets, so that none is free.
  const sets = random(4) === 0 ? allBases : allBases.slice(0, 1 + random(4))
  const wanted = sets.flatMap(base => {
    const ports = portsOf(base)
    return Array.from({length: 1 + random(12)}, () => ports[random(12)] ?? 0)
  })
  const taking = async () => {
    for (const port of new Set(wanted)) {
      const listener = await take(port, hosts[random(3)] ?? '127.0.0.1')
      if (listener) stack.use(listener)
    }
  }
  if (!late) await taking()
  const told = random(4) === 0
  const start = performance.now()
  const up = startUp(home.env, ...(told ? ['--port', `${allBases[0]}`] : []))
  // While the lab looks for ports and starts its nodes.
  if (late) await pause(100 + random(500)).then(taking)
  const ready = await up.line('ready')
  const ms = performance.now() - start
  if (!ready) {
    const {code, stderr} = await up.exit
    const clear =
      code === 1 &&
      /Port \d+ is in use|No free set of ports|did not start/.test(stderr) &&
      !/\n\s+at /.test(stderr)
    const slow = ms > limit ? 'message after more than 3 s' : undefined
    return {how: 'message', ms, fault: clear ? slow : `no clear message: ${stderr}`} as Came
  }
  const infos = await Promise.all(ready.nodes.map(({port}) => askAt(port, 'CLUSTER', 'INFO')))
  const whole =
    infos.length === 6 &&
    infos.every(
      info => /state:ok\r/.test(info) && /slots_ok:16384\r/.test(info) && /known_nodes:6\r/.test(info),
    )
  await up.end()
  const how = ready.nodes[0]?.port === allBases[0] ? 'first' : 'moved'
  return {how, ms, ...(!whole && {fault: `half a cluster: ${infos.join()}`})}
}

export async function clashes(): Promise<Measured> {
  const chosen = seed()
  const random = randomFrom(chosen)
  const came: Came[] = []
  for (let i = 0; i < times(100); i++) came.push(await clash(random, i % 4 === 3))
  const faults = came.flatMap(({fault}) => fault ?? [])
  const number = (how: Came['how']) => came.filter(one => one.how === how).length
  const slowest = Math.max(...came.filter(({how}) => how === 'message').map(({ms}) => ms), 0)
  return {
    what: 'random ports taken, in every fourth round during the start',
    n: `${came.length} rounds, seed ${chosen}`,
    result: `${counted(faults) || 'never a half cluster'}; ${number('moved')} on another set, ${number('first')} on the first, ${number('message')} messages, the slowest after ${seconds(slowest)}`,
    held: faults.length === 0,
  }
}
