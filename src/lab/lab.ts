// When things happen: the nodes are polled, lines are run. What is true is judged in the model; how it is done, in src/redis.

import {bytesOf} from '../model/bytes.ts'
import {atLength} from '../model/explain.ts'
import {helpOn} from '../model/help.ts'
import type {Move} from '../model/lab-command.ts'
import {LabError} from '../model/lab-error.ts'
import {type Lesson, lessonAt, stepAt} from '../model/lesson.ts'
import {parseLine} from '../model/line.ts'
import type {FaceRequest, Line} from '../model/line-kinds.ts'
import {portOf} from '../model/node.ts'
import {openOptions} from '../model/question.ts'
import type {Frame} from '../model/recording.ts'
import {slotOf} from '../model/slot.ts'
import type {Stage} from '../model/snapshot.ts'
import type {Answers, By, LabEvent, LabState, Passed, Telling} from '../model/state.ts'
import {type Said, said} from '../model/text.ts'
import {timelineRows} from '../model/timeline-words.ts'
import {createUpdate, firstState} from '../model/update.ts'
import type {Keeper} from '../redis/keeper.ts'
import type {Program} from '../redis/orders.ts'
import type {OnConnection} from '../redis/perform.ts'
import {runCli} from '../redis/tool.ts'
import {Beginnings} from './beginnings.ts'
import {Commands} from './commands.ts'
import {Course} from './course.ts'
import {Entries} from './entries.ts'
import {type Poll, poll} from './poll.ts'
import {Recorder} from './recorder.ts'
import {writeRecording} from './recording-file.ts'
import {Stand} from './stand.ts'
import {createStore, type Store} from './store.ts'
import {TrafficControl} from './traffic-control.ts'
import {readAgain} from './until.ts'

export type LabOptions = Readonly<{
  lessons: readonly Lesson[]
  program: Program
  /** What earlier runs have left. */
  passed?: Passed | undefined
  answers?: Answers | undefined
  /** All of it, if not said. */
  telling?: Telling | undefined
  port?: number | undefined
  /** cluster-node-timeout, ms. */
  nodeTimeout: number
  /** Between two polls of all nodes, ms; after an action they are polled at once. */
  pollEvery: number
}>

/** Polls from the beginning, though no node stands before `open` or `raise`. Whoever makes one disposes of it, and with it of the keeper. */
export class Lab {
  readonly lessons: readonly Lesson[]
  /** Settles with why, if the nodes are lost for good. */
  readonly gone: Promise<Error>
  readonly #store: Store<LabState>
  readonly #dispatch: (event: LabEvent) => void
  readonly #keeper: Keeper
  readonly #program: Program
  readonly #stand: Stand
  readonly #poll: Poll
  readonly #entries: Entries
  readonly #beginnings = new Beginnings()
  readonly #commands: Commands
  readonly #course: Course
  readonly #recorder: Recorder
  readonly #traffic: TrafficControl

