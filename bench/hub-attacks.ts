// Attacks a hub in a process of its own with requests that no lab sends, while good clients go on. Prints row, n and result; exits with 1 if a
// figure is not held. `node bench/hub-attacks.ts --scale 0.1`

import {type ChildProcess, fork} from 'node:child_process'
import {once} from 'node:events'
import {setTimeout as pause} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import type {Redis} from 'ioredis'
import {parseEvent} from '../src/model/workshop/event.ts'
import {askAt, batchOf, hint, joinRequest, sendRaw} from '../tools/hub/room.ts'
import {randomFrom} from '../tools/random.ts'
import {startSocketServer} from '../tools/servers/socket-server.ts'
import {quantile, table} from './figures.ts'
import {seed, times} from './scale.ts'

type Random = (limit: number) => number
type Answer = Readonly<{status: number; ms: number}>
/** What a good client has sent and the hub has taken. */
type Good = Readonly<{learner: string; answers: readonly Answer[]}>
export type Row = readonly [row: string, n: number, result: string, held: boolean]

/** ms that an attack waits for the hub to close its connection */
const longestWait = 200
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

const numbers = [0, -1, 0.5, 1, 7, 2 ** 53 - 1, 2 ** 53, 1e308, '1', null, [1], {}, true]
const epochs = [
  '00000001',
  '0000000',
  '0000000g',
  'ffffffff',
  '',
  1,
  '__proto__',
  `${'a'.repeat(16)}:00000001`,
]
const kinds = ['hint', 'vote', 'flag', 'passed', 'hello', 'beat', 'constructor', '', 7]

/** A batch of events as a learner sends it who wants to write as another, elsewhere, or more than there is. */
function forgery(random: Random): unknown {
  const event = () => ({
    kind: pick(random, kinds),
    lesson: pick(random, ['tour', '../x', '', bytes(random, 80), 7]),
    step: pick(random, ['look', '__proto__', '\x1b[2J', null]),
    n: pick(random, numbers),
    ...(random(2) === 0 && {learner: 'l0', by: {note: 'ended'}}),
  })
  const numbered = () => ({seq: pick(random, numbers), at: pick(random, numbers), event: event()})
  return {
    epoch: pick(random, epochs),
    after: pick(random, numbers),
    events:
      random(8) === 0
        ? pick(random, numbers)
        : Array.from({length: random(random(9) === 0 ? 150 : 4)}, numbered),
  }
}

/** One attack. Resolves to the statuses that came. */
async function attack(random: Random, port: number, token: string): Promise<readonly number[]> {
  if (random(4) === 0) {
    const {status} = await askAt(port, 'POST', '/v1/events', {token, body: forgery(random)})
    return [status]
  }
  if (random(4) === 0) {
    const body = pick(random, [...texts, bytes(random, 300)])
    const path = pick(random, paths.slice(3, 11))
    const {status} = await askAt(
      port,
      pick(random, ['POST', 'GET']),
      path === '/v1/stream' ? '/v1/join' : path,
      {
        text: body,
        // With its own token it would be out of the room by a request to leave, and every later attack without effect.
        token: pick(random, [
          path === '/v1/leave' ? '' : token,
          '0'.repeat(32),
          bytes(random, 10).replace(/[^\x21-\x7e]/g, ''),
        ]),
      },
    )
    return [status]
  }
  const own = Array.from({length: random(5)}, () => pick(random, headers))
  const text = `${pick(random, methods)} ${pick(random, paths)} HTTP/1.${random(3)}\r\n${['host: 127.0.0.1', ...own].join('\r\n')}\r\n\r\n${pick(random, texts)}`
  const mutated = random(3) === 0 ? text.slice(0, random(text.length)) + bytes(random, 20) : text
  const answer = await sendRaw(port, Buffer.from(mutated, 'latin1'), socket => {
    // Some go in the middle, some end properly, some wait for a while; how long the hub lets them is measured elsewhere.
    if (random(3) > 0) setTimeout(() => (random(2) === 0 ? socket.destroy() : socket.end()), random(30))
    else setTimeout(() => socket.destroy(), longestWait)
  })
  return [...answer.matchAll(/^HTTP\/1.1 (\d+)/gm)].map(([, status]) => Number(status))
}

type Member = Readonly<{token: string; learner: string}>

async function join(port: number): Promise<Member> {
  const {body} = await askAt(port, 'POST', '/v1/join', {body: joinRequest()})
  return {token: String(body['token']), learner: String(body['learner'])}
}

/** Asks as a lab does until it is told to stop. */
async function goodClient(port: number, signal: AbortSignal): Promise<Good> {
  const {token, learner} = await join(port)
  const answers: Answer[] = []
  for (let n = 0; !signal.aborted; n++) {
    const start = performance.now()
    const {status, body} = await askAt(port, 'POST', '/v1/events', {
      token,
      body: batchOf('00000001', n, hint(1)),
    })
    answers.push({status: body['ack'] === n + 1 ? status : -status, ms: performance.now() - start})
    await pause(every)
  }
  return {learner, answers}
}

