// The progress file: read, and updated under a lock, so that labs running at the same time keep each other's progress.
// A file that cannot be parsed is moved aside, never overwritten. src/model/progress/progress.ts defines the content.

import {existsSync} from 'node:fs'
import {mkdir, readFile, rename} from 'node:fs/promises'
import {basename, dirname} from 'node:path'
import type {Lesson} from '../../model/lesson/lesson.ts'
import {mergeProgress, noProgress, type Progress, sayable, withIdsOf} from '../../model/progress/progress.ts'
import {parseProgress, progressText} from '../../model/progress/progress-file.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {errnoOf} from '../../platform/errno.ts'
import {smallFileMaxAge, takeLock} from '../../platform/file-lock.ts'
import {writeWhole} from '../../platform/whole-file.ts'

/** The progress at the start of a run, and what was wrong with the file. */
export type OpenedProgress = Readonly<{progress: Progress; notice?: Message}>

/**
 * Reads the progress for a run of the lab, which works whatever the file is like: one that cannot be parsed is moved aside, and one that cannot be
 * read or moved stays as it is.
 */
export async function openProgress(file: string, lessons: readonly Lesson[]): Promise<OpenedProgress> {
  try {
    return {progress: await readProgress(file, lessons)}
  } catch (error) {
    if (!(error instanceof LabError)) throw error
    const moved = error.reason.key === 'error.progressBroken' ? await openMoved(file, lessons) : undefined
    return moved ?? {progress: noProgress, notice: notKept(error.reason)}
  }
}

/** Undefined if the folder cannot be written. */
async function openMoved(file: string, lessons: readonly Lesson[]): Promise<OpenedProgress | undefined> {
  try {
    const {kept = noProgress, notice} = await underLock(file, () => keptOrMoved(file, lessons))
    return {progress: sayable(kept), ...(notice && {notice})}
  } catch (error) {
    // The caller reports what is wrong with the file, which comes first.
    if (error instanceof LabError) return undefined
    throw error
  }
}

/** Says that the lab works without the file, and why. */
export function notKept(because: Message): Message {
  return message('progress.notKept', {because})
}

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

/** What the file had before, and where it was moved to if it could not be parsed. */
export type AddedProgress = Readonly<{before: Progress; notice?: Message}>

/**
 * Merges into the file's current content and writes the result.
 * @throws LabError if the file cannot be read or written; it then stays as it was.
 */
export function addProgress(
  file: string,
  progress: Progress,
  lessons: readonly Lesson[],
): Promise<AddedProgress> {
  return underLock(file, async () => {
    const {kept: before = noProgress, notice} = await keptOrMoved(file, lessons)
    await writeWhole(file, progressText(mergeProgress(before, progress)))
    return {before, ...(notice && {notice})}
  })
}

/** Runs `work` while no other lab changes the file. @throws LabError if the folder cannot be written */
async function underLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const folder = dirname(file)
  try {
    await mkdir(folder, {recursive: true})
    await using _ = await takeLock(folder, {maxAge: smallFileMaxAge})
    return await work()
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    throw new LabError('error.progressUnwritable', {file, cause: (error as Error).message}, {cause: error})
  }
}

/** Moves a file that cannot be parsed to a name of its own; the notice says where it is. */
async function keptOrMoved(
  file: string,
  lessons: readonly Lesson[],
): Promise<Readonly<{kept?: Progress | undefined; notice?: Message}>> {
  try {
    return {kept: await readKept(file, lessons)}
  } catch (error) {
    if (!(error instanceof LabError) || error.reason.key !== 'error.progressBroken') throw error
    const moved = freeName(file)
    await rename(file, moved)
    return {notice: message('progress.moved', {...error.reason.values, moved: basename(moved)})}
  }
}

/** A name that no file has yet, not even one of the same millisecond. The caller holds the lock. */
function freeName(file: string): string {
  const base = `${file}.corrupt-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base}-${n}`
    if (!existsSync(name)) return name
  }
}
