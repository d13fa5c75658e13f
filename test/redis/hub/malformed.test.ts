// Requests that no lab sends: the hub refuses each, goes on, and lets nobody hold it up. Rows 15 and 16 of the figures; bench/hub-attacks.ts
// has the long version.

import {once} from 'node:events'
import {connect} from 'node:net'
import {connect as connectSecurely} from 'node:tls'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {certificateIn} from '../../../src/hub/certificate.ts'
import {
  batchOf,
  hint,
  joinRequest,
  listenAt,
  openRoom,
  sendRaw,
  type TestRoom,
} from '../../../tools/hub/room.ts'
import {type SocketServer, startSocketServer} from '../../../tools/servers/socket-server.ts'

let redis: SocketServer
beforeAll(async () => {
  redis = await startSocketServer()
})
afterAll(() => redis[Symbol.asyncDispose]())

const patience = {silence: 200, headers: 250, request: 500, check: 50}

describe('A malformed request', () => {
  test('is refused with 4xx, whatever its JSON is, and nothing of it is stored', async () => {
    await using room = await openRoom(redis)
    const {token, learner} = await room.join()
    const good = {seq: 1, at: 1, event: hint(1)}
    const batch = {epoch: '00000001', after: 0, events: [good]}
    const texts = [
      '',
      '{',
      'null',
      '[]',
      '"text"',
      '1e999',
      '{"__proto__":{"polluted":1}}',
      '['.repeat(20_000),
      '{"a":'.repeat(5000),
      JSON.stringify({...batch, epoch: 1}),
      JSON.stringify({...batch, epoch: '0000000g'}),
      JSON.stringify({...batch, after: -1}),
      JSON.stringify({...batch, after: 1.5}),
      JSON.stringify({...batch, learner: 'another'}),
      JSON.stringify({...batch, events: [{...good, learner: 'another'}]}),
      JSON.stringify({...batch, events: [{...good, seq: 0}]}),
      JSON.stringify({...batch, events: [{...good, seq: 2 ** 60}]}),
      JSON.stringify({...batch, events: [good, good]}),
      JSON.stringify({...batch, events: [{...good, seq: 2}, good]}),
    ]
    const events = [
      {...hint(1), n: 'many'},
      {...hint(1), n: 21},
      {...hint(1), typed: 'SET secret 1'},
      {...hint(1), lesson: '../../etc/passwd'},
      {...hint(1), lesson: '__proto__'},
      {...hint(1), lesson: '\x1b[31m'},
      {kind: 'flag', flag: 'red'},
      {kind: 7},
    ].map(event => JSON.stringify({...batch, events: [{...good, event}]}))
    // Each learner may ask twenty times in four seconds.
    const {token: second} = await room.join()
    const statuses = await Promise.all([
      ...texts.map(text => room.ask('POST', '/v1/events', {token, text})),
      ...events.map(text => room.ask('POST', '/v1/events', {token: second, text})),
    ])
    expect(statuses.filter(({status, body}) => status !== 400 || body['refused'] !== 'malformed')).toEqual([])
    const {people} = room.hub.desk.room()
    expect(Object.keys(people)).toHaveLength(2)
    expect(people[learner]).toMatchObject({hints: 0})
    expect(await redis.redis.xlen(`rcl:{${room.room}}:records`)).toBe(2)
  })

  test('of a size beyond the limits is refused before it is read, with and without its length', async () => {
    await using room = await openRoom(redis)
    const {token} = await room.join()
    const big = 'x'.repeat(70_000)
    expect((await room.ask('POST', '/v1/join', {text: JSON.stringify('x'.repeat(3000))})).status).toBe(413)
    expect((await room.ask('POST', '/v1/erase', {text: JSON.stringify('x'.repeat(3000))})).status).toBe(413)
    expect((await room.ask('POST', '/v1/events', {token, text: big})).status).toBe(413)
    const many = batchOf('00000001', 0, ...Array(101).fill(hint(1)))
    expect((await room.ask('POST', '/v1/events', {token, body: many})).status).toBe(400)
    const gigabyte = await sendRaw(
      room.port,
      post('/v1/events', ['content-length: 1073741824'], '{"epoch":', token),
    )
    expect(gigabyte).toMatch(/^HTTP\/1.1 413 /)
    const chunked = await sendRaw(
      room.port,
      post('/v1/events', ['transfer-encoding: chunked'], `11170\r\n${big}\r\n`, token),
    )
    expect(chunked).toMatch(/^HTTP\/1.1 413 /)
    expect(await sendRaw(room.port, get('/healthz', [`x-big: ${'x'.repeat(9000)}`]))).toMatch(
      /^HTTP\/1.1 431 /,
    )
    expect(await sendRaw(room.port, get(`/healthz?${'x'.repeat(9000)}`))).toMatch(/^HTTP\/1.1 4\d\d /)
    await stillServes(room)
  })

  test('with a tricky path finds nothing behind it', async () => {
    await using room = await openRoom(redis)
    const {token} = await room.join()
    const paths = [
      '/v1/../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/v1/%2e%2e%2fjoin',
      '//evil.example.org/v1/orders',
      '/v1//orders',
      '/v1/orders/',
      '/V1/orders',
      '/v1/orders%00',
      '/v1/orders;a=b',
      '/v1/snapshot/..%2f..%2froom',
      '/v1/snapshot/%ff%fe',
      '/v1/help/__proto__/claim',
      '/v1/help/constructor/claim',
      `/v1/help/${'a'.repeat(5000)}/claim`,
      '/.git/config',
    ]
    const statuses = await Promise.all(
      paths.map(async path => {
        const {status} = await room.ask(path.includes('snapshot') ? 'POST' : 'GET', path, {
          token,
          ...(path.includes('snapshot') && {body: {}}),
        })
        return {path, status}
      }),
    )
    expect(statuses.filter(({status}) => ![401, 404, 409].includes(status))).toEqual([])
  })

  test('that two servers would read in two ways is refused, and its connection closed', async () => {
    await using room = await openRoom(redis)
    const hidden = get('/healthz')
    const pairs = [
      post('/v1/join', ['content-length: 4', 'transfer-encoding: chunked'], `0\r\n\r\n${hidden}`),
      post('/v1/join', ['transfer-encoding: chunked', 'content-length: 0'], `0\r\n\r\n${hidden}`),
      post('/v1/join', ['content-length: 0', `content-length: ${hidden.length}`], hidden),
      post('/v1/join', ['content-length: 0, 5'], hidden),
      post('/v1/join', ['content-length: +0'], hidden),
      post('/v1/join', ['transfer-encoding: xchunked'], hidden),
      post('/v1/join', ['transfer-encoding: chunked, identity'], hidden),
      post('/v1/join', ['transfer-encoding : chunked'], hidden),
      post('/v1/join', ['x: y\r\n transfer-encoding: chunked'], hidden),
      post('/v1/join', ['transfer-encoding: chunked'], `zz\r\n${hidden}`),
      post('/v1/join', ['transfer-encoding: chunked'], `fffffffffffffffff\r\n${hidden}`),
      'GET /healthz HTTP/1.1\nhost: 127.0.0.1\ncontent-length\x00: 5\n\n',
      'GET /healthz HTTP/1.1\r\n\r\n',
      'GET /healthz HTTP/9.9\r\nhost: 127.0.0.1\r\n\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      'CONNECT 127.0.0.1:6379 HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n',
      '*1\r\n$4\r\nPING\r\n',
      Buffer.from([0xff, 0xfe, 0, 0, 0x0d, 0x0a]),
    ]
    const answers = await Promise.all(pairs.map(pair => sendRaw(room.port, pair)))
    const taken = answers.filter(answer => / 200 /.test(answer) || answer.split('HTTP/1.1 ').length > 2)
    expect(taken).toEqual([])
    await stillServes(room)
  })

  test('asks no other server: an absolute address is read as a path here', async () => {
    await using room = await openRoom(redis)
    const elsewhere =
      'GET http://169.254.169.254/healthz HTTP/1.1\r\nhost: 169.254.169.254.evil.org\r\nconnection: close\r\n\r\n'
    expect(await sendRaw(room.port, elsewhere)).toMatch(/^HTTP\/1.1 4(?:00|21) /)
    const upgrade = get('/v1/stream', ['upgrade: websocket', 'sec-websocket-key: x', 'connection: upgrade'])
    expect(await sendRaw(room.port, upgrade, socket => socket.end())).toMatch(/^HTTP\/1.1 40[01] /)
  })
})

