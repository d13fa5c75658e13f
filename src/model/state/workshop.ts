// What the lab knows of the workshop that it takes part in. The connection itself is src/workshop's; it follows this state, and tells it what came.

import type {Message} from '../text/messages.ts'
import type {Delivery} from '../workshop/command.ts'
import type {Flag} from '../workshop/event.ts'
import type {HelpAct} from '../workshop/help-question.ts'
import type {QueueEntry, Role} from '../workshop/join.ts'
import type {KeptRoom} from '../workshop/kept-room.ts'

/** `trying`: the hub does not answer, `because` of this. `over`: for good. */
export type HubConnection =
  | Readonly<{is: 'on'}>
  | Readonly<{is: 'trying'; because?: Message}>
  | Readonly<{is: 'over'; because: Message}>

export type Workshop = Readonly<{
  /** The learner's name in the room; absent where the room only counts. */
  name?: string
  /** The room keeps nothing of its learners. */
  countsOnly?: true
  /** There, the number of the question that this learner has open. */
  question?: number
  role: Role
  /** The hub's address, as it is shown. */
  hub: string
  connection: HubConnection
  flag: Flag
  /** Everything from the instructor, oldest first; the log that can be read again. */
  heard: readonly Delivery[]
  /** The offers, jumps, polls and requests that wait for the learner, and since when, ms since the epoch. */
  open: readonly Readonly<{id: string; since: number}>[]
  /** Recommended hints and solutions of steps where the learner has not been since. */
  recommended: readonly string[]
  /** The instructor's countdown. `until`: ms since the epoch, by this computer's clock. */
  timer?: Readonly<{until: number; text?: string | undefined}>
  /** When the newest thing was heard, and how far this computer's clock is ahead of the hub's at the most; ms. */
  heardAt?: number
  ahead?: number
  /** What the learner made of them, newest last. */
  replies: readonly Reply[]
  /** Answers to polls, newest last. */
  votes: readonly Readonly<{poll: string; option: number}>[]
  /** A picture that the learner agreed to, once. */
  sharing?: string
  /** For helpers: who waits for help. */
  questions?: readonly QueueEntry[]
  /** For helpers: what they want to do with a question; `src/workshop` does it. Another object each time. */
  helping?: Readonly<{question: number; what: HelpAct}>
  leaving?: 'leave' | 'erase'
}>

export type Reply = Readonly<{command: string; reply: 'seen' | 'taken' | 'declined'}>

/** What a learner may type about the workshop. */
export type RoomRequest =
  | Readonly<{do: 'flag'; flag: Flag}>
  | Readonly<{do: 'log'}>
  | Readonly<{do: 'take' | 'go' | 'stay'}>
  | Readonly<{do: 'vote'; option: number}>
  | Readonly<{do: 'share'; yes: boolean}>
  | Readonly<{do: 'leave'; erase: boolean}>
  | Readonly<{do: 'queue'}>
  /** Without a number: the question that has waited longest, or the helper's own. */
  | Readonly<{do: 'help'; what: HelpAct; n?: number}>

type Joining = Readonly<{
  is: 'joined'
  name: string | undefined
  role: Role
  hub: string
  countsOnly?: boolean
  ahead?: number | undefined
  /** What a lab that was closed has left. */
  kept?: KeptRoom | undefined
}>

export type WorkshopEvent =
  | Joining
  /** The hub has given a question its number; without one, none is open. */
  | Readonly<{is: 'question'; n: number | undefined}>
  | Readonly<{is: 'connection'; connection: HubConnection}>
  | Readonly<{is: 'heard'; delivery: Delivery; at: number}>
  | Readonly<{is: 'timerEnded'}>
  /** The learner is where these recommendations are for. */
  | Readonly<{is: 'recommended'; orders: readonly string[]}>
  /** Nothing waits for an answer to this order any more, and none was given. */
  | Readonly<{is: 'expired'; order: string}>
  | Readonly<{is: 'queue'; queue: readonly QueueEntry[]}>
  | Readonly<{is: 'flag'; flag: Flag}>
  | (Readonly<{is: 'replied'}> & Reply)
  | Readonly<{is: 'voted'; poll: string; option: number}>
  | Readonly<{is: 'sharing'; request: string}>
  | Readonly<{is: 'shared'}>
  | Readonly<{is: 'helping'; question: number; what: HelpAct}>
  /** The hub has done it. */
  | Readonly<{is: 'helped'; question: Pick<QueueEntry, 'n' | 'name'>; what: HelpAct}>
  | Readonly<{is: 'leaving'; how: 'leave' | 'erase'}>
  /** The hub did not do what the learner asked for. */
  | Readonly<{is: 'failed'; because: Message}>

const keptFields: readonly (keyof KeptRoom)[] = [
  'flag',
  'question',
  'heard',
  'open',
  'recommended',
  'timer',
  'votes',
]

/** What of it is kept for the time after this lab. */
export function keptRoom(workshop: Workshop): KeptRoom {
  const fields = keptFields.filter(field => workshop[field] !== undefined)
  return Object.fromEntries(fields.map(field => [field, workshop[field]])) as KeptRoom
}

/** Whether the same of both is kept. */
export function keepsSame(one: Workshop, other: Workshop): boolean {
  return keptFields.every(field => one[field] === other[field])
}

/** What was kept, in a lab that is opened now: what it asks comes in sight only now, and a countdown may have ended. */
export function reopened({timer, ...kept}: KeptRoom, now: number): KeptRoom {
  const open = kept.open.map(({id}) => ({id, since: now}))
  return {...kept, open, ...(timer && timer.until > now && {timer})}
}

/** The newest open order of this kind. */
export function openOrder<Kind extends Delivery['command']['kind']>(
  {heard, open}: Workshop,
  kind: Kind,
): Opened<Kind> | undefined {
  const ids = open.map(({id}) => id)
  const found = heard.findLast(({id, command}) => command.kind === kind && ids.includes(id))
  return found as Opened<Kind> | undefined
}

/** The poll that still takes answers, also from somebody who has answered. */
export function runningPoll({heard}: Workshop): Opened<'poll'> | undefined {
  const poll = heard.findLast(({command}) => command.kind === 'poll')
  const isClosed = heard.some(({command}) => command.kind === 'close' && command.poll === poll?.id)
  return isClosed ? undefined : (poll as Opened<'poll'> | undefined)
}

/** Whether a jump waits for the learner's answer: Enter is that answer, and nothing else. */
export function isJumpOpen(workshop: Workshop | undefined): boolean {
  return workshop !== undefined && openOrder(workshop, 'goto') !== undefined
}

/** ms; an Enter that was on its way when a jump was offered is not its answer */
const readWithin = 1000

/** Whether a jump is offered, and has been in sight for a moment. */
export function jumpOffered(workshop: Workshop | undefined, now: number): boolean {
  const jump = workshop && openOrder(workshop, 'goto')
  const since = workshop?.open.find(({id}) => id === jump?.id)?.since
  return since !== undefined && now - since >= readWithin
}

type Opened<Kind extends Delivery['command']['kind']> = Delivery &
  Readonly<{command: Extract<Delivery['command'], {kind: Kind}>}>
