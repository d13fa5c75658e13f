// Which ports are free for six nodes, and how a lab keeps others from taking the same ones.

import {once} from 'node:events'
import {connect, createServer, type Server} from 'node:net'
import {type Base, busDistance, nodeNames, nominalBase, portOf} from '../../model/cluster/node.ts'

const host = '127.0.0.1'

/** Bases are this far apart: 6379, 7379, …; the highest bus port must stay below 65536. */
const step = 1000
export const allBases: readonly Base[] = Array.from({length: 46}, (_, i) => nominalBase + i * step)

/** In the middle of a set, used by no node: who listens here owns the set. The kernel frees it however its owner ends. */
const claimDistance = 50

/** The twelve ports of six nodes: their own and their bus ports. */
export function portsOf(base: Base): readonly number[] {
  return nodeNames.flatMap(name => [portOf(name, base), portOf(name, base) + busDistance])
}

export type Claim = Readonly<{base: Base; socket: Server}>

/** Claims the first base that nobody else has and whose ports are all free, or says which port was in the way of the last. */
export async function claimFirst(bases: readonly Base[]): Promise<Claim | {taken: number}> {
  let taken = 0
  for (const base of bases) {
    const socket = await listen(base + claimDistance)
    taken = socket ? ((await firstTaken(base)) ?? 0) : base + claimDistance
    if (socket && taken === 0) return {base, socket}
    socket?.close()
  }
  return {taken}
}

/** The first port of the set that somebody listens on. */
export async function firstTaken(base: Base): Promise<number | undefined> {
  const ports = portsOf(base)
  const free = await Promise.all(ports.map(isFree))
  return ports[free.indexOf(false)]
}

/**
 * Asked twice, because neither answer is enough: where somebody listens on all addresses, macOS still lets us listen on one of them; and
 * a port that refuses us may be held without being listened on. Not a byte is sent to whoever is there.
 */
async function isFree(port: number): Promise<boolean> {
  if (await somebodyListens(port)) return false
  const socket = await listen(port)
  if (!socket) return false
  socket.close()
  await once(socket, 'close')
  return true
}

function somebodyListens(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({port, host})
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

function listen(port: number): Promise<Server | undefined> {
  return new Promise(resolve => {
    const server = createServer(socket => socket.destroy())
    server.once('error', () => resolve(undefined))
    server.listen({port, host, exclusive: true}, () => resolve(server))
  })
}