describe('A connection that holds the hub up', () => {
  test('is closed: one that is silent, one whose headers and one whose body never end, with TLS and without', async () => {
    const folder = `${redis.socket}.certificate`
    const certificate = await certificateIn(folder)
    await using room = await openRoom(redis, {patience, certificate})
    await using plain = await openRoom(redis, {patience})
    const dribbling = (end: 'headers' | 'body') => (socket: {write: (text: string) => unknown}) => {
      const timer = setInterval(() => socket.write(end === 'headers' ? 'x: y\r\n' : ' '), 20)
      setTimeout(() => clearInterval(timer), 1500)
    }
    const begun = 'GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\n'
    const slow = post('/v1/join', ['content-length: 1000'], '{')
    const answers = await Promise.all([
      sendRaw(room.port, ''),
      sendRaw(plain.port, ''),
      // The first byte of TLS, and no more.
      sendRaw(room.port, Buffer.from([0x16])),
      sendRaw(room.port, begun, dribbling('headers')),
      sendRaw(plain.port, begun, dribbling('headers')),
      sendRaw(plain.port, slow, dribbling('body')),
      sendSecurely(room.port, begun),
      sendSecurely(room.port, slow),
    ])
    expect(answers.filter(answer => answer !== '' && !/^HTTP\/1.1 408 /.test(answer))).toEqual([])
    expect(answers.slice(3).filter(answer => answer === '')).toEqual([])
  })

  test('keeps nobody else out, though there are hundreds', async () => {
    // Long enough for the good client, which stands behind the others.
    await using room = await openRoom(redis, {
      patience: {...patience, silence: 2000, headers: 2000, request: 2000},
    })
    const begun = Array.from({length: 500}, (_, n) =>
      sendRaw(
        room.port,
        n % 2 === 0 ? 'GET /v1/stream HTTP/1.1\r\nhost:' : post('/v1/join', ['content-length: 99'], '{'),
      ),
    )
    const {token} = await room.join()
    expect(
      (await room.ask('POST', '/v1/events', {token, body: batchOf('00000001', 0, hint(1))})).body,
    ).toMatchObject({
      ack: 1,
    })
    await Promise.all(begun)
  })

  test('has no token on the plain side of a port with TLS', async () => {
    const certificate = await certificateIn(`${redis.socket}.certificate`)
    await using room = await openRoom(redis, {certificate})
    expect((await room.ask('GET', '/healthz')).status).toBe(200)
    expect((await room.ask('POST', '/v1/join', {body: joinRequest()})).status).toBe(404)
    expect(await sendSecurely(room.port, get('/healthz'))).toMatch(/^HTTP\/1.1 200 /)
  })
})

