// Replies that no screen was made for, from a real node, in the built program: 10 MB as a string, a status, an error, raw text and a list, and
// nested 100 deep; and, from a server that obeys no rules, replies that are cut off or never end. What the lab's memory grows by at most, how
// long the prompt is taken, and whether Ctrl-C ends it. Linux only: it reads /proc.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readFile} from 'node:fs/promises'
import {type AddressInfo, createServer, type Socket} from 'node:net'
import {setTimeout as pause} from 'node:timers/promises'
import {NodeConnection} from '../../src/redis/client/connection.ts'
import {lastRow, type OpenedLab, openLab, promptRow, redisCli} from '../../tools/program/lab.ts'
import {server} from '../../tools/servers/server.ts'
import {table} from '../figures.ts'
import type {Measured} from './measured.ts'

/** MB, and ms. */
const limit = {memory: 64, time: 1000}

const tenMegabytes = `string.rep('x', 10000000)`
const lines: Readonly<Record<string, string>> = {
  'string of 10 MB': `EVAL "return ${tenMegabytes}" 0`,
  'status of 10 MB': `EVAL "return redis.status_reply(${tenMegabytes})" 0`,
  'error of 10 MB': `EVAL "return redis.error_reply(${tenMegabytes})" 0`,
  'UTF-8 of 10 MB': `EVAL "return string.rep('主', 3333333)" 0`,
  'list of 1,000,000': 'EVAL "local t={} for i=1,1000000 do t[i]=i end return t" 0',
  'nested 100 deep': 'EVAL "local t={1} for i=1,100 do t={t} end return t" 0',
}

/** A million elements as the nodes have them: how they get there, and how they are read. */
const elements: Readonly<Record<string, Readonly<{fill: string; read: string}>>> = {
  'LRANGE of 1,000,000': {fill: "redis.call('RPUSH','big',unpack(t))", read: 'LRANGE big 0 -1'},
  'SMEMBERS of 1,000,000': {fill: "redis.call('SADD','big',unpack(t))", read: 'SMEMBERS big'},
  'HGETALL of 1,000,000': {
    fill: "local h={} for _,v in ipairs(t) do h[#h+1]=v h[#h+1]=v end redis.call('HSET','big',unpack(h))",
    read: 'HGETALL big',
  },
  'KEYS * of 1,000,000': {fill: "for _,v in ipairs(t) do redis.call('SET',v,'') end", read: 'KEYS *'},
}
const batches = 1000

async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024
}

/** `time`: ms until the prompt is free; for a reply, those beyond redis-cli's. */
type Row = Readonly<{what: string; memory: number; time: number}>

const isFree = (screen: string) => !/Ctrl-C cancel/.test(lastRow(screen))

/** Runs the line; the highest memory is sampled every few ms until the reply is on the screen. */
async function measure(lab: OpenedLab, what: string, line: string): Promise<Row> {
  await lab.run('/clear')
  const theirs = await ofRedisCli(lab, line)
  const before = await memoryOf(lab.pid)
  let peak = before
  let over = false
  const sampling = (async () => {
    while (!over) peak = Math.max(peak, await memoryOf(lab.pid))
  })()
  const start = performance.now()
  lab.type(`${line}\r`)
  await lab.waitFor(
    screen => isFree(screen) && /more (characters|elements)|\) 1\n|\) \(integer\) 1/.test(screen),
    {
      within: 60_000,
    },
  )
  const time = performance.now() - start
  over = true
  await sampling
  return {what, memory: peak - before, time: Math.max(0, time - theirs)}
}

/** Fills a node, not through the lab, and reads everything at the prompt, while a learner types. */
async function measureElements(lab: OpenedLab, what: string): Promise<Row> {
  const {fill = '', read = ''} = elements[what] ?? {}
  await redisCli(lab.port('6379'), ['FLUSHALL'])
  await redisCli(lab.port('6379'), ['CONFIG', 'SET', 'maxmemory', '0'])
  const script = `for b=0,${batches - 1} do local t={} for i=1,1000 do t[i]='element:'..(b*1000+i) end ${fill} end`
  await redisCli(lab.port('6379'), ['EVAL', script, '0'])
  return measure(lab, what, read)
}

/** The slowest echo of a key while `line` runs and its reply is shown, and what the lab has kept 5 s later: ms, MB. */
async function typingDuring(lab: OpenedLab, line: string): Promise<Readonly<{echo: number; kept: number}>> {
  await lab.run('/clear')
  const before = await memoryOf(lab.pid)
  let echo = 0
  lab.type(`${line}\r`)
  for (let typed = 'x'; typed.length < 40; typed += 'x') {
    const start = performance.now()
    lab.type('x')
    await lab.waitFor(screen => promptRow(screen).endsWith(`> ${typed}`), {within: 60_000})
    echo = Math.max(echo, performance.now() - start)
    await pause(25)
  }
  await lab.waitFor(isFree, {within: 60_000})
  lab.press('ctrl-c')
  await lab.waitFor(screen => isFree(screen) && promptRow(screen).endsWith('>'), {within: 60_000})
  await pause(5000)
  return {echo, kept: (await memoryOf(lab.pid)) - before}
}

