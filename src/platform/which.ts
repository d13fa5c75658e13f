// Where a program is, by the folders of a PATH. Nothing is run here.

import {constants} from 'node:fs'
import {access} from 'node:fs/promises'
import {delimiter, join} from 'node:path'

/** The folders of a PATH; an empty part would mean the current folder and is passed over. */
export function foldersOf(path: string): readonly string[] {
  return path.split(delimiter).filter(folder => folder !== '')
}

/** The first of `names` that may be executed in the first of `folders` that has one. */
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
