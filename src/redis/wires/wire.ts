// A connection through the wires: the socket of the caller, that of the node, and a lane for each direction between them.

import type {Socket} from 'node:net'
import type {Direction, Fault, Party} from '../../model/cluster/links.ts'
import type {NodeName} from '../../model/cluster/node.ts'
import type {Caller} from './caller.ts'
import {Lane} from './lane.ts'

type ReadCaller = (bytes: Buffer) => Caller

export type WireOptions = Readonly<{
  caller: Socket
  /** The node that is called. */
  to: NodeName
  /** Known from the beginning, or read from the first bytes. */
  from: Party | ReadCaller
  /** Whether the first bytes go on before the caller is known. */
  passesFirst: boolean
  partyAt: (port: number) => Party | undefined
  connect: (onBytes: (bytes: Buffer) => void) => Socket
  faultBetween: (direction: Direction) => Fault | undefined
  onClose: (wire: Wire) => void
}>

export class Wire {
  readonly #options: WireOptions
  readonly #caller: Socket
  #node: Socket | undefined
  #from: Party | undefined
  /** Until the caller is known. */
  #readCaller: ReadCaller | undefined
  #first: Buffer = Buffer.alloc(0)
  readonly #there: Lane
  readonly #back: Lane

  constructor(options: WireOptions) {
    this.#options = options
    const {caller, from} = options
    this.#caller = caller
    this.#there = new Lane({source: () => caller, target: () => this.#connected()})
    this.#back = new Lane({source: () => this.#node, target: () => caller})
    caller.on('error', ignore)
    if (typeof from === 'string') this.#know(from)
    else this.#readCaller = from
    caller.on('data', bytes => {
      if (this.#readCaller) this.#identify(bytes, this.#readCaller)
      else this.#there.take(bytes)
    })
    caller.once('end', () => this.#callerEnded())
    caller.once('close', () => this.#closed(this.#there))
  }

  /** The party that called; undefined for any other client, and until it is known. */
  get from(): Party | undefined {
    return this.#from
  }

  /** Takes over what was done to the links. */
  update(): void {
    const {to, faultBetween} = this.#options
    const from = this.#from
    if (from === undefined) return
    this.#there.passage.set(faultBetween({from, to}))
    this.#back.passage.set(faultBetween({from: to, to: from}))
    if (this.#there.passage.isBroken || this.#back.passage.isBroken) {
      this.#break()
    } else {
      this.#there.deliver()
      this.#back.deliver()
    }
  }

  #break() {
    // The client comes over a socket file, which knows no reset.
    if (this.#options.from === 'client') this.#caller.destroy()
    else this.#caller.resetAndDestroy()
    this.#node?.resetAndDestroy()
  }

  #identify(bytes: Buffer, readCaller: ReadCaller) {
    const {passesFirst, partyAt} = this.#options
    this.#first = this.#first.length === 0 ? bytes : Buffer.concat([this.#first, bytes])
    const caller = readCaller(this.#first)
    if (caller === 'more') {
      if (passesFirst) this.#there.take(bytes)
      return
    }
    const held = passesFirst ? bytes : this.#first
    this.#first = Buffer.alloc(0)
    this.#know(caller === 'other' ? undefined : partyAt(caller))
    this.#there.take(held)
  }

  #know(party: Party | undefined) {
    this.#readCaller = undefined
    this.#from = party
    this.update()
  }

  /** The connection to the node: opened for the first bytes that reach it. */
  #connected(): Socket | undefined {
    if (this.#node || this.#caller.destroyed) return this.#node
    const node = this.#options.connect(bytes => this.#back.take(bytes))
    this.#node = node
    node.on('error', ignore)
    node.once('end', () => this.#ended(this.#back, node))
    node.once('close', () => this.#closed(this.#back))
    return node
  }

  #callerEnded() {
    const hasSentNothing = !this.#node && this.#there.passage.isFree
    if (hasSentNothing) this.#caller.destroy()
    else this.#ended(this.#there, this.#caller)
  }

  /** An end that is lost leaves the other side waiting, as on a real network. */
  #ended(lane: Lane, source: Socket) {
    lane.take('end')
    if (lane.passage.isCut) source.destroy()
  }

  #closed(lane: Lane) {
    if (lane === this.#back || this.#node) lane.take('close')
    const isOver = this.#caller.destroyed && (this.#node?.destroyed ?? true)
    if (isOver) this.#options.onClose(this)
  }
}

/** A failed connection is reported by its end. */
function ignore() {
  return undefined
}
