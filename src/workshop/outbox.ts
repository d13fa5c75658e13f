// What the learner's lab has to tell the hub, on disk until the workshop ends: a hub that comes back after hours, or that has lost its store,
// gets all of it. One JSON object a line; the first names the outbox.

import {randomBytes} from 'node:crypto'
import {appendFile, mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import {dirname} from 'node:path'
import {type NumberedEvent, parseEvent, type WorkshopEvent} from '../model/workshop/event.ts'
import {limits} from '../model/workshop/limits.ts'

/** The most events of an outbox, some 100 bytes each; and how many a full one keeps, so that not each event rewrites it. */
const most = 2000
const kept = 1500
/** What is given up when an outbox is full, in this order, the oldest first. Of steps, answers and flags, only the oldest, when there is nothing else. */
const dispensable: readonly WorkshopEvent['kind'][] = ['beat', 'reply', 'try', 'hint', 'mistake']
/** Numbers that are left out when an outbox is opened again: a computer that lost its power may have lost the last ones on their way to the disk. */
const gap = 100

export class Outbox {
  /** 8 hex digits: tells the numbers of this outbox from another's. */
  readonly epoch: string
  readonly #file: string
  #events: NumberedEvent[]
  #last: number
  #acknowledged = 0
  #writing: Promise<unknown> = Promise.resolve()
  /** The last write failed, perhaps in the middle of a line. */
  #damaged = false
  #onAdded: () => void = () => undefined

  private constructor(file: string, epoch: string, events: readonly NumberedEvent[], last: number) {
    this.#file = file
    this.epoch = epoch
    this.#events = [...events]
    this.#last = last
  }

  /** Goes on with the outbox in `file`, or begins one. Lines that a crash cut short are left out. */
  static async open(file: string): Promise<Outbox> {
    const [first, ...lines] = (await readFile(file, 'utf8').catch(() => '')).split('\n')
    const head = headOf(first)
    const events = head ? ascending(lines.flatMap(eventOf)) : []
    const last = head ? Math.max(head.last, events.at(-1)?.seq ?? 0) + gap : 0
    const outbox = new Outbox(file, head?.epoch ?? randomBytes(4).toString('hex'), events, last)
    await mkdir(dirname(file), {recursive: true, mode: 0o700})
    outbox.#write(() => outbox.#rewrite())
    await outbox.#writing
    return outbox
  }

  /** The highest number that the hub has acknowledged. A lower one sends everything above it again. */
  get acknowledged(): number {
    return this.#acknowledged
  }

  set acknowledged(seq: number) {
    this.#acknowledged = Math.min(seq, this.#last)
  }

  get unsent(): number {
    return this.#events.length - this.#sent()
  }

  /** Called after each event. */
  set onAdded(listener: () => void) {
    this.#onAdded = listener
  }

  add(event: WorkshopEvent, at = Date.now()): void {
    const numbered = {seq: ++this.#last, at, event}
    this.#events.push(numbered)
    if (this.#events.length > most) this.#shrink()
    else if (this.#damaged) this.#write(() => this.#rewrite())
    else this.#write(() => appendFile(this.#file, `${JSON.stringify(numbered)}\n`))
    this.#onAdded()
  }

  /**
   * The oldest events that are not acknowledged, as many as one request takes, and the number that was acknowledged before them: the two belong
   * together, for the hub may have lost more in the meantime. They are on disk by then.
   */
  async next(): Promise<Readonly<{after: number; events: readonly NumberedEvent[]}>> {
    const after = this.#acknowledged
    const begin = this.#sent()
    const events = this.#events.slice(begin, begin + limits.batch)
    await this.#writing
    return {after, events}
  }

  /** Settles after the last write. A disk that is full costs the events on it only when the lab ends too. */
  async close(): Promise<void> {
    await this.#writing
  }

  /** The index of the first event that is not acknowledged. */
  #sent(): number {
    const index = this.#events.findIndex(({seq}) => seq > this.#acknowledged)
    return index < 0 ? this.#events.length : index
  }

  #shrink(): void {
    for (const kind of dispensable) this.#giveUp(event => event.kind === kind)
    this.#giveUp(() => true)
    this.#write(() => this.#rewrite())
  }

  /** The oldest of these, until few enough are left. */
  #giveUp(isOne: (event: WorkshopEvent) => boolean): void {
    let over = this.#events.length - kept
    this.#events = this.#events.filter(({event}) => {
      const goes = over > 0 && isOne(event)
      if (goes) over--
      return !goes
    })
  }

  async #rewrite(): Promise<void> {
    const lines = [{epoch: this.epoch, last: this.#last}, ...this.#events].map(
      line => `${JSON.stringify(line)}\n`,
    )
    await writeFile(`${this.#file}.new`, lines.join(''), {mode: 0o600})
    await rename(`${this.#file}.new`, this.#file)
    this.#damaged = false
  }

  #write(work: () => Promise<void>): void {
    this.#writing = this.#writing.then(work).catch(() => {
      this.#damaged = true
    })
  }
}

/** `last`: the highest number that was given when the file was written. */
function headOf(line: string | undefined): Readonly<{epoch: string; last: number}> | undefined {
  const {epoch, last} = (parsed(line) ?? {}) as Readonly<{epoch?: unknown; last?: unknown}>
  if (typeof epoch !== 'string' || !/^[0-9a-f]{8}$/.test(epoch)) return undefined
  return {epoch, last: typeof last === 'number' && Number.isSafeInteger(last) ? last : 0}
}

/** Without those whose number is not above the one before: a hub refuses a batch with such. */
function ascending(events: readonly NumberedEvent[]): readonly NumberedEvent[] {
  let last = 0
  return events.filter(({seq}) => {
    const isAbove = seq > last
    if (isAbove) last = seq
    return isAbove
  })
}

function eventOf(line: string): readonly NumberedEvent[] {
  const {seq, at, event} = (parsed(line) ?? {}) as Readonly<{seq?: unknown; at?: unknown; event?: unknown}>
  const known = parseEvent(event)
  return typeof seq === 'number' && typeof at === 'number' && known ? [{seq, at, event: known}] : []
}

function parsed(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '')
  } catch {
    return undefined
  }
}
