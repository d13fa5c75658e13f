// Finds programs in the folders of a PATH, without running them. Synchronously: a look at a file takes microseconds, and each would have to wait for its
// turn while the program loads.

import {accessSync, constants} from 'node:fs'
import {delimiter, join} from 'node:path'

/** The folders of a PATH. An empty part would mean the current folder and is ignored. */
export function foldersOf(path: string): readonly string[] {
  return path.split(delimiter).filter(folder => folder !== '')
}

/** Searches folder by folder; in each, the first of `names` that is executable wins. */
export function findProgram(names: readonly string[], folders: readonly string[]): string | undefined {
  return folders.flatMap(folder => names.map(name => join(folder, name))).find(isExecutable)
}

export function isExecutable(program: string): boolean {
  try {
    accessSync(program, constants.X_OK)
    return true
  } catch {
    return false
  }
}
