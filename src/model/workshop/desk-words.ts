// What the instructor's terminal says of a room.

import {type Message, message} from '../text/messages.ts'
import {clock} from './clock.ts'
import type {Delivery} from './command.ts'
import {
  countsOf,
  helpQueue,
  isAway,
  learnersIn,
  newestPoll,
  resultOf,
  stepCounts,
  stuckPeople,
} from './overview.ts'
import type {Person, Room} from './room.ts'

/** `12 here, 1 away · 2 ask for help · 3 may be stuck` */
export function countWords(room: Room, now: number): Message {
  return message('desk.count', countsOf(room, now))
}

export function peopleWords(room: Room, now: number): readonly Message[] {
  const people = Object.values(room.people).filter(({gone}) => !gone)
  if (people.length === 0) return [message('desk.nobodyYet')]
  return people
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(person => {
      const {name, place} = person
      const minutes = place ? minutesSince(place.since, now) : 0
      const sign = signOf(person, now)
      const values = {name, place: placeWords(person), minutes}
      return sign
        ? message('desk.personSign', {...values, sign: message(sign)})
        : message('desk.person', values)
    })
}

function signOf(person: Person, now: number) {
  if (isAway(person, now)) return 'desk.sign.away'
  if (person.role === 'helper') return 'desk.sign.helper'
  return ({help: 'desk.sign.help', done: 'desk.sign.done', none: undefined} as const)[person.flag]
}

export function stepWords(room: Room): readonly Message[] {
  const counts = stepCounts(room)
  if (counts.length === 0) return [message('desk.nobodyYet')]
  return counts.map(({lesson, step, here, passed, median}) => {
    const values = {lesson, step, here, passed}
    if (median === undefined) return message('desk.step', values)
    return message('desk.stepMedian', {...values, time: clock(median / 1000)})
  })
}

export function queueWords(room: Room, now: number): readonly Message[] {
  const waiting = helpQueue(room, now).map(person =>
    message('desk.wantsHelp', {name: person.name, place: placeWords(person)}),
  )
  const stuck = stuckPeople(room, now).map(({person, why}) => {
    const {name, tries, goal = '–', activeAt} = person
    const values = {name, place: placeWords(person), n: tries, goal, minutes: minutesSince(activeAt, now)}
    return message(`desk.stuck.${why}`, values)
  })
  const all = [...waiting, ...stuck]
  return all.length === 0 ? [message('desk.noQueue')] : all
}

/** How the room has answered the newest poll. */
export function voteWords(room: Room, orders: readonly Delivery[]): readonly Message[] {
  const poll = newestPoll(orders)
  if (!poll) return [message('desk.noPoll')]
  const {question} = poll.command
  const title = room.poll === poll.id ? 'desk.voteTitle' : 'desk.voteTitleClosed'
  return [message(title, {question}), ...resultOf(room, poll).map(row => message('desk.voteRow', row))]
}

/** As many of a kind are named one by one; more are counted. */
const mostNamed = 3

/** What changed in the room that an instructor wants to hear of at once. */
export function newsWords(before: Room, now: Room): readonly Message[] {
  const changed = Object.values(now.people).filter(person => person !== before.people[person.learner])
  const was = ({learner}: Person) => before.people[learner]
  const joined = changed.filter(person => !person.gone && was(person)?.gone !== false)
  const gone = changed.filter(person => person.gone && was(person)?.gone === false)
  const asking = changed.filter(
    person => !person.gone && person.flag === 'help' && was(person)?.flag !== 'help',
  )
  const n = learnersIn(now).length
  return [
    ...summed(
      joined,
      ({name, role}) => message(role === 'helper' ? 'desk.joinedHelper' : 'desk.joined', {name, n}),
      many => message('desk.joinedMany', {many, n}),
    ),
    ...summed(
      gone,
      ({name}) => message('desk.gone', {name}),
      many => message('desk.goneMany', {many, n}),
    ),
    ...summed(
      asking,
      person => message('desk.wantsHelp', {name: person.name, place: placeWords(person)}),
      many => message('desk.manyWantHelp', {many}),
    ),
  ]
}

function summed(
  people: readonly Person[],
  each: (person: Person) => Message,
  all: (many: number) => Message,
): readonly Message[] {
  if (people.length === 0) return []
  return people.length > mostNamed ? [all(people.length)] : people.map(each)
}

function placeWords({place}: Person): string {
  return place ? `${place.lesson} ${place.step}` : '–'
}

function minutesSince(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / 60_000))
}
