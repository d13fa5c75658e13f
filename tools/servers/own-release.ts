// A release of our own, a server that has it over HTTPS, and a proxy on the way: what Valkey's never is (another file, cut short, silent) comes
// from here, and nothing reaches the internet.

import {createHash, randomBytes} from 'node:crypto'
import {once} from 'node:events'
import {copyFile, mkdir, readFile, writeFile} from 'node:fs/promises'
import {createServer as createProxy, type RequestListener} from 'node:http'
import {createServer} from 'node:https'
import {type AddressInfo, connect, type Server, type Socket} from 'node:net'
import {join} from 'node:path'
import {$} from 'zx/core'
import {selfSigned} from '../../src/hub/self-signed.ts'
import type {Release} from '../../src/redis/install/releases.ts'

export type Programs = Readonly<{server: string; cli: string}>

/** A tar.gz like Valkey's own, with these programs, something that is not to be unpacked, and 3 MB that do not compress. */
export async function packRelease(folder: string, name: string, {server, cli}: Programs): Promise<Buffer> {
  const bin = join(folder, name, 'bin')
  await mkdir(bin, {recursive: true})
  await copyFile(server, join(bin, 'valkey-server'))
  await copyFile(cli, join(bin, 'valkey-cli'))
  await writeFile(join(bin, 'valkey-benchmark'), randomBytes(3e6))
  const file = join(folder, `${name}.tar.gz`)
  await $({quiet: true})`tar -czf ${file} -C ${folder} ${name}`
  return readFile(file)
}

/** Where `site` has these bytes, under their true sha256. */
export function releaseAt(site: Site, name: string, bytes: Uint8Array): Release {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {version: '9.1.1', name, url: `${site.url}/releases/${name}.tar.gz`, sha256}
}

export type Site = AsyncDisposable &
  Readonly<{
    url: string
    port: number
    /** Its certificate, which nobody trusts by itself. */
    cert: string
    /** The paths that were asked for. */
    asked: readonly string[]
    /** Resolves when somebody has asked. */
    firstAsked: Promise<unknown>
  }>

/** Listens on this computer, for this computer only. `name` is that of its certificate. */
export async function serveSite(reply: RequestListener, name = 'localhost'): Promise<Site> {
  const {key, cert} = selfSigned(name, new Date(Date.now() + 86_400_000))
  const asked: string[] = []
  const server = createServer({key, cert}, reply)
  server.on('request', ({url = ''}) => asked.push(url))
  const firstAsked = once(server, 'request')
  const port = await listening(server)
  return {url: `https://localhost:${port}`, port, cert, asked, firstAsked, ...closing(server)}
}

export type Proxy = AsyncDisposable & Readonly<{url: string; asked: readonly string[]}>

/** Whatever it is asked to connect to, it connects to `port` of this computer, or refuses with another `status` than 200. */
export async function serveProxy(port: number, status = 200): Promise<Proxy> {
  const asked: string[] = []
  const server = createProxy()
  server.on('connect', ({url = ''}, socket: Socket) => {
    asked.push(url)
    const answer = `HTTP/1.1 ${status} as the test wants\r\n\r\n`
    if (status !== 200) return void socket.end(answer)
    const there = connect(port, '127.0.0.1', () => socket.write(answer))
    for (const end of [socket, there]) end.on('error', () => undefined)
    socket.pipe(there).pipe(socket)
  })
  return {url: `http://127.0.0.1:${await listening(server)}`, asked, ...closing(server)}
}

async function listening(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}

/** Ends every connection, those of a tunnel, too. */
function closing(server: Server): AsyncDisposable {
  const sockets = new Set<Socket>()
  server.on('connection', socket => sockets.add(socket))
  return {
    async [Symbol.asyncDispose]() {
      const closed = once(server.close(), 'close')
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
