// What the page knows of the room, and what it shows of it. The hub sends parts by name; a component is drawn again when a part that it reads has changed.

import {batch, computed, type Signal, signal} from '@preact/signals'
import type {Language} from '../../model/text/fill.ts'
import type {
  AskedPart,
  Door,
  PersonPart,
  PollPart,
  RoomPart,
  SentPart,
  TimerPart,
} from '../../model/workshop/class-parts.ts'
import type {Course, CourseLesson} from '../../model/workshop/course.ts'
import type {Stop} from '../../model/workshop/desk-names.ts'
import type {StepCount} from '../../model/workshop/overview.ts'
import type {Looks} from './looks.ts'
import {type ClassKey, wordsIn} from './words.ts'

/** `lost`: this browser's key opens nothing any more. */
export type Connection = 'opening' | 'live' | 'away' | 'lost'
/** What became of the last order. `inForm`: one that was sent from the form, which tells it. */
export type Said = Readonly<{key: ClassKey; inForm: boolean}>
export type Tally = Readonly<Record<string, number>>
export type StepPart = Omit<StepCount, 'lesson' | 'step'>
export type Person = PersonPart & Readonly<{id: string}>
export type Asked = AskedPart & Readonly<{n: number}>
export type {Stop}
export type ClassState = ReturnType<typeof createClassState>
export type ClassProps = Readonly<{state: ClassState}>

/** By name. `null`: gone. */
export type Parts = Readonly<Record<string, unknown>>
type Group<Part> = Signal<ReadonlyMap<string, Part>>

/** Parts of which there is one. */
function emptySingles() {
  return {
    room: signal<RoomPart | undefined>(undefined),
    door: signal<Door | undefined>(undefined),
    poll: signal<PollPart | undefined>(undefined),
    timer: signal<TimerPart | undefined>(undefined),
  }
}

/** Parts of which there are many, by name. */
function emptyGroups() {
  return {
    step: signal<ReadonlyMap<string, StepPart>>(new Map()),
    question: signal<ReadonlyMap<string, Tally>>(new Map()),
    sent: signal<ReadonlyMap<string, SentPart>>(new Map()),
    asked: signal<ReadonlyMap<string, Asked>>(new Map()),
    person: signal<ReadonlyMap<string, Person>>(new Map()),
  }
}

export function createClassState({language, scheme}: Looks, course: Course) {
  const words = signal(wordsIn(language))
  const single = emptySingles()
  const groups = emptyGroups()
  const chosenLesson = signal<string | undefined>(undefined)
  /** The lesson that is shown: the chosen one, else that where most are, or were when they left. */
  const lesson = computed(() => {
    const steps = groups.step.value
    const id = chosenLesson.value ?? (busiest(steps) ?? busiest(steps, 'away'))?.lesson
    return course.find(one => one.id === id) ?? course[0]
  })
  const now = signal(Date.now())
  return {
    course,
    words,
    scheme: signal(scheme),
    connection: signal<Connection>('opening'),
    /** Ticks each second. */
    now,
    /** The last whole half minute: what tells minutes need not be drawn each second. */
    minute: computed(() => Math.floor(now.value / 30_000) * 30_000),
    /** The demonstration, as the hub sent it: up to four a second, which only its own view reads. */
    demo: signal('{"is":"none"}'),
    ...single,
    ...{
      steps: groups.step,
      questions: groups.question,
      sent: groups.sent,
      asked: groups.asked,
      people: groups.person,
    },
    chosenLesson,
    lesson,
    busiest: computed(() => busiest(groups.step.value)),
    /** The step that a jump or a hint is about. */
    chosenStep: signal<Stop | undefined>(undefined),
    /** The person whose dialog is open. */
    opened: signal<string | undefined>(undefined),
    said: signal<Said | undefined>(undefined),
    /** Nothing can be sent, and nobody comes in, any more. */
    isOver: computed(() => single.room.value?.ended ?? false),
    setLanguage(other: Language) {
      words.value = wordsIn(other)
    },
    /** Takes a delta; `whole`: what is not named is gone. */
    take(parts: Parts, whole: boolean) {
      batch(() => {
        for (const [name, target] of Object.entries(single))
          if (whole || name in parts) (target as Signal<unknown>).value = parts[name] ?? undefined
        for (const [name, target] of Object.entries(groups))
          takeGroup(target as Group<unknown>, named(parts, name), whole, keys[name])
      })
    },
  }
}

function named(parts: Parts, group: string): readonly (readonly [string, unknown])[] {
  const start = `${group}/`
  return Object.entries(parts).flatMap(([name, part]) =>
    name.startsWith(start) ? [[name.slice(start.length), part] as const] : [],
  )
}

/** What the name of a part is for the part itself. */
const keys: Readonly<Record<string, (name: string) => object>> = {
  person: id => ({id}),
  asked: n => ({n: Number(n)}),
}

function takeGroup(
  target: Group<unknown>,
  entries: readonly (readonly [string, unknown])[],
  whole: boolean,
  keyOf: (name: string) => object = () => ({}),
): void {
  if (entries.length === 0 && !whole) return
  const next = new Map(whole ? [] : target.value)
  for (const [name, part] of entries)
    if (part === null) next.delete(name)
    else next.set(name, {...(part as object), ...keyOf(name)})
  target.value = next
}

/** The step where most are here, or away. */
export function busiest(
  steps: ReadonlyMap<string, StepPart>,
  where: 'here' | 'away' = 'here',
): Stop | undefined {
  const on = (step: StepPart) => step[where] ?? 0
  const [most] = [...steps].toSorted(([, a], [, b]) => on(b) - on(a))
  return most && on(most[1]) > 0 ? stopOf(most[0]) : undefined
}

export function stopOf(name: string): Stop {
  const [lesson = '', ...step] = name.split('/')
  return {lesson, step: step.join('/')}
}

/** The title of a step, or its id if this hub has other lessons. */
export function titleOf({lesson, step}: Stop, {course, words}: ClassState): string {
  const found = stepIn(
    course.find(one => one.id === lesson),
    step,
  )
  return found?.words[words.value.language].title ?? step
}

/** With its lesson. */
export function nameOf(stop: Stop, state: ClassState): string {
  return `${stop.lesson} ${numberOf(stop, state)} · ${titleOf(stop, state)}`
}

/** The sentence of a condition or of a known mistake, or its id. */
export function sentenceOf(
  {lesson, step}: Stop,
  what: 'goals' | 'mistakes',
  id: string,
  {course, words}: ClassState,
): string {
  const found = stepIn(
    course.find(one => one.id === lesson),
    step,
  )
  return found?.words[words.value.language][what][id] ?? id
}

function stepIn(lesson: CourseLesson | undefined, step: string) {
  return lesson?.steps.find(({id}) => id === step)
}

/** `3` of the third step of its lesson; 0 if it is unknown. */
export function numberOf({lesson, step}: Stop, {course}: ClassState): number {
  return (course.find(one => one.id === lesson)?.steps.findIndex(({id}) => id === step) ?? -1) + 1
}
