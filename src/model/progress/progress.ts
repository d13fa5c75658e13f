// What a learner has come to over all runs of the lab, as the progress file keeps it: merged where two files or two labs meet, and taken over
// from the ids of earlier versions. Pure; the file's text is progress-file.ts, the file itself src/lab/files/progress-file.ts.

import type {Lesson} from '../lesson/lesson.ts'
import type {Answers, PassedSteps} from '../state/lab-state.ts'
import {isMessage} from '../text/messages.ts'

/** Where the learner was last. `since`: ms since the epoch; files of earlier versions do not say. */
export type LessonPosition = Readonly<{lesson: string; step: string; done: boolean; since?: number}>

/** What other versions and other lessons have put there stands in it too, and is kept. */
export type Progress = Readonly<{version: 2; passed: PassedSteps; answers: Answers; at?: LessonPosition}>

export const noProgress: Progress = {version: 2, passed: {}, answers: {}}

/** Everything that one of the two has; of what both have, the newer, and the first where neither is. */
export function mergeProgress(first: Progress, second: Progress): Progress {
  const place = newerPosition(first.at, second.at)
  return {
    ...first,
    passed: gathered([...entriesOf(first.passed), ...entriesOf(second.passed)]),
    answers: gathered([...entriesOf(first.answers), ...entriesOf(second.answers)]),
    ...(place && {at: place}),
  }
}

function newerPosition(
  first: LessonPosition | undefined,
  second: LessonPosition | undefined,
): LessonPosition | undefined {
  if (!first || !second) return first ?? second
  return (second.since ?? 0) > (first.since ?? 0) ? second : first
}

/** How much of `second` a merge with `first` takes: what is not there yet, or older there. */
export function newerIn(second: Progress, first: Progress): Readonly<{steps: number; answers: number}> {
  const newer = <Entry extends Dated>(shelf: Shelf<Entry>, before: Shelf<Entry>) =>
    entriesOf(shelf).filter(({lesson, id, entry}) => {
      const was = before[lesson]?.[id]
      return was === undefined || entry.at > was.at
    }).length
  return {steps: newer(second.passed, first.passed), answers: newer(second.answers, first.answers)}
}

/** What is kept under ids that lessons and steps had in earlier versions goes by those they have now. Unknown ids stay as they are. */
export function withIdsOf(lessons: readonly Lesson[], progress: Progress): Progress {
  const renamed = <Entry extends Dated>(shelf: Shelf<Entry>) =>
    gathered(entriesOf(shelf).map(one => ({...one, ...idsNow(lessons, one.lesson, one.id)})))
  const {passed, answers, at} = progress
  const place = at && idsNow(lessons, at.lesson, at.step)
  return {
    ...progress,
    passed: renamed(passed),
    answers: renamed(answers),
    ...(at && place && {at: {...at, lesson: place.lesson, step: place.id}}),
  }
}

/** `id`: a step's, or a recall question's, which none of the steps knows. */
function idsNow(
  lessons: readonly Lesson[],
  lesson: string,
  id: string,
): Readonly<{lesson: string; id: string}> {
  const now = knownAs(lessons, lesson)
  return now ? {lesson: now.id, id: knownAs(now.steps, id)?.id ?? id} : {lesson, id}
}

/** Who has the id now, else who had it once. */
function knownAs<One extends Readonly<{id: string; aliases: readonly string[]}>>(
  all: readonly One[],
  id: string,
): One | undefined {
  return all.find(one => one.id === id) ?? all.find(one => one.aliases.includes(id))
}

/** Without the sentences for which this version has no words: to be shown, not to be written back. */
export function sayable(progress: Progress): Progress {
  const passed = entriesOf(progress.passed).map(one => ({
    ...one,
    entry: {...one.entry, changes: one.entry.changes.filter(isMessage)},
  }))
  return {...progress, passed: gathered(passed)}
}

type Dated = Readonly<{at: number}>
/** Lesson id -> step or question -> what is kept of it. */
type Shelf<Entry extends Dated> = Readonly<Record<string, Readonly<Record<string, Entry>>>>
type Placed<Entry extends Dated> = Readonly<{lesson: string; id: string; entry: Entry}>

function entriesOf<Entry extends Dated>(shelf: Shelf<Entry>): readonly Placed<Entry>[] {
  return Object.entries(shelf).flatMap(([lesson, entries]) =>
    Object.entries(entries).map(([id, entry]) => ({lesson, id, entry})),
  )
}

/** Of several at one place the newest, and of equally new ones the first. */
function gathered<Entry extends Dated>(placed: readonly Placed<Entry>[]): Shelf<Entry> {
  const lessons = new Map<string, Map<string, Entry>>()
  for (const {lesson, id, entry} of placed) {
    const entries = lessons.get(lesson) ?? new Map<string, Entry>()
    const before = entries.get(id)
    if (!before || entry.at > before.at) entries.set(id, entry)
    lessons.set(lesson, entries)
  }
  return Object.fromEntries([...lessons].map(([lesson, entries]) => [lesson, Object.fromEntries(entries)]))
}
