// Learners that only listen, in a process of their own, so that the descriptors of one process are no bound: `node idle-learners.ts OPTIONS`,
// started with a channel. Tells when all of them listen, and then the latest moment at which one of them heard each broadcast.

import {randomBytes} from 'node:crypto'
import {Agent, type RequestOptions, request} from 'node:https'
import {setTimeout as pause} from 'node:timers/promises'
import {keyExchange, protocolVersion} from '../../src/model/workshop/limits.ts'

export type IdleOptions = Readonly<{port: number; code: string; n: number; from: string; perSecond: number}>
/** `at`: ms since the epoch. */
export type IdleNews = Readonly<{is: 'listening'}> | Readonly<{is: 'heard'; text: string; at: number}>

const {port, code, n, from, perSecond} = JSON.parse(process.argv[2] ?? '') as IdleOptions
const tell = (news: IdleNews) => process.send?.(news)
const heard = new Map<string, number>()
const usual = {host: '127.0.0.1', port, localAddress: from, rejectUnauthorized: false, ecdhCurve: keyExchange}

process.on('disconnect', () => process.exit())
await Promise.all(
  Array.from({length: n}, async (_, i) => {
    await pause((i * 1000) / perSecond)
    // A hub that has too much to do at the moment cuts connections off, and learners come again.
    while (!(await listen())) await pause(Math.random() * 4000)
  }),
)
tell({is: 'listening'})

/** Joins, and opens a stream on the same connection: what a learner needs at least. Resolves to whether that was possible. */
async function listen(): Promise<boolean> {
  try {
    await openStream()
    return true
  } catch {
    return false
  }
}

async function openStream(): Promise<void> {
  const agent = new Agent({keepAlive: true, maxSockets: 1, maxCachedSessions: 0})
  const device = randomBytes(16).toString('hex')
  const joining = JSON.stringify({protocol: protocolVersion, code, device, role: 'learner'})
  const {token} = await ask({agent, method: 'POST', path: '/v1/join'}, joining)
  const open = Promise.withResolvers<void>()
  const headers = {authorization: `Bearer ${token}`}
  request({...usual, agent, path: '/v1/stream', headers}, response => {
    response.setEncoding('utf8').on('data', (chunk: string) => {
      open.resolve()
      const text = /"text":"([^"]*)"/.exec(chunk)?.[1]
      if (text !== undefined) hear(text)
    })
    response.on('close', () => process.exit(1))
  })
    .on('error', open.reject)
    .end()
  await open.promise
}

function hear(text: string): void {
  const count = (heard.get(text) ?? 0) + 1
  heard.set(text, count)
  if (count === n) tell({is: 'heard', text, at: Date.now()})
}

async function ask(options: RequestOptions, body: string): Promise<Readonly<{token: string}>> {
  const {promise, resolve, reject} = Promise.withResolvers<Readonly<{token: string}>>()
  const headers = {'content-type': 'application/json', 'content-length': Buffer.byteLength(body)}
  request({...usual, ...options, headers}, response => {
    let text = ''
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
    response.on('end', () => {
      if (response.statusCode === 200) resolve(JSON.parse(text))
      else reject(new Error(`${response.statusCode} ${text}`))
    })
  })
    .on('error', reject)
    .end(body)
  return promise
}
