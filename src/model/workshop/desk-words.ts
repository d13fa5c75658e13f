// What the instructor's terminal says of a room.

import {type Message, message} from '../text/messages.ts'
import {clock, timeOfDay} from './clock.ts'
import type {Delivery} from './command.ts'
import type {Counts} from './counts.ts'
import type {DeskNames} from './desk-names.ts'
import {askerOf} from './help-question.ts'
import {
  countsOf,
  helpQueue,
  isAway,
  learnersIn,
  newestPoll,
  reactionsTo,
  resultOf,
  type StepCount,
  stepCounts,
  stuckPeople,
} from './overview.ts'
import type {Person, Room} from './room.ts'

/** `12 here, 1 away · 2 ask for help · 3 may be stuck` */
export function countWords(room: Room, now: number): Message {
  return message(room.counts ? 'desk.countOnly' : 'desk.count', countsOf(room, now))
}

export function peopleWords(room: Room, now: number, names: DeskNames): readonly Message[] {
  if (room.counts) return [message('desk.nobodyWatched'), countWords(room, now)]
  const people = Object.values(room.people).filter(({gone}) => !gone)
  if (people.length === 0) return [message('desk.nobodyYet')]
  return people
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(person => {
      const {name, place} = person
      const minutes = place ? minutesSince(place.since, now) : 0
      const sign = signOf(person, now)
      const values = {name, place: names.place(place), minutes}
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

export function stepWords(room: Room, now: number, names: DeskNames): readonly Message[] {
  const counts = stepCounts(room, now)
  if (counts.length === 0) return [message('desk.nobodyYet')]
  const rank = (one: StepCount) =>
    names.stops.findIndex(stop => stop.lesson === one.lesson && stop.step === one.step)
  return counts
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap(({lesson, step, here, passed, median, sums}) => {
      const values = {place: names.place({lesson, step}), here, passed}
      const words =
        median === undefined
          ? message('desk.step', values)
          : message('desk.stepMedian', {...values, time: clock(median / 1000)})
      if (!sums) return [words]
      const {been, tries, hints, mistakes} = sums
      return [
        message('desk.stepSums', {words, been, tries, hints}),
        ...Object.entries(mistakes).map(([id, n]) =>
          message('desk.stepMistake', {n, mistake: names.mistake({lesson, step}, id)}),
        ),
      ]
    })
}

/** Those who wait, with the numbers that `claim` and `answer` take, and those who may be stuck. */
export function queueWords(room: Room, now: number, names: DeskNames): readonly Message[] {
  const waiting = helpQueue(room, now).map(({n, name, place, helper, since}) => {
    const who =
      name === undefined ? askerOf({n}) : message('desk.someoneAt', {name, place: names.place(place)})
    const values = {n, who, minutes: minutesSince(since, now)}
    if (!helper) return message('desk.queueRow', values)
    const by = helper.helper
    return by === '–'
      ? message('desk.queueYours', values)
      : message('desk.queueTaken', {...values, helper: by})
  })
  const stuck = stuckPeople(room, now).map(({person, why}) => {
    const {name, tries, goal, activeAt, place} = person
    const values = {name, place: names.place(place), n: tries, minutes: minutesSince(activeAt, now)}
    if (why === 'tries' && goal !== undefined)
      return message('desk.stuck.triesMissing', {...values, goal: names.goal(place, goal)})
    return message(`desk.stuck.${why}`, values)
  })
  const all = [...waiting, ...stuck]
  if (all.length > 0) return all
  return [message(room.counts ? 'desk.noQuestions' : 'desk.noQueue')]
}

/** How the room has answered the newest poll. */
export function voteWords(room: Room, orders: readonly Delivery[]): readonly Message[] {
  const poll = newestPoll(orders)
  if (!poll) return [message('desk.noPoll')]
  const {question} = poll.command
  const title = room.poll === poll.id ? 'desk.voteTitle' : 'desk.voteTitleClosed'
  return [message(title, {question}), ...resultOf(room, poll).map(row => message('desk.voteRow', row))]
}

/** Orders that are listed. */
const mostSent = 10

/** What the room was told last, and how many followed. */
export function sentWords(room: Room, orders: readonly Delivery[], names: DeskNames): readonly Message[] {
  const rows = orders.flatMap(order => {
    const words = orderWords(room, order, names)
    return words ? [message('desk.sentRow', {time: timeOfDay(order.at), words})] : []
  })
  return rows.length === 0 ? [message('desk.nothingSent')] : rows.slice(-mostSent)
}

function orderWords(room: Room, order: Delivery, names: DeskNames): Message | undefined {
  const {command, target} = order
  switch (command.kind) {
    case 'say': {
      const {text} = command
      const name = target.learner === undefined ? undefined : room.people[target.learner]?.name
      return name === undefined ? message('desk.sent.say', {text}) : message('desk.sent.tell', {name, text})
    }
    case 'offer':
    case 'goto':
      return reactionWords(room, order, names)
    case 'unlock':
      return message('desk.sent.unlock', {what: command.what, place: names.place(command)})
    case 'timer':
      return message('desk.sent.timer', {time: clock(command.seconds), text: command.text ?? ''})
    case 'poll':
      return message('desk.sent.poll', {question: command.question})
    default:
      return undefined
  }
}

/** A jump or an offered line, with how many took it and how many did not; undefined for other orders. */
export function reactionWords(room: Room, {id, command}: Delivery, names: DeskNames): Message | undefined {
  const reactions = reactionsTo(room, id)
  if (command.kind === 'goto') return message('desk.sent.goto', {place: names.place(command), ...reactions})
  if (command.kind === 'offer') return message('desk.sent.offer', {line: command.line, ...reactions})
  return undefined
}

/** As many of a kind are named one by one; more are counted. */
const mostNamed = 3

/** What changed in the room that an instructor wants to hear of at once. */
export function newsWords(before: Room, now: Room, names: DeskNames): readonly Message[] {
  if (now.counts) return countedNews(before.counts, now.counts)
  const changed = Object.values(now.people).filter(person => person !== before.people[person.learner])
  const was = ({learner}: Person) => before.people[learner]
  const joined = changed.filter(person => !person.gone && was(person)?.gone !== false)
  const left = changed.filter(person => person.gone && was(person)?.gone === false)
  const [out, gone] = [left.filter(({kicked}) => kicked), left.filter(({kicked}) => !kicked)]
  const erased = now.erased.flatMap(id => (before.erased.includes(id) ? [] : (before.people[id] ?? [])))
  const asking = changed.filter(
    person =>
      !person.gone && person.role === 'learner' && person.flag === 'help' && was(person)?.flag !== 'help',
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
    ...out.map(({name}) => message('desk.wasSentOut', {name})),
    ...erased.map(({name}) => message('desk.wasErased', {name})),
    ...summed(
      asking,
      person => message('desk.wantsHelp', {name: person.name, place: names.place(person.place)}),
      many => message('desk.manyWantHelp', {many}),
    ),
  ]
}

/** In a room that only counts: how many came and went, and the numbers of those who ask. */
function countedNews(before: Counts | undefined, now: Counts): readonly Message[] {
  const {learners: n, helpers} = now
  const more = n - (before?.learners ?? 0)
  const known = new Set(before?.questions.map(question => question.n))
  const asking = now.questions.filter(question => !known.has(question.n))
  return [
    ...(more > 0 ? [message('desk.joinedMany', {many: more, n})] : []),
    ...(more < 0 ? [message('desk.goneMany', {many: -more, n})] : []),
    ...(helpers > (before?.helpers ?? 0) ? [message('desk.helpersNow', {n: helpers})] : []),
    ...(asking.length > mostNamed
      ? [message('desk.manyWantHelp', {many: asking.length})]
      : asking.map(question => message('desk.numberWantsHelp', {n: question.n}))),
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

function minutesSince(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / 60_000))
}
