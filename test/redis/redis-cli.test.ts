// redis-cli is the measure: what it sends for a typed line, and prints for the reply, is what our splitter, encoder, decoder and formatter
// make of the same line and the same bytes. A recorder stands between it and a real server, so nothing needs to be masked: INFO and
// CLIENT LIST never answer the same twice, and are yet compared to the last byte.

import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm} from 'node:fs/promises'
import {type AddressInfo, connect, createServer, type Socket} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, test, vi} from 'vitest'
import {type Bytes, bytesOf, fromBuffer, toBuffer} from '../../src/model/bytes.ts'
import {formatReply} from '../../src/model/format.ts'
import type {Reply} from '../../src/model/reply.ts'
import {createDecoder, encodeCommand} from '../../src/model/resp.ts'
import {splitWords} from '../../src/model/words.ts'
import {randomFrom} from '../random.ts'
import {clusterLines, resp2Lines, resp3Lines} from './redis-cli-lines.ts'
import {server} from './server.ts'

const {path, cli, libraryPath} = await server()
const env = {...process.env, FAKETTY: '1', ...(libraryPath && {LD_LIBRARY_PATH: libraryPath})}
const started: {process: ChildProcess; dir: string}[] = []

afterAll(async () => {
  for (const node of started) {
    const running = node.process.exitCode === null && node.process.signalCode === null
    if (running && node.process.kill('SIGKILL')) await once(node.process, 'exit')
    await rm(node.dir, {recursive: true})
  }
})

/** A redis-server of our own; the port it answers on. */
async function start(...options: string[]): Promise<number> {
  const port = await freePort()
  const dir = await mkdtemp(join(tmpdir(), 'redis-cli-test-'))
  const all = [
    '--port',
    `${port}`,
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--enable-debug-command',
    'yes',
    ...options,
  ]
  started.push({process: spawn(path, all, {cwd: dir, env, stdio: 'ignore'}), dir})
  await vi.waitFor(() => ask(port, ['PING']), {timeout: 10_000})
  return port
}

async function freePort(): Promise<number> {
  await using listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  return (listener.address() as AddressInfo).port
}

/** The replies to `commands`, on a plain socket of our own. */
async function ask(port: number, ...commands: readonly Bytes[][]): Promise<readonly Reply[]> {
  const socket = connect(port, '127.0.0.1')
  for (const words of commands) socket.write(encodeCommand(words))
  const decoder = createDecoder()
  const replies: Reply[] = []
  for await (const chunk of socket) {
    replies.push(...decoder.feed(chunk))
    if (replies.length >= commands.length) return replies
  }
  throw new Error(`The server hung up after ${replies.length} of ${commands.length} replies`)
}

/** What went both ways between redis-cli and the server, and what redis-cli printed, while `lines` were typed. */
async function record(port: number, lines: readonly string[]) {
  const bytes = {sent: '', received: '', printed: '', complained: ''}
  await using recorder = createServer((client: Socket) => {
    const upstream = connect(port, '127.0.0.1')
    client.pipe(upstream)
    upstream.pipe(client)
    client.on('data', chunk => (bytes.sent += fromBuffer(chunk)))
    upstream.on('data', chunk => (bytes.received += fromBuffer(chunk)))
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
  }).listen(0, '127.0.0.1')
  await once(recorder, 'listening')
  const to = (recorder.address() as AddressInfo).port
  const child = spawn(cli ?? '', ['-h', '127.0.0.1', '-p', `${to}`], {env, timeout: 30_000})
  child.stdout.on('data', chunk => (bytes.printed += fromBuffer(chunk)))
  child.stderr.on('data', chunk => (bytes.complained += chunk))
  child.stdin.on('error', error => (bytes.complained += error))
  child.stdin.end(lines.map(line => `${line}\n`).join(''))
  const [code] = await once(child, 'close')
  expect({code, complained: bytes.complained}).toEqual({code: 0, complained: ''})
  return bytes
}

const after = (text: Bytes, mark: Bytes): Bytes => text.slice(text.indexOf(mark) + mark.length)

/** Commands on the wire, one by one. */
const commandsIn = (sent: Bytes): readonly Bytes[] => sent.split(/(?=\*\d+\r\n\$)/)

