// The progress file: read, and added to under a lock, so that labs that run at once lose nothing of each other's. Written whole and renamed,
// so that it is never half there. Its content is defined in src/model/progress/progress.ts.

import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {dirname} from 'node:path'
import type {Lesson} from '../../model/lesson/lesson.ts'
import {
  type LessonPosition,
  mergeProgress,
  noProgress,
  type Progress,
  sayable,
  withIdsOf,
} from '../../model/progress/progress.ts'
import {parseProgress, progressText} from '../../model/progress/progress-file.ts'
import type {LabState} from '../../model/state/lab-state.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {errnoOf} from '../../platform/errno.ts'
import {takeLock} from '../../platform/file-lock.ts'

/**
 * What the file says, in words of this version; nothing passed where there is none.
 * @throws LabError if it cannot be read or understood; it is not touched then.
 */
export async function readProgress(file: string, lessons: readonly Lesson[]): Promise<Progress> {
  return sayable((await readKept(file, lessons)) ?? noProgress)
}

/** All that the file holds, also what only other versions and lessons understand; undefined where there is none. @throws LabError as `readProgress` does */
export async function readKept(file: string, lessons: readonly Lesson[]): Promise<Progress | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new LabError('error.progressUnreadable', {file, cause: error.message}, {cause: error})
  })
  if (text === undefined) return undefined
  const parsed = parseProgress(text)
  if ('fault' in parsed) throw new LabError('error.progressBroken', {file, fault: parsed.fault})
  return withIdsOf(lessons, parsed.progress)
}

/** It is held for as long as one small file takes; an older one was left by a crash. ms */
const oldestLock = 5000

/**
 * Adds to what the file says now, and writes it.
 * @returns what it said before.
 * @throws LabError if it cannot be read, understood or written; then it is as it was.
 */
export async function addProgress(
  file: string,
  progress: Progress,
  lessons: readonly Lesson[],
): Promise<Progress> {
  const folder = dirname(file)
  try {
    await mkdir(folder, {recursive: true})
    await using _ = await takeLock(folder, {maxAge: oldestLock})
    const before = (await readKept(file, lessons)) ?? noProgress
    await writeWhole(file, progressText(mergeProgress(before, progress)))
    return before
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    throw new LabError('error.progressUnwritable', {file, cause: (error as Error).message}, {cause: error})
  }
}

async function writeWhole(file: string, text: string) {
  const draft = `${file}.${process.pid}`
  try {
    await writeFile(draft, text, {flush: true})
    await rename(draft, file)
  } finally {
    // Gone already, if all went well.
    await rm(draft, {force: true})
  }
}

/** A lab, as far as progress is concerned. */
type Learning = Readonly<{
  lessons: readonly Lesson[]
  state: () => LabState
  subscribe: (listener: () => void) => () => void
}>

/**
 * Adds to the file whenever the learner comes further, one write after another. Returns how to stop; that settles when the last is written,
 * and rejects if that one failed: it holds all that those before it had.
 */
export function keepProgress(lab: Learning, file: string): () => Promise<void> {
  let kept = soFar(lab.state())
  let since = 0
  let writing: Promise<unknown> = Promise.resolve()
  const forget = lab.subscribe(() => {
    const now = soFar(lab.state())
    const moved = !samePosition(kept.at, now.at)
    if (!moved && kept.passed === now.passed && kept.answers === now.answers) return
    if (moved) since = Date.now()
    kept = now
    const progress: Progress = {...noProgress, ...now, ...(now.at && {at: {...now.at, since}})}
    const add = () => addProgress(file, progress, lab.lessons)
    writing = writing.then(add, add)
    // Whoever stops keeping hears of the failure.
    writing.catch(() => undefined)
  })
  return async () => {
    forget()
    await writing
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
