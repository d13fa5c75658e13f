// A lab's connection with a hub that fails in every way: a real client and outbox, and a server that follows a script.

import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import type {Delivery} from '../../../src/model/workshop/command.ts'
import {type QueueEntry, type Role, refusals} from '../../../src/model/workshop/join.ts'
import {HubClient} from '../../../src/workshop/hub-client.ts'
import {Outbox} from '../../../src/workshop/outbox.ts'
import {type Connection, Session} from '../../../src/workshop/session.ts'
import {
  answer,
  frame,
  joined,
  order,
  type Script,
  type ScriptedHub,
  startScriptedHub,
  stream,
} from '../../../tools/hub/scripted-hub.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'session-'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, {recursive: true})
})

const request = {protocol: 1, code: 'ABCDEF', device: '1'.repeat(32), role: 'learner'} as const
const quick = {firstWait: 20, longestWait: 80}

type Opened = AsyncDisposable &
  Readonly<{
    hub: ScriptedHub
    outbox: Outbox
    heard: string[]
    connections: Connection[]
    queues: (readonly QueueEntry[])[]
    kept: {cursor: string | undefined; token: string}[]
    /** The bodies of all requests with this path. */
    sent: (path: string) => readonly Readonly<Record<string, unknown>>[]
    close: () => Promise<void>
  }>

async function open(
  script: Script,
  {
    cursor,
    mute = 10_000,
    role = 'learner',
    times = quick,
  }: {cursor?: string; mute?: number; role?: Role; times?: typeof quick} = {},
): Promise<Opened> {
  const hub = await startScriptedHub(script)
  const outbox = await Outbox.open(join(folder, 'outbox.jsonl'))
  const heard: string[] = []
  const connections: Connection[] = []
  const queues: (readonly QueueEntry[])[] = []
  const kept: {cursor: string | undefined; token: string}[] = []
  const session = new Session({
    client: new HubClient(hub.address),
    outbox,
    joined: {...joined, role},
    request,
    cursor,
    times: {...times, mute},
    onOrder: ({command}: Delivery) => heard.push(command.kind === 'say' ? command.text : command.kind),
    onQueue: queue => queues.push(queue),
    onConnection: connection => connections.push(connection),
    onKept: one => kept.push({cursor: one.cursor, token: one.joined.token}),
  })
  return {
    hub,
    outbox,
    heard,
    connections,
    queues,
    kept,
    sent: path => hub.asked.filter(one => one.path.startsWith(path)).map(({body}) => body),
    close: () => session.close(),
    async [Symbol.asyncDispose]() {
      await session.close()
      await hub[Symbol.asyncDispose]()
    },
  }
}

/** A hub that takes everything. */
const good: Script = ({path, body}, response) => {
  if (path.startsWith('/v1/stream')) return stream(response)
  // Nothing new.
  if (path.startsWith('/v1/orders')) return undefined
  const events = body['events'] as readonly {seq: number}[]
  return answer(response, 200, {ack: events.at(-1)?.seq, beat: 3600})
}

const otherwise =
  (path: string, script: Script): Script =>
  (asked, response) =>
    (asked.path.startsWith(path) ? script : good)(asked, response)

function addHints(outbox: Outbox, n: number): void {
  for (let i = 0; i < n; i++) outbox.add({kind: 'hint', lesson: 'tour', step: 'look', n: 1})
}

/** The highest acknowledged number, and the numbers, of each batch. */
function batches({sent}: Opened): readonly string[] {
  return sent('/v1/events').map(({after, events}) => {
    const numbers = (events as readonly {seq: number}[]).map(({seq}) => seq)
    return `${after}: ${numbers[0]}-${numbers.at(-1)}`
  })
}

