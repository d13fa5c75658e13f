// The composition root of the lab: makes its parts, connects them and delegates to them. The model judges; src/redis does the work.

import {join} from 'node:path'
import {slotOf} from '../model/cluster/hash-slot.ts'
import {isWired, type NodeName, portOf, sentinelNames, sparesOf} from '../model/cluster/node.ts'
import {awaitsAnswer, type Stage} from '../model/cluster/snapshot.ts'
import type {ServerVersion} from '../model/cluster/versions.ts'
import {type Lesson, lessonAt, stepAt} from '../model/lesson/lesson.ts'
import {parseLine} from '../model/prompt/parse-line.ts'
import type {CourseMove, UiRequest} from '../model/prompt/requests.ts'
import {bytesOf} from '../model/protocol/bytes.ts'
import type {Versions} from '../model/recording/recording.ts'
import {initialState} from '../model/state/initial-state.ts'
import type {Answers, By, Feedback, LabEvent, LabState, PassedSteps} from '../model/state/lab-state.ts'
import {finishedLines} from '../model/state/lines-over.ts'
import {openOptions} from '../model/state/question.ts'
import {slotsInDoubt} from '../model/state/slots-in-doubt.ts'
import type {WorkshopEvent} from '../model/state/workshop.ts'
import {LabError} from '../model/text/lab-error.ts'
import {type Language, type Message, message} from '../model/text/messages.ts'
import {createUpdate} from '../model/update/update.ts'
import type {OnConnection} from '../redis/client/perform.ts'
import type {Keeper} from '../redis/keeper/keeper.ts'
import type {Program} from '../redis/keeper/keeper-messages.ts'
import type {SegmentReader} from '../replay/segment-reader.ts'
import {exportSession} from './recording/export-session.ts'
import {fromHome} from './recording/new-file.ts'
import {exportPage, segmentsOf} from './recording/page-file.ts'
import {Recorder} from './recording/recorder.ts'
import {SegmentStore} from './recording/segment-store.ts'
import {CommandRunner} from './run/command-runner.ts'
import {Course} from './run/course.ts'
import {LabCommands} from './run/lab-commands.ts'
import {type LineHandlers, lineHandlers, runLine} from './run/line-handlers.ts'
import {LinkCommands} from './run/link-commands.ts'
import {type Poll, poll} from './run/poll-loop.ts'
import {RoomCommands} from './run/room-commands.ts'
import {StageHost} from './run/stage-host.ts'
import {StageQueue} from './run/stage-queue.ts'
import {watchForStalls} from './run/stall-watch.ts'
import {createStore, type Store} from './run/store.ts'
import {TrafficController} from './run/traffic-controller.ts'
import {Transcript} from './run/transcript.ts'
import {waitForState} from './run/wait-for-state.ts'

export type LabOptions = Readonly<{
  lessons: readonly Lesson[]
  program: Program & Partial<ServerVersion>
  /** Versions of the programs that run, for recordings. */
  versions?: Versions | undefined
  /** Progress from earlier runs. */
  passed?: PassedSteps | undefined
  answers?: Answers | undefined
  /** Everything is on by default. */
  feedback?: Feedback | undefined
  /** Prints all that a subscription or MONITOR receives, more than anyone can read. */
  everyPush?: boolean | undefined
  /** About how many bytes of a reply are kept; the whole by default, because a program may read it. */
  mostOfReply?: number | undefined
  port?: number | undefined
  /** Spare nodes for stages that are started without a lesson; those of the lessons are added. */
  spares?: readonly NodeName[] | undefined
  /** cluster-node-timeout, ms. */
  nodeTimeout: number
  /** Interval between two polls of all nodes, ms; after an action they are polled at once. */
  pollEvery: number
}>

/** ms that a node that runs gets to show what a line has done, before the next one starts or ends a process. */
const lineSeenWithin = 1000

/** Polls from the beginning; no node runs before `open` or `startStage`. The owner must dispose of the lab, which also stops the keeper. */
export class Lab {
  readonly lessons: readonly Lesson[]
  /** Settles with the reason if the nodes are lost for good. */
  readonly gone: Promise<Error>
  readonly #store: Store<LabState>
  readonly #dispatch: (event: LabEvent) => void
  readonly #keeper: Keeper
  readonly #host: StageHost
  readonly #poll: Poll
  readonly #stalls = watchForStalls(held => this.#dispatch({on: 'heldUp', ...held}))
  readonly #transcript: Transcript
  readonly #stageQueue = new StageQueue()
  readonly #commands: CommandRunner
  readonly #handlers: LineHandlers
  readonly #course: Course
  readonly #recorder: Recorder
  readonly #versions: Versions
  readonly #traffic: TrafficController
  readonly #room: RoomCommands

