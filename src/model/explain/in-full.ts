// What `/explain` prints: of the last error, or of what is named.

import {messageOfFacts} from '../cluster/versions.ts'
import type {Outcome} from '../commands/action.ts'
import type {Entry, LabState} from '../state/lab-state.ts'
import {outcomesOf} from '../state/transcript.ts'
import {message} from '../text/messages.ts'
import {explained, sentence, troubleOf} from './explain.ts'
import {type FullExplanation, namedAtLength} from './named.ts'
import {complaintIn, idInsteadOfPort} from './tool-errors.ts'
import {troublesOf} from './troubles.ts'

/** Explains the last error, or, if `typed` is not empty, what it names. */
export function explainInFull(state: LabState, typed: string): FullExplanation {
  return typed === '' ? lastAtLength(state) : namedAtLength(typed, state)
}

function lastAtLength(state: LabState): FullExplanation {
  const last = state.entries.flatMap(failuresIn).at(-1)
  const troubles = troublesOf(state)
  if (!last)
    return troubles.length > 0
      ? {found: true, sentences: troubles}
      : {found: false, sentences: [message('explain.none')]}
  const {found, sentences} = typeof last === 'string' ? ofTool(last, state) : ofOutcome(last, state)
  return {found, sentences: found ? [...sentences, ...troubles] : sentences}
}

/** The outcomes that went wrong, or what redis-cli complained of. */
function failuresIn(entry: Entry): readonly (Outcome | string)[] {
  const complaint = complaintIn(entry)
  return complaint === undefined
    ? outcomesOf(entry).filter(outcome => troubleOf(outcome) !== undefined)
    : [complaint]
}

function ofOutcome(outcome: Outcome, state: LabState): FullExplanation {
  const found = explained(outcome, state)
  if (!found) return unexplained(troubleOf(outcome) ?? '')
  return {found: true, sentences: [sentence(found, state), messageOfFacts(found.explanation.long)]}
}

function ofTool(complaint: string, state: LabState): FullExplanation {
  const {found, sentences} = namedAtLength(complaint, state)
  if (!found) return unexplained(complaint)
  const id = idInsteadOfPort(complaint, state)
  return {found, sentences: id ? [id, ...sentences] : sentences}
}

function unexplained(error: string): FullExplanation {
  return {found: false, sentences: [message('explain.unexplained', {error})]}
}
