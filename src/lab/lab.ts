// When things happen: lines are run, stages raised, steps begun, nodes polled. What is true is judged in the model; how it is done, in src/redis.

import type {Action} from '../model/action.ts'
import {bytesOf} from '../model/bytes.ts'
import type {Request} from '../model/lab-command.ts'
import {LabError} from '../model/lab-error.ts'
import {type Lesson, lessonAt, type Step, stepAt} from '../model/lesson.ts'
import {type Line, parseLine} from '../model/line.ts'
import {type NodeName, nodeNames, portOf} from '../model/node.ts'
import {figuresOf, fillPlaceholders} from '../model/placeholders.ts'
import {openOptions, recallOf, wrongAnswers} from '../model/question.ts'
import type {Reply} from '../model/reply.ts'
import {slotOf} from '../model/slot.ts'
import type {Stage} from '../model/snapshot.ts'
import type {Answers, By, LabEvent, LabState, Passed, Play, Question} from '../model/state.ts'
import {isLanguage, type Language, type Said, said} from '../model/text.ts'
import {createUpdate, firstState} from '../model/update.ts'
import type {SendOptions} from '../redis/conversation.ts'
import type {Command} from '../redis/follow.ts'
import type {Keeper} from '../redis/keeper.ts'
import type {Program} from '../redis/orders.ts'
import {type Poll, poll} from './poll.ts'
import {createQueue} from './queue.ts'
import {Stand} from './stand.ts'
import {createStore, type Store} from './store.ts'
import {until} from './until.ts'

export type LabOptions = Readonly<{
  lessons: readonly Lesson[]
  program: Program
  /** What earlier runs have left. */
  passed?: Passed | undefined
  answers?: Answers | undefined
  port?: number | undefined
  /** cluster-node-timeout, ms. */
  nodeTimeout: number
  /** Between two polls of all nodes, ms; after an action they are polled at once. */
  pollEvery: number
}>

/**
 * How a step begins. `from the start`: from a newly raised stage, with the lesson's recall questions; `fresh`: without them;
 * `going on`: on the nodes as the learner left them, of which nothing is undone.
 */
type Beginning = 'from the start' | 'fresh' | 'going on'

/** Until a step that is to be solved has opened, ms; a failover may belong to its start. */
const solvePatience = 30_000

/** Whether redirects are shown, followed, or followed by the prompt too: `@PORT` names a node for one command, and the prompt stays. */
type How = 'bare' | 'follow' | 'follow and move'

/** What a line asks of the face that it was typed in: `language` is the wished one, or only another than now. */
export type FaceRequest =
  | Readonly<{face: 'help' | 'quit' | 'lessons'}>
  | Readonly<{face: 'lang'; language: Language | undefined}>

/** What a line asks of the lesson. */
type Move = Exclude<Request, FaceRequest['face']>

/** Polls from the beginning, though no node stands before `open` or `raise`. Whoever makes one disposes of it, and with it of the keeper. */
export class Lab {
  readonly lessons: readonly Lesson[]
  /** Settles with why, if the nodes are lost for good. */
  readonly gone: Promise<Error>
  readonly #store: Store<LabState>
  readonly #dispatch: (event: LabEvent) => void
  readonly #keeper: Keeper
  readonly #stand: Stand
  readonly #poll: Poll
  #lastId = 0
  #running = new Set<AbortController>()
  /** Redis commands run one after another, as at any prompt; what is done to nodes does not wait for a command that hangs. */
  readonly #commands = createQueue()
  /** A second /reset must not tear down what the first is still raising. */
  readonly #beginnings = createQueue()
  /** How many were asked for. A line is meant for the nodes at which it was typed: what still waits for its turn when they go is dropped. */
  #asked = 0

  constructor(options: LabOptions, keeper: Keeper) {
    const update = createUpdate(options.lessons)
    this.lessons = options.lessons
    this.#keeper = keeper
    this.#store = createStore(firstState(options.passed, options.answers))
    this.#dispatch = event => this.#store.set(update(this.#store.get(), event))
    this.#stand = new Stand({...options, keeper}, this.#dispatch)
    const polling = poll(() => this.#read(), options.pollEvery)
    this.#poll = polling
    const keeperGone = keeper.gone.then(how => new LabError('error.keeperGone', {how: how ?? ''}))
    this.gone = Promise.race([keeperGone, polling.failed.catch((error: Error) => error)])
  }

  state(): LabState {
    return this.#store.get()
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener)
  }

