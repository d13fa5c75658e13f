// What the learner has passed, kept in one small file; written whole and renamed, so that it is never half there.

import {mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import {dirname} from 'node:path'
import {LabError} from '../model/lab-error.ts'
import type {Answers, Passed} from '../model/state.ts'
import type {Lab} from './lab.ts'

export type Progress = Readonly<{
  version: 2
  passed: Passed
  answers: Answers
  /** Where the learner was last. */
  at?: Readonly<{lesson: string; step: string; done: boolean}>
}>

const none: Progress = {version: 2, passed: {}, answers: {}}

/** What the file says; nothing passed where there is none. @throws LabError if it cannot be read or is no progress file; it is not touched then. */
export async function readProgress(file: string): Promise<Progress> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new LabError('error.progressUnreadable', {file, cause: error.message}, {cause: error})
  })
  if (text === undefined) return none
  const progress = parse(text)
  if (!progress) throw new LabError('error.progressBroken', {file})
  return progress
}

function parse(text: string): Progress | undefined {
  try {
    const value = JSON.parse(text) as Partial<Progress>
    if (typeof value.passed !== 'object') return undefined
    if (value.version === 2) return {...none, ...value}
    return (value as {version?: unknown}).version === 1
      ? {...none, ...value, version: 2, passed: fromLists(value.passed)}
      : undefined
  } catch {
    // Not JSON: the caller says so, with the file's name.
    return undefined
  }
}

/** Version 1 kept only which steps were passed: lesson id -> step ids. */
function fromLists(passed: unknown): Passed {
  const lists = Object.entries(passed as Readonly<Record<string, readonly string[]>>)
  const unknown = {at: 0, seconds: 0, hints: 0, solved: false, happened: []}
  return Object.fromEntries(
    lists.map(([lesson, steps]) => [lesson, Object.fromEntries(steps.map(step => [step, unknown]))]),
  )
}

/** Writes the file whenever the learner comes further, one write after another. Returns how to stop, which settles when the last is written. */
export function keepProgress(lab: Lab, file: string): () => Promise<void> {
  let written = ''
  let writing: Promise<void> = Promise.resolve()
  const forget = lab.subscribe(() => {
    const {passed, answers, play} = lab.state()
    const at = play && {lesson: play.lesson, step: play.step, done: play.phase === 'passed'}
    const text = `${JSON.stringify({version: 2, passed, answers, ...(at && {at})} satisfies Progress, null, 2)}\n`
    if (text === written || !play) return
    written = text
    writing = writing.then(() => writeWhole(file, text))
    // Whoever stops keeping hears of the failure.
    writing.catch(() => undefined)
  })
  return () => {
    forget()
    return writing
  }
}

async function writeWhole(file: string, text: string) {
  const draft = `${file}.${process.pid}`
  try {
    await mkdir(dirname(file), {recursive: true})
    await writeFile(draft, text)
    await rename(draft, file)
  } catch (error) {
    throw new LabError('error.progressUnwritable', {file, cause: (error as Error).message}, {cause: error})
  }
}
