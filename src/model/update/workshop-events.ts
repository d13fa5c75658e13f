// What comes from the workshop, and what the learner makes of it.

import type {HubConnection, Workshop, WorkshopEvent} from '../state/workshop.ts'
import {without} from '../text/objects.ts'
import type {Delivery} from '../workshop/command.ts'
import type {KeptRoom} from '../workshop/kept-room.ts'
import type {Handlers} from './handler.ts'

/** The log keeps this many. */
const mostHeard = 200
/** Recommendations that wait for the learner to come to their step. */
const mostRecommended = 50
/** Kinds that wait for an answer. */
const asking: readonly Delivery['command']['kind'][] = ['offer', 'goto', 'poll', 'snapshot']

export const workshopEvents: Pick<Handlers, 'workshop'> = {
  workshop(state, {event}) {
    if (event.is === 'joined') {
      const {name, role, hub, ahead, countsOnly, kept = nothingKept} = event
      const before: Unjoined = state.workshop ?? {...kept, replies: []}
      const known = {...(name !== undefined && {name}), ...(countsOnly && {countsOnly})}
      const joined = {
        ...without(before, 'name', 'countsOnly'),
        ...known,
        role,
        hub,
        connection: {is: 'on'},
      } as const
      return {...state, workshop: ahead === undefined ? joined : {...joined, ahead}}
    }
    const {workshop} = state
    return workshop ? {...state, workshop: after(workshop, event)} : state
  },
}

const nothingKept: KeptRoom = {flag: 'none', heard: [], open: [], recommended: [], votes: []}

type Unjoined = Omit<Workshop, 'role' | 'hub' | 'connection'>

function after(workshop: Workshop, event: Exclude<WorkshopEvent, {is: 'joined'}>): Workshop {
  switch (event.is) {
    case 'connection':
      return connected(workshop, event.connection)
    case 'heard':
      return heard(workshop, event.delivery, event.at)
    case 'expired':
      return {...workshop, open: workshop.open.filter(({id}) => id !== event.order)}
    case 'recommended':
      return {...workshop, recommended: workshop.recommended.filter(id => !event.orders.includes(id))}
    case 'timerEnded':
      return without(workshop, 'timer')
    case 'queue':
      return {...workshop, questions: event.queue}
    case 'flag':
      return {...(event.flag === 'help' ? workshop : without(workshop, 'question')), flag: event.flag}
    case 'question':
      return asked(workshop, event.n)
    case 'replied': {
      const {command, reply} = event
      const open = reply === 'seen' ? workshop.open : workshop.open.filter(({id}) => id !== command)
      return {...workshop, open, replies: newest(workshop.replies, {command, reply})}
    }
    case 'voted': {
      const {poll, option} = event
      const open = workshop.open.filter(({id}) => id !== poll)
      return {...workshop, open, votes: newest(workshop.votes, {poll, option})}
    }
    case 'sharing':
      return {...workshop, sharing: event.request}
    case 'shared':
      return without(workshop, 'sharing')
    case 'helping': {
      const {question, what} = event
      return {...workshop, helping: {question, what}}
    }
    case 'helped':
    case 'failed':
      return workshop
    case 'leaving':
      return {...workshop, leaving: event.how}
  }
}

/** Once it is over, nothing waits for an answer, and nothing is shown of the room. */
function connected(workshop: Workshop, connection: HubConnection): Workshop {
  if (workshop.connection.is === 'over') return workshop
  if (connection.is !== 'over') return {...workshop, connection}
  return {...without(workshop, 'timer', 'sharing'), connection, open: [], flag: 'none'}
}

/** As the hub has it: a question that is no longer open was answered, and one of a lab that was closed since is still open. */
function asked(workshop: Workshop, n: number | undefined): Workshop {
  if (workshop.question === n) return workshop
  if (n !== undefined) return {...workshop, question: n, flag: 'help'}
  return {...without(workshop, 'question'), flag: 'none'}
}

/** Answers are read from the state as soon as they are in it, so a few are enough. */
const mostAnswers = 50

function newest<One>(all: readonly One[], one: One): readonly One[] {
  return [...all, one].slice(-mostAnswers)
}

/** A newer order of a kind takes the place of an open one. */
function openAfter({heard, open}: Workshop, {command, id}: Delivery, since: number): Workshop['open'] {
  if (command.kind === 'close') return open.filter(one => one.id !== command.poll)
  if (!asking.includes(command.kind)) return open
  const same = new Set(heard.filter(one => one.command.kind === command.kind).map(one => one.id))
  return [...open.filter(one => !same.has(one.id)), {id, since}]
}

/** A question that was answered lowers the flag. */
function heard(workshop: Workshop, delivery: Delivery, since: number): Workshop {
  const {command} = delivery
  const all = [...workshop.heard, delivery].slice(-mostHeard)
  const open = openAfter(workshop, delivery, since)
  const closed = command.kind === 'help' && command.state === 'closed'
  // Nothing is heard before it is said, so the shortest delay tells how the two clocks differ.
  const ahead = Math.min(workshop.ahead ?? Number.POSITIVE_INFINITY, since - delivery.at)
  const still = closed ? {...without(workshop, 'question'), flag: 'none' as const} : workshop
  const next = {...still, heard: all, open, heardAt: since, ahead}
  if (command.kind === 'unlock')
    return {...next, recommended: [...workshop.recommended, delivery.id].slice(-mostRecommended)}
  if (command.kind === 'rename') return {...next, name: command.name}
  if (command.kind !== 'timer') return next
  const {seconds, text} = command
  const until = delivery.at + ahead + seconds * 1000
  return until > since ? {...next, timer: {until, text}} : without(next, 'timer')
}
