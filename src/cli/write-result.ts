// A result that may go to a file: to the one that was named, else to stdout.

import {writeFile} from 'node:fs/promises'
import {LabError} from '../model/text/lab-error.ts'
import {errnoOf} from '../platform/errno.ts'
import type {Options} from './options.ts'
import {printResult} from './output.ts'

/** The file that is meant; undefined for stdout, or stdin. */
export function fileArgument({ids: [file]}: Options): string | undefined {
  return file === '-' ? undefined : file
}

/** Overwrites nothing without --force. @throws LabError if the file is there already or cannot be written. */
export async function writeResult(text: string, options: Options): Promise<void> {
  const file = fileArgument(options)
  if (file === undefined) return printResult(text.trimEnd())
  try {
    await writeFile(file, text, {flag: options.force ? 'w' : 'wx'})
  } catch (error) {
    const code = errnoOf(error)
    if (code === undefined) throw error
    if (code === 'EEXIST') throw new LabError('cli.fileExists', {file}, {cause: error})
    throw new LabError('cli.fileUnwritable', {file, cause: (error as Error).message}, {cause: error})
  }
}
