// How the instructor's terminal names steps and conditions. Pure.

import type {Language} from '../text/fill.ts'
import {firstSentence} from '../text/first-sentence.ts'
import {message, translate} from '../text/messages.ts'
import type {Course} from './course.ts'
import type {Room} from './room.ts'

export type Stop = Readonly<{lesson: string; step: string}>

export type DeskNames = Readonly<{
  /** Every step of every lesson that learners have. */
  stops: readonly Stop[]
  /** `replicaof, step 1 (Ask another node)` */
  place: (place: Stop | undefined) => string
  /** The sentence of a condition; its id if the lesson is not known here. */
  goal: (place: Stop | undefined, id: string) => string
  /** What a mistake is, without the remedy; its id if the lesson is not known here. */
  mistake: (place: Stop, id: string) => string
}>

export function namesIn(course: Course, language: Language): DeskNames {
  const stops = course.flatMap(({id, steps}) => steps.map(step => ({lesson: id, step: step.id})))
  const stepOf = ({lesson, step}: Stop) =>
    course.find(({id}) => id === lesson)?.steps.find(({id}) => id === step)
  return {
    stops,
    place(place) {
      if (!place) return '–'
      const {lesson, step} = place
      const title = stepOf(place)?.words[language].title
      const n = stepsOf(lesson, stops).indexOf(step) + 1
      const words =
        title === undefined
          ? message('workshop.placeUnknown', {lesson, step})
          : message('workshop.place', {lesson, n, title})
      return translate(language, words)
    },
    goal: (place, id) => (place && stepOf(place)?.words[language].goals[id]) ?? id,
    mistake: (place, id) => firstSentence(stepOf(place)?.words[language].mistakes[id] ?? id),
  }
}

/** As it can be typed, by number or id: `replicaof 1 (look)`; without a number if the step is not known here. */
export function stopName({lesson, step}: Stop, stops: readonly Stop[]): string {
  const n = stepsOf(lesson, stops).indexOf(step) + 1
  return n === 0 ? `${lesson} ${step}` : `${lesson} ${n} (${step})`
}

export function stepsOf(lesson: string, stops: readonly Stop[]): readonly string[] {
  return stops.filter(stop => stop.lesson === lesson).map(({step}) => step)
}

/** Where learners are, and how many on each step. */
export function placesIn(people: readonly Room['people'][string][]): readonly (Stop & {n: number})[] {
  const places = new Map<string, Stop & {n: number}>()
  for (const {place} of people) {
    if (!place) continue
    const {lesson, step} = place
    const name = `${lesson} ${step}`
    places.set(name, {lesson, step, n: (places.get(name)?.n ?? 0) + 1})
  }
  return [...places.values()].toSorted((a, b) => b.n - a.n)
}