/** What redis-cli made of `lines`, and what we make of them and of the bytes it was answered with. */
async function compare(port: number, lines: readonly string[]) {
  // What redis-cli asks at its start comes before `begin`. It answers `:0`, `:1` … itself: a mark on the screen that sends nothing.
  const begin = 'here-the-lines-begin'
  const marked = lines.flatMap((line, i) => [`:${i}`, line])
  const {sent, received, printed} = await record(port, [`ECHO ${begin}`, ...marked])
  // To a command that took half a second it adds how long, and a busy machine may be that slow.
  const [, ...shown] = printed
    .replace(/^\(\d+\.\d\ds\)\n/gm, '')
    .split(/unknown redis-cli internal command ':\d+'\n/)
  const decoder = createDecoder()
  const answered = after(received, `$${begin.length}\r\n${begin}\r\n`)
  const replies = [...answered].flatMap(byte => decoder.feed(toBuffer(byte))).values()
  const split = lines.map(splitWords)
  return {
    theirs: {sent: commandsIn(after(sent, `${begin}\r\n`)), shown: lines.map((line, i) => [line, shown[i]])},
    ours: {
      sent: split.filter(words => words?.length).map(words => fromBuffer(encodeCommand(words ?? []))),
      shown: lines.map((line, i) => [line, bytesOf(show(split[i], replies))]),
    },
  }
}

/** What a terminal shows for one line; takes its reply from `replies`, and what was pushed before it. */
function show(words: readonly Bytes[] | undefined, replies: Iterator<Reply>): string {
  if (!words) return 'Invalid argument(s)\n'
  if (words.length === 0) return ''
  let text = ''
  for (let next = replies.next(); !next.done; next = replies.next()) {
    text += formatReply(next.value, words)
    if (next.value.type !== 'push') return text
  }
  return `${text}and no reply`
}

/** Bare and quoted parts in a row, most of them with a space between. */
function unruly(random: (limit: number) => number): string {
  const likely = [...`\\\\\\"'  \t\v\f\rxX04aAfFnbrtz你é👍\u00a0\u3000`]
  const text = () => Array.from({length: random(6)}, () => likely[random(likely.length)]).join('')
  const quoted = (quote: string) => quote + text() + quote
  const part = () => [text, () => quoted('"'), () => quoted("'")][random(3)]?.() + (random(5) ? ' ' : '')
  return Array.from({length: 1 + random(4)}, part).join('')
}

describe.skipIf(!cli)('As redis-cli does it', () => {
  test('we send and show commands in RESP2', async () => {
    const {ours, theirs} = await compare(await start(), resp2Lines)
    expect(ours).toEqual(theirs)
  })

  test('we send and show commands in RESP3', async () => {
    const {ours, theirs} = await compare(await start(), resp3Lines)
    expect(ours).toEqual(theirs)
  })

  test('we send and show commands to a node of a cluster', async () => {
    const bus = ['--cluster-enabled', 'yes', '--cluster-port', `${await freePort()}`]
    const {ours, theirs} = await compare(await start(...bus), clusterLines)
    expect(ours).toEqual(theirs)
  })

  test('we split 1000 lines of quotes, escapes and spaces', async () => {
    const lines = Array.from({length: 1000}, (_, seed) => `ECHO ${unruly(randomFrom(seed))}`)
    const {ours, theirs} = await compare(await start(), lines)
    expect(ours).toEqual(theirs)
    const refused = ours.shown.filter(([, text]) => text === 'Invalid argument(s)\n').length
    expect(refused).toBeGreaterThan(100)
    expect(refused).toBeLessThan(900)
  })
})

// In 7.0 redis-cli exits at the first two, and prints the last only up to the NUL.
test('Other than redis-cli, we show big numbers, read past attributes, and show all of an error', async () => {
  const commands = [
    ['HELLO', '3'],
    ['DEBUG', 'PROTOCOL', 'bignum'],
    ['DEBUG', 'PROTOCOL', 'attrib'],
    ['DEBUG', 'ERROR', 'ERR a\0b'],
  ]
  const [, ...replies] = await ask(await start(), ...commands)
  expect(replies.map(reply => formatReply(reply, ['DEBUG']))).toEqual([
    '(big number) 1234567999999999999999999999999999999\n',
    '"Some real reply following the attribute"\n',
    '(error) ERR a\0b\n',
  ])
})
