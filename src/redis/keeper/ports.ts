// Finding free ports for the nodes of a stage, and reserving them so that no other lab takes the same. The keeper runs this: nothing here loads texts.

import {once} from 'node:events'
import {connect, createServer, type Server} from 'node:net'
import {type Base, busDistance, type NodeName, nominalBase, rosterAt} from '../../model/cluster/node.ts'

const host = '127.0.0.1'

/** Distance between bases: 6379, 7379, … The highest port, that of a Sentinel, must stay below 65536. */
const baseStep = 1000
export const allBases: readonly Base[] = Array.from({length: 40}, (_, i) => nominalBase + i * baseStep)

/**
 * Offset of the ports whose listeners own the set: as a node does, they take a port and its bus port, because the bus ports of one base are the
 * node ports of another. No node uses them, and the kernel frees them however the owner ends.
 */
export const claimOffset = 50

/**
 * The ports of the six nodes and of the others that a stage may have: their own and their bus ports, and on a wired stage also those behind the
 * wires.
 */
export function portsOf(base: Base, others: readonly NodeName[] = [], wired = false): readonly number[] {
  const ports = rosterAt(base, others, wired).flatMap(({port, busPort, own}) => [
    port,
    busPort,
    ...(own ? [own.port, own.busPort] : []),
  ])
  return [...new Set(ports)]
}

export type Claim = Readonly<{base: Base; release: () => Promise<void>}>

/**
 * Claims the first base that no other lab owns and whose ports are all free; else returns the occupied port of the last base.
 * @param owned what this lab has claimed. It is released only once another base is claimed: between release and claim, another lab could take it.
 */
export async function claimFirst(
  bases: readonly Base[],
  spares: readonly NodeName[] = [],
  wired = false,
  owned?: Claim,
): Promise<Claim | {taken: number}> {
  let taken = 0
  for (const base of bases) {
    if (base === owned?.base) {
      taken = (await firstTakenPort(base, spares, wired)) ?? 0
      if (taken === 0) return owned
      continue
    }
    const own = [base + claimOffset, base + claimOffset + busDistance]
    const listeners = await Promise.all(own.map(listen))
    const release = async () => void (await Promise.all(listeners.map(close)))
    taken = own[listeners.indexOf(undefined)] ?? (await firstTakenPort(base, spares, wired)) ?? 0
    if (taken === 0) {
      await owned?.release()
      return {base, release}
    }
    await release()
  }
  return {taken}
}

/** The first port of the set that is not free. */
export async function firstTakenPort(
  base: Base,
  spares: readonly NodeName[] = [],
  wired = false,
): Promise<number | undefined> {
  const ports = portsOf(base, spares, wired)
  const free = await Promise.all(ports.map(isFree))
  return ports[free.indexOf(false)]
}

/**
 * Tries to connect and to listen, because neither is enough alone: macOS lets us listen on one address while another program listens on
 * all of them, and a port may be bound without a listener. Sends nothing to whatever listens there.
 */
async function isFree(port: number): Promise<boolean> {
  if (await isListenedOn(port)) return false
  const socket = await listen(port)
  await close(socket)
  return socket !== undefined
}

/** Somebody listens there. Sends nothing. */
export function isListenedOn(port: number): Promise<boolean> {
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

async function close(socket: Server | undefined) {
  if (!socket) return
  socket.close()
  await once(socket, 'close')
}
