// A room as its records tell it: who is in it, where they are, who wants help. Built from the first record on, so that a hub that was killed,
// and each of several hubs, comes to the same room. Pure.

import {without} from '../text/objects.ts'
import type {Counts} from './counts.ts'
import type {Flag, WorkshopEvent} from './event.ts'
import type {Role} from './join.ts'

/** What the hub itself records. */
export type Note =
  | Readonly<{note: 'joined'; learner: string; name: string; role: Role}>
  | Readonly<{note: 'renamed'; learner: string; name: string}>
  /** Somebody who was sent out may come in again. */
  | Readonly<{note: 'readmitted'; learner: string}>
  /** `erased`: with everything that was stored of this person. */
  | Readonly<{note: 'left'; learner: string; why: 'left' | 'kicked' | 'erased'}>
  /** `n`: of the question; `learner`: absent in a room that only counts; `by`: the helper's id; `helper`: their name then. */
  | HelpNote
  /** The picture that was asked for by this order has come. */
  | Readonly<{note: 'pictured'; learner: string; request: string}>
  | Readonly<{note: 'locked'; locked: boolean}>
  /** The poll that is open from now on, instead of the one before; none if it is not named. */
  | Readonly<{note: 'polled'; poll?: string}>
  | Readonly<{note: 'ended'}>

type HelpNote = Readonly<{n: number; learner?: string; by: string; helper: string}> &
  (Readonly<{note: 'claimed'; until: number}> | Readonly<{note: 'released' | 'answered'}>)

/**
 * `at`: when the hub stored it, ms since the epoch, by the clock of its Redis. `n`: of the question that a raised hand is, in the order of the room; given
 * with the record, so that every hub and every helper has the same.
 */
export type RoomRecord = Readonly<{at: number}> &
  (Readonly<{learner: string; event: WorkshopEvent; n?: number}> | Readonly<{by: Note}>)

/** A step, and since when, ms since the epoch. */
export type Place = Readonly<{lesson: string; step: string; since: number}>

export type Person = Readonly<{
  learner: string
  name: string
  role: Role
  /** The last sign of life. */
  seenAt: number
  /** The last sign of work: anything but a beat. */
  activeAt: number
  /** Left, or was sent out. */
  gone: boolean
  /** Sent out; may not come in again. */
  kicked?: true
  /** The lab was closed; it is away at once. */
  closed?: true
  place?: Place
  /** On this step: lines that did not pass it, what was still missing after the last of them, hints, and the mistake that was seen. */
  tries: number
  goal?: string
  hints: number
  mistake?: string
  flag: Flag
  flagSince?: number
  /** The number of the open question; nobody else's before or after. */
  question?: number
  /** The helper who has claimed the question, until when. */
  helper?: Readonly<{helper: string; until: number}>
  lab: 'up' | 'down'
  /** The last order that this person declined, or answered with a picture. */
  picture?: Readonly<{request: string; is: 'here' | 'declined'}>
  /** `lesson/step` -> ms that it took */
  passed: Readonly<Record<string, number>>
  /** `lesson/question` -> the option chosen last */
  answers: Readonly<Record<string, string>>
  /** Poll -> option. */
  votes: Readonly<Record<string, number>>
  /** Order -> what the learner made of it. */
  reactions: Readonly<Record<string, 'taken' | 'declined'>>
}>

export type Room = Readonly<{
  people: Readonly<Record<string, Person>>
  locked: boolean
  ended: boolean
  /** Ids of those whose data was deleted. */
  erased: readonly string[]
  /** The one that is open; votes in others do not count. */
  poll?: string | undefined
  /** In a room that only counts, all that is known of its learners; nobody is in `people` there. */
  counts?: Counts
  /** There, the helpers who have claimed a question, by its number. */
  claims?: Readonly<Record<number, NonNullable<Person['helper']>>>
}>

export const emptyRoom: Room = {people: {}, locked: false, ended: false, erased: []}

/** The room after more records. A record of somebody who is unknown, or was erased, changes nothing. */
export function afterRecords(room: Room, records: readonly RoomRecord[]): Room {
  // One copy for all: a room of 500 that is read again has 250,000 records.
  const next: Draft = {...room, people: {...room.people}}
  for (const record of records) {
    if ('by' in record) afterNote(next, record.by, record.at)
    else {
      const person = next.people[record.learner]
      if (person && !isLate(next, record.event))
        next.people[record.learner] = afterEvent(person, record.event, record.at, record.n)
    }
  }
  return next
}

/** That somebody was there, ms since the epoch, whatever they did. */
export type Sign = Readonly<{learner: string; at: number}>

/** A sign of somebody who is unknown, or is older than what is known, changes nothing. */
export function afterSigns(room: Room, signs: readonly Sign[]): Room {
  const newer = signs.flatMap(({learner, at}) => {
    const person = room.people[learner]
    return person && person.seenAt < at ? [[learner, {...person, seenAt: at}] as const] : []
  })
  return newer.length === 0 ? room : {...room, people: {...room.people, ...Object.fromEntries(newer)}}
}

type Draft = {-readonly [Field in keyof Room]: Room[Field]} & {people: Record<string, Person>}

function isLate({poll}: Draft, event: WorkshopEvent): boolean {
  return event.kind === 'vote' && event.poll !== poll
}

function afterNote(room: Draft, note: Note, at: number): void {
  if (note.note === 'locked') room.locked = note.locked
  else if (note.note === 'ended') room.ended = true
  else if (note.note === 'polled') room.poll = note.poll
  else if (note.note === 'joined') room.people[note.learner] = joined(room.people[note.learner], note, at)
  else if (isNameless(note)) room.claims = afterHelp(room.claims, note)
  else if (note.learner !== undefined) {
    const person = room.people[note.learner]
    if (!person) return
    if (note.note === 'left' && note.why === 'erased') erase(room, person)
    else room.people[note.learner] = noted(person, note, at)
  }
}

