// Why a hub cannot be reached, as real servers make it: each has its own sentence, and no error of a library is shown.

import {once} from 'node:events'
import {mkdtemp, rm} from 'node:fs/promises'
import {type AddressInfo, createServer, type Socket} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type Certificate, certificateIn} from '../../../src/hub/certificate.ts'
import type {HubAddress} from '../../../src/workshop/address.ts'
import {HubClient} from '../../../src/workshop/hub-client.ts'
import {whyNot} from '../../../src/workshop/why-not.ts'
import {answer, startScriptedHub} from '../../../tools/hub/scripted-hub.ts'

let folder = ''
let certificate: Certificate
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'why-not-'))
  certificate = await certificateIn(folder)
})
afterAll(() => rm(folder, {recursive: true}))

type Place = AsyncDisposable & Readonly<{port: number}>

/** A server of TCP alone. */
async function tcp(onConnection: (socket: Socket) => unknown): Promise<Place> {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    onConnection(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const {port} = server.address() as AddressInfo
  return {
    port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

async function http(body: unknown, shown?: Certificate): Promise<Place> {
  const hub = await startScriptedHub((_, response) => answer(response, 200, body), shown)
  return {port: hub.address.port, [Symbol.asyncDispose]: () => hub[Symbol.asyncDispose]()}
}

const noHub = {hello: 'world'}
const ssh = (socket: Socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n')
const bare = (socket: Socket) => socket.on('data', () => socket.end('-ERR unknown command\r\n'))

type Row = readonly [place: string, open: () => Promise<Place>, HubAddress['protocol'], why: string]
const rows: readonly Row[] = [
  ['a server of plain HTTP, where TLS is spoken', () => http(noHub), 'pinned', 'noHub'],
  ['one that is asked for a certificate that is signed', () => http(noHub), 'signed', 'noHub'],
  ['an SSH server', () => tcp(ssh), 'pinned', 'noHub'],
  ['an SSH server, over plain HTTP', () => tcp(ssh), 'plain', 'noHub'],
  ['a server of another protocol', () => tcp(bare), 'pinned', 'noHub'],
  ['a server of another protocol, over plain HTTP', () => tcp(bare), 'plain', 'noHub'],
  ['a server that hangs up', () => tcp(socket => socket.destroy()), 'pinned', 'noHub'],
  ['a web server with TLS', () => http(noHub, certificate), 'pinned', 'noHub'],
  ['a web server with TLS, over plain HTTP', () => http(noHub, certificate), 'plain', 'noHub'],
  ['a web server', () => http(noHub), 'plain', 'noHub'],
  [
    'a hub with its own certificate, by https://',
    () => http({protocol: 1}, certificate),
    'signed',
    'untrusted',
  ],
  ['a server that never answers', () => tcp(() => undefined), 'plain', 'timeout'],
]

test.each(rows)('%s', async (_, open, protocol, why) => {
  await using place = await open()
  const address = {protocol, host: '127.0.0.1', port: place.port}
  const client = new HubClient(address, undefined, 500)
  const error = await client.greet().catch((thrown: unknown) => thrown)
  client.close()
  expect(whyNot(error, address)).toMatchObject({key: `workshop.why.${why}`})
})

test('a port where nothing listens, and a name that nobody has', async () => {
  const {port, [Symbol.asyncDispose]: close} = await tcp(() => undefined)
  await close()
  const why = async (host: string) => {
    const address = {protocol: 'pinned', host, port} as const
    return whyNot(await new HubClient(address).greet().catch((thrown: unknown) => thrown), address).key
  }
  expect(await why('127.0.0.1')).toBe('workshop.why.refused')
  expect(await why('nobody.invalid')).toBe('workshop.why.noName')
})
