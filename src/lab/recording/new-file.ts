// Files that an export creates, and what is said when it cannot.

import {type FileHandle, open} from 'node:fs/promises'
import {homedir} from 'node:os'
import {LabError} from '../../model/text/lab-error.ts'
import {errnoOf} from '../../platform/errno.ts'

/** Opens a new file. `force`: an existing one is overwritten. @throws LabError if it exists or cannot be written */
export async function createFile(file: string, {force = false} = {}): Promise<FileHandle> {
  try {
    return await open(file, force ? 'w' : 'wx', 0o600)
  } catch (error) {
    throw errnoOf(error) === 'EEXIST'
      ? new LabError('recording.exists', {file}, {cause: error})
      : unwritable(file, error)
  }
}

/** Wraps an error of the file system; any other error is a bug and stays as it is. */
export function unwritable(file: string, error: unknown): unknown {
  if (errnoOf(error) === undefined) return error
  return new LabError('recording.unwritable', {file, cause: (error as Error).message}, {cause: error})
}

/** Expands a leading `~` to the home directory: at the lab's prompt, no shell has done that. */
export function fromHome(file: string): string {
  return file.replace(/^~(?=\/|$)/, homedir)
}
