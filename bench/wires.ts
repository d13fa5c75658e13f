// What the wires of a stage cost while nothing is cut: at the start, for a request, and in processor time.
// Wired and unwired take turns within one run, so that other load on this computer affects both.

import {readFile} from 'node:fs/promises'
import {connect, type Socket} from 'node:net'
import {ownPortOf, portOf} from '../src/model/cluster/node.ts'
import {pidOf, processesNaming} from '../tools/servers/processes.ts'
import {toolBeside} from '../tools/servers/redis-cli.ts'
import {type StartedNodes, startNodes} from '../tools/servers/start-nodes.ts'
import {median, seconds, spread, table} from './figures.ts'
import {times} from './scale.ts'

/** Requests per second for which the processor time is stated. */
const wantedRate = 30_000

export async function wires() {
  await starts()
  await using stage = await startNodes('cluster', {wired: true, nodeTimeout: 10_000})
  await latency(stage)
  await processor(stage)
}

async function starts() {
  const rounds = times(11)
  const taken = {unwired: [] as number[], wired: [] as number[]}
  for (let round = 0; round < rounds; round++) {
    for (const kind of ['unwired', 'wired'] as const) {
      const begin = performance.now()
      await using _ = await startNodes('cluster', {wired: kind === 'wired'})
      taken[kind].push(performance.now() - begin)
    }
  }
  const unwired = median(taken.unwired)
  const rows = Object.entries(taken).map(([kind, all]) => [
    kind,
    seconds(median(all)),
    `${(median(all) / unwired).toFixed(2)} x`,
    spread(all),
  ])
  console.log(`\nA cluster of six until it is ready, with its keeper, ${rounds} rounds`)
  console.log(table([['', 'median', 'ratio', 'spread'], ...rows]))
}

/** One PING after another, over a connection through the wire and over one past it, in turns. */
async function latency({nodes}: StartedNodes) {
  const rounds = times(20_000)
  const {roster} = nodes.options
  const through = await pinger(portOf('6379', roster))
  const past = await pinger(ownPortOf('6379', roster))
  const taken = {past: [] as number[], through: [] as number[]}
  for (let round = 0; round < rounds; round++) {
    taken.past.push(await past.ping())
    taken.through.push(await through.ping())
  }
  past.end()
  through.end()
  const added = median(taken.through) - median(taken.past)
  console.log(`\nA PING through a wire takes ${added.toFixed(3)} ms longer (median of ${rounds})`)
}

async function pinger(port: number): Promise<Readonly<{ping: () => Promise<number>; end: () => void}>> {
  const socket = await new Promise<Socket>(resolve => {
    const opened = connect({port, host: '127.0.0.1', noDelay: true}, () => resolve(opened))
  })
  return {
    ping: () =>
      new Promise(resolve => {
        const sent = performance.now()
        socket.once('data', () => resolve(performance.now() - sent))
        socket.write('PING\r\n')
      }),
    end: () => socket.destroy(),
  }
}

const loads = {
  '-c 50': ['-c', '50'],
  '-c 50 -P 16': ['-c', '50', '-P', '16'],
  '-c 50 -d 1000': ['-c', '50', '-d', '1000'],
} as const

/** redis-benchmark through the wires of one node; Linux alone tells what a process has used. */
async function processor({nodes, keeper}: StartedNodes) {
  const benchmark = await toolBeside('redis-benchmark')
  const [line] = await processesNaming(`${keeper.folder}/wires`)
  if (!benchmark || line === undefined || process.platform !== 'linux') return
  const port = portOf('6379', nodes.options.roster)
  const rows = []
  for (const [name, options] of Object.entries(loads)) {
    const requests = times(300_000)
    const before = await processorTime(pidOf(line))
    const {stdout} = await benchmark(
      '-p',
      `${port}`,
      '-n',
      `${requests}`,
      '-q',
      ...options,
      'SET',
      'bar',
      '__data__',
    )
    const used = (await processorTime(pidOf(line))) - before
    const [, rate = '?'] = /([\d.]+) requests per second/.exec(stdout) ?? []
    rows.push([
      name,
      rate,
      ((used * 1000) / requests).toFixed(1),
      ((used * wantedRate) / requests / 1000).toFixed(2),
    ])
  }
  console.log('\nredis-benchmark through a wire')
  const cores = `cores at ${wantedRate} requests/s`
  console.log(table([['', 'requests/s', 'us of processor time a request', cores], ...rows]))
}

/** ms; /proc counts in hundredths of a second. */
async function processorTime(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

if (import.meta.main) await wires()
