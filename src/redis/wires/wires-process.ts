// The wires: a process between the nodes of a stage. It listens on each node's public ports, finds out who calls, and passes the bytes on as the links
// allow. Started by the keeper, which owns it as it owns the nodes; the lab tells it about the links on a socket in the run folder.

import {createServer, type Socket} from 'node:net'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {
  type Direction,
  faultBetween,
  type Party,
  type Wiring,
  wholeWiring,
} from '../../model/cluster/links.ts'
import type {NodeName} from '../../model/cluster/node.ts'
import {type Caller, callerOnData, senderOnBus} from './caller.ts'
import {PublicPorts, socketOptions} from './public-ports.ts'
import {Wire} from './wire.ts'
import type {WireCount, WiredNode, WiresAnswer, WiresOrder} from './wires-messages.ts'

type Over = WireCount['over']

const [folder = ''] = process.argv.slice(2)
const publicPorts = new Map<NodeName, PublicPorts>()
const wires = new Map<Wire, Readonly<{to: PublicPorts; over: Over}>>()
/** The announced ports of the nodes that were heard on the bus. */
const portsById = new Map<string, number>()
let wiring: Wiring = wholeWiring

function open(node: WiredNode) {
  const ports: PublicPorts = new PublicPorts({node, onCaller: (caller, over) => accept(caller, ports, over)})
  publicPorts.set(node.name, ports)
  createServer(socketOptions, caller => accept(caller, ports, 'client')).listen(
    join(folder, `${node.name}.sock`),
  )
}

function accept(caller: Socket, to: PublicPorts, over: Over) {
  const wire = new Wire({
    caller,
    to: to.node.name,
    from: over === 'client' ? 'client' : over === 'bus' ? callerOnBus : callerOnDataPort,
    // A replica first sends a PING, as any client may, and tells its port only once that is answered. So one that connects again over a cut or closed link
    // logs that its master replied to PING; on a real network its connect would fail. What it sends next meets the fault, and its link stays down.
    passesFirst: over === 'data',
    partyAt,
    connect: onBytes => to.connect(over === 'bus' ? 'bus' : 'data', onBytes),
    faultBetween: (direction: Direction) => faultBetween(wiring, direction),
    onClose: closed => wires.delete(closed),
  })
  wires.set(wire, {to, over})
}

function callerOnBus(bytes: Buffer): Caller {
  const sender = senderOnBus(bytes)
  if (typeof sender === 'string') return sender
  portsById.set(sender.id, sender.port)
  return sender.port
}

function callerOnDataPort(bytes: Buffer): Caller {
  return callerOnData(bytes, id => portsById.get(id))
}

function partyAt(port: number): Party | undefined {
  return [...publicPorts.values()].find(({node}) => node.port === port)?.node.name
}

async function execute(order: WiresOrder): Promise<Omit<WiresAnswer, 'id'>> {
  switch (order.do) {
    case 'open':
      order.nodes.forEach(open)
      return {}
    case 'set':
      wiring = order.wiring
      for (const wire of [...wires.keys()]) wire.update()
      return {}
    case 'await':
      await Promise.all(order.nodes.map(node => publicPorts.get(node)?.opened()))
      return {}
    case 'refuse':
      publicPorts.get(order.node)?.close()
      return {}
    case 'census':
      return {
        census: [...wires].map(([{from}, {to, over}]) => ({...(from && {from}), to: to.node.name, over})),
      }
  }
}

function serve(lab: Socket) {
  // The lab has ended, and the keeper ends all else.
  lab.on('error', () => undefined).once('close', () => process.exit(0))
  createInterface({input: lab}).on('line', async line => {
    const {id, ...order} = JSON.parse(line) as WiresOrder & Readonly<{id: number}>
    const answer: WiresAnswer = {id, ...(await execute(order))}
    lab.write(`${JSON.stringify(answer)}\n`)
  })
}

createServer(serve).listen(join(folder, 'lab.sock'))
