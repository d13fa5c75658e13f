// Where somebody is, and on what.

import {type ClassState, numberOf, type Person, sentenceOf, titleOf} from './state.ts'

/** With the lesson, where it is not the one that is shown. */
export function placeText({place}: Person, state: ClassState): string {
  if (!place) return '–'
  const n = numberOf(place, state)
  const title = n > 0 ? `${n} · ${titleOf(place, state)}` : place.step
  return place.lesson === state.lesson.value?.id ? title : `${place.lesson} ${title}`
}

/** The condition that somebody is on, in the lesson's words; undefined if the hub has heard of none. */
export function goalText({place, goal}: Person, state: ClassState): string | undefined {
  return place && goal !== undefined ? sentenceOf(place, 'goals', goal, state) : undefined
}

/** What somebody did wrong, in the lesson's words; undefined if it is no mistake that the lesson knows. */
export function mistakeText({place, mistake}: Person, state: ClassState): string | undefined {
  return place && mistake !== undefined ? sentenceOf(place, 'mistakes', mistake, state) : undefined
}

/** Why somebody may be stuck. */
export function stuckText(
  {stuck, tries = 0, place, activeAt = 0}: Person,
  state: ClassState,
  now: number,
): string {
  const {text, time} = state.words.value
  if (stuck === 'tries') return text('class.stuckTries', {n: tries})
  if (stuck === 'idle') return text('class.stuckIdle', {n: Math.floor((now - activeAt) / 60_000)})
  return text('class.stuckSlow', {time: time(now - (place?.since ?? now))})
}
