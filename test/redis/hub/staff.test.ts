// The instructor's interface of a hub: who gets in, who does not, and what it does.

import {mkdtemp, readFile, rm, stat} from 'node:fs/promises'
import {networkInterfaces, tmpdir} from 'node:os'
import {join} from 'node:path'
import {Redis} from 'ioredis'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {waitUntil} from '../../../src/platform/wait-until.ts'
import {
  type Asking,
  askAt,
  batchOf,
  code,
  helperCode,
  listenTo,
  openRoom,
  type TestRoom,
} from '../../../tools/hub/room.ts'
import {type RoomRedis, startRoomRedis} from '../../../tools/hub/room-redis.ts'
import {openStaffOf, type TestStaff} from '../../../tools/hub/staff.ts'

let redis: RoomRedis
let room: TestRoom
let staff: TestStaff
let cookie: string

beforeAll(async () => {
  redis = await startRoomRedis()
  room = await openRoom({socket: redis.socket})
  staff = await openStaffOf(room.hub)
  cookie = await enter(staff)
})
afterAll(async () => {
  await staff[Symbol.asyncDispose]()
  await room[Symbol.asyncDispose]()
  await redis[Symbol.asyncDispose]()
})

/** Opens a link as a browser does. Resolves to the cookie that it gets. */
async function enter({port, link}: TestStaff): Promise<string> {
  const {status, headers} = await askAt(port, 'GET', new URL(link()).pathname)
  expect([status, headers.location]).toEqual([303, '/'])
  return (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
}

/** As the page asks. */
function asThePage(more: Readonly<Record<string, string>> = {}) {
  return {cookie, 'sec-fetch-site': 'same-origin', 'x-redis-cluster-lab': '1', ...more}
}

const ask = (method: string, path: string, asking: Asking = {}) => askAt(staff.port, method, path, asking)
const order = (body: unknown, headers = asThePage()) => ask('POST', '/v1/orders', {body, headers})
const say = (text: string, id: string = text) => ({
  is: 'give',
  order: {id, target: {}, command: {kind: 'say', text}},
})
const without = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(asThePage()).filter(([one]) => one !== name))

describe('The link', () => {
  test('works once, leaves no token in the address, and its cookie is for no script and no other site', async () => {
    const {pathname} = new URL(staff.link())
    expect(pathname).toMatch(/^\/open\/[\w-]{43}$/)
    const first = await ask('GET', pathname)
    expect([first.status, first.headers.location]).toEqual([303, '/'])
    const [given = ''] = first.headers['set-cookie'] ?? []
    expect(given).toMatch(/^redis-cluster-lab-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(given).not.toContain(pathname.slice('/open/'.length))
    expect(first.headers['referrer-policy']).toBe('no-referrer')
    const again = await ask('GET', pathname)
    expect([again.status, again.headers['set-cookie']]).toEqual([401, undefined])
    expect(again.text).toContain('Type page in the terminal of host')
  })

  test('is replaced by newer ones, and no other token opens anything', async () => {
    const old = new URL(staff.link()).pathname
    staff.link()
    staff.link()
    expect((await ask('GET', old)).status).toBe(401)
    expect((await ask('GET', `/open/${'0'.repeat(43)}`)).status).toBe(401)
    expect((await ask('GET', '/open/')).status).toBe(404)
  })

  test('leaves only hashes on the disk, for this user alone; a hub that was started again knows its browsers', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'staff-'))
    const file = join(folder, 'page')
    const first = await openStaffOf(room.hub, {file})
    const kept = await enter(first)
    await first[Symbol.asyncDispose]()
    const text = await readFile(file, 'utf8')
    expect(text).toMatch(/^[0-9a-f]{64}\n$/)
    expect(text).not.toContain(kept.split('=')[1])
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await using second = await openStaffOf(room.hub, {file, port: first.port})
    const {status} = await askAt(second.port, 'GET', '/', {headers: {cookie: kept}})
    expect(status).toBe(200)
    await rm(folder, {recursive: true})
  })
})

