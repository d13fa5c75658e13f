// Attacks a hub in a process of its own with requests that no lab sends, while good clients go on. Prints row, n and result; exits with 1 if a
// figure is not held. `node bench/hub-attacks.ts --scale 0.1`

import {type ChildProcess, fork} from 'node:child_process'
import {once} from 'node:events'
import {setTimeout as pause} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {askAt, batchOf, hint, joinRequest, sendRaw} from '../tools/hub/room.ts'
import {randomFrom} from '../tools/random.ts'
import {startSocketServer} from '../tools/servers/socket-server.ts'
import {quantile, table} from './figures.ts'
import {seed, times} from './scale.ts'

type Random = (limit: number) => number
type Row = readonly [row: string, n: number, result: string, held: boolean]

/** Requests at once. */
const together = 40
/** ms between two requests of a good client; a learner may ask five times a second */
const every = 400
const goodClients = 8
/** ms that nobody notices; below it a ratio says nothing */
const unnoticed = 50
/** bytes in use after a collection. Pages that V8 has freed stay with the process, so resident memory does not tell a leak. */
const mostGrowth = 20 * 1024 * 1024

const pick = <One>(random: Random, all: readonly One[]): One => all[random(all.length)] as One
const bytes = (random: Random, n: number) =>
  Array.from({length: random(n)}, () => String.fromCharCode(random(256))).join('')

const paths = [
  '/',
  '/healthz',
  '/readyz',
  '/v1/join',
  '/v1/events',
  '/v1/stream',
  '/v1/orders',
  '/v1/leave',
  '/v1/erase',
  '/v1/snapshot/x',
  '/v1/help/x/claim',
  '/v1/../etc/passwd',
  '/%00',
  '/%2e%2e/',
  '//x',
  '/v1/orders?wait=0&after=%ff',
  '*',
  'http://evil.org/',
]
const methods = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'TRACE', 'CONNECT', 'BREW']
const headers = [
  'host: evil.org',
  'host: 127.0.0.1',
  'content-length: 1073741824',
  'content-length: -1',
  'content-length: 3',
  'transfer-encoding: chunked',
  'transfer-encoding: x',
  'expect: 100-continue',
  'upgrade: websocket',
  'connection: close',
  'connection: upgrade',
  'content-type: application/json',
  'content-encoding: gzip',
  'range: bytes=0-',
  'last-event-id: 9-9',
  'cookie: a=b',
  'authorization: Bearer',
  `authorization: Bearer ${'0'.repeat(32)}`,
  `x: ${'y'.repeat(9000)}`,
  ' folded: x',
  'no colon',
  'na\0me: x',
]
const texts = [
  '',
  '{',
  '[]',
  'null',
  '{"protocol":2}',
  '['.repeat(5000),
  '{"__proto__":[]}',
  '\0',
  '"\\ud800"',
  '1e999',
  '0\r\n\r\nGET /healthz HTTP/1.1\r\n\r\n',
  'zz\r\n',
]

/** One attack. Resolves to the statuses that came. */
async function attack(random: Random, port: number, token: string): Promise<readonly number[]> {
  if (random(4) === 0) {
    const body = pick(random, [...texts, bytes(random, 300)])
    const path = pick(random, paths.slice(3, 11))
    const {status} = await askAt(
      port,
      pick(random, ['POST', 'GET']),
      path === '/v1/stream' ? '/v1/join' : path,
      {
        text: body,
        token: pick(random, [token, '0'.repeat(32), bytes(random, 10).replace(/[^\x21-\x7e]/g, '')]),
      },
    )
    return [status]
  }
  const own = Array.from({length: random(5)}, () => pick(random, headers))
  const text = `${pick(random, methods)} ${pick(random, paths)} HTTP/1.${random(3)}\r\n${['host: 127.0.0.1', ...own].join('\r\n')}\r\n\r\n${pick(random, texts)}`
  const mutated = random(3) === 0 ? text.slice(0, random(text.length)) + bytes(random, 20) : text
  const answer = await sendRaw(port, Buffer.from(mutated, 'latin1'), socket => {
    // Some go in the middle, some end properly, some wait until they are closed.
    if (random(3) > 0) setTimeout(() => (random(2) === 0 ? socket.destroy() : socket.end()), random(30))
  })
  return [...answer.matchAll(/^HTTP\/1.1 (\d+)/gm)].map(([, status]) => Number(status))
}

async function join(port: number): Promise<string> {
  const {body} = await askAt(port, 'POST', '/v1/join', {body: joinRequest()})
  return String(body['token'])
}

