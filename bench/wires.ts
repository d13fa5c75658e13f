// What the wires of a stage cost while nothing is cut: at the start, for a request, and in processor time.
// Wired and unwired take turns within one run, so that other load on this computer affects both.

import {readFile} from 'node:fs/promises'
import {connect, type Socket} from 'node:net'
import {fileURLToPath} from 'node:url'
import {ownPortOf, portOf} from '../src/model/cluster/node.ts'
import {rosterOf} from '../src/model/cluster/snapshot.ts'
import {type Keeper, startKeeper} from '../src/redis/keeper/keeper.ts'
import type {Order} from '../src/redis/keeper/keeper-messages.ts'
import {startStage} from '../src/redis/nodes/boot.ts'
import {clientSocketOf, startWires} from '../src/redis/wires/wires.ts'
import {testBases} from '../tools/servers/free-ports.ts'
import {pidOf, processesNaming} from '../tools/servers/processes.ts'
import {benchmarkOfServer} from '../tools/servers/redis-cli.ts'
import {server} from '../tools/servers/server.ts'
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
      taken[kind].push(await start(kind === 'wired'))
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

/** @returns ms */
async function start(wired: boolean): Promise<number> {
  const begin = performance.now()
  await using started = await startKeeper()
  const keeper: Keeper = {...started, order: one => started.order(builtWires(one))}
  const wires = wired ? startWires(keeper) : undefined
  const {base = 0} = await keeper.order({do: 'claim', bases: testBases(), wired})
  const roster = rosterOf('cluster', base, [], wired)
  const options = {keeper, program: await server(), roster, stage: 'cluster', nodeTimeout: 1000} as const
  const nodes = await startStage(options, wires)
  nodes.close()
  return performance.now() - begin
}

const builtProgram = fileURLToPath(new URL('../dist/wires.cjs', import.meta.url))

/** The wires as users have them: Node needs longer to strip the types of the sources than for everything else that it does to start them. */
function builtWires(order: Order): Order {
  if (order.do !== 'run') return order
  const [node = '', _, ...folder] = order.command
  return {...order, command: [node, builtProgram, ...folder]}
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

/** `client` comes as the lab's own client does, over a socket file; `port` as any other program. */
const loads = [
  {over: 'port', options: ['-c', '50']},
  {over: 'port', options: ['-c', '50', '-P', '16']},
  {over: 'port', options: ['-c', '50', '-d', '1000']},
  {over: 'client', options: ['-c', '50']},
] as const

/**
 * redis-benchmark through the wires of one node; Linux alone tells what a process has used.
 *
 * A request that is not pipelined costs four system calls and hardly any other. perf finds 68 % of its time in the kernel, 22 % in Node and the C library,
 * 8 % in Node's JavaScript and 2 % in ours: a proxy of 20 lines of C needs two thirds of what the wires need, one of 10 lines of JavaScript, which does no
 * more than to hand each piece on, 93 to 100 %. Beside the present wires, in the same runs, these made no difference: `pipe`, strings instead of buffers,
 * writing from the shared buffer without a copy, a lane that keeps its target and asks no getter, --v8-pool-size=0, --single-threaded,
 * --single-threaded-gc, semi-spaces of 1, 16 and 32 MB, --no-async-context-frame, --always-sparkplug, --no-maglev, --no-short-builtin-calls, more
 * inlining, --use-largepages=on, UV_USE_IO_URING=0, MALLOC_ARENA_MAX=1. Any flag of V8 also delays the start of the wires by a third: the code that Node
 * brings compiled does not fit it. These did make one, and are not used: a socket file to the node saves a sixth, but CLIENT LIST and
 * MONITOR would show it; a `push` of our own on accepted sockets, for which Node has no `onread`, saves a twentieth, but is not documented.
 */
async function processor({nodes, keeper}: StartedNodes) {
  const benchmark = await benchmarkOfServer()
  const [line] = await processesNaming(`${keeper.folder}/wires`)
  if (!benchmark || line === undefined || process.platform !== 'linux') return
  const ways = {
    port: ['-p', `${portOf('6379', nodes.options.roster)}`],
    client: ['-s', clientSocketOf(keeper.folder, '6379')],
  }
  const rows = []
  for (const {over, options} of loads) {
    const requests = times(300_000)
    const before = await processorTime(pidOf(line))
    const command = ['SET', 'bar', '__data__']
    const {stdout} = await benchmark(...ways[over], '-n', `${requests}`, '-q', ...options, ...command)
    const used = (await processorTime(pidOf(line))) - before
    const [, rate = '?'] = /([\d.]+) requests per second/.exec(stdout) ?? []
    rows.push([
      `${over} ${options.join(' ')}`,
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