describe('A flood', () => {
  test('of one learner is refused beyond what one may ask, and is no concern of others', async () => {
    await using room = await openRoom(redis)
    const [flooding, other] = [await room.join(), await room.join()]
    const post_ = (token: string, n: number) =>
      room.ask('POST', '/v1/events', {token, body: batchOf('00000001', n, hint(n % 20))})
    const start = performance.now()
    const flood = Array.from({length: 300}, (_, n) => post_(flooding.token, n % 3))
    const calm = Array.from({length: 20}, () => post_(other.token, 0))
    const [floods, calms] = await Promise.all([Promise.all(flood), Promise.all(calm)])
    // 20 at once, and again every 4 s: a busy computer takes longer than that.
    const turns = 1 + Math.floor((performance.now() - start) / 4000)
    expect(floods.filter(({status}) => status === 200).length).toBeLessThanOrEqual(20 * turns)
    const refused = floods.filter(({status}) => status !== 200)
    expect(
      refused.filter(({status, headers}) => status !== 503 || !(Number(headers['retry-after']) > 0)),
    ).toEqual([])
    expect(calms.map(({status}) => status)).toEqual(Array(20).fill(200))
  })

  test('of bytes, of events and of flags is refused too, and never what a full outbox sends after a pause', async () => {
    await using room = await openRoom(redis)
    const [bytes, events, flags] = [await room.join(), await room.join(), await room.join()]
    const wide = {
      kind: 'answer',
      lesson: 'l'.repeat(60),
      question: 'q'.repeat(60),
      option: 'o'.repeat(60),
    } as const
    const send = async (token: string, after: number, one: object, n = 100) =>
      (await room.ask('POST', '/v1/events', {token, body: batchOf('00000001', after, ...Array(n).fill(one))}))
        .status
    const inTurn = async (token: string, one: object) => {
      const statuses: number[] = []
      for (let n = 0; n < 6; n++) statuses.push(await send(token, n * 100, one))
      return statuses
    }
    expect(await inTurn(bytes.token, wide)).toEqual([200, 200, 200, 503, 503, 503])
    expect(await inTurn(events.token, {kind: 'beat'})).toEqual([200, 200, 200, 200, 503, 503])
    const flag = {kind: 'flag', flag: 'help'}
    expect(await send(flags.token, 0, flag)).toBe(200)
    expect(await send(flags.token, 100, flag, 1)).toBe(503)
  })

  test('of streams leaves three of them, and nothing that was not read', async () => {
    await using room = await openRoom(redis)
    const {token} = await room.join()
    for (let n = 0; n < 100; n++) await room.hub.desk.give({kind: 'say', text: 'x'.repeat(500)})
    const streams = await Promise.all(
      Array.from({length: 10}, async () => {
        const stream = await listenAt(room.port, token, '0-0')
        stream.pause()
        return stream
      }),
    )
    expect(room.hub.listeners).toBe(3)
    await room.hub.desk.give({kind: 'say', text: 'the last'})
    expect(streams.map(({status}) => status)).toEqual(Array(10).fill(200))
    for (const stream of streams) stream.close()
    await expect.poll(() => room.hub.listeners).toBe(0)
    await stillServes(room)
  })

  test('of streams whose clients have gone while Redis did not answer leaves none', async () => {
    await using own = await startSocketServer()
    await using room = await openRoom(own)
    const {token} = await room.join()
    own.child.kill('SIGSTOP')
    const sockets = Array.from({length: 5}, () => {
      const socket = connect(room.port, '127.0.0.1')
      socket.write(get('/v1/stream', [`authorization: Bearer ${token}`]))
      return socket
    })
    await Promise.all(sockets.map(socket => once(socket, 'ready')))
    // The hub has read what came before this.
    expect((await room.ask('GET', '/healthz')).status).toBe(200)
    for (const socket of sockets) socket.destroy()
    expect((await room.ask('GET', '/healthz')).status).toBe(200)
    own.child.kill('SIGCONT')
    // Redis answers in order.
    expect((await room.ask('GET', '/v1/orders', {token})).status).toBe(200)
    expect(room.hub.listeners).toBe(0)
  })

  test('of what a learner claims to have done does not push the others out of the room', async () => {
    await using room = await openRoom(redis)
    const {learner, token} = await room.join()
    const key = `rcl:{${room.room}}`
    await redis.redis.hset(`${key}:numbers`, `${learner}:stored`, 9_999)
    const before = await redis.redis.xlen(`${key}:records`)
    const send = (after: number) =>
      room.ask('POST', '/v1/events', {token, body: batchOf('0000000a', after, hint(1), hint(2))})
    // What is too much is acknowledged, so that nothing is sent again.
    expect((await send(0)).body).toMatchObject({ack: 2})
    expect((await send(2)).body).toMatchObject({ack: 4})
    expect(await redis.redis.xlen(`${key}:records`)).toBe(before + 1)
  })
})

async function stillServes(room: TestRoom): Promise<void> {
  expect((await room.ask('GET', '/healthz')).status).toBe(200)
  expect((await room.ask('GET', '/readyz')).status).toBe(200)
}

function get(path: string, headers: readonly string[] = []): string {
  return [`GET ${path} HTTP/1.1`, 'host: 127.0.0.1', 'connection: close', ...headers, '', ''].join('\r\n')
}

function post(path: string, headers: readonly string[], body: string, token?: string): string {
  const authorization = token === undefined ? [] : [`authorization: Bearer ${token}`]
  const usual = ['host: 127.0.0.1', 'content-type: application/json', ...authorization]
  return [`POST ${path} HTTP/1.1`, ...usual, ...headers, '', body].join('\r\n')
}

function sendSecurely(port: number, text: string): Promise<string> {
  const {promise, resolve} = Promise.withResolvers<string>()
  let came = ''
  const socket = connectSecurely({socket: connect(port, '127.0.0.1'), rejectUnauthorized: false})
  socket.on('secureConnect', () => socket.write(text))
  socket.on('data', chunk => {
    came += chunk
  })
  socket.on('error', () => undefined)
  socket.on('close', () => resolve(came))
  return promise
}