/** Asks as a lab does until it is told to stop. */
async function goodClient(
  port: number,
  signal: AbortSignal,
): Promise<readonly {status: number; ms: number}[]> {
  const token = await join(port)
  const answers: {status: number; ms: number}[] = []
  for (let n = 0; !signal.aborted; n++) {
    const start = performance.now()
    const {status, body} = await askAt(port, 'POST', '/v1/events', {
      token,
      body: batchOf('00000001', n, hint(1)),
    })
    answers.push({status: body['ack'] === n + 1 ? status : -status, ms: performance.now() - start})
    await pause(every)
  }
  return answers
}

async function withGoodClients<Result>(port: number, work: () => Promise<Result>) {
  const stop = new AbortController()
  const clients = Array.from({length: goodClients}, () => goodClient(port, stop.signal))
  const result = await work()
  stop.abort()
  const answers = (await Promise.all(clients)).flat()
  const failed = answers.filter(({status}) => status !== 200).length
  return {
    result,
    failed,
    n: answers.length,
    p99: quantile(
      answers.map(({ms}) => ms),
      0.99,
    ),
  }
}

type Memory = Readonly<{resident: number; used: number}>

async function memoryOf(child: ChildProcess): Promise<Memory> {
  child.send('memory')
  const [memory] = (await once(child, 'message')) as [Memory]
  return memory
}

function goodRow(
  name: string,
  before: number,
  {failed, n, p99}: {failed: number; n: number; p99: number},
): Row {
  const held = failed === 0 && p99 <= Math.max(2 * before, unnoticed)
  return [
    `good clients, ${name}`,
    n,
    `${failed} failed, p99 ${p99.toFixed(0)} ms (${before.toFixed(0)} before)`,
    held,
  ]
}

export async function hubAttacks(): Promise<void> {
  await using redis = await startSocketServer()
  const file = fileURLToPath(new URL('../tools/hub/hub-process.ts', import.meta.url))
  const child = fork(file, [redis.socket], {execArgv: ['--expose-gc']})
  let exits = 0
  child.on('exit', () => exits++)
  const [{port}] = (await once(child, 'message')) as [{port: number}]
  const random = randomFrom(seed())
  const token = await join(port)
  const burst = async (n: number, one: () => Promise<readonly number[]>) => {
    const statuses: number[] = []
    let left = n
    const worker = async () => {
      while (left-- > 0) statuses.push(...(await one().catch(() => [])))
    }
    await Promise.all(Array.from({length: together}, worker))
    return statuses
  }
  const slowly = () =>
    Promise.all(Array.from({length: 500}, () => sendRaw(port, 'GET /healthz HTTP/1.1\r\nhost: 127.0')))
  // Warm, so that neither compiled code nor the first hundreds of connections are taken for a leak.
  await burst(1000, () => attack(random, port, token))
  await slowly()
  const {p99: before} = await withGoodClients(port, () => pause(4000))
  const memory = await memoryOf(child)
  const n = times(10_000)
  const fuzz = await withGoodClients(port, () => burst(n, () => attack(random, port, token)))
  const bad = fuzz.result.filter(status => status >= 500 && status !== 503)
  const slow = await withGoodClients(port, slowly)
  const open = slow.result.filter(answer => !answer.startsWith('HTTP/1.1 408')).length
  const flooding = await join(port)
  const flood = await withGoodClients(port, () =>
    burst(times(5000), async () => [
      (await askAt(port, 'POST', '/v1/events', {token: flooding, body: batchOf('00000002', 0, hint(1))}))
        .status,
    ]),
  )
  const others = flood.result.filter(status => status !== 200 && status !== 503).length
  const after = await memoryOf(child)
  const growth = after.used - memory.used
  const [grown, resident] = [growth, after.resident - memory.resident].map(one =>
    (one / 1024 / 1024).toFixed(1),
  )
  const rows: readonly Row[] = [
    [
      'fuzzed requests',
      n,
      `${bad.length} of ${fuzz.result.length} answers 5xx other than 503`,
      bad.length === 0,
    ],
    goodRow('fuzz', before, fuzz),
    ['slowloris', 500, `${open} not closed with 408`, open === 0],
    goodRow('slowloris', before, slow),
    [
      'flood of one token',
      flood.result.length,
      `${flood.result.filter(one => one === 200).length} taken, ${others} neither taken nor 503`,
      others === 0,
    ],
    goodRow('flood', before, flood),
    [
      'hub',
      1,
      `${exits} crashes, ${grown} MB more in use than before; V8 has kept ${resident} MB more from the system`,
      exits === 0 && growth < mostGrowth,
    ],
  ]
  child.disconnect()
  console.log(
    table([
      ['row', 'n', 'result', ''],
      ...rows.map(([...cells]) => [...cells.slice(0, 3).map(String), cells[3] ? 'held' : 'NOT HELD']),
    ]),
  )
  if (rows.some(row => !row[3])) process.exitCode = 1
}

if (import.meta.main) await hubAttacks()
