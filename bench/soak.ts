// An hour of a learner who never rests: commands, kills, pauses, resets, traffic, lessons, views and resizes, in the built program in a
// pseudo-terminal, repeatable by its seed. Samples memory, descriptors and disk each minute, and exits with 1 if one of them grows.
// Linux only: it reads /proc.

import {readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import type {NodeName} from '../src/model/cluster/node.ts'
import {sixNodes} from '../src/model/cluster/node.ts'
import {lastRow, type OpenedLab, openLab} from '../tools/program/lab.ts'
import {randomFrom} from '../tools/random.ts'
import {pidOf, serversOf} from '../tools/servers/processes.ts'
import {median, table} from './figures.ts'
import {minutes, seed} from './scale.ts'

type Random = (limit: number) => number

/** The time between two lines, ms: about as many as a learner who only types. */
const pace = 500
/** A line that waits longer for its reply is cancelled, ms. */
const patience = 3000
/** The highest memory of the lab, MB. */
const mostMemory = 150

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[random(items.length)] as Item
}

const sizes = [
  [120, 40],
  [80, 24],
  [160, 50],
  [100, 30],
] as const

const commands: readonly ((random: Random, node: NodeName) => string)[] = [
  random => `SET key:${random(500)} ${'x'.repeat(random(200))}`,
  random => `GET key:${random(500)}`,
  random => `@all INFO ${pick(['replication', 'memory', 'keyspace'], random)}`,
  random => `INCR count:${random(50)}`,
  random => `RPUSH list:${random(50)} ${'a b c d '.repeat(1 + random(10)).trim()}`,
  random => `LRANGE list:${random(50)} 0 -1`,
  () => 'CLUSTER NODES',
  (_, node) => `@{${node}} CLUSTER SHARDS`,
  (_, node) => `@{${node}} KEYS *`,
  random => `${10 + random(90)} PING`,
  () => 'EVAL "local t={} for i=1,500 do t[i]=i end return t" 0',
  (_, node) => `/use {${node}}`,
  random => `/cluster ${pick(['on', 'off'], random)}`,
  (_, node) => `/log {${node}} 40`,
  (_, node) => `/conf {${node}}`,
  random => `/timeline ${1 + random(40)}`,
  random => `/view ${pick(['table', 'cards', 'tree', 'slots', 'timeline'], random)}`,
  random => `/traffic ${pick(['on 50', 'off', ''], random)}`.trim(),
  () => '/explain',
  () => '/clear',
  () => 'BLPOP nothing 0',
  () => 'MONITOR',
  () => 'NONSENSE "',
  (_, node) => `@{${node}} CLUSTER FAILOVER`,
]

type Counts = Record<'commands' | 'signals' | 'resets' | 'resizes' | 'lessons' | 'cancelled', number>

/** One deed of the learner. */
async function act(lab: OpenedLab, random: Random, counts: Counts) {
  const node = pick(sixNodes, random)
  const deed = random(100)
  if (deed < 4) {
    const [columns, rows] = pick(sizes, random)
    lab.resize(columns, rows)
    counts.resizes++
    return
  }
  if (deed < 12) {
    await enter(lab, `/${pick(['kill', 'pause', 'stop'], random)} {${node}}`, counts)
    counts.signals++
    return
  }
  if (deed < 22) {
    for (const one of sixNodes) await enter(lab, `/${pick(['start', 'resume'], random)} {${one}}`, counts)
    return
  }
  if (deed < 24) {
    await enter(lab, '/reset', counts)
    counts.resets++
    return
  }
  if (deed < 25) {
    await enter(
      lab,
      pick(['/lessons slots', '/lessons failover', '/lessons replicaof', '/play'], random),
      counts,
    )
    counts.lessons++
    return
  }
  if (deed < 27) {
    for (const key of ['pageup', 'pageup', 'pagedown', 'f1', 'esc', 'esc'] as const) lab.press(key)
    return
  }
  await enter(lab, pick(commands, random)(random, node), counts)
  counts.commands++
}

/** Types a line, and cancels it if its reply does not come: a frozen node, a command that waits. */
async function enter(lab: OpenedLab, line: string, counts: Counts) {
  const isFree = (screen: string) => !/Ctrl-C cancel/.test(lastRow(screen))
  lab.press('ctrl-u')
  lab.type(`${lab.filled(line)}\r`)
  await pause(pace)
  // On a busy computer the line before may still run, and this one behind it: each wants a Ctrl-C of its own.
  for (let left = 4; ; left--) {
    try {
      await lab.waitFor(isFree, {within: patience})
      return
    } catch (error) {
      if (left === 0) throw error
      counts.cancelled++
      lab.press('ctrl-c')
    }
  }
}

