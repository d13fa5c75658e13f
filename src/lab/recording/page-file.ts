// Writes a recording as one HTML page that plays it. The page is built with the program; here the recording is packed into it.

import {type FileHandle, rm} from 'node:fs/promises'
import {resolve} from 'node:path'
import {pipeline, Readable} from 'node:stream'
import {createGzip} from 'node:zlib'
import type {Lesson} from '../../model/lesson/lesson.ts'
import type {Marker} from '../../model/recording/markers.ts'
import {type Outline, pageLesson, pageLines} from '../../model/recording/page-recording.ts'
import {
  type Frame,
  framesIn,
  framesOfLines,
  type Segment,
  type Versions,
} from '../../model/recording/recording.ts'
import type {Language} from '../../model/text/messages.ts'
import {builtText} from '../../platform/built-file.ts'
import {createFile, unwritable} from './new-file.ts'
import type {StoredSegment} from './segment-store.ts'

export type Paged = Readonly<{
  segments: Iterable<Segment>
  markers: readonly Marker[]
  versions: Versions
  lessons: readonly Lesson[]
  /** The page opens in it if the reader's browser asks for neither; the reader can change it. */
  language: Language
}>

/** Where the page has a place for what it shows, and for the words to say it. */
const places = {recording: '<!--recording-->', messages: '<!--messages-->'}

/** The absolute path of the page, and the recorded seconds with one decimal. */
export type WrittenPage = Readonly<{file: string; seconds: string}>

/**
 * Writes the page to a new file. `force`: an existing one is overwritten.
 * @throws LabError if it exists or cannot be written, or if the recording cannot be read
 */
export async function exportPage(
  paged: Paged,
  named: string,
  options: Readonly<{force?: boolean}> = {},
): Promise<WrittenPage> {
  const file = resolve(named)
  await using page = await createFile(file, options)
  try {
    const {from, to} = await writePage(paged, page)
    return {file, seconds: ((to - from) / 1000).toFixed(1)}
  } catch (error) {
    await rm(file, {force: true})
    throw unwritable(file, error)
  }
}

/** The segments of a running lab's recorder. */
export function* segmentsOf(parts: readonly StoredSegment[]): Generator<Segment> {
  let first: Frame | undefined
  for (const {lines, to} of parts) {
    const [head = '', ...changes] = lines()
    first ??= framesOfLines([head])[0] as Frame
    yield {first, changes, to}
    first = framesIn({first, changes}).at(-1)
  }
}

type Times = Readonly<{from: number; to: number}>

async function writePage(paged: Paged, page: FileHandle): Promise<Times> {
  const messages = (await builtText('messages.json')).replaceAll('<', '\\u003c')
  const template = (await builtText('player.html'))
    .replace('lang="en"', `lang="${paged.language}"`)
    .replace(places.messages, () => messages)
  const [before = '', after = ''] = template.split(places.recording)
  await page.appendFile(before)
  const times = {from: 0, to: 0}
  await page.appendFile(base64(packed(textOf(paged, times))))
  await page.appendFile(after)
  return times
}

/** Line by line, because an hour has more of them than should be in memory at once. */
function* textOf(
  {segments, markers, versions, lessons}: Paged,
  times: {from: number; to: number},
): Generator<string> {
  const written: Outline['segments'][number][] = []
  let before: Frame | undefined
  for (const segment of segments) {
    const lines = pageLines(segment, before)
    if (!before) times.from = segment.first.at
    times.to = segment.to
    before = segment.first
    written.push({from: segment.first.at, to: segment.to, lines: lines.length})
    yield lines.map(line => `${line}\n`).join('')
  }
  const outline: Outline = {versions, markers, lessons: lessons.map(pageLesson), segments: written}
  yield JSON.stringify(outline)
}

/** An error of `text`, such as a part of the recording that cannot be read, ends the result with it. */
function packed(text: Iterable<string>): AsyncIterable<Buffer> {
  // The reader of the last stream gets the error.
  return pipeline(Readable.from(text), createGzip({level: 9}), () => undefined)
}

/** Three bytes are four characters: what remains of a chunk goes before the next. */
async function* base64(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk])
    const whole = bytes.length - (bytes.length % 3)
    rest = bytes.subarray(whole)
    yield bytes.toString('base64', 0, whole)
  }
  yield rest.toString('base64')
}
