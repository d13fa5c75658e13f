// A session written to two files, its recording and its report: both or none, and never over another file.

import {type FileHandle, open, rm} from 'node:fs/promises'
import {basename, resolve} from 'node:path'
import type {Lesson} from '../../model/lesson/lesson.ts'
import {type Frame, framesOfLines, headLine, type Versions} from '../../model/recording/recording.ts'
import {type Session, sessionGatherer} from '../../model/recording/session.ts'
import {sessionMarkdown} from '../../model/recording/session-markdown.ts'
import {LabError} from '../../model/text/lab-error.ts'
import type {Language} from '../../model/text/messages.ts'
import {errnoOf} from '../../platform/errno.ts'
import type {StoredSegment} from './segment-store.ts'

export type Exported = Readonly<{
  parts: readonly StoredSegment[]
  versions: Versions
  lessons: readonly Lesson[]
  /** Of the report. */
  language: Language
}>

/** Where the two are, as whole paths, how many seconds they hold, with one decimal, and how this program is called to show them. */
export type Written = Readonly<{file: string; report: string; seconds: string; command: string}>

/** Into `named` and a `.md` beside it, or into files named by the time, in the current folder. @throws LabError if one is there already or cannot be written */
export async function exportSession(exported: Exported, named?: string): Promise<Written> {
  await using pair = await (named === undefined ? claimByTime() : claim(named))
  const {file, report} = pair
  try {
    const session = await writeParts(exported, pair.recording)
    const {versions, lessons, language} = exported
    const text = sessionMarkdown({session, versions, lessons, recording: basename(file)}, language)
    await pair.markdown.appendFile(text)
    return {file, report, seconds: ((session.to - session.from) / 1000).toFixed(1), command: ownCommand()}
  } catch (error) {
    // Half a recording is none.
    await Promise.all([file, report].map(path => rm(path, {force: true})))
    throw unwritable(file, error)
  }
}

/** In a clone the program has no name of its own. */
function ownCommand(): string {
  return process.env['npm_lifecycle_event'] === 'start' ? 'npm start --' : 'redis-cluster-lab'
}

/** Part by part: the lab goes on meanwhile. */
async function writeParts({parts, versions}: Exported, recording: FileHandle): Promise<Session> {
  const gatherer = sessionGatherer()
  let last: Frame | undefined
  await recording.appendFile(`${headLine(versions)}\n`)
  for (const part of parts) {
    const lines = part.lines()
    // A part begins with the state that the one before has come to.
    const added = last ? lines.slice(1) : lines
    await recording.appendFile(added.map(line => `${line}\n`).join(''))
    const frames = framesOfLines(lines, last)
    for (const frame of frames) gatherer.see(frame)
    last = frames.at(-1)
  }
  return gatherer.session()
}

/** Two new files that are open. */
type Pair = AsyncDisposable &
  Readonly<{file: string; report: string; recording: FileHandle; markdown: FileHandle}>

async function claim(named: string): Promise<Pair> {
  const file = resolve(named.replace(/\.md$/, '.jsonl'))
  const report = `${file.replace(/\.jsonl$/, '')}.md`
  const recording = await create(file)
  try {
    const markdown = await create(report)
    const close = async () => void (await Promise.all([recording.close(), markdown.close()]))
    return {file, report, recording, markdown, [Symbol.asyncDispose]: close}
  } catch (error) {
    await recording.close()
    await rm(file, {force: true})
    throw error
  }
}

/** Two within a second are told apart by a number. */
async function claimByTime(): Promise<Pair> {
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '')
  for (let n = 1; ; n++) {
    try {
      return await claim(`redis-cluster-lab-${time}${n === 1 ? '' : `-${n}`}.jsonl`)
    } catch (error) {
      const isThere = error instanceof LabError && error.reason.key === 'recording.exists'
      if (!isThere) throw error
    }
  }
}

async function create(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'wx', 0o600)
  } catch (error) {
    throw errnoOf(error) === 'EEXIST'
      ? new LabError('recording.exists', {file}, {cause: error})
      : unwritable(file, error)
  }
}

/** What the system refused; a bug stays one. */
function unwritable(file: string, error: unknown): unknown {
  if (errnoOf(error) === undefined) return error
  return new LabError('recording.unwritable', {file, cause: (error as Error).message}, {cause: error})
}
