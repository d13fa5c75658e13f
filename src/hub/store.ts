// A room in Redis: every key, and every command that the hub sends. Hubs keep nothing else, so any number of them serve one room, and a hub that
// was killed goes on where it was. Works on a single server and on a cluster.

import {createHash, randomUUID} from 'node:crypto'
import {setTimeout as pause} from 'node:timers/promises'
import type {Delivery, Order} from '../model/workshop/command.ts'
import {type Counted, changesOf, presentSlots} from '../model/workshop/counts.ts'
import type {Batch, WorkshopEvent} from '../model/workshop/event.ts'
import type {Refusal, Role} from '../model/workshop/join.ts'
import {limits} from '../model/workshop/limits.ts'
import type {Note, RoomRecord, Sign} from '../model/workshop/room.ts'
import {DiskLog} from './disk-log.ts'
import {deliveryOf, type Entry, type Erased, isAbout, isOf, noteOf, orderOf, recordOf} from './entries.ts'
import {type Client, connect, evaluate, type RedisPlace} from './redis-client.ts'
import * as scripts from './scripts.ts'

/**
 * The most records and orders that a room keeps; a room of 500, each with two lines a minute, makes 250,000 records in three hours, of a hundred bytes. Events
 * of one learner: of some days. Signs of life count nowhere: the last of each learner is kept beside the records.
 * People: a room of that many is as good as locked.
 * Wrong codes of one address, and of all, in a minute. A class behind one NAT is one address, and 500 people who type a code make some dozens of mistakes: with
 * ten they would keep each other out. The limit of all is what protects the code: guessed at that rate for a week, it is found with a chance of 0.2 % (31^6
 * codes). One address has most of it, not all, so that an attacker there does not close the room for the others. Right codes do not count, but wait while their
 * address or the room is over its limit: let in, they would tell an attacker which guess was right. So an attacker can keep newcomers behind the same address
 * out, but only with a whole minute's guesses in its first second, for `join` comes back when the minute is over.
 */
const most = {
  records: 500_000,
  orders: 2000,
  eventsOfOne: 10_000,
  people: 10_000,
  guessesOfOne: 150,
  guesses: 200,
} as const
/** How long a wrong code counts, ms. */
const guessesCount = 60_000
/** Commands that may wait for Redis at once; more are refused. */
const mostWaiting = 2000
/** Entries of one read, and how long a read waits for the first, ms: shorter than the command's timeout. */
const chunk = 2000
const readFor = 2000
/** ms between two readings of the counts, of which nothing tells that they have changed */
const countEvery = 300
/** The length of a token, and of the seal that may follow it. */
const sealFrom = 32
/** s; a room that nobody ended, and one that ended. */
const kept = {open: 7 * 24 * 3600, ended: 24 * 3600} as const

/** A room's own settings, made once; no names are chosen while what is sent can be read on its way, either. */
export type RoomSettings = Readonly<{
  code: string
  helperCode: string
  /** Whether learners choose their names. */
  names: boolean
  /** Whether the room keeps counts alone, and nothing of its learners. */
  countsOnly?: boolean
}>

/** `locked`: nobody new comes in. */
export type Door = Required<RoomSettings> & Readonly<{locked: boolean}>

/**
 * The owner of a token, and the token's hash. `seal`: a secret that comes with each request of this person and is nowhere stored; in a room that only
 * counts, who reads the store cannot tell without it which slots are whose.
 */
export type Identity = Readonly<{learner: string; role: Role; token: string; seal: string}>

/** `question`: the number of the one that this learner has open. */
export type Stored = Readonly<{ack: number; question?: number}>

/** Somebody who is known to the room. `gone`: has left, or was sent out. */
export type Member = Readonly<{learner: string; name: string; role: Role; gone?: 'left' | 'kicked'}>

/** A person as they are stored. `token`: its hash, while they are in. */
type StoredPerson = Readonly<{name: string; role: Role; token?: string; kicked?: boolean}>

/** Of a token: it lets its owner in; its owner has left, or was sent out; or a newer token has replaced it, or the store has lost it. */
export type Standing = 'in' | 'left' | 'kicked' | 'replaced'

