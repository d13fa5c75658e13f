// What a way of fetching a server gets and gives, and how it runs a program. The ways are apt.ts and fetch-release.ts.

import {LabError} from '../../model/text/lab-error.ts'
import type {Message} from '../../model/text/messages.ts'
import {errnoOf} from '../../platform/errno.ts'
import {type Printed, type ProgramRun, runProgram} from '../../platform/run-program.ts'
import {complaint, isOutOfSpace} from './apt-output.ts'

export type FetchTask = Readonly<{
  /** An empty folder for what is needed while it runs; about 90 MB. */
  folder: string
  /** The folder to unpack the server into. */
  into: string
  /** How to install a server without the lab. */
  remedy: Message
  onProgress: (message: Message) => void
  signal?: AbortSignal | undefined
}>

/** `server` is a path in `FetchTask.into`; `packages` are for people to read. */
export type Fetched = Readonly<{server: string; packages: readonly string[]}>

type Step = Readonly<{
  /** For the sentence that says that it failed. */
  name: string
  file: string
  words: readonly string[]
}> &
  Pick<ProgramRun, 'cwd' | 'onLine'>

/** Runs a program in the task's folder. Resolves to its standard output. @throws LabError if it fails or is not there. */
export async function runStep(
  {folder, signal, remedy}: FetchTask,
  {name, file, words, ...others}: Step,
): Promise<string> {
  const printed = await runProgram(file, words, {cwd: folder, signal, ...others}).catch(error => {
    if (errnoOf(error) !== 'ENOENT') throw error
    throw new LabError('provide.noProgram', {program: file, remedy}, {cause: error})
  })
  if (printed.exitCode === 0) return printed.stdout
  throwIfFull(printed)
  throw new LabError('provide.stepFailed', {step: name, line: complaint(allOf(printed)), remedy})
}

/** Errors last, as `complaint` reads them. */
export function allOf({stdout, stderr}: Printed): string {
  return `${stdout}\n${stderr}`
}

/** Throws ENOSPC, as a failed write of our own would, so that fetch-server.ts reports both the same way. */
export function throwIfFull(printed: Printed): void {
  const all = allOf(printed)
  if (isOutOfSpace(all)) throw Object.assign(new Error(complaint(all)), {code: 'ENOSPC'})
}
