// Where the older parts of the recording lie: packed, on disk, in the lab's own folder, which goes with the lab; where the disk takes none, in memory.

import {existsSync, readFileSync} from 'node:fs'
import {mkdir, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {gunzipSync, gzip} from 'node:zlib'
import {LabError} from '../../model/text/lab-error.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {unless} from '../../platform/errno.ts'

const pack = promisify(gzip)

/** In bytes, packed. An hour of six nodes with a client at work takes some 4 MB. */
export type Limits = Readonly<{disk: number; memory: number}>
const usualLimits: Limits = {disk: 64e6, memory: 16e6}

/** Lines of a recording, the first of which is a state; `from` and `to`: of its first and last frame, ms since the epoch. */
export type StoredSegment = Readonly<{from: number; to: number; lines: () => readonly string[]}>

/** As it came, until it is packed; then in a file or, where that cannot be, packed in memory. */
type Held =
  | Readonly<{is: 'loose'; lines: readonly string[]}>
  | Readonly<{is: 'file'; file: string; bytes: number}>
  | Readonly<{is: 'packed'; packed: Buffer; bytes: number}>

type Kept = {readonly from: number; readonly to: number; held: Held}

export class SegmentStore {
  readonly #folder: string
  readonly #limits: Limits
  readonly #tell: (words: Message) => void
  readonly #told = new Set<string>()
  #kept: readonly Kept[] = []
  #work: Promise<void> = Promise.resolve()
  #lastNumber = 0

  /** @param tell is told, each thing once, that the disk takes nothing and that the oldest is dropped */
  constructor(folder: string, tell: (words: Message) => void, limits: Limits = usualLimits) {
    this.#folder = folder
    this.#limits = limits
    this.#tell = tell
  }

  put({from, to, lines}: StoredSegment): void {
    const kept: Kept = {from, to, held: {is: 'loose', lines: lines()}}
    this.#kept = [...this.#kept, kept]
    this.#work = this.#work.then(() => this.#keep(kept, lines()))
  }

  /** Oldest first and without a gap: behind a part that has been lost nothing older is of use. Its lines are read when they are asked for. */
  parts(): readonly StoredSegment[] {
    const lost = this.#kept.findLastIndex(({held}) => held.is === 'file' && !existsSync(held.file))
    if (lost >= 0) {
      this.#kept = this.#kept.slice(lost + 1)
      this.#sayOnce(message('recorder.lost'))
    }
    return this.#kept.map(kept => ({from: kept.from, to: kept.to, lines: () => linesOf(kept.held)}))
  }

  /** Settles when all that was put is packed and written. */
  async settled(): Promise<void> {
    await this.#work
  }

  async #keep(kept: Kept, lines: readonly string[]) {
    const packed = await pack(lines.join('\n'))
    this.#lastNumber += 1
    const file = join(this.#folder, `${this.#lastNumber}.jsonl.gz`)
    const bytes = packed.length
    try {
      await mkdir(this.#folder, {mode: 0o700}).catch(unless('EEXIST'))
      await writeFile(file, packed, {flag: 'wx', mode: 0o600})
      kept.held = {is: 'file', file, bytes}
    } catch (error) {
      kept.held = {is: 'packed', packed, bytes}
      // Half of it would only fill the disk.
      await rm(file, {force: true}).catch(() => undefined)
      this.#sayOnce(message('recorder.noDisk', {cause: (error as Error).message}))
    }
    await this.#keepWithin()
  }

  /** The oldest go first, wherever they lie. */
  async #keepWithin() {
    const {disk, memory} = this.#limits
    while (this.#bytesIn('file') > disk || this.#bytesIn('packed') > memory) {
      const [oldest, ...rest] = this.#kept
      this.#kept = rest
      if (oldest?.held.is === 'file') await rm(oldest.held.file, {force: true}).catch(() => undefined)
      const megabytes = Math.round((oldest?.held.is === 'packed' ? memory : disk) / 1e6)
      this.#sayOnce(message('recorder.full', {megabytes}))
    }
  }

  #bytesIn(where: 'file' | 'packed'): number {
    return this.#kept.reduce((sum, {held}) => (held.is === where ? sum + held.bytes : sum), 0)
  }

  #sayOnce(words: Message) {
    if (this.#told.has(words.key)) return
    this.#told.add(words.key)
    this.#tell(words)
  }
}

/** Some 5 ms a part: less than a frame, and whoever scrubs wants to see the moment now. @throws LabError if it cannot be read */
function linesOf(held: Held): readonly string[] {
  if (held.is === 'loose') return held.lines
  try {
    const packed = held.is === 'packed' ? held.packed : readFileSync(held.file)
    return gunzipSync(packed).toString().split('\n')
  } catch (error) {
    throw new LabError('recorder.unreadable', {cause: (error as Error).message}, {cause: error})
  }
}
