// An error -> what it means here, in one sentence, and at length. The explanations stand in explain-*.ts; when one is said is decided here.

import {nodeAt} from '../cluster/node.ts'
import {commandOf, errorOf, type Outcome} from '../commands/action.ts'
import type {Lesson} from '../lesson/lesson.ts'
import type {LabEvent, LabState} from '../state/lab-state.ts'
import {openQuestion} from '../state/question.ts'
import {outcomesOf} from '../state/transcript.ts'
import {type Message, message, translate} from '../text/messages.ts'
import {explainNodes} from './cluster-errors.ts'
import {commandHere, type Diagnosis, type ErrorContext, type Explanation, portHere, short} from './context.ts'
import {explainLine} from './line-errors.ts'
import {explainReplicas} from './replication-errors.ts'
import {explainServer} from './server-errors.ts'
import {explainSlots} from './slot-errors.ts'

const refusedByTarget: Explanation = {
  begins: 'ERR Target instance replied with error: …',
  here: fromTarget,
  long: 'explain.target.long',
}

/** Every error the lab can explain. Where two begin alike the longer one comes first. */
export const explanations: readonly Explanation[] = [
  ...explainSlots,
  ...explainReplicas,
  ...explainNodes,
  refusedByTarget,
  ...explainServer,
  ...explainLine,
]

/** What an error means here; `fact` says no more than what is, `next` what may be typed. */
export type Explained = Diagnosis & Readonly<{explanation: Explanation}>

/** What no entry of the table knows: the server's own words, and where to read what the command takes. */
const otherwise: Explanation = {
  begins: 'ERR …',
  here: refusedLine,
  long: 'explain.otherwise.long',
  ofTheLine: true,
}

function refusedLine(met: ErrorContext): Diagnosis {
  const command = commandHere(met)
  const fact = message('explain.otherwise', {node: portHere(met), command})
  return met.commandTable[command] ? {fact, next: `help ${command}`} : {fact}
}

/**
 * The error of an outcome, as it stands on the screen in English; undefined where nothing went wrong. The status `NOKEY` and the nil of an
 * EXEC have to be explained, too.
 */
function troubleOf(outcome: Outcome): string | undefined {
  // Who has left MONITOR or a subscription did what he wanted.
  if (outcome.is === 'failed')
    return outcome.because.key === 'outcome.left' ? undefined : translate('en', outcome.because)
  if (outcome.is !== 'replied') return undefined
  const {reply} = outcome
  if (reply.type === 'status' && reply.text === 'NOKEY') return 'NOKEY'
  if (reply.type === 'nil' && commandOf(outcome.action)[0] === 'EXEC') return '(nil)'
  return errorOf(outcome)
}

/** Undefined for what is no error, or one that is not in the table. */
export function explained(outcome: Outcome, state: LabState): Explained | undefined {
  const error = troubleOf(outcome)
  if (error === undefined) return undefined
  const {snapshot: now, roster, following, commandTable} = state
  return explainedAt(error, {action: outcome.action, now, roster, following, commandTable})
}

/** Every explanation with its pattern, compiled once; `capitals` finds one by what was typed. */
const compiled = [...explanations, otherwise].map(explanation => ({
  explanation,
  pattern: patternOf(explanation.begins),
  capitals: patternOf(explanation.begins.toUpperCase()),
}))

/** An error's context before its explanation is found. */
type Surroundings = Omit<ErrorContext, 'error' | 'gaps'>

function explainedAt(error: string, surroundings: Surroundings): Explained | undefined {
  for (const {explanation, pattern} of compiled) {
    const gaps = pattern.exec(error)?.slice(1)
    if (gaps) return {...explanation.here({...surroundings, error, gaps}), explanation}
  }
  return undefined
}

/** Matches an error that begins with `begins`; each `…` becomes a group. */
function patternOf(begins: string): RegExp {
  const parts = begins.split('…').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  // A gap at the end holds all the rest.
  const pattern = parts.join('(.*?)').replace(/\(\.\*\?\)$/, '(.*)')
  return new RegExp(`^${pattern}`, 's')
}

