// A hub that attacks the lab which has joined it. Row 17 of the figures: it runs no command, writes no file, gets no token that is another's,
// and no byte of it controls the terminal.

import {mkdtemp, readdir, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import {type Certificate, certificateIn} from '../../../src/hub/certificate.ts'
import {RoomCommands} from '../../../src/lab/run/room-commands.ts'
import {Transcript} from '../../../src/lab/run/transcript.ts'
import {initialState} from '../../../src/model/state/initial-state.ts'
import type {LabEvent, LabState} from '../../../src/model/state/lab-state.ts'
import {languages} from '../../../src/model/text/messages.ts'
import {createUpdate} from '../../../src/model/update/update.ts'
import type {Delivery} from '../../../src/model/workshop/command.ts'
import {narrate} from '../../../src/plain/narrate.ts'
import {Style} from '../../../src/views/draw/style.ts'
import {createTranscriptView} from '../../../src/views/transcript.ts'
import {HubClient, NotTheHub} from '../../../src/workshop/hub-client.ts'
import {JoinedRoom} from '../../../src/workshop/join-room.ts'
import {readMembership, writeMembership} from '../../../src/workshop/membership.ts'
import {Outbox} from '../../../src/workshop/outbox.ts'
import {Session} from '../../../src/workshop/session.ts'
import {
  type Asked,
  answer,
  frame,
  joined,
  order,
  type Script,
  startScriptedHub,
  stream,
} from '../../../tools/hub/scripted-hub.ts'

let folder = ''
let [certificate, other]: Certificate[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-hub-'))
  ;[certificate, other] = await Promise.all(['a', 'b'].map(name => certificateIn(join(folder, name))))
})
afterAll(() => rm(folder, {recursive: true}))

const request = {protocol: 1, code: 'ABCDEF', device: '1'.repeat(32), role: 'learner'} as const

/** What must never reach a terminal. */
const unsafe = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u
const attacks = [
  '\x1b[2J\x1b[31mowned',
  '\x1b]0;title\x07',
  '\x1b]52;c;cm0gLXJm\x07',
  '\x9b31m',
  '\x90q\x9c',
  'line\r\nFLUSHALL',
  'tab\there',
  '\x07\x00\x7f',
  'abc\u202edcba',
  'zero\u200bwidth\u2066',
  'para\u2029graph',
]

