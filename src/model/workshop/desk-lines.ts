// The instructor's lines in the terminal of `host`: one table is parser and help. Pure; src/hub does what they say.

import {listed} from '../text/listed.ts'
import type {Message, MessageKey} from '../text/messages.ts'
import {message} from '../text/messages.ts'
import {parseOrder, type Target, type WorkshopCommand} from './command.ts'
import {placesIn, type Stop, stepsOf, stopName} from './desk-names.ts'
import {type HelpAct, helpActs} from './help-question.ts'
import {countedSteps, helpQueue, learnersIn, type Question} from './overview.ts'
import type {Person, Room} from './room.ts'

export type DeskLine =
  | Readonly<{is: 'give'; command: WorkshopCommand; target: Target}>
  | Readonly<{is: 'lock'; locked: boolean}>
  | Readonly<{is: 'kick' | 'unkick'; person: Person}>
  | Readonly<{is: 'rename'; person: Person; name: string}>
  | Readonly<{is: 'page'}>
  | Readonly<{is: 'code' | 'helpers'; renew: boolean}>
  /** `now`: without a question first. */
  | Readonly<{is: 'end'; now: boolean}>
  | Readonly<{is: 'demo'}>
  | Readonly<{is: 'quit' | 'help'}>
  | Readonly<{is: 'export'; file: string}>
  | Readonly<{is: 'show'; what: 'people' | 'steps' | 'queue' | 'votes' | 'sent'}>
  | Readonly<{is: 'closePoll'; share: boolean}>
  | Readonly<{is: 'picture'; person: Person}>
  /** What is done to somebody's question. */
  | Readonly<{is: 'question'; what: HelpAct; question: Question}>
  | Readonly<{is: 'rejected'; because: Message}>

type Context = Readonly<{room: Room; usage: Message; stops: readonly Stop[]}>
type Read = (rest: string, context: Context) => DeskLine | undefined
/** The words that can follow, and what of the next one is typed. */
type Complete = (
  rest: string,
  known: Readonly<{room: Room; stops: readonly Stop[]}>,
) => Readonly<{words: readonly string[]; typed: string}>

export type DeskCommand = Readonly<{
  name: string
  takes?: MessageKey
  read: Read
  complete?: Complete
  help: MessageKey
  /** Where the room only counts; `none`: not to be had there, for it needs to know who somebody is. */
  counted?: 'none' | Readonly<{takes?: MessageKey; help: MessageKey}>
}>

/** Lessons, then the steps of the one that was typed. */
const places: Complete = (rest, {stops}) => {
  const [, lesson, step = ''] = /^(\S+)\s+(\S*)$/.exec(rest) ?? []
  if (lesson === undefined) return {words: [...new Set(stops.map(stop => stop.lesson))], typed: rest}
  return {words: stops.filter(stop => stop.lesson === lesson).map(stop => stop.step), typed: step}
}

/** A name has spaces, so it is completed as a whole. */
const names: Complete = (typed, {room}) => ({
  words: Object.values(room.people).flatMap(({name, gone}) => (gone ? [] : [name])),
  typed,
})

/** Of those who wait for help: `queue` numbers them. */
const askingNames: Complete = (typed, {room}) => ({
  words: helpQueue(room, Date.now()).map(({n, name}) => name ?? String(n)),
  typed,
})

const recommended = ['hint', 'solution']