async function withGoodClients<Result>(port: number, work: () => Promise<Result>) {
  const stop = new AbortController()
  const clients = Array.from({length: goodClients}, () => goodClient(port, stop.signal))
  const result = await work()
  stop.abort()
  const good = await Promise.all(clients)
  const answers = good.flatMap(one => one.answers)
  const failed = answers.filter(({status}) => status !== 200).length
  return {
    result,
    good,
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
  timed: boolean,
): Row {
  const held = failed === 0 && (!timed || p99 <= Math.max(2 * before, unnoticed))
  return [
    `good clients, ${name}`,
    n,
    `${failed} failed, p99 ${p99.toFixed(0)} ms (${before.toFixed(0)} before)`,
    held,
  ]
}

/** Whether the room has what good clients sent, each once, and else nothing that is no event of a known kind or no note of the hub. */
async function storedRow(redis: Redis, room: string, good: readonly Good[]): Promise<Row> {
  const key = (name: string) => `rcl:{${room}}:${name}`
  const entries = await redis.xrange(key('records'), '-', '+')
  const people = new Set(await redis.hkeys(key('people')))
  const counts = new Map<string, number>()
  const faults: string[] = []
  for (const [id, fields] of entries) {
    const {
      l: learner,
      v: event,
      n: note,
    } = Object.fromEntries(pairs(fields)) as Record<string, string | undefined>
    if (learner !== undefined) counts.set(learner, (counts.get(learner) ?? 0) + 1)
    const isEvent = learner !== undefined && people.has(learner) && parseEvent(JSON.parse(event ?? ''))
    const isNote = note !== undefined && JSON.parse(note).note === 'joined'
    if (!isEvent && !isNote) faults.push(`${id} ${fields}`)
  }
  for (const {learner, answers} of good) {
    const taken = answers.filter(({status}) => status === 200).length
    const has = counts.get(learner) ?? 0
    if (has !== taken) faults.push(`${learner} sent ${taken}, has ${has}`)
  }
  const names = [
    'room',
    'people',
    'devices',
    'tokens',
    'names',
    'numbers',
    'records',
    'signs',
    'ids',
    'guesses',
  ]
  const signs = await redis.zrangebyscore(key('signs'), '-inf', '+inf')
  faults.push(...signs.filter(one => !people.has(one)))
  const keys = (await redis.keys('*')).filter(one => !names.some(name => one === key(name)))
  // A counter of wrong codes for each address.
  faults.push(...keys.filter(one => !/:guesses:[0-9a-f]{5}$/.test(one)))
  return [
    'stored',
    entries.length,
    faults.slice(0, 3).join('; ') || 'all valid, nothing doubled',
    faults.length === 0,
  ]
}

function pairs(fields: readonly string[]): readonly (readonly [string, string])[] {
  return fields.flatMap((name, i) => (i % 2 === 0 ? [[name, fields[i + 1] ?? ''] as const] : []))
}

/** `calm`: ms without attacks, before them; `timed`: whether good clients may take no longer than in it. */
export type Attacks = Readonly<{
  n: number
  slow: number
  flood: number
  warm: number
  calm: number
  timed: boolean
}>

export async function attackHub({
  n,
  slow: slowClients,
  flood: floods,
  warm,
  calm,
  timed,
}: Attacks): Promise<readonly Row[]> {
  await using redis = await startSocketServer()
  const file = fileURLToPath(new URL('../tools/hub/hub-process.ts', import.meta.url))
  const child = fork(file, [redis.socket], {execArgv: ['--expose-gc']})
  let exits = 0
  child.on('exit', () => exits++)
  const [{port, room}] = (await once(child, 'message')) as [{port: number; room: string}]
  const random = randomFrom(seed())
  const {token} = await join(port)
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
    Promise.all(
      Array.from({length: slowClients}, () => sendRaw(port, 'GET /healthz HTTP/1.1\r\nhost: 127.0')),
    )
  // Warm, so that neither compiled code nor the first hundreds of connections are taken for a leak.
  await burst(warm, () => attack(random, port, token))
  await slowly()
  const {p99: before, good: first} = await withGoodClients(port, () => pause(calm))
  const memory = await memoryOf(child)
  const fuzz = await withGoodClients(port, () => burst(n, () => attack(random, port, token)))
  const bad = fuzz.result.filter(status => status >= 500 && status !== 503)
  const slow = await withGoodClients(port, slowly)
  const open = slow.result.filter(answer => !answer.startsWith('HTTP/1.1 408')).length
  const flooding = await join(port)
  const flood = await withGoodClients(port, () =>
    burst(floods, async () => [
      (
        await askAt(port, 'POST', '/v1/events', {
          token: flooding.token,
          body: batchOf('00000002', 0, hint(1)),
        })
      ).status,
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
    goodRow('fuzz', before, fuzz, timed),
    ['slowloris', slowClients, `${open} not closed with 408`, open === 0],
    goodRow('slowloris', before, slow, timed),
    [
      'flood of one token',
      flood.result.length,
      `${flood.result.filter(one => one === 200).length} taken, ${others} neither taken nor 503`,
      others === 0,
    ],
    goodRow('flood', before, flood, timed),
    await storedRow(redis.redis, room, [first, fuzz.good, slow.good, flood.good].flat()),
    [
      'hub',
      1,
      `${exits} crashes, ${grown} MB more in use than before; V8 has kept ${resident} MB more from the system`,
      exits === 0 && growth < mostGrowth,
    ],
  ]
  child.disconnect()
  return rows
}

if (import.meta.main) {
  const rows = await attackHub({
    n: times(10_000),
    slow: 500,
    flood: times(5000),
    warm: 1000,
    calm: 4000,
    timed: true,
  })
  console.log(
    table([
      ['row', 'n', 'result', ''],
      ...rows.map(([...cells]) => [...cells.slice(0, 3).map(String), cells[3] ? 'held' : 'NOT HELD']),
    ]),
  )
  if (rows.some(row => !row[3])) process.exitCode = 1
}
