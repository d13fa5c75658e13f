// redis-cli as the measure: what it sends for typed lines and prints for the replies, beside what our splitter, encoder, decoder and formatter
// make of the same lines and the same bytes. A recorder stands between it and a real server, so nothing needs to be masked: INFO and
// CLIENT LIST never answer the same twice, and are yet compared to the last byte.

import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm} from 'node:fs/promises'
import {type AddressInfo, connect, createServer, type Socket} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, vi} from 'vitest'
import {type Bytes, fromBuffer, toBuffer} from '../../../src/model/protocol/bytes.ts'
import {formatBytes} from '../../../src/model/protocol/format-reply.ts'
import type {Reply} from '../../../src/model/protocol/reply.ts'
import {createDecoder, encodeCommand} from '../../../src/model/protocol/resp.ts'
import {wordsFor} from '../../../tools/differential/valkey-cli.ts'
import {server} from '../../../tools/servers/server.ts'

const {path, cli, libraryPath, kind, version} = await server()

/** Without a redis-cli beside the server there is nothing to compare with. */
export const isThere = cli !== undefined

const env = {...process.env, FAKETTY: '1', ...(libraryPath && {LD_LIBRARY_PATH: libraryPath})}
const started: {process: ChildProcess; dir: string}[] = []

afterAll(async () => {
  for (const node of started) {
    const running = node.process.exitCode === null && node.process.signalCode === null
    if (running && node.process.kill('SIGKILL')) await once(node.process, 'exit')
    await rm(node.dir, {recursive: true})
  }
})

/** A redis-server of our own, gone with the test file; the port it answers on. */
export async function start(...options: string[]): Promise<number> {
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

export async function freePort(): Promise<number> {
  await using listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  return (listener.address() as AddressInfo).port
}

/** The replies to `commands`, on a plain socket of our own. */
export async function ask(port: number, ...commands: readonly Bytes[][]): Promise<readonly Reply[]> {
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
async function record(port: number, lines: readonly Bytes[], options: readonly string[]) {
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
  const child = spawn(cli ?? '', ['-h', '127.0.0.1', '-p', `${to}`, ...options], {env, timeout: 50_000})
  child.stdout.on('data', chunk => (bytes.printed += fromBuffer(chunk)))
  child.stderr.on('data', chunk => (bytes.complained += chunk))
  child.stdin.on('error', error => (bytes.complained += error))
  child.stdin.end(lines.map(line => `${line}\n`).join(''), 'latin1')
  const [code] = await once(child, 'close')
  expect({code, complained: bytes.complained}).toEqual({code: 0, complained: ''})
  return bytes
}

const after = (text: Bytes, mark: Bytes): Bytes => text.slice(text.indexOf(mark) + mark.length)

/** What redis-cli, run with `options`, made of `lines`, and what we make of them and of the bytes it was answered with. */
export async function compare(port: number, lines: readonly Bytes[], options: readonly string[] = []) {
  // What redis-cli asks at its start comes before `begin`. It answers `:0`, `:1` … itself: a mark on the screen that sends nothing.
  const begin = 'here-the-lines-begin'
  const marked = lines.flatMap((line, i) => [`:${i}`, line])
  const {sent, received, printed} = await record(port, [`ECHO ${begin}`, ...marked], options)
  // To a command that took half a second it adds how long, and a busy machine may be that slow.
  const [, ...shown] = printed
    .replace(/^\(\d+\.\d\ds\)\n/gm, '')
    .split(/unknown \S+ internal command ':\d+'\n/)
    // We end the line of QUEUED everywhere; valkey-cli does since 8.1, others not where the reply would be raw.
    .map(text => (text === 'QUEUED' ? 'QUEUED\n' : text))
  const decoder = createDecoder()
  const answered = after(received, `$${begin.length}\r\n${begin}\r\n`)
  const replies = [...answered].flatMap(byte => decoder.feed(toBuffer(byte))).values()
  const split = lines.map(wordsFor({kind, version}))
  return {
    theirs: {sent: after(sent, `${begin}\r\n`), shown: lines.map((line, i) => [line, shown[i]])},
    ours: {
      sent: split.map(words => (words?.length ? fromBuffer(encodeCommand(words)) : '')).join(''),
      shown: lines.map((line, i) => [line, show(split[i], replies)]),
    },
  }
}

/** What a terminal shows for one line; takes its reply from `replies`, and what was pushed before it. */
function show(words: readonly Bytes[] | undefined, replies: Iterator<Reply>): Bytes {
  if (!words) return 'Invalid argument(s)\n'
  if (words.length === 0) return ''
  let text = ''
  for (let next = replies.next(); !next.done; next = replies.next()) {
    text += formatBytes(next.value, words)
    if (next.value.type !== 'push') return text
  }
  return `${text}and no reply`
}

type Compared = Awaited<ReturnType<typeof compare>>

/** Where they differ first, and in what: of thousands of lines nobody reads more. */
export function firstDifference({ours, theirs}: Compared) {
  const shown = theirs.shown.findIndex(([, text], i) => text !== ours.shown[i]?.[1])
  const sent = [...theirs.sent].findIndex((byte, i) => byte !== ours.sent[i])
  if (shown < 0 && sent < 0 && ours.sent.length === theirs.sent.length) return undefined
  const [line, text] = theirs.shown[shown] ?? []
  const around = (bytes: Bytes) => bytes.slice(Math.max(0, sent - 60), sent + 20)
  return {
    sent: sent < 0 ? undefined : {ours: around(ours.sent), theirs: around(theirs.sent)},
    shown: {line, before: theirs.shown[shown - 1]?.[0], ours: ours.shown[shown]?.[1], theirs: text},
  }
}
