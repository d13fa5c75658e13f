// Whose lessons: ours, or those in the folder that --lessons names.

import {createHash} from 'node:crypto'
import {basename, dirname, join, resolve} from 'node:path'
import type {Lesson} from '../model/lesson/lesson.ts'
import type {Environment} from './environment.ts'
import type {Options} from './options.ts'

/** The lessons of this run; those of a folder take the place of ours. @throws LabError if one of them cannot be read. */
export async function loadLessons({lessons}: Options): Promise<readonly Lesson[]> {
  if (lessons === undefined) return (await import('../../lessons/index.ts')).lessons
  return await (await import('../pack/read.ts')).readLessons(lessons)
}

/** Each folder of lessons has a progress of its own, so that a lesson of others may be called like one of ours. */
export function progressFileFor({lessons}: Options, {progressFile}: Environment): string {
  if (lessons === undefined) return progressFile
  const folder = resolve(lessons)
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 8)
  return join(dirname(progressFile), 'lessons', `${basename(folder)}-${hash}.json`)
}
