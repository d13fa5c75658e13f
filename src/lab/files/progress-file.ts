// The progress file: read, and updated under a lock, so that labs running at the same time keep each other's progress.
// Written to a draft and renamed, so that no reader sees half a file. src/model/progress/progress.ts defines the content.

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
import {smallFileMaxAge, takeLock} from '../../platform/file-lock.ts'

/**
 * Reads the progress with the ids of this version; empty if the file does not exist.
 * @throws LabError if it cannot be read or parsed; the file stays as it is.
 */
export async function readProgress(file: string, lessons: readonly Lesson[]): Promise<Progress> {
  return sayable((await readKept(file, lessons)) ?? noProgress)
}

/**
 * Reads everything in the file, including entries of other versions and lessons; undefined if it does not exist.
 * @throws LabError like `readProgress`
 */
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

/**
 * Merges into the file's current content and writes the result.
 * @returns the content before.
 * @throws LabError if the file cannot be read, parsed or written; it then stays as it was.
 */
export async function addProgress(
  file: string,
  progress: Progress,
  lessons: readonly Lesson[],
): Promise<Progress> {
  const folder = dirname(file)
  try {
    await mkdir(folder, {recursive: true})
    await using _ = await takeLock(folder, {maxAge: smallFileMaxAge})
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
    // The draft still exists only if the rename failed.
    await rm(draft, {force: true})
  }
}

/** The part of a lab that saving progress needs. */
type Learning = Readonly<{
  lessons: readonly Lesson[]
  state: () => LabState
  subscribe: (listener: () => void) => () => void
}>

/**
 * Updates the file whenever the learner makes progress, one write at a time. Returns a function that stops this and settles after the last write.
 * It rejects if that write failed, since each write includes everything before it.
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
    // The returned function reports the failure.
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