describe('Sending', () => {
  test('takes a hundred at a time, from what was acknowledged', async () => {
    await using session = await open(good)
    addHints(session.outbox, 250)
    await expect.poll(() => session.outbox.unsent).toBe(0)
    expect(batches(session)).toEqual(['0: 1-100', '100: 101-200', '200: 201-250'])
  })

  test('goes back to what the hub has, when that is less than it had', async () => {
    let lost = false
    await using session = await open(
      otherwise('/v1/events', ({body}, response) => {
        const events = body['events'] as readonly {seq: number}[]
        const last = events.at(-1)?.seq ?? 0
        if (last > 100 && !lost) {
          lost = true
          return answer(response, 200, {ack: 40, beat: 3600})
        }
        return answer(response, 200, {ack: last, beat: 3600})
      }),
    )
    addHints(session.outbox, 150)
    await expect.poll(() => session.outbox.unsent).toBe(0)
    expect(batches(session).slice(-2)).toEqual(['40: 41-140', '140: 141-150'])
  })

  test('waits longer after each failure, up to a bound, and tells that it tries; then it is on again', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1)
    let failures = 0
    await using session = await open(
      otherwise('/v1/events', (asked, response) => {
        if (failures++ < 5) return response.destroy()
        return good(asked, response)
      }),
      // A request that takes longer than the longest wait is no failure of the hub's: a busy computer takes 80 ms now and then.
      {times: {firstWait: 100, longestWait: 400}},
    )
    addHints(session.outbox, 1)
    await expect.poll(() => session.outbox.unsent).toBe(0)
    const at = session.hub.asked.filter(({path}) => path === '/v1/events').map(one => one.at)
    const waits = at.slice(1).map((one, i) => one - (at[i] ?? 0))
    // A timer may fire up to a millisecond early.
    expect(waits.map((wait, i) => wait >= ([100, 200, 400, 400, 400][i] ?? 0) - 2)).toEqual(
      Array(5).fill(true),
    )
    expect(session.connections.at(0)?.is).toBe('trying')
    expect(session.connections.at(-1)?.is).toBe('on')
  })

  test('waits as long as a busy hub says', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
    let busy = true
    await using session = await open(
      otherwise('/v1/events', (asked, response) => {
        if (!busy) return good(asked, response)
        busy = false
        return answer(response, 503, {refused: 'busy', wait: 1})
      }),
    )
    addHints(session.outbox, 1)
    await expect.poll(() => session.outbox.unsent, {timeout: 5000}).toBe(0)
    const [first, second] = session.hub.asked.filter(({path}) => path === '/v1/events').map(({at}) => at)
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(998)
  })

  test('ends at once when the lab ends, though the hub never answers', async () => {
    await using session = await open(() => undefined)
    addHints(session.outbox, 1)
    await expect.poll(() => session.sent('/v1/events').length).toBe(1)
    const began = performance.now()
    await session.close()
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

describe('Listening', () => {
  test('gives each order once, and goes on after the last one when the stream breaks', async () => {
    let streams = 0
    await using session = await open(
      otherwise('/v1/stream', (_, response) => {
        const first = streams++ === 0
        const frames = (first ? [1, 2, 2, 1] : [2, 3]).map(n => frame('order', order(n)))
        stream(response, ...frames)
        if (first) setTimeout(() => response.destroy(), 20)
      }),
    )
    await expect.poll(() => session.heard).toEqual(['number 1', 'number 2', 'number 3'])
    const paths = session.hub.asked.map(({path}) => path).filter(path => path.startsWith('/v1/stream'))
    expect(paths).toEqual(['/v1/stream', '/v1/stream?after=2-0'])
    expect(session.kept.at(-1)?.cursor).toBe('3-0')
  })

  test('asks for orders after three streams that went mute', async () => {
    await using session = await open(
      (asked, response) => {
        if (!asked.path.startsWith('/v1/orders')) return good(asked, response)
        if (asked.path.includes('after=8-0')) return undefined
        return answer(response, 200, {orders: [order(7), {...order(8), kind: 'unknown'}, order(8)]})
      },
      {cursor: '6-0', mute: 40},
    )
    await expect.poll(() => session.heard, {timeout: 5000}).toEqual(['number 7', 'number 8'])
    const paths = (start: string) =>
      session.hub.asked.map(({path}) => path).filter(path => path.startsWith(start))
    await expect
      .poll(() => paths('/v1/orders'))
      .toEqual(['/v1/orders?wait=25&after=6-0', '/v1/orders?wait=25&after=8-0'])
    expect(paths('/v1/stream')).toEqual(Array(3).fill('/v1/stream?after=6-0'))
  })

  test('keeps to streams that fall silent after they have lived, as in a Wi-Fi that breaks now and then', async () => {
    const mute = 80
    await using session = await open(
      otherwise('/v1/stream', (_, response) => {
        stream(response)
        const pings = setInterval(() => response.write(': ping\n\n'), mute / 8)
        const timer = setTimeout(() => clearInterval(pings), 2 * mute)
        response.on('close', () => [clearInterval(pings), clearTimeout(timer)])
      }),
      {mute},
    )
    const paths = () => session.hub.asked.map(({path}) => path)
    await expect.poll(() => paths().length, {timeout: 10_000}).toBeGreaterThan(5)
    expect(new Set(paths())).toEqual(new Set(['/v1/stream']))
  })

  test('tries a stream again after it has asked for a while', async () => {
    let streams = 0
    await using session = await open(
      (asked, response) => {
        if (asked.path.startsWith('/v1/orders')) return answer(response, 200, {orders: []})
        if (++streams < 5) return undefined
        return stream(response, frame('order', order(1)))
      },
      {mute: 20},
    )
    await expect.poll(() => session.heard, {timeout: 10_000}).toEqual(['number 1'])
    const paths = session.hub.asked.map(({path}) => path.replace(/\?.*/, ''))
    // Of the first five: on a busy computer there are more by now.
    const [first, second, third, fourth = 0, fifth = 0] = paths.flatMap((path, i) =>
      path === '/v1/stream' ? [i] : [],
    )
    // Three in a row, one after a while, and the fifth after another one.
    expect([first, second, third]).toEqual([0, 1, 2])
    expect(fourth).toBeGreaterThan(3)
    expect(fifth).toBeGreaterThan(fourth + 1)
  })

  test('brings a helper the queue also where streams are mute, with each answer', async () => {
    const queue = [{n: 1, since: 1, name: 'calm otter'}]
    await using session = await open(
      (asked, response) => {
        if (!asked.path.startsWith('/v1/orders')) return good(asked, response)
        return answer(response, 200, {orders: [], queue})
      },
      {mute: 20, role: 'helper'},
    )
    await expect.poll(() => session.queues, {timeout: 5000}).toContainEqual(queue)
    expect(session.hub.asked.map(({path}) => path)).toContain('/v1/orders?wait=5')
  })

  test.each([
    ['kicked', 'kicked'],
    ['left', 'left'],
    ['erased', 'left'],
    ['nonsense', 'kicked'],
  ])('ends when the hub dismisses the learner: %s', async (why, shown) => {
    await using session = await open(
      otherwise('/v1/stream', (_, response) => stream(response, frame('dismissed', {why}))),
    )
    await expect.poll(() => session.connections.at(-1)).toEqual({is: 'over', why: shown})
    await session.close()
    expect(session.hub.asked.filter(({path}) => path.startsWith('/v1/stream'))).toHaveLength(1)
  })
})

describe('A membership', () => {
  test('that the hub does not know any more is made again, once for both directions, and everything is sent again', async () => {
    const token = '2'.repeat(32)
    let last = 0
    await using session = await open((asked, response) => {
      if (asked.path === '/v1/join') return answer(response, 200, {...joined, token})
      if (asked.token !== token) return answer(response, 401, {refused: 'token'})
      // It has lost its store.
      const {after} = asked.body
      if (typeof after === 'number' && after > last) return answer(response, 200, {ack: last, beat: 3600})
      if (asked.path === '/v1/events') last = 3
      return good(asked, response)
    })
    addHints(session.outbox, 3)
    session.outbox.acknowledged = 2
    await expect.poll(() => session.outbox.unsent).toBe(0)
    await expect
      .poll(() => session.hub.asked.filter(one => one.token === token && one.path === '/v1/stream'))
      .toHaveLength(1)
    expect(session.sent('/v1/join')).toEqual([request])
    expect(batches(session).at(-1)).toBe('0: 1-3')
    expect(session.kept.at(-1)?.token).toBe(token)
  })

  test('ends with the order that ends the workshop: nothing is asked or sent after it', async () => {
    await using session = await open(
      otherwise('/v1/stream', (_, response) => stream(response, frame('order', order(1, {kind: 'end'})))),
    )
    await expect.poll(() => session.connections.at(-1)).toEqual({is: 'over', why: 'ended'})
    const asked = session.hub.asked.length
    addHints(session.outbox, 1)
    // Waits for what is still at work.
    await session.close()
    expect([session.heard, session.hub.asked.length]).toEqual([['end'], asked])
  })

  test('that a failover has lost while the room is locked is asked for until the hub gives it again', async () => {
    const token = '2'.repeat(32)
    let refused = 0
    await using session = await open((asked, response) => {
      if (asked.path === '/v1/join')
        return refused++ < 2
          ? answer(response, 403, {refused: 'locked'})
          : answer(response, 200, {...joined, token})
      if (asked.token !== token) return answer(response, 401, {refused: 'token'})
      return good(asked, response)
    })
    addHints(session.outbox, 1)
    await expect.poll(() => session.outbox.unsent).toBe(0)
    expect(session.kept.at(-1)?.token).toBe(token)
  })

  const final = ['kicked', 'ended', 'code', 'learnersCode', 'helpersCode', 'protocol', 'name'] as const
  test.each(final)('that is refused for good ends: %s', async refused => {
    await using session = await open((asked, response) => {
      if (asked.path === '/v1/join') return answer(response, 403, {refused})
      return answer(response, 401, {refused: 'token'})
    })
    await expect.poll(() => session.connections.at(-1)).toEqual({is: 'over', why: refused})
    const n = session.hub.asked.length
    await session.close()
    expect(session.hub.asked.length).toBe(n)
    expect(session.sent('/v1/join')).toHaveLength(1)
  })

  test('is tried again after every other refusal', async () => {
    const others = refusals.filter(one => !['token', ...final].includes(one as 'token'))
    expect(others).toEqual(['locked', 'busy', 'malformed', 'host', 'closed'])
    for (const refused of others) {
      let n = 0
      await using session = await open(
        otherwise('/v1/events', (asked, response) =>
          n++ === 0 ? answer(response, 400, {refused}) : good(asked, response),
        ),
      )
      addHints(session.outbox, 1)
      await expect.poll(() => session.outbox.unsent).toBe(0)
    }
  })
})
