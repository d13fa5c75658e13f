// Finds programs in the folders of a PATH, without running them.

import {constants} from 'node:fs'
import {access} from 'node:fs/promises'
import {delimiter, join} from 'node:path'

/** The folders of a PATH. An empty part would mean the current folder and is ignored. */
export function foldersOf(path: string): readonly string[] {
  return path.split(delimiter).filter(folder => folder !== '')
}

/** Searches folder by folder; in each, the first of `names` that is executable wins. */
export async function findProgram(
  names: readonly string[],
  folders: readonly string[],
): Promise<string | undefined> {
  for (const folder of folders) {
    for (const name of names) {
      const program = join(folder, name)
      if (await isExecutable(program)) return program
    }
  }
  return undefined
}

export async function isExecutable(program: string): Promise<boolean> {
  return access(program, constants.X_OK).then(
    () => true,
    () => false,
  )
}