const measures = ['lab MB', 'keeper MB', 'nodes MB', 'lab fds', 'keeper fds', 'nodes fds', 'disk MB'] as const
type Sample = Readonly<Record<(typeof measures)[number], number>>

/** How much more the last third may have than the middle one: a share and, for what is small, an amount. */
const allowance: Readonly<Record<(typeof measures)[number], Readonly<{share: number; amount: number}>>> = {
  'lab MB': {share: 0.05, amount: 5},
  'keeper MB': {share: 0.05, amount: 3},
  'nodes MB': {share: 0.1, amount: 5},
  'lab fds': {share: 0, amount: 4},
  'keeper fds': {share: 0, amount: 2},
  'nodes fds': {share: 0, amount: 10},
  'disk MB': {share: 0.1, amount: 5},
}

async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
}

async function descriptorsOf(pid: number): Promise<number> {
  return (await readdir(`/proc/${pid}/fd`).catch(() => [])).length
}

/** What is in the folder now, in MB; files may vanish while it is read. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const sizes = await Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(entry =>
        stat(join(entry.parentPath, entry.name)).then(
          ({size}) => size,
          () => 0,
        ),
      ),
  )
  return sizes.reduce((all, size) => all + size, 0) / 2 ** 20
}

async function sample(lab: OpenedLab): Promise<Sample> {
  const [folder = ''] = await lab.home.runFolders()
  const keeper = Number(/^rcl-(\d+)-/.exec(folder)?.[1])
  const nodes = (await serversOf(join(lab.home.temp, folder))).map(pidOf)
  const sum = async (of: (pid: number) => Promise<number>) =>
    (await Promise.all(nodes.map(of))).reduce((all, one) => all + one, 0)
  return {
    'lab MB': await memoryOf(lab.pid),
    'keeper MB': await memoryOf(keeper),
    'nodes MB': await sum(memoryOf),
    'lab fds': await descriptorsOf(lab.pid),
    'keeper fds': await descriptorsOf(keeper),
    'nodes fds': await sum(descriptorsOf),
    'disk MB': await sizeOf(lab.home.temp),
  }
}

/** Compares the last third with the middle one: the first is the warm-up. */
function faultsIn(samples: readonly Sample[]): readonly string[] {
  const third = Math.floor(samples.length / 3)
  const [middle, last] = [samples.slice(third, -third), samples.slice(-third)]
  const growing = measures.flatMap(measure => {
    const [before, after] = [middle, last].map(part => median(part.map(one => one[measure]))) as [
      number,
      number,
    ]
    const {share, amount} = allowance[measure]
    return after > before * (1 + share) + amount
      ? [
          `${measure} grows: ${before.toFixed(1)} in the middle third, ${after.toFixed(1)} in the last (medians)`,
        ]
      : []
  })
  const memory = median(last.map(one => one['lab MB']))
  const high =
    memory > mostMemory
      ? [`lab MB is ${memory.toFixed(1)} (median of the last third); at most ${mostMemory}`]
      : []
  return [...growing, ...high]
}

export async function soak() {
  const chosen = seed()
  const random = randomFrom(chosen)
  const counts: Counts = {commands: 0, signals: 0, resets: 0, resizes: 0, lessons: 0, cancelled: 0}
  const samples: Sample[] = []
  await using lab = await openLab(['sandbox', '--node-timeout', '1000'])
  const start = performance.now()
  const show = (one: Sample) => measures.map(measure => one[measure].toFixed(measure.endsWith('fds') ? 0 : 1))
  console.log(`\nA soak of ${minutes()} min, seed ${chosen}`)
  while (samples.length < minutes()) {
    await act(lab, random, counts)
    if (performance.now() - start < (samples.length + 1) * 60_000) continue
    // All nodes run and are joined when they are measured: those of a cluster have 13 descriptors more than the others, each.
    await enter(lab, '/lessons slots', counts)
    await enter(lab, '/reset', counts)
    const taken = await sample(lab)
    samples.push(taken)
    console.log(
      `minute ${samples.length}: ${measures.map((measure, i) => `${measure} ${show(taken)[i]}`).join(', ')}`,
    )
  }
  console.log(table([['minute', ...measures], ...samples.map((one, i) => [i + 1, ...show(one)])]))
  console.log(
    Object.entries(counts)
      .map(([what, count]) => `${count} ${what}`)
      .join(', '),
  )
  const faults = faultsIn(samples)
  console.log(faults.length === 0 ? 'flat' : faults.join('\n'))
  if (faults.length > 0) process.exitCode = 1
}

if (import.meta.main) await soak()