describe('The client', () => {
  test('follows no redirect, so that its token goes nowhere else', async () => {
    await using elsewhere = await startScriptedHub((_, response) => answer(response, 200, {ack: 1, beat: 1}))
    const {host, port} = elsewhere.address
    for (const status of [301, 302, 303, 307, 308]) {
      await using hub = await startScriptedHub((_, response) =>
        response.writeHead(status, {location: `http://${host}:${port}/v1/events`}).end(),
      )
      const client = new HubClient(hub.address)
      client.token = joined.token
      await expect(client.send('00000001', 0, [])).rejects.toThrow(NotTheHub)
      await expect(client.greet()).rejects.toThrow(NotTheHub)
      await expect(client.stream(undefined, noHandlers, AbortSignal.timeout(5000))).rejects.toThrow(NotTheHub)
    }
    expect(elsewhere.connections()).toBe(0)
  })

  test('sends nothing to a hub with another certificate, at the first request and later', async () => {
    await using hub = await startScriptedHub(
      (_, response) => answer(response, 200, {protocol: 1}),
      certificate,
    )
    await using false_ = await startScriptedHub((_, response) => answer(response, 200, {protocol: 1}), other)
    const first = new HubClient(hub.address)
    await first.greet()
    expect(first.fingerprint).toBe(certificate?.fingerprint)
    first.close()
    const client = new HubClient(false_.address, first.fingerprint)
    client.token = joined.token
    for (const ask of [() => client.greet(), () => client.join(request), () => client.leave()])
      await expect(ask()).rejects.toMatchObject({why: 'certificate'})
    await expect(client.stream(undefined, noHandlers, AbortSignal.timeout(5000))).rejects.toMatchObject({
      why: 'certificate',
    })
    expect(false_.connections()).toBeGreaterThan(0)
    expect(false_.asked).toEqual([])
    client.close()
  })

  test('reads no answer without end, however fast or slowly it comes', async () => {
    let written = 0
    await using fast = await startScriptedHub((_, response) => {
      response.writeHead(200)
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) written += 65_536
      }
      response.on('drain', more)
      more()
    })
    await expect(new HubClient(fast.address).greet()).rejects.toThrow(NotTheHub)
    expect(written).toBeLessThan(64 * 1024 * 1024)
    await using slow = await startScriptedHub((_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(timer))
    })
    const patient = new HubClient(slow.address, undefined, 200)
    await expect(patient.greet()).rejects.toMatchObject({code: 'ETIMEDOUT'})
    await expect(patient.join(request)).rejects.toMatchObject({code: 'ETIMEDOUT'})
  })

  test('keeps no event of a stream that never ends', async () => {
    let written = 0
    await using hub = await startScriptedHub((_, response) => {
      stream(response, 'event: order\ndata: ')
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) written += 65_536
      }
      response.on('drain', more)
      more()
    })
    const client = new HubClient(hub.address)
    await expect(client.stream(undefined, noHandlers, AbortSignal.timeout(20_000))).rejects.toThrow()
    expect(written).toBeLessThan(64 * 1024 * 1024)
  })

  test('takes no membership that is none: rooms that are paths, other types, texts that are too long', async () => {
    const bad = [
      {room: '../../.bashrc'},
      {room: 'a/b'},
      {room: '..'},
      {room: ''},
      {learner: '../x'},
      {token: 'x'},
      {token: '0'.repeat(31)},
      {name: 'x'.repeat(25)},
      {name: '\x1b[31m'},
      {name: 7},
      {beat: -1},
      {beat: 1e9},
      {role: 'instructor'},
      {extra: true},
    ]
    for (const wrong of bad) {
      await using hub = await startScriptedHub((_, response) => answer(response, 200, {...joined, ...wrong}))
      await expect(new HubClient(hub.address).join(request), JSON.stringify(wrong)).rejects.toThrow(NotTheHub)
    }
    await using hub = await startScriptedHub((_, response) => answer(response, 200, joined))
    expect(await new HubClient(hub.address).join(request)).toEqual(joined)
  })

  test('drops what is no order, and takes the next one', async () => {
    const none = [
      'no JSON',
      'null',
      '[]',
      {...order(1), cursor: 'x'},
      {...order(1), cursor: `${'9'.repeat(17)}-0`},
      {...order(1), at: 1e300},
      {...order(1), at: -1},
      {...order(1), id: '__proto__'},
      {...order(1), extra: 1},
      order(1, {kind: 'run', line: 'FLUSHALL'}),
      order(1, {kind: 'say', text: ['x']}),
      order(1, {kind: 'say', text: 'x'.repeat(501)}),
      order(1, {kind: 'say', text: ''}),
      order(1, {kind: 'say', text: '\u202e\u200b'}),
      order(1, {kind: 'timer', seconds: 1e12}),
      order(1, {kind: 'timer', seconds: 0.5}),
      order(1, {kind: 'goto', lesson: '../../x', step: 'y'}),
      order(1, {kind: 'poll', question: 'q', options: []}),
      order(1, {kind: 'poll', question: 'q', options: Array(1000).fill('x')}),
      order(1, {kind: 'constructor'}),
      ...attacks.slice(0, 8).map(text => order(1, {kind: 'say', text})),
    ]
    const frames = none.map(one => frame('order', one))
    const taken: Delivery[] = []
    await using hub = await startScriptedHub((_, response) => {
      stream(
        response,
        ...frames,
        frame('queue', [{learner: 7}]),
        frame('other', '{}'),
        frame('order', order(2)),
      )
      response.end()
    })
    const onOrder = (delivery: Delivery) => taken.push(delivery)
    await new HubClient(hub.address).stream(undefined, {...noHandlers, onOrder}, AbortSignal.timeout(5000))
    expect(taken).toEqual([order(2)])
  })
})

