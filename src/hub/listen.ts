// One port for both protocols: the first byte of a connection tells TLS from plain HTTP. npx can fetch a package from an address of a local
// network over plain HTTP only; everything else goes over TLS.

import type {Server as HttpServer} from 'node:http'
import {createServer, type Server, type Socket} from 'node:net'

/** The first byte of every TLS connection: a handshake record. */
const handshake = 0x16

/** Makes a server that hands each connection to one of two others, which are not bound themselves. `silence`: how long it may say nothing, ms. */
export function bothProtocols(secure: HttpServer, plain: HttpServer, silence: number): Server {
  // Node begins to look for requests that are never completed when a server listens. These two never do by themselves.
  for (const inner of [secure, plain]) inner.emit('listening')
  const server = createServer(socket => {
    const onSilence = () => socket.destroy()
    socket.setTimeout(silence, onSilence)
    socket.on('error', () => socket.destroy())
    socket.once('data', first => {
      socket.setTimeout(0)
      socket.off('timeout', onSilence)
      hand(socket, first as Buffer, first[0] === handshake ? secure : plain)
    })
  })
  server.on('close', () => {
    for (const inner of [secure, plain]) inner.close()
  })
  return server
}

function hand(socket: Socket, first: Buffer, server: HttpServer): void {
  socket.pause()
  socket.unshift(first)
  server.emit('connection', socket)
  process.nextTick(() => socket.resume())
}

/** Binds, and resolves to the port. @throws the system's error, such as EADDRINUSE. */
export async function bind(server: Server, port: number, host?: string): Promise<number> {
  const {promise, resolve, reject} = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(port, host, resolve)
  await promise
  server.off('error', reject)
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}
