// `lesson stamp`: records in each translation which English text it was made from. The translated text stays unchanged.

import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {sectionsOf, stamp} from '../model/lesson/translation.ts'
import {lessonFolders, textOfFile} from './folders.ts'

export type Stamped = Readonly<{
  file: string
  /** The sections whose stamp is new or changed. */
  sections: readonly string[]
}>

/** Stamps and lists all translations in `folder`, changed or not. @throws LabError if there is no lesson or a file cannot be read. */
export async function stampFolder(folder: string): Promise<readonly Stamped[]> {
  const stamped = await Promise.all((await lessonFolders(folder)).map(stampLesson))
  return stamped.flatMap(one => one ?? [])
}

async function stampLesson(folder: string): Promise<Stamped | undefined> {
  const file = join(folder, 'zh.md')
  const [english, translation] = await Promise.all([textOfFile(join(folder, 'en.md')), textOfFile(file)])
  if (english === undefined || translation === undefined) return undefined
  const now = stamp(translation, english)
  const before = new Map(sectionsOf(translation).map(({heading, source}) => [heading, source]))
  const changed = sectionsOf(now).filter(({heading, source}) => before.get(heading) !== source)
  if (now !== translation) await writeFile(file, await endedLike(file, now))
  return {file, sections: changed.map(({heading}) => heading)}
}

/** Gives the text the line ends of the file: git and some editors write CRLF. */
async function endedLike(file: string, text: string): Promise<string> {
  return (await readFile(file, 'utf8')).includes('\r\n') ? text.replaceAll('\n', '\r\n') : text
}
