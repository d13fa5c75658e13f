// Finds and reads lesson files on disk: a folder with one folder per lesson, or a single lesson's folder. read.ts interprets them.

import {readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {withoutByteOrderMark} from '../model/text/byte-order-mark.ts'
import {LabError} from '../model/text/lab-error.ts'

/** A folder with one of these files is a lesson. */
const marks = ['lesson.ts', 'lesson.js', 'en.md']

/** The lesson folders in `folder`, sorted by name; `folder` itself if it is a lesson. @throws LabError if there is none. */
export async function lessonFolders(folder: string): Promise<readonly string[]> {
  if (await isLesson(folder)) return [folder]
  const names = (await namesIn(folder)).toSorted()
  const inside = names.map(name => join(folder, name))
  const lessons = await Promise.all(inside.map(isLesson))
  const found = inside.filter((_, i) => lessons[i])
  if (found.length === 0) throw new LabError('pack.noLessons', {folder})
  return found
}

/** kB; more than ten times what our longest lesson has. */
const mostKilobytes = 256

/** The file's text with `\n` line ends and no byte order mark; undefined if there is no such file. @throws LabError if it cannot be read or is too large. */
export async function textOfFile(file: string): Promise<string | undefined> {
  try {
    const found = await stat(file)
    // A pipe or a device might never end.
    if (!found.isFile()) throw new LabError('pack.notFile', {file})
    const kilobytes = Math.ceil(found.size / 1000)
    if (kilobytes > mostKilobytes) throw new LabError('pack.tooLarge', {file, kilobytes, most: mostKilobytes})
    return withoutByteOrderMark(await readFile(file, 'utf8')).replaceAll('\r\n', '\n')
  } catch (error) {
    if (error instanceof LabError) throw error
    const {code, message} = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw new LabError('pack.unreadable', {file, cause: message}, {cause: error})
  }
}

export async function fileExists(file: string): Promise<boolean> {
  return stat(file).then(
    found => found.isFile(),
    () => false,
  )
}

async function isLesson(folder: string): Promise<boolean> {
  const there = await Promise.all(marks.map(name => fileExists(join(folder, name))))
  return there.includes(true)
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    throw new LabError('pack.noFolder', {folder}, {cause: error})
  }
}
