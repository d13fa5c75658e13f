// Keeps the progress file up to date while a lab runs.

import type {Lesson} from '../../model/lesson/lesson.ts'
import {type LessonPosition, noProgress, type Progress} from '../../model/progress/progress.ts'
import type {LabState} from '../../model/state/lab-state.ts'
import {LabError} from '../../model/text/lab-error.ts'
import type {Message} from '../../model/text/messages.ts'
import {addProgress, notKept} from './progress-file.ts'

/** The part of a lab that keeping progress needs. */
type Learning = Readonly<{
  lessons: readonly Lesson[]
  state: () => LabState
  subscribe: (listener: () => void) => () => void
  tell: (words: Message) => void
}>

/**
 * Updates the file whenever the learner makes progress, one write at a time. If the file cannot be written, the lab says so once and works on;
 * each write includes everything before it, so nothing is lost if a later one succeeds.
 * @param notice what was wrong with the file at the start, which the learner knows
 * @returns a function that stops this and settles after the last write, with a notice that the lab could not tell any more.
 */
export function keepProgress(
  lab: Learning,
  file: string,
  notice?: Message,
): () => Promise<Message | undefined> {
  let kept = soFar(lab.state())
  let since = 0
  let saidNotKept = notice?.key === 'progress.notKept'
  let isOver = false
  let late: Message | undefined
  let writing: Promise<void> = Promise.resolve()

  function tell(words: Message) {
    if (isOver) late = words
    else lab.tell(words)
  }

  async function add(progress: Progress) {
    try {
      const added = await addProgress(file, progress, lab.lessons)
      if (added.notice) tell(added.notice)
    } catch (error) {
      if (!(error instanceof LabError)) throw error
      if (!saidNotKept) tell(notKept(error.reason))
      saidNotKept = true
    }
  }

  const forget = lab.subscribe(() => {
    const now = soFar(lab.state())
    const moved = !samePosition(kept.at, now.at)
    if (!moved && kept.passed === now.passed && kept.answers === now.answers) return
    if (moved) since = Date.now()
    kept = now
    const progress: Progress = {...noProgress, ...now, ...(now.at && {at: {...now.at, since}})}
    const next = () => add(progress)
    writing = writing.then(next, next)
    // The returned function reports a bug.
    writing.catch(() => undefined)
  })
  return async () => {
    forget()
    isOver = true
    await writing
    return late
  }
}

function soFar({passed, answers, play}: LabState) {
  const at: LessonPosition | undefined = play && {
    lesson: play.lesson,
    step: play.step,
    done: play.phase === 'passed',
  }
  return {passed, answers, ...(at && {at})}
}

function samePosition(one: LessonPosition | undefined, other: LessonPosition | undefined): boolean {
  return one?.lesson === other?.lesson && one?.step === other?.step && one?.done === other?.done
}
