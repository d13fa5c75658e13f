// What the learner's lab has to tell the hub, on disk until the workshop ends: a hub that comes back after hours, or that has lost its store,
// gets all of it. One JSON object a line; the first names the outbox.

import {randomBytes} from 'node:crypto'
import {appendFile, mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import {dirname} from 'node:path'
import {type NumberedEvent, parseEvent, type WorkshopEvent} from '../model/workshop/event.ts'
import {limits} from '../model/workshop/limits.ts'

/** The most events of an outbox; some 100 bytes each. */
const most = 2000
/** What is given up first when an outbox is full. Steps, answers and flags never are. */
const dispensable: readonly WorkshopEvent['kind'][] = ['beat', 'try', 'reply', 'hint', 'mistake']

export class Outbox {
  /** 8 hex digits: tells the numbers of this outbox from another's. */
  readonly epoch: string
  readonly #file: string
  #events: NumberedEvent[]
  #last: number
  #acknowledged = 0
  #writing: Promise<unknown> = Promise.resolve()
  #onAdded: () => void = () => undefined

  private constructor(file: string, epoch: string, events: readonly NumberedEvent[]) {
    this.#file = file
    this.epoch = epoch
    this.#events = [...events]
    this.#last = events.at(-1)?.seq ?? 0
  }

  /** Goes on with the outbox in `file`, or begins one. Lines that a crash cut short are left out. */
  static async open(file: string): Promise<Outbox> {
    const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
    const epoch = epochOf(lines[0])
    if (epoch !== undefined) return new Outbox(file, epoch, lines.slice(1).flatMap(eventOf))
    const outbox = new Outbox(file, randomBytes(4).toString('hex'), [])
    await mkdir(dirname(file), {recursive: true, mode: 0o700})
    await outbox.#rewrite()
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
    else this.#write(() => appendFile(this.#file, `${JSON.stringify(numbered)}\n`))
    this.#onAdded()
  }

  /** The oldest events that are not acknowledged, as many as one request takes. They are on disk by then. */
  async next(): Promise<readonly NumberedEvent[]> {
    const begin = this.#sent()
    const events = this.#events.slice(begin, begin + limits.batch)
    await this.#writing
    return events
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
    const needed = this.#events.filter(({event}) => !dispensable.includes(event.kind))
    this.#events = needed.length > most ? needed.slice(-most) : needed
    this.#write(() => this.#rewrite())
  }

  async #rewrite(): Promise<void> {
    const lines = [{epoch: this.epoch}, ...this.#events].map(line => `${JSON.stringify(line)}\n`)
    await writeFile(`${this.#file}.new`, lines.join(''), {mode: 0o600})
    await rename(`${this.#file}.new`, this.#file)
  }

  #write(work: () => Promise<void>): void {
    this.#writing = this.#writing.then(work).catch(() => undefined)
  }
}

function epochOf(line: string | undefined): string | undefined {
  const epoch = (parsed(line) as Readonly<{epoch?: unknown}> | undefined)?.epoch
  return typeof epoch === 'string' && /^[0-9a-f]{8}$/.test(epoch) ? epoch : undefined
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
