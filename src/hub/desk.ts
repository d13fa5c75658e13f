// What is done to a room: by the instructor, in the terminal of `host` and on the page alike, and by who comes in or wants to be erased.

import {randomUUID} from 'node:crypto'
import {sanitize} from '../model/text/sanitize.ts'
import type {Delivery, Target, WorkshopCommand} from '../model/workshop/command.ts'
import {type Counts, countColumns, countRows} from '../model/workshop/counts.ts'
import type {HelpAct} from '../model/workshop/help-question.ts'
import type {Role} from '../model/workshop/join.ts'
import {limits} from '../model/workshop/limits.ts'
import {helpQueue, newestPoll, resultOf} from '../model/workshop/overview.ts'
import type {Room} from '../model/workshop/room.ts'
import {Acts} from './acts.ts'
import {newCode} from './codes.ts'
import {csvOf, type ExportedRow, exportedRecords, jsonLines, jsonLinesOf, tableOf} from './export-records.ts'
import type {LiveRoom} from './live-room.ts'
import type {Admission, Helper, Joining, RoomSettings, RoomStore} from './store.ts'

/** The counts of a room that keeps nothing else. */
function countsFile(
  counts: Counts,
  orders: readonly Delivery[],
  format: 'csv' | 'jsonl',
): Readonly<{text: string; n: number}> {
  const commandOf = (id: string) => orders.find(order => order.id === id)?.command
  const rows = countRows(counts, {
    poll(id) {
      const command = commandOf(id)
      return command?.kind === 'poll' ? command : undefined
    },
    order: id => commandOf(id)?.kind,
  })
  return {text: format === 'csv' ? tableOf(countColumns, rows) : jsonLines(rows), n: rows.length}
}

/** As records name who took a question. */
const instructor: Helper = {id: 'instructor', name: '–'}

/** What changes the room waits while the hub's Redis is away, and is then done once; what reads it rejects. */
export class Desk {
  readonly #store: RoomStore
  readonly #live: LiveRoom
  readonly #acts: Acts