export const deskCommands: readonly DeskCommand[] = [
  {
    name: 'say',
    takes: 'desk.takes.text',
    read: text => toAll(text !== '' && {kind: 'say', text}),
    help: 'desk.say',
  },
  {
    name: 'tell',
    takes: 'desk.takes.tell',
    read: (rest, {room}) => {
      const [person, text] = personAndText(rest, room)
      if (text === '') return undefined
      if (!person) return nobody(rest)
      return {is: 'give', command: {kind: 'say', text}, target: {learner: person.learner}}
    },
    complete: names,
    help: 'desk.tell',
    counted: 'none',
  },
  {
    name: 'offer',
    takes: 'desk.takes.line',
    read: line => toAll(line !== '' && {kind: 'offer', line}),
    help: 'desk.offer',
  },
  {
    name: 'goto',
    takes: 'desk.takes.place',
    read: (rest, {stops}) => {
      const place = placeIn(rest, stops)
      return toAll(place && {kind: 'goto', ...place})
    },
    complete: places,
    help: 'desk.goto',
  },
  {
    name: 'unlock',
    takes: 'desk.takes.unlock',
    read(rest, {room, stops}) {
      const [what, ...words] = rest.split(/\s+/)
      if (what !== 'hint' && what !== 'solution') return undefined
      if (words.length === 0) return unlockHere(what, room, stops)
      const place = placeIn(words.join(' '), stops)
      return toAll(place && {kind: 'unlock', what, ...place})
    },
    complete(rest, known) {
      const [, place] = /^\S+\s+(.*)$/.exec(rest) ?? []
      return place === undefined ? {words: recommended, typed: rest} : places(place, known)
    },
    help: 'desk.unlock',
  },
  {
    name: 'timer',
    takes: 'desk.takes.timer',
    read(rest) {
      const [, minutes, text] = /^(\d+(?:\.\d+)?)(?:\s+(.*))?$/.exec(rest) ?? []
      const seconds = Math.round(Number(minutes) * 60)
      return toAll(minutes !== undefined && {kind: 'timer', seconds, ...(text && {text})})
    },
    help: 'desk.timer',
  },
  {
    name: 'poll',
    takes: 'desk.takes.poll',
    read(rest) {
      if (rest === 'close' || rest === 'share') return {is: 'closePoll', share: rest === 'share'}
      const [question = '', ...options] = rest.split('|').map(part => part.trim())
      return toAll(options.length > 1 && {kind: 'poll', question, options})
    },
    complete: typed => ({words: ['close', 'share'], typed}),
    help: 'desk.poll',
  },
  {
    name: 'people',
    read: rest => (rest === '' ? {is: 'show', what: 'people'} : undefined),
    help: 'desk.people',
    counted: 'none',
  },
  {name: 'steps', read: rest => (rest === '' ? {is: 'show', what: 'steps'} : undefined), help: 'desk.steps'},
  {
    name: 'queue',
    read: rest => (rest === '' ? {is: 'show', what: 'queue'} : undefined),
    help: 'desk.queue',
    counted: {help: 'desk.queueCounted'},
  },
  ...helpActs.map(
    (what): DeskCommand => ({
      name: what,
      takes: 'desk.takes.asking',
      read(rest, {room}) {
        if (rest === '') return undefined
        const waiting = helpQueue(room, Date.now())
        const person = /^\d+$/.test(rest) ? undefined : personCalled(rest, room)
        const question = waiting.find(({n, learner}) =>
          person ? learner === person.learner : `${n}` === rest,
        )
        if (question) return {is: 'question', what, question}
        const because = person ? message('desk.question.none', {name: person.name}) : notAsking(rest)
        return {is: 'rejected', because}
      },
      complete: askingNames,
      help: `desk.${what}`,
      counted: {
        takes: 'desk.takes.number',
        help: what === 'claim' ? 'desk.claimCounted' : `desk.${what}`,
      },
    }),
  ),
  {name: 'sent', read: rest => (rest === '' ? {is: 'show', what: 'sent'} : undefined), help: 'desk.sentHelp'},
  {name: 'votes', read: rest => (rest === '' ? {is: 'show', what: 'votes'} : undefined), help: 'desk.votes'},
  {
    name: 'picture',
    takes: 'desk.takes.name',
    read: withPerson(person => ({is: 'picture', person})),
    complete: names,
    help: 'desk.picture',
    counted: 'none',
  },
  {
    name: 'lock',
    takes: 'desk.takes.off',
    read: rest => (/^(|on|off)$/.test(rest) ? {is: 'lock', locked: rest !== 'off'} : undefined),
    complete: typed => ({words: ['off'], typed}),
    help: 'desk.lock',
  },
  {name: 'page', read: rest => (rest === '' ? {is: 'page'} : undefined), help: 'desk.page'},
  {name: 'demo', read: rest => (rest === '' ? {is: 'demo'} : undefined), help: 'desk.demo'},
  {
    name: 'code',
    takes: 'desk.takes.code',
    read: rest => (/^(|new)$/.test(rest) ? {is: 'code', renew: rest === 'new'} : undefined),
    complete: typed => ({words: ['new'], typed}),
    help: 'desk.code',
  },
  {
    name: 'helpers',
    takes: 'desk.takes.code',
    read: rest => (/^(|new)$/.test(rest) ? {is: 'helpers', renew: rest === 'new'} : undefined),
    complete: typed => ({words: ['new'], typed}),
    help: 'desk.helpers',
  },
  {
    name: 'kick',
    takes: 'desk.takes.name',
    read: withPerson(person => ({is: 'kick', person})),
    complete: names,
    help: 'desk.kick',
    counted: 'none',
  },
  {
    name: 'unkick',
    takes: 'desk.takes.name',
    read: withPerson(person => ({is: 'unkick', person}), isKicked),
    complete: (typed, {room}) => ({
      words: Object.values(room.people)
        .filter(isKicked)
        .map(({name}) => name),
      typed,
    }),
    help: 'desk.unkick',
    counted: 'none',
  },
  {
    name: 'rename',
    takes: 'desk.takes.rename',
    read(rest, {room}) {
      const [old = '', name = ''] = rest.split('=').map(part => part.trim())
      const person = personCalled(old, room)
      if (name === '') return undefined
      return person ? {is: 'rename', person, name} : nobody(old)
    },
    complete: names,
    help: 'desk.rename',
    counted: 'none',
  },
  {
    name: 'export',
    takes: 'desk.takes.file',
    read: file => (/\.(csv|jsonl)$/.test(file) ? {is: 'export', file} : undefined),
    help: 'desk.export',
    counted: {help: 'desk.exportCounted'},
  },
  {
    name: 'end',
    takes: 'desk.takes.end',
    read: rest => (/^(|now)$/.test(rest) ? {is: 'end', now: rest === 'now'} : undefined),
    help: 'desk.end',
  },
  {name: 'quit', read: rest => (rest === '' ? {is: 'quit'} : undefined), help: 'desk.quit'},
  {name: 'help', read: rest => (rest === '' ? {is: 'help'} : undefined), help: 'desk.help'},
]

