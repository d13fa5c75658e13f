// Export of a session into two new files, the recording and the report. Writes both or none, and never overwrites a file.

import {type FileHandle, rm} from 'node:fs/promises'
import {basename, resolve} from 'node:path'
import type {Lesson} from '../../model/lesson/lesson.ts'
import {type Frame, framesOfLines, headLine, type Versions} from '../../model/recording/recording.ts'
import {type Session, sessionGatherer} from '../../model/recording/session.ts'
import {sessionMarkdown} from '../../model/recording/session-markdown.ts'
import {LabError} from '../../model/text/lab-error.ts'
import type {Language} from '../../model/text/messages.ts'
import {shellWord} from '../../model/text/shell-word.ts'
import {createFile, unwritable} from './new-file.ts'
import type {StoredSegment} from './segment-store.ts'

export type Exported = Readonly<{
  parts: readonly StoredSegment[]
  versions: Versions
  lessons: readonly Lesson[]
  /** Language of the report. */
  language: Language
}>

/** Absolute paths of both files, the recorded seconds with one decimal, and the command that replays the recording. */
export type Written = Readonly<{file: string; report: string; seconds: string; command: string}>

/**
 * Writes to `named` and a `.md` beside it, or to files in the current directory named by the time.
 * @throws LabError if a file already exists or cannot be written
 */
export async function exportSession(exported: Exported, named?: string): Promise<Written> {
  await using pair = await (named === undefined ? claimByTime() : claim(named))
  const {file, report} = pair
  try {
    const session = await writeParts(exported, pair.recording)
    const {versions, lessons, language} = exported
    const text = sessionMarkdown({session, versions, lessons, recording: basename(file)}, language)
    await pair.markdown.appendFile(text)
    return {file, report, seconds: ((session.to - session.from) / 1000).toFixed(1), command: replayOf(file)}
  } catch (error) {
    // An incomplete recording is of no use.
    await Promise.all([file, report].map(path => rm(path, {force: true})))
    throw unwritable(file, error)
  }
}

/** In a clone the program is not installed under its name. */
function replayOf(file: string): string {
  const own = process.env['npm_lifecycle_event'] === 'start' ? 'npm start --' : 'redis-cluster-lab'
  return `${own} replay ${shellWord(file)}`
}

/** Writes segment by segment, because the lab keeps running meanwhile. */
async function writeParts({parts, versions}: Exported, recording: FileHandle): Promise<Session> {
  const gatherer = sessionGatherer()
  let last: Frame | undefined
  await recording.appendFile(`${headLine(versions)}\n`)
  for (const part of parts) {
    const lines = part.lines()
    // A segment repeats the last state of the one before.
    const added = last ? lines.slice(1) : lines
    await recording.appendFile(added.map(line => `${line}\n`).join(''))
    const frames = framesOfLines(lines, last)
    for (const frame of frames) gatherer.see(frame)
    last = frames.at(-1)
  }
  return gatherer.session()
}

/** Two new, open files. */
type Pair = AsyncDisposable &
  Readonly<{file: string; report: string; recording: FileHandle; markdown: FileHandle}>

async function claim(named: string): Promise<Pair> {
  const file = resolve(named.replace(/\.md$/, '.jsonl'))
  const report = `${file.replace(/\.jsonl$/, '')}.md`
  const recording = await createFile(file)
  try {
    const markdown = await createFile(report)
    const close = async () => void (await Promise.all([recording.close(), markdown.close()]))
    return {file, report, recording, markdown, [Symbol.asyncDispose]: close}
  } catch (error) {
    await recording.close()
    await rm(file, {force: true})
    throw error
  }
}

/** Adds a number to the names if two exports happen within a second. */
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