export type Joining = Readonly<{
  code: string
  device: string
  role: Role
  token: string
  id: string
  name: string
  /** Whether the learner chose it. */
  chosen: boolean
}>

export type Admission = Readonly<{refused: Refusal | 'taken'}> | Readonly<{learner: string; name: string}>

/**
 * What was recorded and ordered, in its order, each once. `more`: the store has more than was read so far. `members`: everybody whom the room knows, none
 * if it only counts; given when a reading begins from the start, at first and whenever the store has lost some of what was read, as after a failover.
 */
export type RoomNews = Readonly<{
  members?: readonly Member[]
  records: readonly RoomRecord[]
  /** The last of those who have given one since the last reading. */
  signs: readonly Sign[]
  orders: readonly Delivery[]
  /** Of a room that only counts. */
  counted?: Counted
  more: boolean
}>

/** One room. Every method rejects while Redis is away. */
export class RoomStore {
  readonly room: string
  readonly #client: Client
  readonly #reader: Client
  readonly #key: Readonly<Record<KeyName, string>>
  /** Undefined for a Redis of others: what is on its disk is their matter. */
  readonly #log: DiskLog | undefined
  readonly #closed = new AbortController()
  #waiting = 0
  #countsOnly = false
  #names = false

  private constructor(room: string, client: Client, reader: Client, log: DiskLog | undefined) {
    this.room = room
    this.#client = client
    this.#reader = reader
    this.#log = log
    this.#key = Object.fromEntries(keyNames.map(name => [name, keyOf(room, name)])) as Record<KeyName, string>
  }

  /** `answerWithin`: ms for one answer of Redis. @throws the connection's error if Redis is not there. */
  static async open(place: RedisPlace, room: string, answerWithin?: number): Promise<RoomStore> {
    const client = await connect(place, answerWithin)
    // A read that blocks holds its connection, so it has one of its own.
    const reader = await connect(place)
    return new RoomStore(room, client, reader, 'socket' in place ? new DiskLog(client) : undefined)
  }

  close(): void {
    this.#closed.abort()
    this.#client.disconnect()
    this.#reader.disconnect()
  }