  /** Raises a stage without a lesson. @throws LabError */
  async raise(stage: Stage): Promise<void> {
    this.#asked += 1
    await this.#beginnings(() => this.#stand.raise(stage))
    this.#poll.wake()
  }

  /** Opens a lesson at a step's true start, or at its first. @throws LabError if there is no such lesson or step, or the nodes cannot be raised. */
  async open(lessonId: string, stepId?: string): Promise<void> {
    const lesson = lessonAt(this.lessons, lessonId)
    const step = stepId === undefined ? lesson.steps[0] : stepAt(lesson, stepId)
    if (step) await this.#begin(lesson, step, step === lesson.steps[0] ? 'from the start' : 'fresh')
  }

  /** Runs a line as typed at the prompt; settles when everything it asked for has come back. */
  async run(typed: string, by: By = 'learner'): Promise<FaceRequest | undefined> {
    const {node, base} = this.state()
    const options = by === 'learner' ? openOptions(this.lessons, this.state()) : []
    const line = parseLine(typed, {node, base, options: options.length})
    switch (line.is) {
      case 'empty':
        return undefined
      case 'mistake':
        await this.#entry(typed, by, id => this.#dispatch({on: 'told', id, said: line.because}))
        return undefined
      case 'use':
        await this.#entry(typed, by, () => this.#dispatch({on: 'used', node: line.node}))
        return undefined
      case 'follow':
        await this.#entry(typed, by, id => {
          this.#dispatch({on: 'following', is: line.on})
          this.#dispatch({on: 'told', id, said: said(line.on ? 'follow.on' : 'follow.off'), fine: true})
        })
        return undefined
      case 'log':
      case 'conf':
        await this.#show(typed, by, line)
        return undefined
      case 'actions':
        await this.#actions(typed, by, line)
        return undefined
      case 'answer':
        await this.#entry(typed, by, id => this.#answer(options[line.option - 1] ?? '', id))
        return undefined
      case 'request':
        return this.#request(typed, by, line.request, line.words)
    }
  }

  async #request(
    typed: string,
    by: By,
    request: Request,
    words: readonly string[],
  ): Promise<FaceRequest | undefined> {
    if (request === 'help' || request === 'quit') return {face: request}
    if (request === 'lang') return this.#language(typed, by, words)
    const move = (work: (id: number) => Promise<void>) =>
      this.#entry(typed, by, id => work(id).catch(error => this.#tell(id, error)))
    if (request !== 'lessons') return void (await move(id => this.#move(request, id)))
    const [lesson, step] = words
    if (lesson === undefined) return {face: 'lessons'}
    await move(() => this.open(lesson, step))
    return undefined
  }

  async #language(typed: string, by: By, [language]: readonly string[]): Promise<FaceRequest | undefined> {
    if (language === undefined || isLanguage(language)) return {face: 'lang', language}
    const usage = said('line.usage', {usage: '/lang en | /lang zh'})
    await this.#entry(typed, by, id => this.#dispatch({on: 'told', id, said: usage}))
    return undefined
  }

  async #show(typed: string, by: By, line: Line & {is: 'log' | 'conf'}) {
    // Nodes that are being raised have no files yet; the lab's own lines come after that.
    if (by !== 'lab') await this.#beginnings(async () => undefined)
    await this.#entry(typed, by, async id => {
      const {node} = line
      const files = this.#stand.nodes?.files
      const read = line.is === 'log' ? files?.log(node, line.most) : files?.conf(node)
      const excerpt = await read?.catch(error => this.#tell(id, error))
      if (!excerpt) return
      this.#dispatch({on: 'shown', id, excerpt})
      const port = portOf(node, this.state().base)
      if (excerpt.lines.length === 0)
        this.#dispatch({on: 'told', id, said: said('files.silent', {port}), fine: true})
    })
  }

  #answer(option: string, id: number) {
    const predicted = this.state().quiz === undefined
    this.#dispatch({on: 'answered', option, at: Date.now()})
    if (predicted) this.#dispatch({on: 'told', id, said: said('move.predicted')})
  }

  /** Gives up what is being waited for. False if nothing was. */
  cancel(): boolean {
    const waited = this.#running.size > 0
    for (const one of this.#running) one.abort()
    return waited
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cancel()
    await this.#poll.stop()
    await this.#keeper[Symbol.asyncDispose]()
    // Without a keeper no stage can be raised any more: what is still being raised fails now, and leaves no connection behind what is closed here.
    await this.#beginnings(async () => this.#stand.close())
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

  async #entry(typed: string, by: By, work: (id: number) => Promise<void> | void) {
    this.#lastId += 1
    const id = this.#lastId
    this.#dispatch({on: 'typed', id, by, typed, at: Date.now()})
    await work(id)
    this.#dispatch({on: 'finished', id})
  }

  #actions(typed: string, by: By, {actions, addressed}: Line & {is: 'actions'}): Promise<void> {
    // What the lab prepares a step with goes where it says. Who asks all wants to hear each.
    const follows =
      this.state().following && by !== 'lab' && new Set(actions.map(({node}) => node)).size === 1
    const how = follows ? (addressed ? 'follow' : 'follow and move') : 'bare'
    const work = () => this.#entry(typed, by, id => this.#perform(id, actions, how))
    // The lab's own lines are part of a beginning: everybody else's wait until the nodes stand.
    if (by === 'lab') return work()
    const asked = this.#asked
    const whenStanding = async () => {
      await this.#beginnings(async () => undefined)
      if (asked === this.#asked) await work()
    }
    return actions.every(action => action.do !== 'command') ? whenStanding() : this.#commands(whenStanding)
  }

  /** Several nodes at once, each node's actions in their order. */
  async #perform(id: number, actions: readonly Action[], how: How) {
    const cancelled = new AbortController()
    this.#running.add(cancelled)
    const {signal} = cancelled
    const perNode = Map.groupBy(actions, action => action.node)
    const inOrder = async (list: readonly Action[]) => {
      let moved: NodeName | undefined
      for (const next of list) {
        if (signal.aborted) return
        const action = moved ? {...next, node: moved} : next
        const onPush = (reply: Reply) => this.#dispatch({on: 'printed', id, action, reply})
        if (how !== 'bare' && action.do === 'command') {
          moved = await this.#follow(id, action, {signal, onPush}, how)
        } else {
          const outcome = await this.#stand.performer?.perform(action, {signal, onPush})
          if (outcome) this.#dispatch({on: 'ended', id, outcome})
        }
        this.#poll.wake()
      }
    }
    await Promise.all([...perNode.values()].map(inOrder))
    this.#running.delete(cancelled)
  }

  /** Where the repeats of the command go: to the node that answered. */
  async #follow(id: number, command: Command, options: SendOptions, how: How): Promise<NodeName | undefined> {
    const atPrompt = how === 'follow and move'
    const typedAt = this.state().node
    const tell = (words: Said) => this.#dispatch({on: 'told', id, said: words})
    const followed = await this.#stand.performer?.follow(command, {
      ...options,
      onRedirect: redirect => this.#dispatch({on: 'redirected', id, redirect}),
      onStandIn: atPrompt ? tell : undefined,
    })
    if (!followed) return undefined
    const {outcome, remark} = followed
    this.#dispatch({on: 'ended', id, outcome})
    if (remark) tell(remark)
    // Who has gone to another node meanwhile means it.
    if (atPrompt && this.state().node === typedAt) this.#dispatch({on: 'used', node: followed.node})
    return outcome.is === 'failed' ? command.node : outcome.action.node
  }

  /** A stage that could not be raised is told, and can be tried again; a bug is thrown on. */
  #tell(id: number, error: unknown) {
    if (!(error instanceof LabError)) throw error
    this.#dispatch({on: 'told', id, said: error.said})
  }

  async #move(request: Move, id: number) {
    const {play, stage, quiz, answers} = this.state()
    if (request === 'reset' && !play) return this.raise(stage)
    if (request === 'next' && quiz) return this.#dispatch({on: 'quizEnded'})
    if (request === 'review') return this.#review(wrongAnswers(this.lessons, answers), id)
    if (!play) return this.#dispatch({on: 'told', id, said: said('move.noLesson')})
    const lesson = lessonAt(this.lessons, play.lesson)
    const step = stepAt(lesson, play.step)
    if (request === 'hint') return this.#dispatch({on: 'hinted'})
    if (request === 'solve') return this.#solve(lesson, step, play, id)
    if (request === 'reset') return this.#rebuild(lesson, step, id)
    if (request === 'play') return this.#free(id)
    if (request === 'done')
      return play.phase === 'free'
        ? this.#rebuild(lesson, step, id)
        : this.#dispatch({on: 'told', id, said: said('move.notFree')})
    return this.#step(request, lesson, step, play, id)
  }

  #free(id: number) {
    this.#dispatch({on: 'freed'})
    this.#dispatch({on: 'told', id, said: said('move.free')})
  }

  #review(questions: readonly Question[], id: number) {
    if (questions.length > 0) this.#dispatch({on: 'quizBegan', why: 'review', questions})
    else this.#dispatch({on: 'told', id, said: said('move.nothingWrong')})
  }

  async #step(request: 'next' | 'back', lesson: Lesson, step: Step, play: Play, id: number) {
    const index = lesson.steps.indexOf(step)
    if (request === 'back') {
      const before = lesson.steps[index - 1]
      return before
        ? this.#rebuild(lesson, before, id)
        : this.#dispatch({on: 'told', id, said: said('move.firstStep')})
    }
    const following = lesson.steps[index + 1]
    if (following && play.phase === 'passed') return this.#begin(lesson, following, 'going on')
    if (following) return this.#rebuild(lesson, following, id)
    const nextLesson = this.lessons[this.lessons.indexOf(lesson) + 1]
    if (nextLesson) return this.open(nextLesson.id)
    this.#dispatch({on: 'told', id, said: said('move.lastStep')})
  }

  /** From new nodes, and said so: what was on the old ones is gone. */
  async #rebuild(lesson: Lesson, step: Step, id: number) {
    await this.#begin(lesson, step, 'fresh')
    this.#dispatch({on: 'told', id, said: said('move.rebuilt')})
  }

  #begin(lesson: Lesson, step: Step, how: Beginning): Promise<void> {
    this.cancel()
    this.#asked += 1
    return this.#beginnings(() => this.#prepare(lesson, step, how))
  }

  async #prepare(lesson: Lesson, step: Step, how: Beginning) {
    this.#dispatch({on: 'stepBegan', lesson: lesson.id, step: step.id, at: Date.now()})
    // The questions are put while the nodes start.
    const questions = how === 'from the start' ? recallOf(lesson, this.state().answers) : []
    if (questions.length > 0) this.#dispatch({on: 'quizBegan', why: 'recall', questions})
    if (how !== 'going on') {
      await this.#stand.raise(lesson.stage)
      this.#dispatch({on: 'used', node: nodeNames[0]})
      this.#dispatch({on: 'following', is: false})
      for (const line of step.given) await this.run(this.#filled(line), 'lab')
    }
    for (const line of step.enter) await this.run(this.#filled(line), 'lab')
    this.#dispatch({on: 'prepared', at: Date.now()})
    this.#poll.wake()
  }

  /** A solution leads from the step's start to its end; where the learner has changed something since, from a new start. */
  async #solve(lesson: Lesson, step: Step, {done, phase}: Play, id: number) {
    const [solution] = step.solutions
    if (!solution) return
    if (done.length > 0 || phase === 'passed') await this.#rebuild(lesson, step, id)
    await until(this, ({play}) => play?.phase !== 'preparing' || 'preparing', solvePatience)
    this.#dispatch({on: 'solving'})
    const asked = this.#asked
    for (const [sentence, line] of solution.lines.entries()) {
      if (asked !== this.#asked) return
      this.#lastId += 1
      const id = this.#lastId
      this.#dispatch({on: 'typed', id, by: 'lab', typed: '', at: Date.now()})
      this.#dispatch({on: 'explained', id, lesson: lesson.id, step: step.id, solution: solution.id, sentence})
      this.#dispatch({on: 'finished', id})
      await this.run(this.#filled(line), 'solution')
    }
  }

  #filled(line: string): string {
    return fillPlaceholders(line, figuresOf(this.state()))
  }
}
