// Reads the lessons of others: a folder with one folder per lesson, each with lesson.ts or lesson.js, en.md, and optionally zh.md.

import {basename, join, resolve} from 'node:path'
import {type Lesson, lesson} from '../model/lesson/lesson.ts'
import {LabError} from '../model/text/lab-error.ts'
import {fileExists, lessonFolders, textOfFile} from './folders.ts'
import {limitedLesson} from './limit.ts'
import {defaultExportOf} from './load.ts'
import {lessonIn} from './shape.ts'

/** The supported format of lessons.json; a newer one is rejected, because its meaning is unknown. */
const orderFormat = 1

/** The lessons in `folder`, or the lesson whose folder it is. @throws LabError with file, step and remedy if any of them is wrong. */
export async function readLessons(folder: string): Promise<readonly Lesson[]> {
  const whole = resolve(folder)
  const found = await lessonFolders(whole)
  const lessons: Lesson[] = []
  for (const one of await inOrder(whole, found)) lessons.push(await readLesson(one))
  return lessons
}

/** The order and selection of lessons.json; without that file, all lessons by name. */
async function inOrder(folder: string, found: readonly string[]): Promise<readonly string[]> {
  const file = join(folder, 'lessons.json')
  const text = await textOfFile(file)
  if (text === undefined) return found
  return idsIn(file, text).map(id => {
    const one = join(folder, id)
    if (!found.includes(one))
      throw new LabError('pack.orderNames', {file, id, found: found.map(name => basename(name)).join(', ')})
    return one
  })
}

function idsIn(file: string, text: string): readonly string[] {
  const {format, lessons} = parsed(text)
  if (typeof format === 'number' && format > orderFormat)
    throw new LabError('pack.newer', {file, actual: format, known: orderFormat})
  if (format !== orderFormat || !isOrder(lessons))
    throw new LabError('pack.order', {
      file,
      example: `{"format": ${orderFormat}, "lessons": ["first", "second"]}`,
    })
  const twice = lessons.find((id, i) => lessons.indexOf(id) < i)
  if (twice !== undefined) throw new LabError('pack.orderTwice', {file, id: twice})
  return lessons
}

function isOrder(lessons: unknown): lessons is readonly string[] {
  return Array.isArray(lessons) && lessons.length > 0 && lessons.every(id => typeof id === 'string')
}

function parsed(text: string): Readonly<{format?: unknown; lessons?: unknown}> {
  try {
    return Object(JSON.parse(text))
  } catch {
    // Not JSON: reported like any other wrong content.
    return {}
  }
}

async function readLesson(folder: string): Promise<Lesson> {
  const file = await lessonFile(folder)
  const plan = lessonIn(file, basename(folder), await defaultExportOf(file))
  const [en, zh] = await Promise.all(['en.md', 'zh.md'].map(name => textOfFile(join(folder, name))))
  if (en === undefined) throw new LabError('pack.noWords', {folder})
  return limitedLesson(lesson({...plan, words: {en, zh}}))
}

async function lessonFile(folder: string): Promise<string> {
  const files = ['lesson.ts', 'lesson.js'].map(name => join(folder, name))
  const there = await Promise.all(files.map(fileExists))
  const [file, other] = files.filter((_, i) => there[i])
  if (file === undefined) throw new LabError('pack.noLesson', {folder})
  if (other !== undefined) throw new LabError('pack.twoLessons', {folder})
  return file
}