  constructor(options: LabOptions, keeper: Keeper) {
    const {lessons, passed, answers, telling, pollEvery} = options
    const update = createUpdate(lessons)
    this.lessons = lessons
    this.#keeper = keeper
    this.#program = options.program
    this.#store = createStore({...firstState(passed, answers), ...(telling && {telling})})
    this.#recorder = new Recorder(this.#store)
    this.#dispatch = event => this.#store.set(update(this.#store.get(), event))
    this.#stand = new Stand({...options, keeper, onConnection: this.#connected}, this.#dispatch)
    const polling = poll(() => this.#read(), pollEvery)
    this.#poll = polling
    const keeperGone = keeper.gone.then(how => new LabError('error.keeperGone', {how: how ?? ''}))
    this.gone = Promise.race([keeperGone, polling.failed.catch((error: Error) => error)])
    this.#entries = new Entries(this.#dispatch)
    const ground = {
      state: this.#store.get,
      dispatch: this.#dispatch,
      stand: this.#stand,
      entries: this.#entries,
      beginnings: this.#beginnings,
      wake: polling.wake,
    }
    this.#commands = new Commands(ground)
    this.#traffic = new TrafficControl({...ground, subscribe: this.#store.subscribe})
    this.#course = new Course({
      ...ground,
      lessons,
      gone: this.gone,
      subscribe: this.#store.subscribe,
      run: (line, by) => this.run(line, by),
      cancel: () => this.#commands.cancelAll(),
    })
  }

  /** ms since the epoch */
  now(): number {
    return Date.now()
  }

  state(): LabState {
    return this.#store.get()
  }

  /** Every moment since the lab began, as far as it is kept. */
  frames(): readonly Frame[] {
    return this.#recorder.frames()
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener)
  }

  /** Raises a stage without a lesson; who is master in it has been read when this settles. @throws LabError */
  async raise(stage: Stage): Promise<void> {
    await this.#beginnings.begin(() => this.#stand.raise(stage))
    this.#poll.wake()
    await readAgain(this)
  }

  /** Opens a lesson at a step's true start, or at its first. @throws LabError if there is no such lesson or step, or the nodes cannot be raised. */
  open(lessonId: string, stepId?: string): Promise<void> {
    return this.#course.open(lessonId, stepId)
  }

  /** Runs a line as typed at the prompt; settles when everything it asked for has come back. */
  async run(typed: string, by: By = 'learner'): Promise<FaceRequest | undefined> {
    const options = by === 'learner' ? openOptions(this.lessons, this.state()) : []
    const line = parseLine(typed, {...this.state(), options: options.length})
    if (line.is === 'empty') return undefined
    if (line.is === 'face') return line.asks
    if (line.is === 'actions') await this.#commands.run(typed, by, line)
    else if (line.is === 'traffic')
      await this.#entries.write(typed, by, id => this.#traffic.obey(line.wish, id))
    else if (line.is === 'tool') await this.#commands.runTool(typed, by, this.#runCli(line))
    else if (line.is === 'log' || line.is === 'conf') await this.#show(typed, by, line)
    else if (line.is === 'help') await this.#entries.write(typed, by, id => this.#help(line.topic, id))
    else if (line.is === 'move') await this.#entries.write(typed, by, id => this.#move(line.move, id))
    else if (line.is === 'open') await this.#entries.write(typed, by, () => this.open(line.lesson, line.step))
    else if (line.is === 'export') await this.#entries.write(typed, by, id => this.#export(line.file, id))
    else await this.#entries.write(typed, by, id => this.#atOnce(line, options, id))
    return undefined
  }

  /** Gives up what is being waited for. False if nothing was. */
  cancel(): boolean {
    return this.#commands.cancel()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#commands.cancelAll()
    this.#traffic.stop()
    await this.#poll.stop()
    await this.#keeper[Symbol.asyncDispose]()
    // Without a keeper no stage can be raised any more: what is still being raised fails now, and leaves no connection behind what is closed here.
    await this.#beginnings.begin(async () => this.#stand.close())
  }

  /** A transaction that is gone with its connection is missed before EXEC says so. */
  readonly #connected: OnConnection = (node, connection, dropped) => {
    const before = this.state().connections[node]
    this.#dispatch({on: 'connected', node, connection})
    if (!dropped || !before?.multi) return
    const lost = said('connection.transactionLost', {port: portOf(node, this.state().base)})
    void this.#entries.write('', 'lab', id => this.#entries.say(id, lost))
  }

  async #read() {
    const {nodes} = this.#stand
    const snapshot = await nodes?.readAll(undefined, this.#watchedSlots())
    // A reset may have come meanwhile: what the old nodes said is not of this stage.
    if (snapshot && nodes === this.#stand.nodes) this.#dispatch({on: 'polled', snapshot})
  }

  #watchedSlots(): readonly number[] {
    const {play} = this.state()
    const step = play && stepAt(lessonAt(this.lessons, play.lesson), play.step)
    return [...new Set(step?.watch.map(key => slotOf(bytesOf(key))))]
  }

  /** Lines that wait for nothing. */
  #atOnce(
    line: Line & {is: 'mistake' | 'use' | 'follow' | 'tell' | 'explain' | 'timeline' | 'answer'},
    options: readonly string[],
    id: number,
  ) {
    switch (line.is) {
      case 'mistake':
        return this.#entries.say(id, line.because)
      case 'use':
        if (line.became) this.#entries.note(id, line.became)
        if (line.following !== undefined) this.#dispatch({on: 'following', is: line.following})
        return this.#dispatch({on: 'used', node: line.node})
      case 'follow':
        this.#dispatch({on: 'following', is: line.on})
        return this.#entries.note(id, said(line.on ? 'follow.on' : 'follow.off'))
      case 'tell': {
        const {what, on} = line
        this.#dispatch({on: 'telling', what, is: on})
        return this.#entries.note(id, toldOf(what, on))
      }
      case 'explain': {
        const {found, says} = atLength(this.state(), line.error)
        for (const one of says) found ? this.#entries.note(id, one) : this.#entries.say(id, one)
        return
      }
      case 'timeline':
        return this.#timeline(id, line.most)
      case 'answer': {
        const predicts = this.state().quiz === undefined
        this.#dispatch({on: 'answered', option: options[line.option - 1] ?? '', at: Date.now()})
        if (predicts) this.#entries.note(id, said('move.predicted'))
      }
    }
  }

  #timeline(id: number, most: number) {
    const {timeline, base} = this.state()
    const rows = timelineRows(timeline, base).slice(-most)
    for (const {time, sentence} of rows)
      this.#entries.note(id, time === '' ? sentence : said('timeline.row', {time, sentence}))
    if (rows.length === 0) this.#entries.note(id, said('timeline.empty'))
  }

  #move(move: Move, id: number): Promise<void> {
    const {play, stage} = this.state()
    return move === 'reset' && !play ? this.raise(stage) : this.#course.move(move, id)
  }

  async #export(file: string | undefined, id: number) {
    const written = await writeRecording(this.frames(), file)
    this.#entries.note(id, said('recording.written', written))
  }

  #runCli({words, became}: Line & {is: 'tool'}) {
    return async (id: number, signal: AbortSignal) => {
      this.#entries.note(id, became)
      const {lines, code} = await runCli(this.#program, words, signal)
      this.#dispatch({on: 'shown', id, excerpt: {path: '', lines}})
      if (code !== 0) this.#entries.say(id, said('shell.exit', {code}))
    }
  }

  #help(topic: readonly string[], id: number) {
    const help = helpOn(topic, this.state().docs)
    if ('entries' in help) return this.#dispatch({on: 'helped', id, entries: help.entries})
    for (const words of help.say) help.fine ? this.#entries.note(id, words) : this.#entries.say(id, words)
  }

  async #show(typed: string, by: By, line: Line & {is: 'log' | 'conf'}) {
    // Nodes that are being raised have no files yet; the lab's own lines come after that.
    if (by !== 'lab') await this.#beginnings.over()
    await this.#entries.write(typed, by, async id => {
      const {node} = line
      const files = this.#stand.nodes?.files
      const excerpt = await (line.is === 'log' ? files?.log(node, line.most) : files?.conf(node))
      if (!excerpt) return
      this.#dispatch({on: 'shown', id, excerpt})
      const port = portOf(node, this.state().base)
      if (excerpt.lines.length === 0) this.#entries.note(id, said('files.silent', {port}))
    })
  }
}

function toldOf(what: keyof Telling, on: boolean): Said {
  if (what === 'errors') return said(on ? 'explain.on' : 'explain.off')
  if (what === 'hints') return said(on ? 'hints.on' : 'hints.off')
  return said(on ? 'effects.on' : 'effects.off')
}
