// A learner's progress over all runs of the lab: merging two records, and updating the ids of earlier versions.
// Pure; progress-file.ts has the text format, src/lab/files/progress-file.ts the file access.

import type {Lesson} from '../lesson/lesson.ts'
import type {Answers, PassedStep, PassedSteps} from '../state/lab-state.ts'
import {isMessage} from '../text/messages.ts'

/** The learner's last place. `since`: ms since the epoch; files of earlier versions lack it. */
export type LessonPosition = Readonly<{lesson: string; step: string; done: boolean; since?: number}>

/** Contains entries of other versions and lessons too; they are kept. */
export type Progress = Readonly<{version: 3; passed: PassedSteps; answers: Answers; at?: LessonPosition}>

export const noProgress: Progress = {version: 3, passed: {}, answers: {}}

/** The union; where both have an entry the newer wins, on a tie the first. */
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

/** Counts what a merge would take from `second`: entries that `first` lacks, or has in an older form. */
export function newerIn(second: Progress, first: Progress): Readonly<{steps: number; answers: number}> {
  const newer = <Entry extends Dated>(kept: ByLesson<Entry>, before: ByLesson<Entry>) =>
    entriesOf(kept).filter(({lesson, id, entry}) => {
      const was = before[lesson]?.[id]
      return was === undefined || entry.at > was.at
    }).length
  return {steps: newer(second.passed, first.passed), answers: newer(second.answers, first.answers)}
}

/** Moves entries from ids of earlier versions to the present ids. Unknown ids stay. */
export function withIdsOf(lessons: readonly Lesson[], progress: Progress): Progress {
  const renamed = <Entry extends Dated>(kept: ByLesson<Entry>) =>
    gathered(entriesOf(kept).map(one => ({...one, ...idsNow(lessons, one.lesson, one.id)})))
  const {passed, answers, at} = progress
  const place = at && idsNow(lessons, at.lesson, at.step)
  return {
    ...progress,
    passed: renamed(passed),
    answers: renamed(answers),
    ...(at && place && {at: {...at, lesson: place.lesson, step: place.id}}),
  }
}

/** Maps the id of a step or of a recall question; question ids never occur as step ids. */
function idsNow(
  lessons: readonly Lesson[],
  lesson: string,
  id: string,
): Readonly<{lesson: string; id: string}> {
  const now = knownAs(lessons, lesson)
  return now ? {lesson: now.id, id: knownAs(now.steps, id)?.id ?? id} : {lesson, id}
}

/** Finds the item with this id, else one that once had it. */
function knownAs<One extends Readonly<{id: string; aliases: readonly string[]}>>(
  all: readonly One[],
  id: string,
): One | undefined {
  return all.find(one => one.id === id) ?? all.find(one => one.aliases.includes(id))
}

/** Drops sentences and kinds of failovers without a text in this version. For display only; do not write the result back. */
export function sayable(progress: Progress): Progress {
  const passed = entriesOf(progress.passed).map(one => ({...one, entry: sayableStep(one.entry)}))
  return {...progress, passed: gathered(passed)}
}

function sayableStep({failovers: all, ...step}: PassedStep): PassedStep {
  const failovers = all?.filter(({is}) => isMessage({key: `report.failover.${is}`})) ?? []
  return {
    ...step,
    changes: step.changes.filter(isMessage),
    ...(failovers.length > 0 && {failovers}),
  }
}

type Dated = Readonly<{at: number}>
/** Entries by lesson id, then by step or question id. */
type ByLesson<Entry extends Dated> = Readonly<Record<string, Readonly<Record<string, Entry>>>>
type Placed<Entry extends Dated> = Readonly<{lesson: string; id: string; entry: Entry}>

function entriesOf<Entry extends Dated>(kept: ByLesson<Entry>): readonly Placed<Entry>[] {
  return Object.entries(kept).flatMap(([lesson, entries]) =>
    Object.entries(entries).map(([id, entry]) => ({lesson, id, entry})),
  )
}

/** Keeps the newest entry for each place, on a tie the first. */
function gathered<Entry extends Dated>(placed: readonly Placed<Entry>[]): ByLesson<Entry> {
  const lessons = new Map<string, Map<string, Entry>>()
  for (const {lesson, id, entry} of placed) {
    const entries = lessons.get(lesson) ?? new Map<string, Entry>()
    const before = entries.get(id)
    if (!before || entry.at > before.at) entries.set(id, entry)
    lessons.set(lesson, entries)
  }
  return Object.fromEntries([...lessons].map(([lesson, entries]) => [lesson, Object.fromEntries(entries)]))
}