/** The target's own error, explained as if the command had been typed there. */
function fromTarget(met: ErrorContext): Diagnosis {
  const {action, gaps} = met
  const [error = ''] = gaps
  const [, , port = '-'] = action.do === 'command' ? action.words : []
  const target = short(port)
  const node = nodeAt(Number(port), met.roster)
  const inner = node && explainedAt(error, {...met, action: {...action, node}})
  if (!inner) return {fact: message('explain.target', {target, error: error.slice(0, 60)})}
  return {fact: message('explain.target.because', {target, because: inner.fact})}
}

/**
 * The sentence under an error of the learner's line `id`: not where it was said in this line before, nor what would answer an open question.
 * In an open step it says only what is, for finding out what to do may be the step's point; how a word is spelled never is.
 */
export function meaningOf(
  lessons: readonly Lesson[],
  state: LabState,
  {id, outcome}: Extract<LabEvent, {on: 'ended'}>,
): Message | undefined {
  const entry = state.entries.find(one => one.id === id)
  if (!state.feedback.errors || entry?.by !== 'learner' || isExpected(outcome)) return undefined
  const found = explained(outcome, state)
  if (!found || (openQuestion(lessons, state) && !found.explanation.ofTheLine)) return undefined
  const told = entry.parts.flatMap(part => ('outcome' in part && part.means ? [part.outcome] : []))
  if (told.some(other => explained(other, state)?.explanation === found.explanation)) return undefined
  return sentence(found, state)
}

/** A node that is told to end ends the connection too; and what cluster mode says of a dead node has its way out. */
function isExpected(outcome: Outcome): boolean {
  if (outcome.is !== 'failed') return false
  const {key} = outcome.because
  return key === 'follow.dead' || (key === 'outcome.closed' && commandOf(outcome.action)[0] === 'SHUTDOWN')
}

function sentence({fact, next, explanation}: Explained, {play}: LabState): Message {
  const isSought = (play?.phase === 'preparing' || play?.phase === 'open') && !explanation.ofTheLine
  return next === undefined || isSought ? fact : message('explain.with', {fact, next})
}

/** What `/explain` answers; `found` is false where there is nothing to explain. */
export type FullExplanation = Readonly<{found: boolean; says: readonly Message[]}>

/** The last error, what it means here by now and at length; or, if `typed` is not empty, the one that begins so. */
export function explainInFull(state: LabState, typed: string): FullExplanation {
  return typed === '' ? lastAtLength(state) : namedAtLength(typed)
}

function lastAtLength(state: LabState): FullExplanation {
  const outcomes = state.entries.flatMap(outcomesOf)
  const last = outcomes.findLast(outcome => troubleOf(outcome) !== undefined)
  if (!last) return {found: false, says: [message('explain.none')]}
  const found = explained(last, state)
  if (!found) return {found: false, says: [message('explain.unexplained', {error: troubleOf(last) ?? ''})]}
  return {found: true, says: [sentence(found, state), message(found.explanation.long)]}
}

/** Not that many beginnings are of any help. */
const mostNamed = 12

function namedAtLength(typed: string): FullExplanation {
  const wanted = typed.toUpperCase()
  const ways = [wanted, `ERR ${wanted}`]
  const named = compiled.flatMap(({explanation, capitals}) => {
    const name = explanation.begins.toUpperCase()
    const fits = ways.some(way => name.startsWith(way) || capitals.test(way))
    return fits && explanation !== otherwise ? [explanation] : []
  })
  const [first] = named
  if (!first) return {found: false, says: [message('explain.noneSuch', {typed: short(typed)})]}
  if (new Set(named.map(({long}) => long)).size === 1)
    return {found: true, says: [message('explain.of', {begins: first.begins, long: message(first.long)})]}
  const names = named.slice(0, mostNamed).map(({begins}) => begins)
  return {found: true, says: [message('explain.several', {names: names.join(' · ')})]}
}