  constructor(options: LabOptions, keeper: Keeper) {
    const {lessons, pollEvery} = options
    this.lessons = lessons
    this.#versions = options.versions ?? {}
    this.#keeper = keeper
    this.#store = createStore(firstState(options))
    this.#recorder = this.#newRecorder(join(keeper.folder, 'recording'))
    this.#dispatch = dispatchTo(this.#store, lessons)
    this.#host = this.#newHost(options)
    const polling = poll(() => this.#read(), pollEvery)
    this.#poll = polling
    this.gone = goneOf(keeper, polling.failed)
    this.#transcript = new Transcript(this.#dispatch)
    const parts = {
      lessons,
      state: this.#store.get,
      dispatch: this.#dispatch,
      subscribe: this.#store.subscribe,
      host: this.#host,
      transcript: this.#transcript,
      stageQueue: this.#stageQueue,
      wake: polling.wake,
      readAgain: polling.again,
      readWhole: () => this.readWhole(lineSeenWithin),
    }
    this.#commands = new CommandRunner({...parts, everyPush: options.everyPush})
    this.#traffic = new TrafficController({...parts, gone: this.gone})
    this.#room = new RoomCommands({...parts, run: line => this.run(line), open: this.open.bind(this)})
    this.#course = new Course({
      ...parts,
      traffic: this.#traffic,
      gone: this.gone,
      run: (line, by) => this.run(line, by),
      cancel: () => this.#commands.cancelAll(),
    })
    this.#handlers = lineHandlers({
      ...parts,
      room: this.#room,
      commands: this.#commands,
      labCommands: new LabCommands({...parts, program: options.program}),
      links: new LinkCommands({...parts, restart: wired => this.#rewire(wired)}),
      traffic: this.#traffic,
      course: {open: this.open.bind(this), move: this.#move.bind(this), isOver: () => this.#course.isOver()},
    })
  }

