// The instructor's terminal: what happens in the room is printed above its status and the line that is being typed. In a pipe, plain lines.

import {createInterface, type Interface} from 'node:readline'
import {setTimeout as pause} from 'node:timers/promises'
import {type Message, message} from '../model/text/messages.ts'
import {sanitize, sanitizeLines} from '../model/text/sanitize.ts'
import {type TimerPart, timerOf} from '../model/workshop/class-parts.ts'
import {commonStart, completeDeskLine} from '../model/workshop/desk-complete.ts'
import {parseDeskLine} from '../model/workshop/desk-lines.ts'
import type {DeskNames} from '../model/workshop/desk-names.ts'
import {countWords, newsWords} from '../model/workshop/desk-words.ts'
import type {Room} from '../model/workshop/room.ts'
import {type Looks, Style} from '../views/draw/style.ts'
import {type Line, span} from '../views/draw/styled-text.ts'
import {wrap} from '../views/draw/wrap.ts'
import {
  type Answered,
  askedFirst,
  type DeskDoor,
  type OpenPage,
  picturesBetween,
  type RoomDesk,
  runDeskLine,
  runPageLine,
  type Shown,
} from './desk-runner.ts'
import {statusLines} from './status.ts'
import {StatusPrompt} from './status-prompt.ts'

export type DeskOptions = Readonly<{
  desk: RoomDesk
  looks: Looks
  /** How to join. */
  intro: readonly Message[]
  door: DeskDoor
  pictures: boolean
  names: DeskNames
  openPage: OpenPage
  /** Rejects if the hub cannot go on. */
  gone: Promise<never>
}>

/** News of this long are told together, so that a class that comes in at once is one line, ms. */
const newsEvery = 1000
/** People fall silent, and leases run out, without a record, ms. */
const statusEvery = 5000
/** A countdown that runs is drawn this often, ms. */
const tickEvery = 1000
/** How long lines of a pipe that wait for Redis may take at its end, ms. */
const finishWithin = 20_000
/** A second Ctrl-C within this time stops the hub, ms. */
const ctrlCWithin = 2000

/** Runs until `quit`, Ctrl-D, or the end of standard input. Resolves to the exit code: in a pipe, 1 if a line was not done. */
export async function runDeskLines(options: DeskOptions): Promise<number> {
  const face = new DeskFace(options)
  try {
    return await Promise.race([face.run(), options.gone])
  } finally {
    face.close()
  }
}

class DeskFace {
  readonly #options: DeskOptions
  readonly #style: Style
  readonly #input: Interface
  /** Absent in a pipe. */
  readonly #prompt: StatusPrompt | undefined
  readonly #ends: (() => void)[] = []
  #code = ''
  #words: string | undefined
  #timer: TimerPart | undefined
  /** What the instructor was asked about and has to confirm. */
  #asked: string | undefined
  #before: Room
  #news: NodeJS.Timeout | undefined
  readonly #waiting = new Set<Promise<void>>()
  #failed = false
  #ctrlCAt = 0