/** What can be done in a room: without persons, nothing is done to one. */
export function commandsIn({counts}: Room): readonly DeskCommand[] {
  return counts ? deskCommands.filter(({counted}) => counted !== 'none') : deskCommands
}

function inRoom({takes, help, counted}: DeskCommand, {counts}: Room) {
  return counts && counted && counted !== 'none' ? {takes, ...counted} : {takes, help}
}

export function deskHelp(command: DeskCommand, room: Room): MessageKey {
  return inRoom(command, room).help
}

/**
 * Reads a line of the instructor; undefined for an empty one. A leading slash is as good as none.
 * @param stops every step of every lesson that learners have
 */
export function parseDeskLine(typed: string, room: Room, stops: readonly Stop[]): DeskLine | undefined {
  const line = typed.trim().replace(/^\//, '')
  if (line === '') return undefined
  const [, name = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(line) ?? []
  const command = deskCommands.find(one => one.name === name.toLowerCase())
  if (!command) return {is: 'rejected', because: message('desk.unknown', {typed: name})}
  // `people` says itself why it lists nobody.
  if (!commandsIn(room).includes(command) && command.name !== 'people')
    return {is: 'rejected', because: message('desk.nobodyKnown', {name: command.name})}
  const usage = deskUsage(command, room)
  const read = command.read(rest.trim(), {room, usage, stops})
  if (read === undefined) return {is: 'rejected', because: message('desk.usage', {usage})}
  const unknown = read.is === 'give' ? unknownStop(read.command, stops) : undefined
  if (unknown) return {is: 'rejected', because: unknown}
  if (read.is !== 'give' || parseOrder({id: 'line', target: read.target, command: read.command})) return read
  return {is: 'rejected', because: message('desk.tooLong')}
}

/** Why nobody can go to the step that the command names; undefined if it is there, or none is named. */
function unknownStop(command: WorkshopCommand, stops: readonly Stop[]): Message | undefined {
  if (command.kind !== 'goto' && command.kind !== 'unlock') return undefined
  const {lesson, step} = command
  const steps = stepsOf(lesson, stops)
  if (steps.includes(step)) return undefined
  const numbered = listed(steps.map((id, i) => `${i + 1} (${id})`))
  if (steps.length > 0) return message('desk.noStep', {lesson, step, steps: numbered})
  return message('desk.noLesson', {lesson, lessons: listed([...new Set(stops.map(stop => stop.lesson))])})
}

/** `goto LESSON STEP`, as the help writes it. */
export function deskUsage(command: DeskCommand, room: Room): Message {
  const {name} = command
  const {takes} = inRoom(command, room)
  return takes ? message('desk.with', {name, takes: message(takes)}) : message('desk.alone', {name})
}

function toAll(command: WorkshopCommand | false | undefined): DeskLine | undefined {
  return command ? {is: 'give', command, target: {}} : undefined
}

/** A step by its id or its number. */
function placeIn(words: string, stops: readonly Stop[]): Stop | undefined {
  const [lesson, typed, ...more] = words.split(/\s+/)
  if (!lesson || !typed || more.length > 0) return undefined
  const steps = stepsOf(lesson, stops)
  const step = steps.includes(typed) || !/^\d+$/.test(typed) ? typed : steps[Number(typed) - 1]
  return {lesson, step: step ?? typed}
}

/** Of the step where everybody is; where they are on several, the instructor has to name one. */
function unlockHere(what: 'hint' | 'solution', room: Room, stops: readonly Stop[]): DeskLine {
  const places = room.counts
    ? countedSteps(room.counts).flatMap(({lesson, step, here: n}) => (n > 0 ? [{lesson, step, n}] : []))
    : placesIn(learnersIn(room))
  const [only, ...others] = places
  if (!only) return {is: 'rejected', because: message('desk.nobodyOnStep')}
  if (others.length === 0)
    return {is: 'give', command: {kind: 'unlock', what, lesson: only.lesson, step: only.step}, target: {}}
  const steps = listed(places.map(place => `${stopName(place, stops)} × ${place.n}`))
  return {is: 'rejected', because: message('desk.severalSteps', {what, steps})}
}

function withPerson(lineFor: (person: Person) => DeskLine, isMeant = isIn): Read {
  return (name, {room}) => {
    if (name === '') return undefined
    const person = personCalled(name, room, isMeant)
    return person ? lineFor(person) : nobody(name)
  }
}

function nobody(name: string): DeskLine {
  return {is: 'rejected', because: message('desk.nobody', {name})}
}

function notAsking(typed: string): Message {
  return message('desk.noSuchQuestion', {typed})
}

function isIn({gone}: Person): boolean {
  return !gone
}

function isKicked({kicked}: Person): boolean {
  return kicked === true
}

/** By the whole name, else by a beginning that only one has. */
function personCalled(name: string, {people}: Room, isMeant = isIn): Person | undefined {
  const wanted = name.toLowerCase()
  const meant = Object.values(people).filter(isMeant)
  const exact = meant.find(person => person.name.toLowerCase() === wanted)
  if (exact) return exact
  const [only, ...others] = meant.filter(person => person.name.toLowerCase().startsWith(wanted))
  return others.length === 0 ? only : undefined
}

/** A name has spaces: the longest beginning of the line that is one. */
function personAndText(line: string, {people}: Room): readonly [Person | undefined, string] {
  const typed = line.toLowerCase()
  const [person] = Object.values(people)
    .filter(one => isIn(one) && typed.startsWith(`${one.name.toLowerCase()} `))
    .toSorted((a, b) => b.name.length - a.name.length)
  return [person, line.slice(person?.name.length ?? 0).trim()]
}
