// One direction of one connection: which of its bytes go on, and when. Pure: the clock and chance are given.

import type {Fault} from '../../model/cluster/links.ts'

/** Bytes; `end`: the sender sends no more, but may still read; `close`: its connection is gone. */
export type Piece = Buffer | 'end' | 'close'

type Late = Readonly<{piece: Piece; due: number}>

/** Bytes that a slow link holds: with more under way the sender waits, as with a full TCP window. */
const mostUnderWay = 1_000_000

export class Passage {
  #fault: Fault | undefined
  #lost = false
  readonly #late: Late[] = []
  #underWay = 0

  /** Nothing is done to this direction, so everything goes on at once. */
  get isFree(): boolean {
    return this.#fault === undefined && this.#late.length === 0
  }

  /** A connection cannot stay when its link is closed, or when bytes flow again behind bytes that are lost. */
  get isBroken(): boolean {
    return this.#fault?.is === 'closed' || (this.#lost && this.#fault?.is !== 'cut')
  }

  /** The sender has to wait. */
  get isFull(): boolean {
    return this.#underWay >= mostUnderWay
  }

  get isCut(): boolean {
    return this.#fault?.is === 'cut'
  }

  /** When the next piece that waits is due; undefined if none waits. */
  get nextDue(): number | undefined {
    return this.#late[0]?.due
  }

  /** Bytes under way arrive at once when a slow link is healed, and vanish when it is cut. */
  set(fault: Fault | undefined): void {
    this.#fault = fault
    if (this.#late.length === 0 || fault?.is === 'slow') return
    const underWay = this.#late.splice(0)
    if (fault === undefined) {
      this.#late.push(...underWay.map(({piece}) => ({piece, due: 0})))
      return
    }
    this.#underWay = 0
    this.#lost = true
  }

  /** Takes a piece from the sender. @returns whether it goes on now; else it is late or lost. @param chance from 0 up to, not including, 1 */
  take(piece: Piece, now: number, chance: number): boolean {
    const fault = this.#fault
    if (fault?.is === 'cut' || fault?.is === 'closed') {
      this.#lost = true
      return false
    }
    const last = this.#late.at(-1)
    if (!fault && !last) return true
    const due = now + (fault ? fault.ms + fault.jitter * chance : 0)
    // No piece overtakes another.
    this.#late.push({piece, due: Math.max(due, last?.due ?? 0)})
    this.#underWay += lengthOf(piece)
    return false
  }

  /** Removes the pieces that are due. */
  due(now: number): readonly Piece[] {
    const waiting = this.#late.findIndex(({due}) => due > now)
    const count = waiting < 0 ? this.#late.length : waiting
    const pieces = this.#late.splice(0, count).map(({piece}) => piece)
    for (const piece of pieces) this.#underWay -= lengthOf(piece)
    return pieces
  }
}

function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? 0 : piece.length
}