  /** The settings of the room: those that it has, else these. */
  async settings(initial: RoomSettings): Promise<RoomSettings> {
    const asText = (value: unknown) => (typeof value === 'boolean' ? (value ? '1' : '0') : String(value))
    const fields = Object.entries(initial).flatMap(([name, value]) => [name, asText(value)])
    this.#names = initial.names
    const isNew = (await this.#eval(scripts.openRoom, [this.#key.room], fields)) === 1
    const settings = await this.readSettings()
    this.#countsOnly = settings.countsOnly
    // Its Redis writes only snapshots, and what it loses of the last seconds, labs send again; but not the room itself.
    if (this.#countsOnly && isNew) await this.#save()
    return settings
  }

  async #save(): Promise<void> {
    const isBusy = await this.#client.save().catch((error: Error) => {
      if (!error.message.includes('in progress')) throw error
      return true
    })
    if (isBusy !== true) return
    await this.#pause(20)
    return this.#save()
  }

  /** Whether this room keeps counts alone; known since its settings were read. */
  get countsOnly(): boolean {
    return this.#countsOnly
  }

  /** The most records; none of a learner where only counts are kept. */
  get #mostOfPeople(): number {
    return this.#countsOnly ? 0 : most.records
  }

  async readSettings(): Promise<Door> {
    const {code = '', helperCode = '', names, locked, countsOnly} = await this.#client.hgetall(this.#key.room)
    const is = {names: this.#names && names === '1', locked: locked === '1', countsOnly: countsOnly === '1'}
    return {code, helperCode, ...is}
  }

  /** `id`: of the person, if the device is new. */
  join(request: Joining, act: string): Promise<Admission> {
    return this.#join(request, act, false)
  }

  /** Lets somebody in who was let in before, unless they are in or were sent out. */
  async joinAgain(request: Joining, act: string): Promise<void> {
    await this.#join(request, act, true)
    await this.did(act)
  }

  async #join(request: Joining, act: string, again: boolean): Promise<Admission> {
    const {room, people, devices, tokens, names, records, ids} = this.#key
    const {code, device, role, token, id, name, chosen} = request
    const keys = [room, people, devices, tokens, names, records, ids]
    const about = [code, hash(device), role, hash(token), id, name, chosen ? '1' : '0']
    const args = [...about, this.#mostOfPeople, act, again ? '1' : '0', most.people]
    const [verdict, learner = '', given = ''] = (await this.#eval(scripts.join, keys, args)) as string[]
    return verdict === 'ok' ? {learner, name: given} : {refused: verdict as Refusal | 'taken'}
  }

  /**
   * Counts a wrong code, of all hubs of this room together. Resolves to the seconds to wait if there were too many; a right code has to wait then,
   * too. Counted and looked up in one step: of many guesses at once, no more are answered than of as many in a row.
   */
  async guess(address: string, isWrong: boolean): Promise<number | undefined> {
    const all = this.#key.guesses
    const args = [isWrong ? 1 : 0, most.guessesOfOne, most.guesses, guessesCount]
    const wait = Number(await this.#eval(scripts.guess, [`${all}:${this.#bucketOf(address)}`, all], args))
    return wait === 0 ? undefined : Math.max(1, Math.ceil(wait / 1000))
  }

  /** One of a million, so that the store does not have the address; two hardly ever share one. */
  #bucketOf(address: string): string {
    return hash(`${this.room} ${address}`).slice(0, 5)
  }

  async identify(token: string): Promise<Identity | undefined> {
    const hashed = hash(token)
    const found = await this.#counted(() => this.#client.hget(this.#key.tokens, hashed))
    const [role, learner] = found?.split(' ') ?? []
    return role !== undefined && learner !== undefined
      ? {role: role as Role, learner, token: hashed, seal: token.slice(sealFrom)}
      : undefined
  }

  /** What has become of a token since it was identified. */
  async standing({learner, token}: Pick<Identity, 'learner' | 'token'>): Promise<Standing> {
    const {tokens, people} = this.#key
    if ((await this.#client.hexists(tokens, token)) === 1) return 'in'
    const person = await this.#client.hget(people, learner)
    return (person && goneFrom(JSON.parse(person) as StoredPerson)) || 'replaced'
  }

  /** The role of the person whose device this is; undefined if the room knows none. */
  async roleOf(device: string): Promise<Role | undefined> {
    const {devices, people} = this.#key
    const learner = await this.#counted(() => this.#client.hget(devices, hash(device)))
    const found = learner && (await this.#client.hget(people, learner))
    return found ? (JSON.parse(found) as StoredPerson).role : undefined
  }

  /** The name of somebody; undefined if there is none. */
  async nameOf(learner: string): Promise<string | undefined> {
    const found = await this.#client.hget(this.#key.people, learner)
    return found ? (JSON.parse(found) as StoredPerson).name || undefined : undefined
  }

  /** Everybody whom the room knows, also those whose first records are no longer kept. */
  async members(): Promise<readonly Member[]> {
    const found = Object.entries(await this.#client.hgetall(this.#key.people))
    return found.map(([learner, json]) => {
      const person = JSON.parse(json) as StoredPerson
      const {name, role} = person
      const gone = goneFrom(person)
      return {learner, name, role, ...(gone && {gone})}
    })
  }

  /**
   * Stores what is new of a batch. Resolves to the highest number stored; below `batch.after` nothing was, and the client must go back to it.
   * Undefined if the token was withdrawn in the meantime: nothing is stored of somebody who has left.
   */
  async add(identity: Identity, batch: Batch): Promise<Stored | undefined> {
    if (this.#countsOnly) return this.#count(identity, batch)
    const {learner, token} = identity
    const {epoch, after} = batch
    const values = worthCounting(batch).flatMap(({seq, event}) => [
      seq,
      JSON.stringify(event),
      isQuestion(event) ? 1 : 0,
    ])
    const {records, numbers, tokens, signs} = this.#key
    const keys = [records, numbers, tokens, signs]
    const last = await this.#eval(scripts.storeEvents, keys, [
      token,
      learner,
      `${learner}:${epoch}`,
      after,
      batch.last,
      most.records,
      most.eventsOfOne,
      ...values,
    ])
    return Number(last) < 0 ? undefined : {ack: Number(last)}
  }

  /** A helper's lab is counted nowhere. */
  async #count({learner, token, seal, role}: Identity, batch: Batch): Promise<Stored | undefined> {
    const {counts, numbers, tokens, slots, questions, room} = this.#key
    const {epoch, after, last} = batch
    const values = worthCounting(batch).flatMap(({seq, event}) => {
      const changes = role === 'helper' ? [] : changesOf(event)
      const sealed = changes.map(one => ('slot' in one ? {...one, slot: slotOf(seal, one.slot)} : one))
      return [seq, JSON.stringify(sealed)]
    })
    const [ack = 0, question = 0] = (await this.#eval(
      scripts.countEvents,
      [counts, numbers, tokens, slots, questions, room],
      [
        token,
        learner,
        `${learner}:${epoch}`,
        after,
        last,
        most.eventsOfOne,
        Date.now(),
        slotOf(seal, presentSlots.flag),
        ...values,
      ],
    )) as number[]
    return ack < 0 ? undefined : {ack, ...(question > 0 && {question})}
  }

  /** Somebody who has left is on no step, and asks nothing. */
  async letGo(seal: string): Promise<void> {
    const {counts, numbers, slots, questions} = this.#key
    const theirs = Object.values(presentSlots).map(slot => slotOf(seal, slot))
    await this.#eval(scripts.letGo, [counts, numbers, slots, questions], theirs)
  }

  /** The secret that a token of this device carries in this room. */
  sealOf(device: string): string {
    return hash(`${this.room} ${device}`).slice(0, sealFrom)
  }

  async note(note: Note): Promise<void> {
    await this.#client.xadd(this.#key.records, 'MAXLEN', '~', most.records, '*', 'n', JSON.stringify(note))
  }

  /** `cursor`: of an order that the store has lost. A learner who had it by then does not get it again. */
  async give({id, target, command}: Order, cursor = '*'): Promise<void> {
    const args = [JSON.stringify({id, target, command}), most.orders, cursor]
    await this.#once(scripts.give, id, [this.#key.orders], args)
  }

  /** A new code for learners or helpers; who is in stays in. */
  async changeCode(of: Role, code: string, act: string): Promise<void> {
    await this.#set(act, of === 'helper' ? 'helperCode' : 'code', code)
  }

  async lock(locked: boolean, act: string): Promise<void> {
    await this.#set(act, 'locked', locked ? '1' : '0', {note: 'locked', locked})
  }

  /** Makes this poll the open one; without one, none is. */
  async openPoll(poll: string | undefined, act: string): Promise<void> {
    await this.#set(act, 'poll', poll ?? '', {note: 'polled', ...(poll !== undefined && {poll})})
  }

  async end(act: string): Promise<void> {
    await this.#set(act, 'ended', '1', {note: 'ended'})
    await Promise.all(lasting.map(name => this.#client.expire(this.#key[name], kept.ended)))
    if (!this.#countsOnly) return
    // Nothing more is counted, so nobody can be counted twice.
    await this.#client.del(this.#key.slots, this.#key.numbers)
    // The instructor may quit at once; the room must not be open again then.
    await this.#save()
  }

  hasEnded(): Promise<boolean> {
    return this.#counted(async () => (await this.#client.hexists(this.#key.room, 'ended')) === 1)
  }

  async #set(act: string, field: string, value: string, note?: Note): Promise<void> {
    const args = [field, value, note ? JSON.stringify(note) : '', most.records]
    await this.#once(scripts.set, act, [this.#key.records], args)
  }

  /** Resolves to false if there is no such person. */
  async dismiss(learner: string, why: 'left' | 'kicked', act: string = randomUUID()): Promise<boolean> {
    const {people, tokens, records} = this.#key
    return this.#once(scripts.dismiss, act, [people, tokens, records], [learner, why, this.#mostOfPeople])
  }

  /** Resolves to false if this person was not sent out. */
  async readmit(learner: string, act: string): Promise<boolean> {
    const {people, records} = this.#key
    return this.#once(scripts.readmit, act, [people, records], [learner, most.records])
  }

  async rename(learner: string, name: string, act: string): Promise<boolean> {
    const {people, names, records} = this.#key
    return this.#once(scripts.rename, act, [people, names, records], [learner, name, most.records])
  }

  /** Notes that an act is done that this store has no name for. */
  async did(act: string): Promise<void> {
    await this.#once(scripts.did, act, [], [])
  }

  /** Whether these acts are stored, or the whole room is gone. */
  async hasDone(acts: readonly string[]): Promise<boolean> {
    const {room, ids} = this.#key
    return (await this.#eval(scripts.areDone, [room, ids], acts)) === 1
  }

  /** `act`: its id. Sent again, it is not done again, and resolves to the same. */
  async #once(
    script: string,
    act: string,
    keys: readonly string[],
    args: readonly (string | number)[],
  ): Promise<boolean> {
    const {room, ids} = this.#key
    return (await this.#eval(script, [room, ids, ...keys], [act, ...args])) === 1
  }

  /**
   * Deletes everything that is stored of the person whose device this is; a random id remains, in the record that somebody was erased.
   * The device goes last: an erasure that was interrupted can be asked for again. Resolves to who it was, if there is such a person.
   */
  async erase(device: string): Promise<Erased | undefined> {
    const {people, devices, tokens, names, numbers, records, signs, orders} = this.#key
    const hashed = hash(device)
    const learner = await this.#client.hget(devices, hashed)
    if (!learner) return undefined
    const erased = {learner, names: await this.#namesOf(learner)}
    await this.#eval(scripts.forget, [people, tokens, names, records], [learner, this.#mostOfPeople])
    if (this.#countsOnly) await this.letGo(this.sealOf(device))
    await this.#client.zrem(signs, learner)
    const told = await this.#delete(orders, fields => {
      const order = orderOf(fields)
      return order !== undefined && isAbout(order, erased)
    })
    for (const fields of told) await this.#client.del(`${this.#key.snapshot}:${orderOf(fields)?.id}`)
    // The questions of a helper are anybody's again.
    for (const fields of await this.#delete(records, one => isOf(one, learner))) {
      const note = noteOf(fields)
      if (note?.note === 'claimed' && note.by === learner)
        await this.#client.del(`${this.#key.lease}:${note.n}`)
    }
    const theirs = (await this.#client.hkeys(numbers)).filter(name => name.startsWith(`${learner}:`))
    if (theirs.length > 0) await this.#client.hdel(numbers, ...theirs)
    await this.#client.hdel(devices, hashed)
    await this.cleanDisk()
    return erased
  }

  /** All that somebody had, by their records, and the one that they have. */
  async #namesOf(learner: string): Promise<readonly string[]> {
    const name = await this.nameOf(learner)
    const names = new Set(name === undefined ? [] : [name])
    for await (const entries of this.#allOf(this.#key.records))
      for (const [, fields] of entries) {
        const note = noteOf(fields)
        if ((note?.note === 'joined' || note?.note === 'renamed') && note.learner === learner)
          names.add(note.name)
      }
    return [...names]
  }

  /** Deletes entries of a stream. Resolves to the fields of those. */
  async #delete(stream: string, wanted: (fields: readonly string[]) => boolean) {
    const deleted: (readonly string[])[] = []
    for await (const entries of this.#allOf(stream)) {
      const found = entries.filter(([, fields]) => wanted(fields))
      if (found.length > 0) await this.#client.xdel(stream, ...found.map(([id]) => id))
      deleted.push(...found.map(([, fields]) => fields))
    }
    return deleted
  }

  /** `claimed`: the question is now this helper's. `kept`: it was already, and stays so for longer. `taken`: another's claim holds until it runs out. */
  async claim(asked: Asked, {id, name}: Helper): Promise<'claimed' | 'kept' | 'taken'> {
    const lease = `${this.#key.lease}:${asked.n}`
    const verdict = await this.#eval(scripts.claim, [lease], [id, limits.lease])
    if (verdict === 0) return 'taken'
    await this.note({note: 'claimed', ...asked, by: id, helper: name, until: Date.now() + limits.lease})
    return verdict === 1 ? 'claimed' : 'kept'
  }

  /** Gives a question back, or closes it as answered; false if it is not this helper's. */
  async release(asked: Asked, {id, name}: Helper, answered: boolean): Promise<boolean> {
    const lease = `${this.#key.lease}:${asked.n}`
    if ((await this.#client.get(lease)) !== id) return false
    await this.#client.del(lease)
    if (answered && this.#countsOnly) await this.#client.zrem(this.#key.questions, asked.n)
    await this.note({note: answered ? 'answered' : 'released', ...asked, by: id, helper: name})
    return true
  }

  /** Keeps a picture for the instructor; false if it was not asked for, or already exists. */
  async keepSnapshot(learner: string, request: string, json: string): Promise<boolean> {
    const key = `${this.#key.snapshot}:${request}`
    if ((await this.#client.set(key, json, 'PX', limits.picture, 'NX')) !== 'OK') return false
    this.#cleanDiskAfter(key)
    await this.note({note: 'pictured', learner, request})
    return true
  }

  async snapshot(request: string): Promise<string | undefined> {
    return (await this.#client.get(`${this.#key.snapshot}:${request}`)) ?? undefined
  }

  /** Takes off the disk what was deleted, or has run out. */
  async cleanDisk(): Promise<void> {
    await this.#log?.rewrite()
  }

  /** Once this picture is no longer kept. If the hub has ended by then, its next start does it. */
  #cleanDiskAfter(picture: string): void {
    const clean = async () => {
      // Redis deletes what has run out at the latest when it is asked for it.
      await this.#client.exists(picture)
      await this.cleanDisk()
    }
    setTimeout(() => void clean().catch(() => undefined), limits.picture + 1000).unref()
  }

  /** When Redis forgets the room, ms since the epoch. */
  keptUntil(): Promise<number> {
    return this.#client.pexpiretime(this.#key.room)
  }

  /** Puts off the day when Redis forgets the room, unless it has ended. What came after the end is forgotten too. */
  async keepAlive(): Promise<void> {
    const ended = await this.hasEnded()
    for (const name of lasting) {
      if (!ended) await this.#client.expire(this.#key[name], kept.open)
      else if ((await this.#client.ttl(this.#key[name])) === -1)
        await this.#client.expire(this.#key[name], kept.ended)
    }
  }

  /** True if Redis answers. */
  async isAlive(): Promise<boolean> {
    return (await this.#client.exists(this.#key.room).catch(() => -1)) !== -1
  }

  /** Everything so far and everything that comes, until `close`; nothing new is news too. While Redis is away it waits, and goes on where it was. */
  async *news(onFault: (error: Error) => void): AsyncGenerator<RoomNews> {
    const {records, orders} = this.#key
    const streams = [records, orders] as const
    const start = ['0-0', '0-0'] as const
    let ids: readonly [string, string] = start
    let lastSign = 0
    let wait = 1
    while (!this.#closed.signal.aborted) {
      try {
        // Read before the records: somebody who joins in between has a record there.
        const members = ids === start && {members: this.#countsOnly ? [] : await this.members()}
        const read = await this.#reader.xread('COUNT', chunk, 'BLOCK', wait, 'STREAMS', ...streams, ...ids)
        if ((await evaluate(this.#reader, scripts.haveRead, streams, ids)) === 0) {
          ids = start
          lastSign = 0
          wait = 1
          continue
        }
        const [recorded = [], ordered = []] = streams.map(
          stream => read?.find(([name]) => name === stream)?.[1] ?? [],
        )
        const more = recorded.length === chunk || ordered.length === chunk
        // After the records, so that they are of people who are known.
        const signs = await this.#signsSince(lastSign)
        const news = {signs, records: recorded.flatMap(recordOf), orders: ordered.flatMap(deliveryOf)}
        // After the records: what a poll was closed with is in the counts.
        const counted = this.#countsOnly ? {counted: await this.counted()} : {}
        // Last, so that a reading that a fault interrupts is repeated.
        wait = this.#countsOnly ? countEvery : readFor
        ids = [recorded.at(-1)?.[0] ?? ids[0], ordered.at(-1)?.[0] ?? ids[1]]
        lastSign = signs.at(-1)?.at ?? lastSign
        yield {...news, ...members, ...counted, more}
      } catch (error) {
        if (this.#closed.signal.aborted) return
        onFault(error as Error)
        await this.#pause(100)
      }
    }
  }

  /** Those of this moment again: there may be more of it by now. */
  async #signsSince(at: number): Promise<readonly Sign[]> {
    const found = await this.#client.zrangebyscore(this.#key.signs, at, '+inf', 'WITHSCORES')
    return found.flatMap((learner, i) => (i % 2 === 0 ? [{learner, at: Number(found[i + 1])}] : []))
  }

  /** What a room that only counts has. */
  async counted(): Promise<Counted> {
    const {counts, questions, tokens} = this.#key
    const [sums, open, owners] = await Promise.all([
      this.#client.hgetall(counts),
      this.#client.zrangebyscore(questions, '-inf', '+inf', 'WITHSCORES'),
      this.#client.hvals(tokens),
    ])
    const helpers = owners.filter(owner => owner.startsWith('helper ')).length
    return {
      sums: Object.fromEntries(Object.entries(sums).map(([name, n]) => [name, Number(n)])),
      questions: open.flatMap((n, i) => (i % 2 === 0 ? [{n: Number(n), since: Number(open[i + 1])}] : [])),
      learners: owners.length - helpers,
      helpers,
    }
  }

  #pause(ms: number): Promise<void> {
    return pause(ms, undefined, {signal: this.#closed.signal}).catch(() => undefined)
  }

  /** All entries, oldest first, some at a time. */
  async *#allOf(stream: string): AsyncGenerator<readonly Entry[]> {
    let from = '-'
    for (;;) {
      const entries = await this.#client.xrange(stream, from, '+', 'COUNT', 1000)
      if (entries.length === 0) return
      yield entries
      from = `(${entries.at(-1)?.[0]}`
    }
  }

  /** Every order that is stored, for an export. */
  async *ordersGiven(): AsyncGenerator<readonly Delivery[]> {
    for await (const entries of this.#allOf(this.#key.orders)) yield entries.flatMap(deliveryOf)
  }

  /** Every record that is stored, for an export. */
  async *history(): AsyncGenerator<readonly RoomRecord[]> {
    for await (const entries of this.#allOf(this.#key.records)) yield entries.flatMap(recordOf)
  }

  #eval(script: string, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown> {
    return this.#counted(() => evaluate(this.#client, script, keys, args))
  }

  /** A Redis that is slow must not make requests pile up here. */
  async #counted<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#waiting >= mostWaiting) throw new Error(`${mostWaiting} commands wait for Redis`)
    this.#waiting++
    try {
      return await work()
    } finally {
      this.#waiting--
    }
  }
}

export type Helper = Readonly<{id: string; name: string}>

/** A question: its number, and who asks, where that is known. */
export type Asked = Readonly<{n: number; learner?: string}>

const keyNames = [
  'room',
  'people',
  'devices',
  'tokens',
  'names',
  'numbers',
  'counts',
  'slots',
  'questions',
  'records',
  'signs',
  'orders',
  'ids',
  'lease',
  'snapshot',
  'guesses',
] as const
type KeyName = (typeof keyNames)[number]
/** Those that last as long as the room. */
const lasting = keyNames.filter(name => name !== 'guesses')

function keyOf(room: string, name: KeyName): string {
  return `rcl:{${room}}:${name}`
}

/** Tokens and devices are stored as hashes only, so that who reads the store cannot use them. */
function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Nobody who does not have the seal can tell whose slot it is. */
function slotOf(seal: string, slot: string): string {
  return hash(`${seal} ${slot}`).slice(0, sealFrom)
}

/** A sign of life is one without a record. */
function worthCounting({events}: Batch): Batch['events'] {
  return events.filter(({event}) => event.kind !== 'beat')
}

function isQuestion(event: WorkshopEvent): boolean {
  return event.kind === 'flag' && event.flag === 'help'
}

function goneFrom({token, kicked}: StoredPerson): 'left' | 'kicked' | undefined {
  if (token !== undefined) return undefined
  return kicked ? 'kicked' : 'left'
}