  #newHost(options: LabOptions): StageHost {
    return new StageHost(
      {
        ...options,
        spares: allSpares(options),
        keeper: this.#keeper,
        onConnection: this.#connected,
        onWiresEnded: () => this.tell(message('error.wires')),
      },
      this.#dispatch,
    )
  }

  #newRecorder(folder: string): Recorder {
    const segments = new SegmentStore(folder, words => this.tell(words))
    return new Recorder(this.#store, segments)
  }

  /** ms since the epoch */
  now(): number {
    return Date.now()
  }

  state(): LabState {
    return this.#store.get()
  }

  /** The recording so far, from the oldest segment that is still kept. */
  reader(): SegmentReader {
    return this.#recorder.reader()
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener)
  }

  /** Settles after a reading of the nodes that began after this call; so a state that passes quickly between two lines is seen. */
  readAgain(): Promise<void> {
    return this.#poll.again()
  }

  /** Like `readAgain`, but goes on until every node that runs has answered; one that has been silent for `within` ms is not waited for. */
  async readWhole(within: number): Promise<void> {
    await this.readAgain()
    const isWhole = ({snapshot}: LabState) => !snapshot || !awaitsAnswer(snapshot, within) || 'a node is late'
    await waitForState(this, isWhole, within).catch(() => undefined)
  }

  /** Says something in the transcript that no line asked for. */
  tell(words: Message): void {
    this.#transcript.continue(words)
  }

  /** Takes what came from the workshop. */
  fromRoom(event: WorkshopEvent): void {
    this.#room.took(event)
  }

  /** Starts a stage without a lesson; settles after the nodes have been polled. @throws LabError */
  async startStage(stage: Stage, spares: readonly NodeName[] = [], wired = false): Promise<void> {
    await this.#stageQueue.begin(() => this.#host.start(stage, spares, wired))
    await this.readAgain()
  }

  /** Opens a lesson at the start of a step, or of its first step. @throws LabError if the lesson or step does not exist, or the nodes cannot start. */
  open(lessonId: string, stepId?: string): Promise<void> {
    return this.#course.open(lessonId, stepId)
  }

  /** Runs a line as typed at the prompt; settles when all its replies have arrived. Returns a request that only the user interface can carry out. */
  async run(typed: string, by: By = 'learner'): Promise<UiRequest | undefined> {
    if (by === 'learner' && this.state().toolQuestion !== undefined && !typed.startsWith('/')) {
      await this.#commands.answerTool(typed)
      return undefined
    }
    if (by === 'learner') this.#room.typed(typed)
    const options = by === 'learner' ? openOptions(this.lessons, this.state()) : []
    const {workshop, ...state} = this.state()
    const asked = by === 'learner' && workshop ? {workshop} : {}
    const line = parseLine(typed, {...state, ...asked, options: options.length})
    return runLine(this.#handlers, line, {typed, by, options})
  }

  /**
   * Writes the session so far into the file `named` and a report beside it, or as one page if the file's name ends in `.html`. `typed` is the line that asked for
   * it. The transcript says where, or why it failed.
   */
  export(typed: string, named: string | undefined, language: Language): Promise<void> {
    const {lessons} = this
    const file = named && fromHome(named)
    return this.#transcript.write(typed, 'learner', async id => {
      const parts = this.#recorder.parts()
      const session = {versions: this.#versions, lessons, language}
      if (file?.endsWith('.html')) {
        const {markers} = this.#recorder.reader()
        const page = {...session, segments: segmentsOf(parts), markers}
        this.#transcript.note(id, message('recording.pageWritten', await exportPage(page, file)))
      } else {
        this.#transcript.note(
          id,
          message('recording.written', await exportSession({...session, parts}, file)),
        )
      }
    })
  }

  /** Cancels the running command. Returns false if none was running. */
  cancel(): boolean {
    return this.#commands.cancel()
  }

  /** Ends subscriptions and MONITOR once all that their nodes have sent is printed. */
  stopListening(): void {
    this.#commands.stopListening()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#commands.cancelAll()
    this.#traffic.stop()
    this.#stalls[Symbol.dispose]()
    await this.#poll.stop()
    await this.#recorder[Symbol.asyncDispose]()
    await this.#keeper[Symbol.asyncDispose]()
    // Without a keeper a stage that is still starting fails now. Closing comes after it in the queue, so it leaves no connection open.
    await this.#stageQueue.begin(async () => this.#host.close())
  }

  /** Says at once that a lost connection took its transaction with it; otherwise only EXEC would show it. */
  readonly #connected: OnConnection = (node, connection, dropped) => {
    const before = this.state().connections[node]
    this.#dispatch({on: 'connected', node, connection})
    if (!dropped || !before?.multi) return
    const lost = message('outcome.transactionLost', {port: portOf(node, this.state().roster)})
    void this.#transcript.write('', 'lab', id => this.#transcript.say(id, lost))
  }

  async #read() {
    const {nodes} = this.#host
    const over = finishedLines(this.state().entries)
    const snapshot = await nodes?.readAll(undefined, this.#watchedSlots())
    this.#stalls.check()
    // Drops readings of nodes that a reset has replaced meanwhile.
    if (snapshot && nodes === this.#host.nodes) this.#dispatch({on: 'polled', snapshot, over})
  }

  #watchedSlots(): readonly number[] {
    const {play} = this.state()
    const doubtful = slotsInDoubt(this.state())
    const step = play && stepAt(lessonAt(this.lessons, play.lesson), play.step)
    const counted = step?.countKeys.map(key => slotOf(bytesOf(key))) ?? []
    return [...new Set([...counted, ...doubtful])]
  }

  #rewire(wired: boolean): Promise<void> {
    const {stage, roster} = this.state()
    return this.startStage(stage, sparesOf(roster), wired)
  }

  #move(move: CourseMove, id: number): Promise<void> {
    const {play, stage, roster} = this.state()
    if (move === 'reset' && !play) return this.startStage(stage, sparesOf(roster), isWired(roster))
    return this.#course.move(move, id)
  }
}

function firstState({passed, answers, feedback, program}: LabOptions): LabState {
  const {kind, version} = program
  return {...initialState(passed, answers), server: kind, serverVersion: version, ...(feedback && {feedback})}
}

/** Every spare and Sentinel that a stage of this lab may have, each once. */
function allSpares({lessons, spares = []}: LabOptions): readonly NodeName[] {
  const sentinels = lessons.some(({stage}) => stage === 'sentinel') ? sentinelNames : []
  return [...new Set([...lessons.flatMap(lesson => lesson.spares), ...spares, ...sentinels])]
}

/** Settles with the reason why the nodes are lost for good. */
function goneOf(keeper: Keeper, failed: Promise<never>): Promise<Error> {
  const keeperGone = keeper.gone.then(how => new LabError('error.keeperGone', {how: how ?? ''}))
  return Promise.race([keeperGone, failed.catch((error: Error) => error)])
}

function dispatchTo(store: Store<LabState>, lessons: readonly Lesson[]): (event: LabEvent) => void {
  const update = createUpdate(lessons)
  return event => store.set(update(store.get(), event))
}
