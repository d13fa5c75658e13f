// What `/explain` prints: of the last error, or of what is named.

import {messageOfFacts} from '../cluster/versions.ts'
import type {LabState} from '../state/lab-state.ts'
import {outcomesOf} from '../state/transcript.ts'
import {message} from '../text/messages.ts'
import {explained, sentence, troubleOf} from './explain.ts'
import {type FullExplanation, namedAtLength} from './named.ts'
import {troublesOf} from './troubles.ts'

/** Explains the last error, or, if `typed` is not empty, what it names. */
export function explainInFull(state: LabState, typed: string): FullExplanation {
  return typed === '' ? lastAtLength(state) : namedAtLength(typed, state)
}

function lastAtLength(state: LabState): FullExplanation {
  const outcomes = state.entries.flatMap(outcomesOf)
  const last = outcomes.findLast(outcome => troubleOf(outcome) !== undefined)
  const troubles = troublesOf(state)
  if (!last)
    return troubles.length > 0
      ? {found: true, sentences: troubles}
      : {found: false, sentences: [message('explain.none')]}
  const found = explained(last, state)
  if (!found)
    return {found: false, sentences: [message('explain.unexplained', {error: troubleOf(last) ?? ''})]}
  return {
    found: true,
    sentences: [sentence(found, state), messageOfFacts(found.explanation.long), ...troubles],
  }
}
