// The text of a passed step: what is true on every way, then what was seen on the learner's way.

import type {StepWords} from '../lesson/lesson-words.ts'
import {joinSentences} from '../text/join-sentences.ts'
import type {Play} from './lab-state.ts'

/** With its placeholders. The paragraph is omitted if one of its claims does not hold; `factIds` are those of the step. */
export function passedText(
  {passed, facts: sentences}: StepWords,
  factIds: readonly string[],
  {facts}: Pick<Play, 'facts'>,
): string {
  // Recordings of earlier versions say nothing about facts.
  const hold = (id: string) => facts?.includes(id)
  const isClaimed = factIds.every(id => sentences[id] !== undefined || !facts || hold(id))
  const stated = Object.entries(sentences).flatMap(([id, sentence]) => (hold(id) ? [sentence] : []))
  return joinSentences([...(isClaimed ? [passed] : []), ...stated])
}