describe('Nobody else gets in:', () => {
  test.each(['GET /', 'GET /v1/course', 'GET /v1/changes', 'GET /v1/export.csv', 'POST /v1/orders'])(
    '%s without the cookie, or with a guess',
    async what => {
      const [method = '', path = ''] = what.split(' ')
      const guess = asThePage({cookie: `${cookie.split('=')[0]}=${'0'.repeat(43)}`})
      const answers = [
        await ask(method, path, {headers: without('cookie')}),
        await ask(method, path, {headers: guess}),
      ]
      expect(answers.map(({status}) => status)).toEqual([401, 401])
    },
  )

  test('a learner with a token, and through the hub itself', async () => {
    const {token} = await room.join()
    expect((await ask('GET', '/v1/export.csv', {token})).status).toBe(401)
    const paths = ['/v1/course', '/v1/changes', '/v1/export.csv', '/open/x']
    const answers = await Promise.all(paths.map(path => room.ask('GET', path, {headers: asThePage()})))
    expect(answers.map(({status}) => status)).toEqual([401, 401, 401, 404])
  })

  test('from another address of this computer', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap(some => some ?? [])
      .find(({internal, family}) => !internal && family === 'IPv4')
    if (!outside) return
    const request = fetch(`http://${outside.address}:${staff.port}/`)
    await expect(request).rejects.toMatchObject({cause: {code: 'ECONNREFUSED'}})
  })

  test.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1.evil.example:PORT',
    '127.0.0.1:1',
    '192.168.1.20:PORT',
  ])('under another name, as after DNS rebinding: %s', async name => {
    const host = name.replace('PORT', `${staff.port}`)
    const answers = [
      await ask('GET', '/', {headers: asThePage({host})}),
      await ask('GET', '/v1/export.csv', {headers: asThePage({host})}),
      await ask('GET', new URL(staff.link()).pathname, {headers: {host}}),
      await order(say('rebound'), asThePage({host})),
    ]
    expect(answers.map(({status}) => status)).toEqual([421, 421, 421, 421])
  })

  test('another site in the same browser: no request of it is done, none is readable', async () => {
    const before = room.hub.desk.orders().length
    const forged = [
      await order(say('cross'), asThePage({'sec-fetch-site': 'cross-site'})),
      await order(say('same'), asThePage({'sec-fetch-site': 'same-site'})),
      await order(say('none'), asThePage({'sec-fetch-site': 'none'})),
      await order(say('old'), without('sec-fetch-site') as ReturnType<typeof asThePage>),
      await order(say('form'), without('x-redis-cluster-lab') as ReturnType<typeof asThePage>),
      await ask('GET', '/v1/export.csv', {headers: asThePage({'sec-fetch-site': 'cross-site'})}),
    ]
    expect(forged.map(({status}) => status)).toEqual(Array(6).fill(421))
    const simple = {text: JSON.stringify(say('plain')), headers: asThePage({'content-type': 'text/plain'})}
    expect((await ask('POST', '/v1/orders', simple)).status).toBe(400)
    const preflight = await ask('OPTIONS', '/v1/orders', {
      headers: asThePage({origin: 'https://evil.example', 'access-control-request-method': 'POST'}),
    })
    const allowed = [...forged, preflight].flatMap(({headers}) =>
      Object.keys(headers).filter(name => name.startsWith('access-control')),
    )
    expect(allowed).toEqual([])
    expect(room.hub.desk.orders().length).toBe(before)
  })

  test('a GET that would change something', async () => {
    const answers = await Promise.all(
      ['/v1/orders', '/v1/orders?is=end', '/v1/lock'].map(path => ask('GET', path, {headers: asThePage()})),
    )
    expect(answers.map(({status}) => status)).toEqual([404, 404, 404])
  })
})

test('Every answer forbids frames, sniffing, other origins, and scripts that are not the page', async () => {
  const paths = ['/', '/open/x', '/v1/course', '/v1/export.csv', '/nothing']
  for (const path of paths) {
    const {headers} = await ask('GET', path, {headers: asThePage()})
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/default-src 'none';.*frame-ancestors 'none'/)
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
  }
})