  constructor(options: DeskOptions) {
    this.#options = options
    this.#style = new Style(options.looks)
    this.#before = options.desk.room()
    const terminal = process.stdin.isTTY === true && process.stdout.isTTY === true
    this.#input = createInterface({
      input: process.stdin,
      output: process.stdout,
      terminal,
      completer: (line: string) => this.#complete(line),
    })
    if (terminal) this.#prompt = new StatusPrompt(this.#input, this.#style, columns => this.#status(columns))
  }

  async run(): Promise<number> {
    const {desk, intro} = this.#options
    // From now on lines are kept: those of a pipe are there before anything here is ready.
    const lines = this.#input[Symbol.asyncIterator]()
    for (const words of intro) this.#print(words)
    await this.#readCode()
    this.#ends.push(desk.listen(() => this.#later()))
    const ticking = setInterval(() => void this.#readCode().then(() => this.#prompt?.refresh()), statusEvery)
    this.#ends.push(() => clearInterval(ticking))
    const counting = setInterval(() => this.#countDown(), tickEvery)
    this.#ends.push(() => clearInterval(counting))
    this.#input.on('SIGINT', () => this.#interrupted())
    this.#prompt?.show()
    for await (const line of lines) {
      if (await this.#run(line)) break
      this.#prompt?.show()
    }
    await this.#finish()
    return this.#failed && !this.#prompt ? 1 : 0
  }

  close(): void {
    clearTimeout(this.#news)
    this.#prompt?.hide()
    for (const end of this.#ends) end()
    this.#input.close()
  }

  async #run(typed: string): Promise<true | undefined> {
    const {desk, names, door, pictures, openPage} = this.#options
    const line = parseDeskLine(typed, desk.room(), names.stops)
    if (!line) {
      this.#print(countWords(desk.room(), Date.now()))
      return undefined
    }
    // In a pipe the lines were written beforehand.
    const asked = this.#prompt && askedFirst(line)
    const confirmed = asked === undefined || asked.about === this.#asked
    this.#asked = confirmed ? undefined : asked.about
    if (!confirmed) {
      this.#print(asked.asks)
      return undefined
    }
    const {quit, later, ...answered} = await (line.is === 'page'
      ? runPageLine(openPage)
      : runDeskLine(desk, line, {names, door, pictures}))
    this.#tell(answered)
    if (later !== undefined) this.#wait(later)
    void this.#readCode().then(() => this.#prompt?.refresh())
    return quit
  }

  #tell({says, failed}: Answered): void {
    for (const words of says) this.#print(words)
    if (failed) this.#failed = true
  }

  #wait(later: Promise<Answered>): void {
    const told = later.then(answered => {
      this.#waiting.delete(told)
      this.#tell(answered)
    })
    this.#waiting.add(told)
  }

  /** In a pipe nobody can say the last lines again. */
  async #finish(): Promise<void> {
    const all = Promise.all(this.#waiting)
    if (this.#waiting.size > 0 && !this.#prompt) await Promise.race([all, pause(finishWithin)])
    if (this.#waiting.size === 0) return
    this.#failed = true
    this.#print(message('desk.undone', {n: this.#waiting.size}))
  }

  /** The page may change the code, too. While the hub's Redis is away, the last one is shown. */
  async #readCode(): Promise<void> {
    const settings = await this.#options.desk.settings().catch(() => undefined)
    if (!settings || settings.code === this.#code) return
    const words = await this.#options.door.words(settings.code)
    this.#code = settings.code
    this.#words = words
  }

  #countDown(): void {
    const timer = timerOf(this.#options.desk.orders(), Date.now())
    const before = this.#timer
    this.#timer = timer
    if (timer) this.#prompt?.refresh()
    else if (before) {
      if (Date.now() >= before.until) this.#print(message('desk.timeUp', {text: before.text ?? ''}))
      this.#prompt?.refresh()
    }
  }

  #later(): void {
    this.#news ??= setTimeout(() => {
      this.#news = undefined
      void this.#tellNews()
    }, newsEvery)
  }

  async #tellNews(): Promise<void> {
    const before = this.#before
    const now = this.#options.desk.room()
    this.#before = now
    for (const words of newsWords(before, now, this.#options.names)) this.#print(words)
    for (const words of await picturesBetween(before, now, this.#options.desk)) this.#print(words)
    this.#prompt?.refresh()
  }

  #status(columns: number) {
    const {desk, door, names} = this.#options
    return statusLines(
      {room: desk.room(), orders: desk.orders(), names},
      {address: door.address, code: this.#code, words: this.#words},
      {now: Date.now(), style: this.#style, columns},
    )
  }

  #print(shown: Shown): void {
    const lines = 'key' in shown ? this.#linesOf(shown) : [shown]
    if (this.#prompt) this.#prompt.print(this.#wrapped(lines))
    else process.stdout.write(`${lines.map(plainText).join('\n')}\n`)
  }

  #linesOf(words: Message): readonly Line[] {
    const text = sanitizeLines(this.#style.translate(words))
    return text.split('\n').map(one => [span(one)])
  }

  /** Broken at spaces and by the rules of Chinese, for a terminal would break anywhere. */
  #wrapped(lines: readonly Line[]): string {
    const rows = lines.flatMap(line => wrap(line, process.stdout.columns, 2))
    return rows.map(row => this.#style.paint(row)).join('\n')
  }

  /** Several candidates are printed above: readline's own list would tear the status apart. */
  #complete(line: string): [string[], string] {
    const {desk, names} = this.#options
    const {candidates, typed} = completeDeskLine(line, desk.room(), names.stops)
    const [only, ...others] = candidates
    if (only === undefined) return [[], typed]
    if (others.length === 0) return [[`${only} `], typed]
    const common = commonStart(candidates)
    if (common.length > typed.length) return [[common], typed]
    this.#print(message('desk.candidates', {candidates: candidates.join('  ')}))
    return [[], typed]
  }

  /** Ctrl-C clears the line; a hub of a whole class does not end by one slip. */
  #interrupted(): void {
    const again = Date.now() - this.#ctrlCAt < ctrlCWithin
    if (again) {
      this.#input.close()
      return
    }
    this.#ctrlCAt = Date.now()
    if (this.#input.line === '') this.#print(message('desk.howToStop'))
    this.#input.write(null, {ctrl: true, name: 'e'})
    this.#input.write(null, {ctrl: true, name: 'u'})
  }
}

/** For a pipe. */
function plainText(line: Line): string {
  return sanitize(line.map(({text}) => text).join('')).trimEnd()
}
