// Writes a command's result to the file that was named, else to stdout.

import {writeFile} from 'node:fs/promises'
import {LabError} from '../model/text/lab-error.ts'
import {errnoOf} from '../platform/errno.ts'
import type {Options} from './options.ts'
import {printResult} from './output.ts'

/** The file that the command line names; undefined for `-` or none, which mean stdout or stdin. */
export function fileArgument({ids: [file]}: Options): string | undefined {
  return file === '-' ? undefined : file
}

/** Overwrites a file only with --force. @throws LabError if the file exists or cannot be written. */
export async function writeResult(text: string, options: Options): Promise<void> {
  const file = fileArgument(options)
  if (file === undefined) return printResult(text.trimEnd())
  try {
    await writeFile(file, text, {flag: options.force ? 'w' : 'wx'})
  } catch (error) {
    const errno = errnoOf(error)
    if (errno === undefined) throw error
    if (errno === 'EEXIST') throw new LabError('cli.fileExists', {file}, {cause: error})
    throw new LabError('cli.fileUnwritable', {file, cause: (error as Error).message}, {cause: error})
  }
}
