// What the instructor sends to the learners' labs. Nothing of it runs by itself: a lab shows it, or offers it.

import {array, type InferOutput, maxLength, minLength, optional, pipe, strictObject, variant} from 'valibot'
import {limits} from './limits.ts'
import {count, cursor, id, kind, moment, parser, picklist, text} from './schema.ts'

const place = {lesson: id, step: id}

const commands = [
  /** A sentence for the learners' log. */
  kind('say', {text: text(limits.text)}),
  /** A line that the learner may take to the prompt. */
  kind('offer', {line: text(limits.text)}),
  /** A jump that the learner may make. */
  kind('goto', place),
  /** The hints or the solution of a step, recommended now. */
  kind('unlock', {...place, what: picklist(['hint', 'solution'])}),
  /** Counts down; 0 ends it. */
  kind('timer', {seconds: count(4 * 3600), text: optional(text(limits.text))}),
  kind('poll', {
    question: text(limits.text),
    options: pipe(array(text(limits.option)), minLength(2), maxLength(limits.options)),
  }),
  /** A question is closed. `result`: how the room has answered it, if the instructor shares that. */
  kind('close', {
    poll: id,
    result: optional(
      strictObject({
        question: text(limits.text),
        answers: pipe(
          array(strictObject({option: text(limits.option), n: count()})),
          maxLength(limits.options),
        ),
      }),
    ),
  }),
  /** Asks for one picture of the learner's screen. */
  kind('snapshot', {}),
  /** A helper has taken the learner's question, has given it back, or has answered it. `n`: which one, where nobody knows whose it is. */
  kind('help', {
    state: picklist(['claimed', 'waiting', 'closed']),
    by: optional(text(limits.name)),
    n: optional(count()),
  }),
  /** The instructor has given this learner another name. */
  kind('rename', {name: text(limits.name)}),
  /** The workshop is over. */
  kind('end', {}),
] as const

const commandSchema = variant('kind', commands)
export type WorkshopCommand = InferOutput<typeof commandSchema>

/** A jump or an offered line: each learner takes or declines it. */
export function asksForReply(
  command: WorkshopCommand,
): command is Extract<WorkshopCommand, {kind: 'offer' | 'goto'}> {
  return command.kind === 'goto' || command.kind === 'offer'
}

/** Everybody if nothing is named. */
const targetSchema = strictObject({learner: optional(id), step: optional(strictObject(place))})
export type Target = InferOutput<typeof targetSchema>

/** `id`: made by the sender, so that a command that is sent again is given once. */
export const orderSchema = strictObject({id, target: targetSchema, command: commandSchema})
export type Order = InferOutput<typeof orderSchema>

/** An order as the hub delivers it. `cursor`: where a lab goes on after an interruption. `at`: the hub's clock, ms since the epoch. */
export const deliverySchema = strictObject({...orderSchema.entries, cursor, at: moment})
export type Delivery = InferOutput<typeof deliverySchema>

/** An order of the instructor's page or terminal; undefined if it is none. */
export const parseOrder = parser(orderSchema)

/** What a hub delivered; undefined if it is of another version, or of no workshop at all. */
export const parseDelivery = parser(deliverySchema)

/** Whether a learner who is at `at` gets an order with this target. */
export function isFor(
  target: Target,
  learner: string,
  at: Readonly<{lesson?: string | undefined; step?: string | undefined}>,
): boolean {
  if (target.learner !== undefined) return target.learner === learner
  const {step} = target
  return step === undefined || (step.lesson === at.lesson && step.step === at.step)
}

/** How many broadcasts and offers a lab that joins late still gets. */
const retained = 50

/** What of all deliveries a lab gets that has none yet: what holds still, and the newest broadcasts. `now`: the hub's clock, ms since the epoch. */
export function forLateJoiner(deliveries: readonly Delivery[], now: number): readonly Delivery[] {
  const newest = (...kinds: readonly WorkshopCommand['kind'][]) =>
    deliveries.filter(({command}) => kinds.includes(command.kind))
  const [timer] = newest('timer').slice(-1)
  const [poll] = newest('poll').slice(-1)
  const closing = newest('close').filter(({command}) => command.kind === 'close' && command.poll === poll?.id)
  const kept = new Set<Delivery>([
    ...newest('say', 'offer').slice(-retained),
    ...newest('goto').slice(-1),
    ...(poll && closing.length === 0 ? [poll] : []),
    ...closing.filter(({command}) => command.kind === 'close' && command.result),
    ...newestOfEach(newest('unlock')),
    ...newest('end'),
    ...(timer && runsStill(timer, now) ? [timer] : []),
  ])
  return deliveries.filter(delivery => kept.has(delivery))
}

/** A recommendation that was repeated is one. */
function newestOfEach(unlocks: readonly Delivery[]): readonly Delivery[] {
  return [...new Map(unlocks.map(delivery => [JSON.stringify(delivery.command), delivery])).values()]
}

function runsStill({command, at}: Delivery, now: number): boolean {
  return command.kind === 'timer' && at + command.seconds * 1000 > now
}

/** Negative if cursor `a` is before `b`; the smallest cursor is `0-0`. */
export function compareCursors(a: string, b: string): number {
  const [ms = 0, n = 0] = a.split('-').map(Number)
  const [otherMs = 0, otherN = 0] = b.split('-').map(Number)
  return ms - otherMs || n - otherN
}