/** ms that redis-cli takes for the same: much of it is the node's own. */
async function ofRedisCli(lab: OpenedLab, line: string): Promise<number> {
  const {cli = 'redis-cli', libraryPath} = await server()
  const start = performance.now()
  const child = spawn(cli, ['-p', `${lab.port('6379')}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {...process.env, ...(libraryPath && {LD_LIBRARY_PATH: libraryPath})},
  })
  child.stdin.end(`${line}\n`)
  await once(child, 'exit')
  return performance.now() - start
}

/** Ctrl-C while a reply of 300 MB arrives: ms until the prompt is free. */
async function cancelled(lab: OpenedLab): Promise<Row> {
  const before = await memoryOf(lab.pid)
  lab.type(`EVAL "local t={} for i=1,30 do t[i]=string.rep('x',10000000) end return t" 0\r`)
  await lab.waitFor(/Ctrl-C cancel/)
  const start = performance.now()
  lab.press('ctrl-c')
  await lab.waitFor(isFree, {within: 60_000})
  return {
    what: 'Ctrl-C in 300 MB',
    memory: (await memoryOf(lab.pid)) - before,
    time: performance.now() - start,
  }
}

/** A server that answers the first command with `start` and then, if it never ends, with `more` again and again. */
async function hostileServer(start: string, more: string) {
  const sockets = new Set<Socket>()
  const chunk = Buffer.from(''.padEnd(65_520, more))
  const server = createServer(socket => {
    sockets.add(socket.on('error', () => undefined))
    const pour = () => {
      while (socket.writable && socket.write(chunk));
    }
    socket.once('data', () => {
      if (more === '') return void socket.end(start)
      socket.on('drain', pour).write(start)
      pour()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.dispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** What a connection does: `more` is poured for a second, then the learner cancels. */
const broken: Readonly<Record<string, Readonly<{start: string; more: string}>>> = {
  'cut off in a string': {start: '$100\r\nabc', more: ''},
  'cut off in a list': {start: '*3\r\n:1\r\n', more: ''},
  'a push in a list': {start: '*2\r\n>2\r\n+message\r\n+x\r\n:1\r\n', more: ''},
  'a string without end': {start: '$900000000000000\r\n', more: 'x'},
  'a status without end': {start: '+', more: 'x'},
  'a list without end': {start: '*900000000000000\r\n', more: '$4\r\nabcd\r\n'},
  'nesting without end': {start: '*1\r\n', more: '*1\r\n'},
}

/** ms until the learner cancels. */
const patience = 1000

async function endured(what: string): Promise<Row> {
  const {start = '', more = ''} = broken[what] ?? {}
  using server = await hostileServer(start, more)
  const connection = new NodeConnection(server.port, () => undefined, {most: 100_000})
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let peak = before
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 5)
  const cancel = new AbortController()
  let cancelled = performance.now()
  setTimeout(() => {
    cancelled = performance.now()
    cancel.abort()
  }, patience)
  await connection.send(['GET', 'x'], {signal: cancel.signal})
  clearInterval(sampling)
  connection.close()
  return {what, memory: (peak - before) / 2 ** 20, time: more === '' ? 0 : performance.now() - cancelled}
}

export async function replies(): Promise<Measured> {
  const rows: Row[] = []
  {
    await using lab = await openLab(['sandbox', '--stage', 'standalone'])
    for (const [what, typed] of Object.entries(lines)) rows.push(await measure(lab, what, typed))
    rows.push(await cancelled(lab))
    for (const what of Object.keys(elements)) {
      rows.push(await measureElements(lab, what))
      const {echo, kept} = await typingDuring(lab, elements[what]?.read ?? '')
      rows.push({what: `${what}: slowest key, memory after 5 s`, memory: kept, time: echo})
    }
  }
  for (const what of Object.keys(broken)) rows.push(await endured(what))
  console.log('\nLarge and broken replies')
  console.log(
    table([
      ['reply', 'memory at the peak', 'longer than redis-cli'],
      ...rows.map(({what, memory, time}) => [what, `+${memory.toFixed(1)} MB`, `${time.toFixed(0)} ms`]),
    ]),
  )
  const faults = rows.filter(({memory, time}) => memory > limit.memory || time > limit.time)
  return {
    what: `replies that take at most ${limit.memory} MB, and ${limit.time} ms more than redis-cli`,
    n: `${rows.length}`,
    result: faults.map(({what}) => what).join('; ') || 'all',
    held: faults.length === 0,
  }
}