describe('A lab', () => {
  test('shows no byte of a hub that controls the terminal, on the screen and in lines, in both languages', async () => {
    const texts = attacks.flatMap((text, i) => [
      order(10 * i + 1, {kind: 'say', text}),
      order(10 * i + 2, {kind: 'offer', line: `GET ${text}`}),
      order(10 * i + 3, {kind: 'timer', seconds: 60, text}),
      order(10 * i + 4, {kind: 'poll', question: text, options: [text, 'no']}),
      order(10 * i + 5, {kind: 'help', state: 'claimed', by: text.slice(0, 24)}),
      order(10 * i + 6, {kind: 'goto', lesson: text, step: text}),
    ])
    const last = order(1000, {kind: 'say', text: 'the last'})
    await using lab = await joinedLab([...texts, last])
    await expect.poll(() => lab.state().workshop?.heard.at(-1)?.id).toBe(last.id)
    const {workshop} = lab.state()
    // Those with invisible characters only are cleaned: of three attacks, five orders each.
    expect(workshop?.heard).toHaveLength(16)
    expect(workshop?.heard.map(({command}) => command).filter(({kind}) => kind === 'offer')).toEqual([
      {kind: 'offer', line: 'GET abcdcba'},
      {kind: 'offer', line: 'GET zerowidth'},
      {kind: 'offer', line: 'GET paragraph'},
    ])
    expect(unsafe.test(JSON.stringify(lab.state()))).toBe(false)
    for (const language of languages) {
      const style = new Style({language, theme: {color: false, unicode: true}})
      const input = {state: lab.state(), lessons, style}
      const view = createTranscriptView()(input, {columns: 80, rows: 400}, {scrolled: 0, now: 0})
      const shown = [
        ...view.lines.flatMap(spans => spans.map(({text}) => text)),
        ...narrate(initialState(), lab.state(), lessons, language),
      ]
      expect(shown.join('\n')).toContain('the last')
      expect(shown.filter(text => unsafe.test(text.replaceAll('\n', '')))).toEqual([])
    }
  })

  test('runs no line that a hub offers; the learner takes it, and never one that speaks for the learner', async () => {
    const offers = ['FLUSHALL', '/share yes', '/LEAVE erase', ' /quit', '/export /etc/passwd', 'GET k']
    await using lab = await joinedLab([])
    const tried: string[] = []
    for (const [i, line] of offers.entries()) {
      lab.send(order(i + 1, {kind: 'offer', line}))
      await expect.poll(() => lab.state().workshop?.heard.length).toBe(i + 1)
      expect(lab.ran).toEqual(tried)
      const taking = lab.commands.handle({do: 'take'}, 1)
      if (/^ ?\//.test(line)) await expect(taking).rejects.toThrow()
      else tried.push(line)
      await taking.catch(() => undefined)
      expect(lab.ran).toEqual(tried)
    }
    expect(lab.ran).toEqual(['FLUSHALL', 'GET k'])
  })

  test('sends no picture that the learner has not agreed to, and one for each agreement', async () => {
    await using lab = await joinedLab([order(1, {kind: 'snapshot'})])
    await expect.poll(() => lab.state().workshop?.heard.length).toBe(1)
    await lab.commands.handle({do: 'share', yes: false}, 1)
    await expect(lab.commands.handle({do: 'share', yes: true}, 1)).rejects.toThrow()
    lab.send(order(2, {kind: 'snapshot'}))
    await expect.poll(() => lab.state().workshop?.heard.length).toBe(2)
    await lab.commands.handle({do: 'share', yes: true}, 1)
    await expect(lab.commands.handle({do: 'share', yes: true}, 1)).rejects.toThrow()
    await expect.poll(() => lab.pictures()).toEqual(['/v1/snapshot/order-2'])
  })

  test('writes nothing outside its folder, what it writes is for this user alone, and complete when it ends', async () => {
    const orders = Array.from({length: 500}, (_, n) => order(n + 1))
    const lab = await joinedLab(orders)
    await expect.poll(() => lab.state().workshop?.heard.at(-1)?.id).toBe('order-500')
    // A lab that ends has written what it heard last.
    await lab[Symbol.asyncDispose]()
    expect((await readMembership(lab.folder)).cursor).toBe('500-0')
    const files = await readdir(lab.folder, {recursive: true})
    expect(files.toSorted()).toEqual(['membership.json', 'outbox-room1.jsonl'])
    const modes = await Promise.all(
      files.map(async file => (await stat(join(lab.folder, file))).mode & 0o777),
    )
    expect(modes).toEqual([0o600, 0o600])
    expect((await stat(lab.folder)).mode & 0o777).toBe(0o700)
  })

  test('forgets what was said in a room that its learner leaves, but not the device that the hub knows', async () => {
    await using lab = await joinedLab([order(1)])
    await expect.poll(() => lab.state().workshop?.heard.length).toBe(1)
    await lab.commands.handle({do: 'leave', erase: false}, 1)
    await expect.poll(() => readMembership(lab.folder)).toEqual({device: '1'.repeat(32), joined, left: true})
  })

  test('takes no more than some orders a minute', async () => {
    const many = Array.from({length: 5000}, (_, n) => frame('order', order(n + 1)))
    await using hub = await startScriptedHub((asked, response) => {
      if (asked.path.startsWith('/v1/stream')) stream(response, ...many)
    })
    let n = 0
    const session = new Session({
      client: new HubClient(hub.address),
      outbox: await Outbox.open(join(folder, 'flooded.jsonl')),
      joined,
      request,
      cursor: undefined,
      times: {firstWait: 5, longestWait: 5, mute: 10_000},
      onOrder: () => void n++,
      onConnection: () => undefined,
      onKept: () => undefined,
    })
    await expect
      .poll(() => hub.asked.filter(({path}) => path.startsWith('/v1/stream')).length)
      .toBeGreaterThan(2)
    expect(n).toBe(2500)
    await session.close()
  })

  test('is asked no faster by a hub that takes nothing, hurries it, cuts every stream or answers at once', async () => {
    const batches = ({body}: Asked) => (body['events'] ?? []) as readonly {seq: number}[]
    const last = (asked: Asked) => batches(asked).at(-1)?.seq ?? 0
    const streams = (asked: Asked) => asked.path.startsWith('/v1/stream')
    const isPoll = (asked: Asked) => asked.path.startsWith('/v1/orders')
    const hubs: Readonly<Record<string, Script>> = {
      'takes nothing': (asked, response) =>
        streams(asked) ? stream(response) : answer(response, 200, {ack: 0, beat: 15}),
      'wants beats without a pause': (asked, response) =>
        streams(asked) ? stream(response) : answer(response, 200, {ack: last(asked), beat: 0}),
      'cuts every stream': (asked, response) =>
        streams(asked)
          ? response.writeHead(200, {'content-type': 'text/event-stream'}).end()
          : answer(response, 200, {ack: last(asked), beat: 15}),
      'lets no poll wait': (asked, response) => {
        if (streams(asked)) return
        answer(response, 200, isPoll(asked) ? {orders: []} : {ack: last(asked), beat: 15})
      },
      'forgets the token each time': (asked, response) =>
        asked.path === '/v1/join' ? answer(response, 200, joined) : answer(response, 401, {refused: 'token'}),
      'is busy for no time': (_, response) => answer(response, 503, {refused: 'busy', wait: 0}),
    }
    const asked = await Promise.all(
      Object.entries(hubs).map(async ([name, script], i) => {
        await using hub = await startScriptedHub(script)
        const outbox = await Outbox.open(join(folder, `hurried-${i}.jsonl`))
        outbox.add({kind: 'hint', lesson: 'tour', step: 'look', n: 1})
        const session = new Session({
          client: new HubClient(hub.address),
          outbox,
          joined,
          request,
          cursor: undefined,
          times: {firstWait: 100, longestWait: 800, mute: 50},
          onOrder: () => undefined,
          onConnection: () => undefined,
          onKept: () => undefined,
        })
        await pause(2000)
        const {length} = hub.asked
        await session.close()
        return [name, length] as const
      }),
    )
    expect(asked.filter(([, n]) => n < 2)).toEqual([])
    expect(asked.filter(([, n]) => n > 150)).toEqual([])
  })

  test('takes no more than some queues a minute either', async () => {
    const queue = (n: number) => frame('queue', [{n, since: 1, name: `calm otter ${n}`}])
    const many = Array.from({length: 3000}, (_, n) => queue(n))
    await using hub = await startScriptedHub((asked, response) => {
      if (asked.path.startsWith('/v1/stream')) stream(response, ...many)
    })
    let n = 0
    const session = new Session({
      client: new HubClient(hub.address),
      outbox: await Outbox.open(join(folder, 'queues.jsonl')),
      joined,
      request,
      cursor: undefined,
      times: {firstWait: 5, longestWait: 5, mute: 10_000},
      onOrder: () => undefined,
      onQueue: () => void n++,
      onConnection: () => undefined,
      onKept: () => undefined,
    })
    const streams = () => hub.asked.filter(({path}) => path.startsWith('/v1/stream')).length
    await expect.poll(streams).toBeGreaterThan(2)
    expect(n).toBe(2500)
    await session.close()
  })
})

const noHandlers = {onOrder: () => undefined, onDismissed: () => undefined, onLife: () => undefined}

/** The part of a lab that a workshop needs, with the real state, joined to a hub that has these orders. */
async function joinedLab(orders: readonly unknown[]) {
  const place = await mkdtemp(join(folder, 'lab-'))
  const home = join(place, 'hub')
  const pictures: string[] = []
  let send = (_: unknown): unknown => undefined
  const hub = await startScriptedHub(({path, body}, response) => {
    if (path.startsWith('/v1/stream')) {
      stream(response, ...orders.map(one => frame('order', one)))
      send = one => response.write(frame('order', one))
    } else if (path.startsWith('/v1/snapshot')) {
      pictures.push(path)
      answer(response, 200, {})
    } else
      answer(response, 200, {
        ack: (body['events'] as readonly {seq: number}[] | undefined)?.at(-1)?.seq,
        beat: 3600,
      })
  })
  const update = createUpdate(lessons)
  let state = initialState()
  const listeners = new Set<() => void>()
  const dispatch = (event: LabEvent) => {
    state = update(state, event)
    for (const listener of listeners) listener()
  }
  const ran: string[] = []
  const commands = new RoomCommands({
    lessons,
    state: () => state,
    dispatch,
    subscribe: listener => listeners.add(listener),
    transcript: new Transcript(dispatch),
    run: async line => void ran.push(line),
    open: async () => undefined,
  })
  const lab = {
    state: (): LabState => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    fromRoom: (event: Parameters<RoomCommands['took']>[0]) => commands.took(event),
  }
  const membership = {device: '1'.repeat(32)}
  await writeMembership(home, membership)
  const room = await JoinedRoom.open({
    lab,
    client: new HubClient(hub.address),
    address: hub.address,
    folder: home,
    membership,
    joined,
    request,
    picture: () => ({columns: 80, lines: [[{text: 'one', tone: 'plain'}]]}),
  })
  await expect.poll(() => hub.asked.some(({path}) => path.startsWith('/v1/stream'))).toBe(true)
  return {
    ...lab,
    commands,
    ran,
    folder: home,
    send: (one: unknown) => send(one),
    pictures: () => pictures,
    async [Symbol.asyncDispose]() {
      await room[Symbol.asyncDispose]()
      await hub[Symbol.asyncDispose]()
    },
  }
}
