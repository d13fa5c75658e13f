// 5,000 learners who only listen, in processes of their own: what the built `host` needs for them, and how long a broadcast takes to the last.

import {type ChildProcess, fork} from 'node:child_process'
import {setTimeout as pause} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {HostProcess} from '../../tools/hub/host-process.ts'
import type {IdleNews, IdleOptions} from '../../tools/hub/idle-learners.ts'
import {openHome} from '../../tools/program/home.ts'
import {quantile} from '../figures.ts'
import type {Measured} from '../reliability/measured.ts'
import {times} from '../scale.ts'
import {bounded} from './measuring.ts'

const program = fileURLToPath(new URL('../../tools/hub/idle-learners.ts', import.meta.url))
const processes = 4
/** Learners who come in a second, by all processes. */
const perSecond = 80
/** ms without anything but pings, which are 15 s apart */
const idleFor = 30_000

export async function idle(): Promise<readonly Measured[]> {
  await using opened = new AsyncDisposableStack()
  const home = opened.use(await openHome())
  const host = opened.use(await HostProcess.start(home))
  const empty = await host.usage()
  const {port, code} = host
  const each = Math.ceil(times(5000) / processes)
  const n = each * processes
  const started = Array.from({length: processes}, (_, i) => {
    const from = `127.0.${i + 1}.1`
    const options: IdleOptions = {port, code, n: each, from, perSecond: perSecond / processes}
    return opened.adopt(fork(program, [JSON.stringify(options)]), child => void child.kill('SIGKILL'))
  })
  await Promise.all(started.map(child => news(child, told => told.is === 'listening')))
  const full = await host.usage()
  await pause(idleFor)
  const later = await host.usage()

  const broadcasts: number[] = []
  for (let i = 0; i < 10; i++) {
    const text = `broadcast ${i}`
    const start = Date.now()
    const heard = started.map(child => news(child, told => told.is === 'heard' && told.text === text))
    host.type(`say ${text}`)
    const all = await Promise.all(heard)
    broadcasts.push(Math.max(...all.map(told => (told.is === 'heard' ? told.at : 0))) - start)
    await pause(500)
  }
  const after = await host.usage()
  const who = `${n} streams`
  const cpu = (later.cpu - full.cpu) / idleFor
  return [
    bounded('memory of a hub that nobody has joined', '1 hub', empty.now / 1e6, 110, 'MB'),
    bounded('memory of the hub', who, after.now / 1e6, 150 + 0.06 * n, 'MB'),
    bounded('memory of one more stream over TLS', who, (full.now - empty.now) / n / 1e3, 60, 'kB'),
    bounded('CPU while nobody does anything', `${who}, ${idleFor / 1000} s`, cpu * 100, 10, '%'),
    bounded('a broadcast, until the last has it, median', who, quantile(broadcasts, 0.5), 2000),
    bounded('a broadcast, until the last has it, max', who, quantile(broadcasts, 1), 2000),
  ]
}

/** The first news that is wanted. Rejects if the process ends before. */
function news(child: ChildProcess, isWanted: (told: IdleNews) => boolean): Promise<IdleNews> {
  const {promise, resolve, reject} = Promise.withResolvers<IdleNews>()
  const look = (told: IdleNews) => {
    if (isWanted(told)) resolve(told)
  }
  const end = (code: number | null) => reject(new Error(`idle-learners.ts ended with ${code}`))
  child.on('message', look).on('exit', end)
  return promise.finally(() => child.off('message', look).off('exit', end))
}
