// Storage for the recording's older segments: compressed, in files in the lab's own directory, which is deleted with the lab; in memory if the disk
// fails.

import {existsSync, readFileSync} from 'node:fs'
import {mkdir, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {gunzipSync, gzip} from 'node:zlib'
import {LabError} from '../../model/text/lab-error.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {unless} from '../../platform/errno.ts'

const pack = promisify(gzip)

/** Limits in compressed bytes. An hour of six nodes under load takes about 3 MB. */
export type Limits = Readonly<{disk: number; memory: number}>
const usualLimits: Limits = {disk: 64e6, memory: 16e6}

/** Lines that begin with a state. `from` and `to`: times of the first and last frame, ms since the epoch. */
export type StoredSegment = Readonly<{from: number; to: number; lines: () => readonly string[]}>

/** Uncompressed at first, then compressed: in a file or, if that fails, in memory. */
type Storage =
  | Readonly<{is: 'uncompressed'; lines: readonly string[]}>
  | Readonly<{is: 'file'; file: string; bytes: number}>
  | Readonly<{is: 'packed'; packed: Buffer; bytes: number}>

type SegmentRecord = {readonly from: number; readonly to: number; storage: Storage}

export class SegmentStore {
  readonly #folder: string
  readonly #limits: Limits
  readonly #tell: (words: Message) => void
  readonly #told = new Set<string>()
  #segments: readonly SegmentRecord[] = []
  #work: Promise<void> = Promise.resolve()
  #lastNumber = 0

  /** @param tell gets a message when the disk fails and when the oldest segment is dropped; each only once */
  constructor(folder: string, tell: (words: Message) => void, limits: Limits = usualLimits) {
    this.#folder = folder
    this.#limits = limits
    this.#tell = tell
  }

  put({from, to, lines}: StoredSegment): void {
    const segment: SegmentRecord = {from, to, storage: {is: 'uncompressed', lines: lines()}}
    this.#segments = [...this.#segments, segment]
    this.#work = this.#work.then(() => this.#keep(segment, lines()))
  }

  /** Oldest first and without gaps: segments before a lost one are dropped. The lines are read on demand. */
  parts(): readonly StoredSegment[] {
    const lost = this.#segments.findLastIndex(
      ({storage}) => storage.is === 'file' && !existsSync(storage.file),
    )
    if (lost >= 0) {
      this.#segments = this.#segments.slice(lost + 1)
      this.#sayOnce(message('recorder.lost'))
    }
    return this.#segments.map(segment => ({
      from: segment.from,
      to: segment.to,
      lines: () => linesOf(segment.storage),
    }))
  }

  /** Settles when all segments are compressed and written. */
  async settled(): Promise<void> {
    await this.#work
  }

  async #keep(segment: SegmentRecord, lines: readonly string[]) {
    const packed = await pack(lines.join('\n'))
    this.#lastNumber += 1
    const file = join(this.#folder, `${this.#lastNumber}.jsonl.gz`)
    const bytes = packed.length
    try {
      await mkdir(this.#folder, {mode: 0o700}).catch(unless('EEXIST'))
      await writeFile(file, packed, {flag: 'wx', mode: 0o600})
      segment.storage = {is: 'file', file, bytes}
    } catch (error) {
      segment.storage = {is: 'packed', packed, bytes}
      // A partial file would only waste space.
      await rm(file, {force: true}).catch(() => undefined)
      this.#sayOnce(message('recorder.noDisk', {cause: (error as Error).message}))
    }
    await this.#keepWithin()
  }

  /** Drops the oldest segments, wherever they are stored, until the limits are met. */
  async #keepWithin() {
    const {disk, memory} = this.#limits
    while (this.#bytesIn('file') > disk || this.#bytesIn('packed') > memory) {
      const [oldest, ...rest] = this.#segments
      this.#segments = rest
      if (oldest?.storage.is === 'file') await rm(oldest.storage.file, {force: true}).catch(() => undefined)
      const megabytes = Math.round((oldest?.storage.is === 'packed' ? memory : disk) / 1e6)
      this.#sayOnce(message('recorder.full', {megabytes}))
    }
  }

  #bytesIn(where: 'file' | 'packed'): number {
    return this.#segments.reduce((sum, {storage}) => (storage.is === where ? sum + storage.bytes : sum), 0)
  }

  #sayOnce(words: Message) {
    if (this.#told.has(words.key)) return
    this.#told.add(words.key)
    this.#tell(words)
  }
}

/** Reads synchronously: a segment takes about 5 ms, and scrubbing must show the moment at once. @throws LabError if it cannot be read */
function linesOf(storage: Storage): readonly string[] {
  if (storage.is === 'uncompressed') return storage.lines
  try {
    const packed = storage.is === 'packed' ? storage.packed : readFileSync(storage.file)
    return gunzipSync(packed).toString().split('\n')
  } catch (error) {
    throw new LabError('recorder.unreadable', {cause: (error as Error).message}, {cause: error})
  }
}