  constructor(store: RoomStore, live: LiveRoom) {
    this.#store = store
    this.#live = live
    this.#acts = new Acts(store)
    live.listen(() => this.#acts.check())
  }

  /** What is not done yet is not done. */
  close(): void {
    this.#acts.close()
  }

  room(): Room {
    return this.#live.room
  }

  /** All orders that are kept, oldest first. */
  orders(): readonly Delivery[] {
    return this.#live.orders
  }

  /** Returns how to stop listening. */
  listen(listener: () => void): () => void {
    return this.#live.listen(listener)
  }

  settings(): Promise<RoomSettings> {
    return this.#store.readSettings()
  }

  /** Sends a command. Resolves to its id; an id that was given before is sent once. */
  async give(command: WorkshopCommand, target: Target = {}, id: string = randomUUID()): Promise<string> {
    if (command.kind === 'poll') await this.#acts.do(act => this.#store.openPoll(id, act), `open-${id}`)
    await this.#acts.do(() => this.#store.give({id, target, command}), id)
    return id
  }

  /**
   * Takes no more votes for the newest poll; `share`: and tells every lab how the room has voted. Resolves to false if there is no poll, or it is
   * closed already and not to be shared.
   */
  async closePoll(share: boolean): Promise<boolean> {
    const poll = newestPoll(this.orders())
    const isOpen = poll !== undefined && this.room().poll === poll.id
    if (!poll || !(isOpen || share)) return false
    if (isOpen) {
      await this.#acts.do(act => this.#store.openPoll(undefined, act))
      // Votes that were stored before count, so they have to be read first.
      await this.#live.until(room => room.poll !== poll.id)
    }
    const {question} = poll.command
    const result = share ? {question, answers: resultOf(this.room(), poll)} : undefined
    await this.give({kind: 'close', poll: poll.id, ...(result && {result})})
    return true
  }

  lock(locked: boolean): Promise<void> {
    return this.#acts.do(act => this.#store.lock(locked, act))
  }

  /** Sends somebody out. Resolves to false if there is no such person. */
  kick(learner: string): Promise<boolean> {
    return this.#acts.do(act => this.#store.dismiss(learner, 'kicked', act))
  }

  /** Lets somebody in again who was sent out. Resolves to false if nobody was. */
  readmit(learner: string): Promise<boolean> {
    return this.#acts.do(act => this.#store.readmit(learner, act))
  }

  /** Tells the person, too. Resolves to false if the name cannot be shown, is too long, or is somebody else's. */
  async rename(learner: string, name: string): Promise<boolean> {
    const clean = sanitize(name).trim()
    if (clean === '' || clean.length > limits.name) return false
    if (!(await this.#acts.do(act => this.#store.rename(learner, clean, act)))) return false
    await this.give({kind: 'rename', name: clean}, {learner})
    return true
  }

  /** Makes a new code for learners or helpers; who is in stays in. */
  async changeCode(of: Role): Promise<string> {
    const code = newCode()
    await this.#acts.do(act => this.#store.changeCode(of, code, act))
    return code
  }

  /** Tells every lab, and closes the room for good. */
  async end(): Promise<void> {
    await this.give({kind: 'end'})
    await this.#acts.do(act => this.#store.end(act))
    await this.#live.until(({ended}) => ended)
  }

  /** Lets somebody in; no failover sends them out, also if the room is locked or has another code by then. */
  async join(request: Joining): Promise<Admission> {
    const act = randomUUID()
    const admission = await this.#store.join(request, act)
    if ('learner' in admission) {
      const {learner, name} = admission
      this.#acts.keep(() => this.#store.joinAgain({...request, id: learner, name}, act), act)
    }
    return admission
  }

  /** Deletes everything of a person; once that is done, no failover brings it back. */
  async erase(device: string): Promise<void> {
    const erased = await this.#store.erase(device)
    if (!erased) return
    this.#live.forget(erased)
    void this.#acts.do(async act => {
      await this.#store.erase(device)
      await this.#store.did(act)
    })
  }

  /**
   * Takes the question with this number, gives it back, or closes it as answered; who asks is told. Without `by` it is the instructor who does it. Resolves
   * to false if there is no such question, or another has taken it.
   */
  async help(n: number, what: HelpAct, by?: Helper): Promise<boolean> {
    const question = helpQueue(this.room(), Date.now()).find(one => one.n === n)
    if (!question) return false
    const {learner} = question
    const asked = {n, ...(learner !== undefined && {learner})}
    const helper = by ?? instructor
    if (what === 'claim') {
      const claimed = await this.#store.claim(asked, helper)
      // The learner was told when the question was claimed.
      if (claimed !== 'claimed') return claimed === 'kept'
    } else if (!(await this.#store.release(asked, helper, what === 'answer'))) return false
    const state = {claim: 'claimed', release: 'waiting', answer: 'closed'} as const
    const told = {kind: 'help', state: state[what], ...(by && {by: by.name})} as const
    // Where nobody knows whose question it is, every lab hears of it, and the one that has this number tells its learner.
    if (learner === undefined) await this.give({...told, n})
    else await this.give(told, {learner})
    return true
  }

  /** Why Redis could not be read just now. */
  get fault(): Error | undefined {
    return this.#live.fault
  }

  /** The picture that a learner sent for this request, as JSON. */
  snapshot(request: string): Promise<string | undefined> {
    return this.#store.snapshot(request)
  }

  /** Everything that the room has recorded and was told, in order of time, and how many rows that is. */
  async records(format: 'csv' | 'jsonl'): Promise<Readonly<{text: string; n: number}>> {
    const {counts} = this.room()
    if (counts) return countsFile(counts, this.orders(), format)
    const rows: ExportedRow[] = []
    const exported = exportedRecords()
    for await (const some of this.#store.history()) rows.push(...exported(some))
    for await (const some of this.#store.ordersGiven()) rows.push(...some)
    const names = Object.fromEntries(
      Object.values(this.room().people).map(({learner, name}) => [learner, name]),
    )
    const sorted = rows.toSorted((a, b) => a.at - b.at)
    return {text: (format === 'csv' ? csvOf : jsonLinesOf)(sorted, names), n: sorted.length}
  }
}
