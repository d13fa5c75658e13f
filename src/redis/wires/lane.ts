// One direction of a connection between its two sockets: what the source sends goes to the target, as the passage allows.

import type {Socket} from 'node:net'
import {Passage, type Piece} from './passage.ts'

export type LaneOptions = Readonly<{
  source: () => Socket | undefined
  target: () => Socket | undefined
}>

export class Lane {
  readonly passage = new Passage()
  readonly #options: LaneOptions
  #timer: NodeJS.Timeout | undefined
  /** The target takes no more until it has sent what it has. */
  #isTargetFull = false

  constructor(options: LaneOptions) {
    this.#options = options
  }

  /** Takes what the source has sent. */
  take(piece: Piece): void {
    const {passage} = this
    if (passage.isFree || passage.take(piece, performance.now(), Math.random())) this.#send(piece)
    else this.deliver()
  }

  /** Sends what is due, and sets the clock for the rest. */
  deliver(): void {
    const now = performance.now()
    for (const piece of this.passage.due(now)) this.#send(piece)
    this.#holdSource()
    clearTimeout(this.#timer)
    const {nextDue} = this.passage
    if (nextDue !== undefined) this.#timer = setTimeout(() => this.deliver(), Math.max(0, nextDue - now))
  }

  #send(piece: Piece) {
    const target = this.#options.target()
    if (!target || target.destroyed) return
    if (piece === 'end') target.end()
    else if (piece === 'close') target.destroySoon()
    else if (!target.write(piece)) this.#waitFor(target)
  }

  #waitFor(target: Socket) {
    if (this.#isTargetFull) return
    this.#isTargetFull = true
    this.#holdSource()
    target.once('drain', () => {
      this.#isTargetFull = false
      this.#holdSource()
    })
  }

  /** The source waits while the target or the link is full, so that its sender waits too. */
  #holdSource() {
    const source = this.#options.source()
    if (this.#isTargetFull || this.passage.isFull) source?.pause()
    else source?.resume()
  }
}
