// What the instructor's terminal says of a room.

import {type Message, message} from '../text/messages.ts'
import {clock} from './clock.ts'
import type {Delivery} from './command.ts'
import {helpQueue, isAway, learnersIn, stepCounts, stuckPeople, votesIn} from './overview.ts'
import type {Person, Room} from './room.ts'

/** `12 here, 1 away · 2 ask for help · 3 may be stuck` */
export function countWords(room: Room, now: number): Message {
  const learners = learnersIn(room)
  const away = learners.filter(person => isAway(person, now)).length
  const help = helpQueue(room, now).length
  return message('desk.count', {
    here: learners.length - away,
    away,
    help,
    stuck: stuckPeople(room, now).length,
  })
}

export function peopleWords(room: Room, now: number): readonly Message[] {
  const people = Object.values(room.people).filter(({gone}) => !gone)
  if (people.length === 0) return [message('desk.nobodyYet')]
  return people
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(person => {
      const {name, place} = person
      const minutes = place ? minutesSince(place.since, now) : 0
      return message('desk.person', {name, place: placeWords(person), minutes, sign: signOf(person, now)})
    })
}

function signOf(person: Person, now: number): string {
  if (isAway(person, now)) return '…'
  return {help: '✋', done: '✔', none: ''}[person.flag]
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
  const poll = orders.findLast(({command}) => command.kind === 'poll')
  if (poll?.command.kind !== 'poll') return [message('desk.noPoll')]
  const votes = votesIn(room, poll.id)
  const {question, options} = poll.command
  const rows = options.map((option, i) => message('desk.voteRow', {option, n: votes[i] ?? 0}))
  return [message('desk.voteTitle', {question}), ...rows]
}

/** What changed in the room that an instructor wants to hear of at once. */
export function newsWords(before: Room, now: Room): readonly Message[] {
  const n = learnersIn(now).length
  return Object.values(now.people).flatMap(person => {
    const was = before.people[person.learner]
    const {name} = person
    if (person === was) return []
    if ((!was || was.gone) && !person.gone) return [message('desk.joined', {name, n})]
    if (!was?.gone && person.gone) return [message('desk.gone', {name})]
    if (person.flag === 'help' && was?.flag !== 'help')
      return [message('desk.wantsHelp', {name, place: placeWords(person)})]
    return []
  })
}

function placeWords({place}: Person): string {
  return place ? `${place.lesson} ${place.step}` : '–'
}

function minutesSince(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / 60_000))
}
