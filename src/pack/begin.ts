// `lesson new`: writes the files of a new lesson; never overwrites.

import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {stamp} from '../model/lesson/translation.ts'
import {LabError} from '../model/text/lab-error.ts'
import {newLesson} from './template.ts'

/** Returns the new folder. @throws LabError if `id` is not a valid name, if it already exists, or if it cannot be written. */
export async function beginLesson(folder: string, id: string): Promise<string> {
  if (!/^[\w-]+$/.test(id)) throw new LabError('author.badId', {id})
  const whole = join(folder, id)
  const files = newLesson(id)
  try {
    await mkdir(folder, {recursive: true})
    // Fails if the folder exists, so that no work of an author is overwritten.
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
