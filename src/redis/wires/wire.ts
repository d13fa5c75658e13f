// A connection through the wires: two sockets, and what passes between them.

import type {Socket} from 'node:net'
import type {Direction, Fault, Party} from '../../model/cluster/links.ts'
import type {NodeName} from '../../model/cluster/node.ts'
import type {Caller} from './caller.ts'
import {Passage, type Piece} from './passage.ts'

export type WireOptions = Readonly<{
  caller: Socket
  /** The node that is called. */
  to: NodeName
  /** Known from the beginning, or read from the first bytes. */
  from: Party | ((bytes: Buffer) => Caller)
  /** Whether the first bytes go on before the caller is known. */
  passesFirst: boolean
  partyAt: (port: number) => Party | undefined
  connect: (onBytes: (bytes: Buffer) => void) => Socket
  faultBetween: (direction: Direction) => Fault | undefined
  onClose: (wire: Wire) => void
}>

type Lane = {
  readonly passage: Passage
  readonly source: () => Socket | undefined
  readonly target: () => Socket | undefined
  timer?: NodeJS.Timeout
  /** The sender waits until less is under way. */
  isHeld?: boolean
}

export class Wire {
  readonly #options: WireOptions
  readonly #caller: Socket
  #node: Socket | undefined
  #from: Party | undefined
  #isKnown = false
  #first: Buffer = Buffer.alloc(0)
  readonly #there: Lane = {
    passage: new Passage(),
    source: () => this.#caller,
    target: () => this.#connected(),
  }
  readonly #back: Lane = {passage: new Passage(), source: () => this.#node, target: () => this.#caller}

  constructor(options: WireOptions) {
    this.#options = options
    const {caller, from} = options
    this.#caller = caller
    caller.on('error', ignore)
    if (typeof from === 'string') this.#know(from)
    caller.on('data', bytes => (this.#isKnown ? this.#pass(this.#there, bytes) : this.#read(bytes)))
    caller.once('close', () => this.#ended(this.#there))
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
      this.#deliver(this.#there)
      this.#deliver(this.#back)
    }
  }

  #break() {
    // The client comes over a socket file, which knows no reset.
    if (this.#options.from === 'client') this.#caller.destroy()
    else this.#caller.resetAndDestroy()
    this.#node?.resetAndDestroy()
  }

  #read(bytes: Buffer) {
    const {from, passesFirst, partyAt} = this.#options
    if (typeof from === 'string') return
    this.#first = this.#first.length === 0 ? bytes : Buffer.concat([this.#first, bytes])
    const caller = from(this.#first)
    if (caller === 'more') {
      if (passesFirst) this.#pass(this.#there, bytes)
      return
    }
    const held = passesFirst ? bytes : this.#first
    this.#first = Buffer.alloc(0)
    this.#know(caller === 'other' ? undefined : partyAt(caller))
    this.#pass(this.#there, held)
  }

  #know(party: Party | undefined) {
    this.#isKnown = true
    this.#from = party
    this.update()
  }

  /** The connection to the node: opened for the first bytes that reach it. */
  #connected(): Socket | undefined {
    if (this.#node || this.#caller.destroyed) return this.#node
    const node = this.#options.connect(bytes => this.#pass(this.#back, bytes))
    this.#node = node
    node.on('error', ignore)
    node.once('close', () => this.#ended(this.#back))
    return node
  }

  #pass(lane: Lane, bytes: Buffer) {
    if (lane.passage.isFree) this.#send(lane, bytes)
    else this.#take(lane, bytes)
  }

  #take(lane: Lane, piece: Piece) {
    if (lane.passage.take(piece, performance.now(), Math.random())) this.#send(lane, piece)
    else this.#deliver(lane)
  }

  #send(lane: Lane, piece: Piece) {
    const target = lane.target()
    if (!target || target.destroyed) return
    if (piece === 'end') return target.destroySoon()
    if (target.write(piece)) return
    const source = lane.source()
    source?.pause()
    target.once('drain', () => source?.resume())
  }

  /** Sends what is due, and sets the clock for the next. */
  #deliver(lane: Lane) {
    const now = performance.now()
    for (const piece of lane.passage.due(now)) this.#send(lane, piece)
    this.#hold(lane)
    clearTimeout(lane.timer)
    const {nextDue} = lane.passage
    if (nextDue !== undefined) lane.timer = setTimeout(() => this.#deliver(lane), Math.max(0, nextDue - now))
  }

  #hold(lane: Lane) {
    const {isFull} = lane.passage
    if (isFull === (lane.isHeld ?? false)) return
    lane.isHeld = isFull
    if (isFull) lane.source()?.pause()
    else lane.source()?.resume()
  }

  #ended(lane: Lane) {
    // An end that is lost leaves the other side waiting, as on a real network.
    if (lane !== this.#there || this.#node) this.#take(lane, 'end')
    const isOver = this.#caller.destroyed && (this.#node?.destroyed ?? true)
    if (isOver) this.#options.onClose(this)
  }
}

/** A failed connection is reported by its end. */
function ignore() {
  return undefined
}
