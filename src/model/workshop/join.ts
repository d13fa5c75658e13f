// How a lab enters a room and leaves it, and why a hub refuses.

import {array, type InferOutput, optional, pipe, regex, strictObject, string} from 'valibot'
import {limits} from './limits.ts'
import {boolean, count, id, key, moment, parser, picklist, room, text} from './schema.ts'

/** Letters and digits that are not taken for one another when somebody reads them out: no 0 1 I L O. */
export const codeSymbols = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
export const codeLength = 6

const codeSchema = pipe(string(), regex(new RegExp(`^[${codeSymbols}]{${codeLength}}$`)))

/** A code as it was typed: in small letters, or with blanks and dashes in it. */
export function codeFrom(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '')
}

export const roles = ['learner', 'helper'] as const
export type Role = (typeof roles)[number]

/** `device`: kept by this computer, so that who comes back is the same person. Without a name the hub gives one. */
const joinSchema = strictObject({
  protocol: count(1000),
  code: codeSchema,
  device: key,
  role: picklist(roles),
  name: optional(text(limits.name)),
})
export type JoinRequest = InferOutput<typeof joinSchema>

/** Asked before anything is said of the learner, so that a code with a typing error is found first. */
const checkSchema = strictObject({protocol: count(1000), code: codeSchema, role: picklist(roles)})
export type CodeCheck = InferOutput<typeof checkSchema>

/** What a right code opens. `room`: a lab that was in it is let in also when it is `locked`. `countsOnly`: the room keeps nothing of its learners. */
const checkedSchema = strictObject({room, locked: boolean(), countsOnly: boolean()})
export type Checked = InferOutput<typeof checkedSchema>

/** Whose data the hub is to delete. */
const erasureSchema = strictObject({device: key})

const joinedSchema = strictObject({
  learner: id,
  /** Absent for a learner of a room that only counts. */
  name: optional(text(limits.name)),
  role: picklist(roles),
  room,
  /** For the Authorization header. */
  token: key,
  /** s between two beats */
  beat: count(3600),
  /** Whether names may be chosen. */
  names: boolean(),
  /** The room keeps nothing of its learners. */
  countsOnly: optional(boolean()),
  /** The hub's clock, ms since the epoch. */
  at: moment,
})
export type Joined = InferOutput<typeof joinedSchema>

export const refusals = [
  'code', // no such code
  'learnersCode', // a helper needs the other one
  'helpersCode',
  'locked', // the room takes nobody new
  'kicked',
  'ended',
  'name', // names are not chosen in this room, or this one cannot be shown
  'protocol', // another version
  'token', // unknown or withdrawn
  'busy', // later
  'malformed',
  'host', // a name that this hub does not answer to
  'closed', // no such snapshot was asked for, or it has been sent
] as const
export type Refusal = (typeof refusals)[number]

/** `protocol`: of the hub, where it is another one. `wait`: s until it is worth trying again. */
const refusedSchema = strictObject({
  refused: picklist(refusals),
  protocol: optional(count(1000)),
  wait: optional(count(3600)),
})
export type Refused = InferOutput<typeof refusedSchema>

/**
 * `ack`: the highest number of this outbox that is stored. Lower than what was acknowledged before, if the hub has lost some: send them again. `question`: in
 * a room that only counts, the number of the one that this learner has open.
 */
const ackSchema = strictObject({ack: count(), beat: count(3600), question: optional(count())})
export type Ack = InferOutput<typeof ackSchema>

/** Why a stream of orders ends for good. */
const dismissedSchema = strictObject({why: picklist(['left', 'kicked', 'erased'])})
export type Dismissal = InferOutput<typeof dismissedSchema>['why']

/** Those who wait for help, the longest waiting first; times in ms since the epoch. `n`: how everybody names the question. */
const queueSchema = array(
  strictObject({
    n: count(),
    since: moment,
    name: optional(text(limits.name)),
    place: optional(strictObject({lesson: id, step: id, since: moment})),
    goal: optional(id),
    /** The helper who has taken the question, until when. */
    helper: optional(strictObject({helper: text(limits.name), until: moment})),
  }),
)
export type QueueEntry = InferOutput<typeof queueSchema>[number]

/** Each gives undefined for what is malformed. */
export const parseJoin = parser(joinSchema)
export const parseCheck = parser(checkSchema)
export const parseChecked = parser(checkedSchema)
export const parseJoined = parser(joinedSchema)
export const parseErasure = parser(erasureSchema)
export const parseRefused = parser(refusedSchema)
export const parseAck = parser(ackSchema)
export const parseDismissed = parser(dismissedSchema)
export const parseQueue = parser(queueSchema)
