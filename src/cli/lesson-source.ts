// Where the lessons of this run come from: ours, or the folder that --lessons names. Each source has its own progress file.

import {createHash} from 'node:crypto'
import {basename, dirname, join, resolve} from 'node:path'
import type {Lesson} from '../model/lesson/lesson.ts'
import type {Environment} from './environment.ts'
import type {Options} from './options.ts'

/** The lessons of this run; those of a folder replace ours. @throws LabError if one of them cannot be read. */
export async function loadLessons({lessons}: Pick<Options, 'lessons'>): Promise<readonly Lesson[]> {
  if (lessons === undefined) return (await import('../../lessons/index.ts')).lessons
  return await (await import('../pack/read.ts')).readLessons(lessons)
}

/** One file per lesson folder, so that other lessons may have the names of ours. */
export function progressFileFor({lessons}: Options, {progressFile}: Environment): string {
  if (lessons === undefined) return progressFile
  const folder = resolve(lessons)
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 8)
  return join(dirname(progressFile), 'lessons', `${basename(folder)}-${hash}.json`)
}