/** The questions that a helper had taken wait again. */
function erase(room: Draft, {learner, name}: Person): void {
  delete room.people[learner]
  room.erased = [...room.erased, learner]
  for (const person of Object.values(room.people))
    if (person.helper?.helper === name) room.people[person.learner] = unclaimed(person)
}

function isNameless(note: Note): note is HelpNote {
  return 'n' in note && note.learner === undefined
}

function afterHelp(claims: Room['claims'], note: HelpNote): Room['claims'] & object {
  const {[note.n]: _, ...others} = claims ?? {}
  if (note.note !== 'claimed') return others
  return {...others, [note.n]: {helper: note.helper, until: note.until}}
}

function noted(
  person: Person,
  note: Exclude<Note, {note: 'joined' | 'locked' | 'polled' | 'ended'}>,
  at: number,
): Person {
  switch (note.note) {
    case 'renamed':
      return {...person, name: note.name}
    case 'left':
      // Their lab lowers the flag, too, and comes back without one.
      return {
        ...flagged(person, 'none', at),
        gone: true,
        ...(note.why === 'kicked' && {kicked: true as const}),
      }
    case 'readmitted':
      return without(person, 'kicked')
    case 'claimed':
      if (note.n !== person.question) return person
      return {...person, helper: {helper: note.helper, until: note.until}}
    case 'released':
      return note.n === person.question ? unclaimed(person) : person
    case 'answered':
      return note.n === person.question ? flagged(person, 'none', at) : person
    case 'pictured':
      return {...person, picture: {request: note.request, is: 'here'}}
  }
}

function joined(
  before: Person | undefined,
  {learner, name, role}: Extract<Note, {note: 'joined'}>,
  at: number,
): Person {
  if (before)
    return {
      ...without(before, 'kicked', 'closed'),
      name,
      role,
      gone: false,
      seenAt: Math.max(before.seenAt, at),
      activeAt: at,
    }
  const nothing = {tries: 0, hints: 0, passed: {}, answers: {}, votes: {}, reactions: {}} as const
  return {learner, name, role, seenAt: at, activeAt: at, ...nothing, gone: false, flag: 'none', lab: 'down'}
}

function afterEvent(person: Person, event: WorkshopEvent, at: number, n?: number): Person {
  const open = person.closed ? without(person, 'closed') : person
  const seen = {...open, seenAt: Math.max(person.seenAt, at), ...(event.kind !== 'beat' && {activeAt: at})}
  switch (event.kind) {
    case 'step':
      return entered(seen, event, at)
    case 'try':
      return withGoal({...here(seen, event, at), tries: here(seen, event, at).tries + 1}, event.goal)
    case 'mistake':
      return {...here(seen, event, at), mistake: event.mistake}
    case 'hint':
      return {...here(seen, event, at), hints: event.n}
    case 'passed':
      return {
        ...without(withGoal(seen, undefined), 'mistake'),
        passed: withEntry(seen.passed, `${event.lesson}/${event.step}`, event.ms),
      }
    case 'answer':
      return {
        ...seen,
        answers: withEntry(seen.answers, `${event.lesson}/${event.question}`, event.option),
      }
    case 'flag':
      return flagged(seen, event.flag, at, n)
    case 'vote':
      return {...seen, votes: withEntry(seen.votes, event.poll, event.option)}
    case 'lab':
      return {...seen, lab: event.lab}
    case 'reply':
      return replied(seen, event)
    case 'bye':
      return {...seen, closed: true}
    case 'hello':
    case 'beat':
      return seen
  }
}

function replied(person: Person, {command, reply}: Extract<WorkshopEvent, {kind: 'reply'}>): Person {
  if (reply === 'seen') return person
  const next = {...person, reactions: withEntry(person.reactions, command, reply)}
  return reply === 'declined' ? {...next, picture: {request: command, is: 'declined'}} : next
}

/** Steps, answers, votes and reactions that are known of one person: more than there are, so that only a hostile lab comes there. */
const mostOfEach = 1000

function withEntry<Value>(
  entries: Readonly<Record<string, Value>>,
  name: string,
  value: Value,
): Readonly<Record<string, Value>> {
  const fits = Object.hasOwn(entries, name) || Object.keys(entries).length < mostOfEach
  return fits ? {...entries, [name]: value} : entries
}

/** A step that is opened again starts from the beginning. */
function entered(
  person: Person,
  {lesson, step}: Readonly<{lesson: string; step: string}>,
  at: number,
): Person {
  const {goal: _, mistake: __, ...rest} = person
  return {...rest, place: {lesson, step, since: at}, tries: 0, hints: 0}
}

/** On the step that the event names, also if the record of its beginning was dropped. */
function here(person: Person, event: Readonly<{lesson: string; step: string}>, at: number): Person {
  const {place} = person
  return place?.lesson === event.lesson && place.step === event.step ? person : entered(person, event, at)
}

function withGoal(person: Person, goal: string | undefined): Person {
  const {goal: _, ...rest} = person
  return goal === undefined ? rest : {...rest, goal}
}

/** A flag that is raised again keeps its place in the queue, and its number. */
function flagged(person: Person, flag: Flag, at: number, n?: number): Person {
  if (flag === person.flag) return person
  const {flagSince: _, question: __, ...rest} = unclaimed(person)
  if (flag === 'none') return {...rest, flag}
  return {...rest, flag, flagSince: at, ...(flag === 'help' && n !== undefined && {question: n})}
}

function unclaimed(person: Person): Person {
  const {helper: _, ...rest} = person
  return rest
}