describe('Orders', () => {
  test('are those of the terminal, each done once', async () => {
    const ada = await room.join({name: 'Ada'})
    const done = [
      await order(say('hello', 'first')),
      await order(say('hello', 'first')),
      await order({is: 'lock', locked: true}),
      await order({is: 'lock', locked: false}),
      await order({is: 'rename', learner: ada.learner, name: 'Ada L.'}),
      await order({is: 'code', of: 'learner'}),
      await order({is: 'code', of: 'helper'}),
    ]
    expect(done.map(({status, body}) => [status, body['done']])).toEqual(Array(7).fill([200, true]))
    const last = await waitUntil(
      async () => room.hub.desk.room().people[ada.learner]?.name === 'Ada L.' || 'old',
      {
        within: 20_000,
        every: 20,
      },
    )
    expect(last).toBeUndefined()
    expect(room.hub.desk.orders().filter(({id}) => id === 'first').length).toBe(1)
    expect(await room.hub.desk.settings()).not.toMatchObject({code})
    expect(await room.hub.desk.settings()).not.toMatchObject({helperCode})
  })

  test('that cannot be done say so, and what is none is refused', async () => {
    const refused = [
      {is: 'kick', learner: 'nobody'},
      {is: 'help', n: 99, what: 'claim'},
      {is: 'give', order: {id: 'a', target: {}, command: {kind: 'snapshot'}}},
      {is: 'give', order: {id: 'b', target: {}, command: {kind: 'end'}}},
      {is: 'give', order: {id: 'c', target: {}, command: {kind: 'help', state: 'closed'}}},
    ]
    for (const one of refused) expect((await order(one)).body).toEqual({done: false})
    const malformed = [
      {is: 'eval', text: '1'},
      {is: 'lock', locked: 'yes'},
      {is: 'give', order: {id: 'd', target: {}, command: {kind: 'say', text: 'x'.repeat(501)}}},
      {is: 'give', order: {id: 'e', target: {}, command: {kind: 'say', text: 'a\u001b[2J'}}},
      {is: 'lock', locked: true, more: 1},
      [],
    ]
    for (const one of malformed) expect((await order(one)).status).toBe(400)
    const large = await order({...say('x'), more: 'x'.repeat(70_000)})
    expect(large.status).toBe(413)
  })

  test('claim, give back and answer a question; the learner hears of the instructor', async () => {
    const {learner, token} = await room.join({device: 'c'.repeat(32)}).catch(() => joinAgain())
    await room.ask('POST', '/v1/events', {token, body: batchOf('00000001', 0, {kind: 'flag', flag: 'help'})})
    const flagOf = () => room.hub.desk.room().people[learner]
    const until = async (isSo: () => boolean) =>
      expect(await waitUntil(async () => isSo() || 'not yet', {within: 20_000, every: 20})).toBeUndefined()
    await until(() => flagOf()?.flag === 'help')
    for (const what of ['claim', 'release', 'claim', 'answer'])
      expect([what, (await order({is: 'help', n: flagOf()?.question, what})).body]).toEqual([
        what,
        {done: true},
      ])
    await until(() => flagOf()?.flag === 'none')
    const heard = () => room.hub.desk.orders().filter(({target}) => target.learner === learner)
    await until(() => heard().length === 4)
    expect(heard().map(({command}) => command)).toEqual([
      {kind: 'help', state: 'claimed'},
      {kind: 'help', state: 'waiting'},
      {kind: 'help', state: 'claimed'},
      {kind: 'help', state: 'closed'},
    ])
  })
})

/** The code was changed above. */
async function joinAgain() {
  const {code} = await room.hub.desk.settings()
  const body = {protocol: 1, code, device: 'c'.repeat(32), role: 'learner'}
  const {body: joined} = await room.ask('POST', '/v1/join', {body})
  return joined as Readonly<{learner: string; token: string}>
}

