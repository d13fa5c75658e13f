// The lab's side of the wires: starts their process through the keeper and tells it about the links.

import {connect, type Socket} from 'node:net'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import type {Wiring} from '../../model/cluster/links.ts'
import type {NodeName, Roster} from '../../model/cluster/node.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {waitUntil} from '../../platform/wait-until.ts'
import type {Keeper} from '../keeper/keeper.ts'
import type {WireCount, WiredNode, WiresAnswer, WiresOrder} from './wires-messages.ts'

export type Wires = Readonly<{
  /** Opens the public ports of a wired roster. Comes before all else; the next order reports why it failed. */
  open: (roster: Roster, clustered: boolean) => void
  /** Makes the links as they are in `wiring`. */
  set: (wiring: Wiring) => Promise<void>
  /** Resolves when these nodes can be reached through their public ports. */
  reachable: (nodes: readonly NodeName[]) => Promise<void>
  /** Refuses the callers of a node that has ended, until it listens again. */
  refuse: (node: NodeName) => Promise<void>
  /** The connections that stand. */
  census: () => Promise<readonly WireCount[]>
  close: () => void
}>

/** The program beside this file: TypeScript in the sources (Node strips the types), JavaScript in the bundle. */
const program = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? 'wires-process.ts' : 'wires.cjs', import.meta.url),
)

/** ms; it takes 0.05 s, a computer under heavy load needs more. */
const patience = 20_000

/** The socket by which the client that sends the load reaches a node, so that its connections can be told from the learner's. */
export function clientSocketOf(folder: string, node: NodeName): string {
  return join(folder, 'wires', `${node}.sock`)
}

/**
 * Starts the wires, beside whatever starts meanwhile: each order waits for them, and fails if they cannot start.
 * They end with the keeper, when its folder is cleared, or when they are closed.
 */
export function startWires(keeper: Keeper): Wires {
  const starting = start(keeper)
  // The orders report it.
  starting.catch(() => undefined)
  const order = async (one: WiresOrder) => (await starting).order(one)
  return {
    open: (roster, clustered) =>
      void order({do: 'open', nodes: wiredNodes(roster, clustered)}).catch(() => undefined),
    set: async wiring => void (await order({do: 'set', wiring})),
    reachable: async names => void (await order({do: 'await', nodes: names})),
    refuse: async node => void (await order({do: 'refuse', node})),
    census: async () => (await order({do: 'census'})).census ?? [],
    close: () => void starting.then(({socket}) => socket.destroy()).catch(() => undefined),
  }
}

function wiredNodes(roster: Roster, clustered: boolean): readonly WiredNode[] {
  return roster.flatMap(({name, port, busPort, own}) => (own ? [{name, port, busPort, own, clustered}] : []))
}

async function start(keeper: Keeper) {
  const folder = join(keeper.folder, 'wires')
  // Orders are begun in turn. The first creates the folder.
  await Promise.all([
    keeper.order({do: 'write', node: 'wires', files: {}}),
    keeper.order({do: 'run', node: 'wires', command: [process.execPath, program, folder]}),
  ])
  const socket = await connected(join(folder, 'lab.sock'), keeper)
  return {socket, order: ordersOn(socket)}
}

async function connected(path: string, keeper: Keeper): Promise<Socket> {
  let ended: string | undefined
  const stop = keeper.onExit(({node, log}) => {
    if (node === 'wires') ended = log
  })
  let socket: Socket | undefined
  const open = async (): Promise<true | string> => {
    if (ended !== undefined) return true
    const result = await tryToConnect(path)
    if (typeof result === 'string') return result
    socket = result
    return true
  }
  const missing = await waitUntil(open, {within: patience, every: 4}).finally(stop)
  if (!socket) throw new LabError('error.wires', {}, {cause: ended ?? missing})
  return socket
}

function tryToConnect(path: string): Promise<Socket | string> {
  return new Promise(resolve => {
    const socket = connect(path)
    socket.once('connect', () => resolve(socket)).once('error', error => resolve(error.message))
  })
}

/** After the end of the process no order is answered, so each pending one fails. */
function ordersOn(socket: Socket): (order: WiresOrder) => Promise<WiresAnswer> {
  const pending = new Map<number, PromiseWithResolvers<WiresAnswer>>()
  let last = 0
  socket.on('error', () => undefined)
  socket.once('close', () => {
    for (const {reject} of pending.values()) reject(new LabError('error.wires'))
  })
  createInterface({input: socket}).on('line', line => {
    const answer = JSON.parse(line) as WiresAnswer
    pending.get(answer.id)?.resolve(answer)
    pending.delete(answer.id)
  })
  return order => {
    if (socket.destroyed) return Promise.reject(new LabError('error.wires'))
    last += 1
    const waiting = Promise.withResolvers<WiresAnswer>()
    pending.set(last, waiting)
    socket.write(`${JSON.stringify({id: last, ...order})}\n`)
    return waiting.promise
  }
}
