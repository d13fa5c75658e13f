// Explanations of errors, in one sentence and in full, and when to show them. The explanations themselves are in *-errors.ts.

import {nodeAt} from '../cluster/node.ts'
import {commandOf, errorOf, type Outcome} from '../commands/action.ts'
import type {Lesson} from '../lesson/lesson.ts'
import type {LabEvent, LabState} from '../state/lab-state.ts'
import {openQuestion} from '../state/question.ts'
import {type Message, message, translate} from '../text/messages.ts'
import {explainNodes} from './cluster-errors.ts'
import {commandHere, type Diagnosis, type ErrorContext, type Explanation, portHere, short} from './context.ts'
import {explainLine} from './line-errors.ts'
import {remarkOn} from './remarks.ts'
import {explainReplicas} from './replication-errors.ts'
import {explainServer} from './server-errors.ts'
import {explainSlots} from './slot-errors.ts'

const refusedByTarget: Explanation = {
  begins: 'ERR Target instance replied with error: …',
  here: fromTarget,
  long: 'explain.target.long',
}

/** Every error the lab can explain. The first match counts, so a longer beginning comes before a shorter one. */
export const explanations: readonly Explanation[] = [
  ...explainSlots,
  ...explainReplicas,
  ...explainNodes,
  refusedByTarget,
  ...explainServer,
  ...explainLine,
]

/** An error's diagnosis, with the explanation it comes from. */
export type Explained = Diagnosis & Readonly<{explanation: Explanation}>

/** The explanation of errors that are not in the table: it refers to the server's own words and to `help`. */
const otherwise: Explanation = {
  begins: 'ERR …',
  here: refusedLine,
  long: 'explain.otherwise.long',
  ofTheLine: true,
}

function refusedLine(context: ErrorContext): Diagnosis {
  const command = commandHere(context)
  const fact = message('explain.otherwise', {node: portHere(context), command})
  return context.commandTable[command] ? {fact, next: `help ${command}`} : {fact}
}

/**
 * The text of what went wrong, in English; undefined if nothing did. Includes two replies that are no errors but need an explanation:
 * the status `NOKEY` and the nil of EXEC.
 */
export function troubleOf(outcome: Outcome): string | undefined {
  // Leaving MONITOR or a subscription is what the learner wanted.
  if (outcome.is === 'failed')
    return outcome.because.key === 'outcome.left' ? undefined : translate('en', outcome.because)
  if (outcome.is !== 'replied') return undefined
  const {reply} = outcome
  if (reply.type === 'status' && reply.text === 'NOKEY') return 'NOKEY'
  if (reply.type === 'nil' && commandOf(outcome.action)[0] === 'EXEC') return '(nil)'
  return errorOf(outcome)
}

/** Explains an outcome. Returns undefined if nothing went wrong or no explanation fits. */
export function explained(outcome: Outcome, state: LabState): Explained | undefined {
  const error = troubleOf(outcome)
  if (error === undefined) return undefined
  const {snapshot: now, roster, following, commandTable, logs} = state
  const {action, at, ms} = outcome
  const isPast = now !== undefined && now.at > at + ms
  return explainedAt(error, {action, now, isPast, roster, following, commandTable, logs})
}

/** Every explanation with its pattern, compiled once. */
const compiled = [...explanations, otherwise].map(explanation => ({
  explanation,
  pattern: patternOf(explanation.begins),
}))

/** An error's context before its explanation is found. */
type UnmatchedContext = Omit<ErrorContext, 'error' | 'gaps'>

function explainedAt(error: string, unmatched: UnmatchedContext): Explained | undefined {
  for (const {explanation, pattern} of compiled) {
    const gaps = pattern.exec(error)?.slice(1)
    if (gaps) return {...diagnosisOf(explanation, {...unmatched, error, gaps}), explanation}
  }
  return undefined
}

function diagnosisOf({here, noLonger}: Explanation, context: ErrorContext): Diagnosis {
  const now = context.isPast ? noLonger?.(context) : undefined
  return now ? {fact: message('explain.over', {now})} : here(context)
}

/** Matches an error that begins with `begins`; each `…` becomes a group. */
function patternOf(begins: string): RegExp {
  const parts = begins.split('…').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  // A gap at the end takes all the rest.
  const pattern = parts.join('(.*?)').replace(/\(\.\*\?\)$/, '(.*)')
  return new RegExp(`^${pattern}`, 's')
}

/** Explains the error that MIGRATE's target returned as if the command had been sent to the target. */
function fromTarget(context: ErrorContext): Diagnosis {
  const {action, gaps} = context
  const [error = ''] = gaps
  const [, , port = '-'] = action.do === 'command' ? action.words : []
  const target = short(port)
  const node = nodeAt(Number(port), context.roster)
  const inner = node && explainedAt(error, {...context, action: {...action, node}})
  if (!inner || inner.explanation === otherwise)
    return {fact: message('explain.target', {target, error: error.slice(0, 60)})}
  return {fact: message('explain.target.because', {target, because: inner.fact})}
}

/**
 * The sentence under an error of the learner's line `id`, or under a reply that is easily misread. Undefined if this line was already given the same explanation, or if it would answer an
 * open question. In an open step it omits what to do next, because that may be the step's task; errors about the line itself keep it.
 */
export function meaningOf(
  lessons: readonly Lesson[],
  state: LabState,
  {id, outcome}: Extract<LabEvent, {on: 'ended'}>,
): Message | undefined {
  const entry = state.entries.find(entry => entry.id === id)
  if (!state.feedback.errors || entry?.by !== 'learner' || isExpected(outcome)) return undefined
  const found = explained(outcome, state)
  if (!found && !openQuestion(lessons, state)) return remarkOn(entry, outcome, state)
  if (!found) return undefined
  // The explanation could answer the question.
  if (openQuestion(lessons, state) && !found.explanation.ofTheLine)
    return message(state.quiz ? 'explain.afterQuestions' : 'explain.afterAnswer')
  const explainedBefore = entry.parts.flatMap(part => ('outcome' in part && part.means ? [part.outcome] : []))
  if (explainedBefore.some(other => explained(other, state)?.explanation === found.explanation))
    return undefined
  return sentence(found, state)
}

/** Whether a failure needs no explanation: SHUTDOWN closes the connection. */
function isExpected(outcome: Outcome): boolean {
  if (outcome.is !== 'failed') return false
  return outcome.because.key === 'outcome.closed' && commandOf(outcome.action)[0] === 'SHUTDOWN'
}

export function sentence({fact, next, explanation}: Explained, {play}: LabState): Message {
  const isStepTask = (play?.phase === 'preparing' || play?.phase === 'open') && !explanation.ofTheLine
  return next === undefined || isStepTask ? fact : message('explain.with', {fact, next})
}