describe('An export', () => {
  test('runs nothing in a spreadsheet, whatever learners call themselves, and is not shown in the browser', async () => {
    const {code} = await room.hub.desk.settings()
    const names = ['=HYPERLINK("http://x")', '+1+cmd|calc', '-2+3', '@SUM(A1)']
    for (const [i, name] of names.entries()) {
      const body = {protocol: 1, code, device: `${i}`.repeat(32), role: 'learner', name}
      expect((await room.ask('POST', '/v1/join', {body})).status).toBe(200)
    }
    const csv = await ask('GET', '/v1/export.csv', {headers: asThePage()})
    expect(csv.headers['content-disposition']).toBe('attachment; filename="workshop.csv"')
    expect(csv.headers['content-type']).toMatch(/^text\/csv/)
    const cells = csv.text.split(/\r\n|,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map(cell => cell.replace(/^"/, ''))
    expect(cells.filter(cell => /^[=+\-@\t]/.test(cell))).toEqual([])
    for (const name of names) expect(csv.text).toContain(`'${name.replaceAll('"', '""')}`)
    const lines = await ask('GET', '/v1/export.jsonl', {headers: asThePage()})
    expect(lines.headers['content-type']).toBe('application/jsonl')
    const records = lines.text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(records.length).toBe(csv.text.trim().split('\r\n').length - 1)
  })
})

/** The commands that Redis gets. */
async function monitored(): Promise<AsyncDisposable & Readonly<{commands: () => string}>> {
  const client = new Redis({path: redis.socket})
  const monitor = await client.monitor()
  const commands: string[] = []
  monitor.on('monitor', (_, words: readonly string[]) => commands.push(words.join(' ')))
  return {
    commands: () => commands.join('\n'),
    async [Symbol.asyncDispose]() {
      monitor.disconnect()
      client.disconnect()
    },
  }
}

describe('A demonstration', () => {
  const screen = (...spans: readonly unknown[]) => ({columns: 100, lines: [spans, []]})
  const good = screen({text: 'SET demo 1', tone: 'bright'})
  const asTheLab = (more: Readonly<Record<string, string>> = {}) => ({
    authorization: `Bearer ${staff.stageDoor.key}`,
    ...more,
  })
  const put = (asking: Asking) => ask('PUT', '/v1/demo', asking)

  test('is shown to open pages and to those that open later, until it ends; Redis hears nothing of it', async () => {
    await using heard = await monitored()
    const first = await listenTo(staff.port, '/v1/changes', asThePage())
    await first.has('event: demo\ndata: {"is":"none"}')
    expect((await put({body: good, headers: asTheLab()})).status).toBe(200)
    const live = `event: demo\ndata: ${JSON.stringify({is: 'live', screen: good})}\n`
    await first.has(live)
    const second = await listenTo(staff.port, '/v1/changes', asThePage())
    await second.has(live)
    expect((await ask('DELETE', '/v1/demo', {headers: asTheLab()})).status).toBe(200)
    for (const page of [first, second]) await page.has('event: demo\ndata: {"is":"ended"}')
    // Something that it does hear.
    await room.hub.desk.settings()
    await expect.poll(() => heard.commands()).toMatch(/hgetall/i)
    expect(heard.commands()).not.toContain('SET demo 1')
    first.close()
    second.close()
  })

  test('comes from nobody but the lab with the key, on this computer', async () => {
    const page = await listenTo(staff.port, '/v1/changes', asThePage())
    const {code, helperCode} = await room.hub.desk.settings()
    const body = (role: string, with_: string) => ({
      protocol: 1,
      code: with_,
      device: `${role.length}`.repeat(32),
      role,
    })
    const join = async (role: string, with_: string) =>
      (await room.ask('POST', '/v1/join', {body: body(role, with_)})).body['token'] as string
    const [learner, helper] = [await join('learner', code), await join('helper', helperCode)]
    const refused = [
      await put({body: good, token: learner}),
      await put({body: good, token: helper}),
      await put({body: good, headers: asThePage()}),
      await put({body: good, headers: {authorization: `Bearer ${'0'.repeat(43)}`}}),
      await put({body: good}),
      await ask('DELETE', '/v1/demo', {token: helper}),
    ]
    expect(refused.map(({status}) => status)).toEqual(Array(6).fill(401))
    const elsewhere = [
      await put({body: good, headers: asTheLab({host: `evil.example:${staff.port}`})}),
      await room.ask('PUT', '/v1/demo', {body: good, headers: asTheLab()}),
      await room.ask('PUT', '/v1/demo', {body: good, token: helper}),
    ]
    expect(elsewhere.map(({status}) => status)).toEqual([421, 401, 404])
    expect(page.came()).not.toContain('SET demo 1')
    page.close()
  })

  test('has only lines of known tones, without control characters, of a limited size', async () => {
    const page = await listenTo(staff.port, '/v1/changes', asThePage())
    const malformed = [
      screen({text: 'SET demo 2\x1b[2J', tone: 'plain'}),
      screen({text: 'SET demo 2\n', tone: 'plain'}),
      screen({text: 'SET demo 2', tone: '" onclick="x()'}),
      screen('SET demo 2'),
      {...good, columns: -1},
      {...good, html: '<b>'},
    ]
    for (const body of malformed) expect((await put({body, headers: asTheLab()})).status).toBe(400)
    const text = JSON.stringify(good)
    const asForm = {text, headers: asTheLab({'content-type': 'text/plain'})}
    expect((await put(asForm)).status).toBe(400)
    const large = {columns: 100, lines: Array(60).fill([{text: 'x'.repeat(900), tone: 'plain'}])}
    expect((await put({body: large, headers: asTheLab()})).status).toBe(413)
    expect(page.came()).not.toMatch(/SET demo 2|xxx/)
    page.close()
  })

  test('lets its lab do nothing else', async () => {
    const answers = [
      await ask('GET', '/v1/course', {headers: asTheLab()}),
      await ask('GET', '/v1/changes', {headers: asTheLab({'sec-fetch-site': 'same-origin'})}),
      await ask('GET', '/v1/demo', {headers: asTheLab()}),
      await ask('POST', '/v1/orders', {body: say('demo'), headers: asTheLab({'x-redis-cluster-lab': '1'})}),
      await ask('GET', `/open/${staff.stageDoor.key}`),
    ]
    expect(answers.map(({status}) => status)).toEqual(Array(5).fill(401))
  })
})
