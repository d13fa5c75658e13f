// `lesson new`: writes the files of a new lesson, and never over what is there.

import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {stamp} from '../model/lesson/translation.ts'
import {LabError} from '../model/text/lab-error.ts'
import {newLesson} from './template.ts'

/** The new folder. @throws LabError if `id` is no name for a lesson, if there is something of that name, or if it cannot be written. */
export async function beginLesson(folder: string, id: string): Promise<string> {
  if (!/^[\w-]+$/.test(id)) throw new LabError('author.badId', {id})
  const whole = join(folder, id)
  const files = newLesson(id)
  try {
    await mkdir(folder, {recursive: true})
    // Fails if it exists: what an author has written is not touched.
    await mkdir(whole)
    for (const [name, text] of Object.entries({...files, 'zh.md': stamp(files['zh.md'], files['en.md'])}))
      await writeFile(join(whole, name), text)
    return whole
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new LabError('author.exists', {folder: whole}, {cause: error})
    throw new LabError('author.unwritable', {folder: whole, cause: message}, {cause: error})
  }
}
