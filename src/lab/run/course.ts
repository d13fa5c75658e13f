// The learner's course through the lessons: starts, solves, rebuilds and leaves steps.

import {nodeAt, portOf, sixNodes} from '../../model/cluster/node.ts'
import {isAlive, readingOf, type Snapshot} from '../../model/cluster/snapshot.ts'
import {properName} from '../../model/cluster/versions.ts'
import {titleOf} from '../../model/lesson/course-of.ts'
import {type Lesson, lessonAt, neededFor, type Step, stepAt} from '../../model/lesson/lesson.ts'
import {fillPlaceholders} from '../../model/lesson/placeholders.ts'
import type {CourseMove} from '../../model/prompt/requests.ts'
import {figuresOf} from '../../model/state/figures.ts'
import type {By, LabState, Play, Question} from '../../model/state/lab-state.ts'
import {questionsToReview, recallOf} from '../../model/state/question.ts'
import {type Message, message} from '../../model/text/messages.ts'
import type {Nodes} from '../../redis/nodes/nodes.ts'
import type {StageHost} from './stage-host.ts'
import type {StageQueue} from './stage-queue.ts'
import type {StateAccess} from './store.ts'
import type {TrafficController} from './traffic-controller.ts'
import type {Transcript} from './transcript.ts'
import {type WatchableLab, waitForState} from './wait-for-state.ts'

/**
 * How a step begins. `from the start`: on new nodes, with the lesson's recall questions; `fresh`: without them;
 * `going on`: on the nodes as the learner left them.
 */
type Beginning = 'from the start' | 'fresh' | 'going on'

/** ms to wait for a step to open before solving it; its setup may include a failover. */
const solvePatience = 30_000

/** cluster-node-timeout during the setup of a step, and the time limit for the setup. ms */
const hastyTimeout = 500
const hasty = 5000

/** What a setup needs of the nodes: a shorter node timeout, and the lab's own to return to. */
type NodesInSetup = Pick<Nodes, 'setNodeTimeout'> & Readonly<{options: Pick<Nodes['options'], 'nodeTimeout'>}>

/** What the course needs of the lab. */
export type CourseNeeds = StateAccess &
  WatchableLab &
  Readonly<{
    lessons: readonly Lesson[]
    transcript: Transcript
    stageQueue: StageQueue
    host: Readonly<{start: StageHost['start']; nodes: NodesInSetup | undefined}>
    traffic: Pick<TrafficController, 'work'>
    /** Polls the nodes now. */
    wake: () => void
    /** Settles after a poll that began after this call. */
    readAgain: () => Promise<void>
    run: (line: string, by: By) => Promise<unknown>
    /** Cancels every running command. */
    cancel: () => void
  }>

export class Course {
  readonly #needs: CourseNeeds

  constructor(needs: CourseNeeds) {
    this.#needs = needs
  }

  /**
   * Opens a step, or the first of the lesson, on new nodes. @throws LabError if the lesson or step does not exist, or the nodes cannot start.
   */
  async open(lessonId: string, stepId?: string): Promise<void> {
    const lesson = lessonAt(this.#needs.lessons, lessonId)
    const step = stepId === undefined ? lesson.steps[0] : stepAt(lesson, stepId)
    if (step) await this.#begin(lesson, step, stepId === undefined ? 'from the start' : 'fresh')
  }

  /** True once the last step of the last lesson is passed. */
  isOver(): boolean {
    const {lessons, state} = this.#needs
    const {play} = state()
    const last = lessons.at(-1)
    return play?.phase === 'passed' && play.lesson === last?.id && play.step === last.steps.at(-1)?.id
  }

  /** @param id the transcript entry for the result */
  async move(move: CourseMove, id: number): Promise<void> {
    const {lessons, state, dispatch, transcript} = this.#needs
    const {play, quiz} = state()
    if (move === 'next' && quiz) return dispatch({on: 'quizEnded'})
    if (move === 'review') return this.#review(questionsToReview(lessons, state()), id)
    if (!play) return transcript.say(id, message('move.noLesson'))
    if (quiz && (move === 'hint' || move === 'solve'))
      return transcript.say(id, message('move.questionsFirst'))
    const lesson = lessonAt(lessons, play.lesson)
    const step = stepAt(lesson, play.step)
    switch (move) {
      case 'hint':
        return this.#hint(play, id)
      case 'solve':
        return this.#solve(lesson, step, play, id)
      case 'reset':
        return this.#rebuild(lesson, step, id)
      case 'play':
        dispatch({on: 'freed'})
        return transcript.say(id, message('move.free'))
      case 'done':
        return play.phase === 'free'
          ? this.#rebuild(lesson, step, id)
          : transcript.say(id, message('move.notFree'))
      case 'next':
        return this.#next(lesson, step, play, id)
      case 'back':
        return this.#back(lesson, step, id)
    }
  }

  #hint({phase, waitsFor}: Play, id: number) {
    const {dispatch, transcript} = this.#needs
    if (phase === 'free') return transcript.say(id, message('move.freeNow'))
    if (phase === 'preparing' && waitsFor && waitsFor.is !== 'met')
      return transcript.say(id, message('move.waits', {because: waitsFor.because}))
    return dispatch({on: 'hinted'})
  }

  #review(questions: readonly Question[], id: number) {
    const {dispatch, transcript} = this.#needs
    if (questions.length > 0) dispatch({on: 'quizBegan', why: 'review', questions})
    else transcript.say(id, message('move.nothingWrong'))
  }

  async #back(lesson: Lesson, step: Step, id: number) {
    const before = lesson.steps.slice(0, lesson.steps.indexOf(step)).findLast(one => this.#isPossible(one))
    if (before) await this.#rebuild(lesson, before, id)
    else this.#needs.transcript.say(id, message('move.firstStep'))
  }

  async #next(lesson: Lesson, step: Step, {phase}: Play, id: number) {
    const {lessons, transcript} = this.#needs
    const following = lesson.steps[lesson.steps.indexOf(step) + 1]
    if (following && phase === 'passed')
      return this.#begin(lesson, following, following.incident ? 'fresh' : 'going on')
    if (following) return this.#rebuild(lesson, following, id)
    const nextLesson = lessons[lessons.indexOf(lesson) + 1]
    if (nextLesson) return this.open(nextLesson.id)
    // A passed one opens the closing page.
    if (phase !== 'passed') transcript.say(id, message('move.lastStep'))
  }

  /** Begins a step on new nodes and says so, because the data of the old ones is gone. */
  async #rebuild(lesson: Lesson, step: Step, id: number) {
    await this.#begin(lesson, step, 'fresh')
    this.#needs.transcript.say(id, message('move.rebuilt'))
  }

  #isPossible(step: Step): boolean {
    const {server, serverVersion} = this.#needs.state()
    return neededFor(step, server, serverVersion) === undefined
  }

  /** Begins the step, or the next one that this server can do: on its nodes as they would be without the steps that are passed over. */
  #begin(lesson: Lesson, asked: Step, how: Beginning): Promise<void> {
    const {cancel, stageQueue} = this.#needs
    const from = lesson.steps.slice(lesson.steps.indexOf(asked))
    const step = from.find(one => this.#isPossible(one)) ?? asked
    const left = from.slice(0, from.indexOf(step))
    cancel()
    return stageQueue.begin(() => this.#prepare({lesson, step, left}, how))
  }

  /** @param left the steps that are passed over */
  async #prepare(
    {lesson, step, left}: Readonly<{lesson: Lesson; step: Step; left: readonly Step[]}>,
    how: Beginning,
  ) {
    const {state, dispatch, transcript, traffic, wake} = this.#needs
    const {play: before, following} = state()
    dispatch({on: 'stepBegan', lesson: lesson.id, step: step.id, at: Date.now()})
    // A lesson begins on new nodes, also where the one before had the same stage.
    if (before?.lesson !== lesson.id) await transcript.beginLesson({lesson: lesson.id, stage: lesson.stage})
    // Asks the questions while the nodes start.
    const questions = how === 'from the start' ? recallOf(lesson, state().answers) : []
    if (questions.length > 0) dispatch({on: 'quizBegan', why: 'recall', questions})
    if (how === 'going on') for (const line of step.enter) await this.#run(line, 'lab')
    else await this.#setUp(lesson, step)
    if (step.traffic > 0) await traffic.work(step.traffic, step.clientAt)
    for (const one of left) transcript.continue(this.#passedOver(lesson, one))
    this.#tellOfMode(following)
    dispatch({on: 'prepared', at: Date.now()})
    wake()
  }

  #passedOver(lesson: Lesson, step: Step): Message {
    const {server = 'redis', serverVersion = ''} = this.#needs.state()
    const i = lesson.steps.indexOf(step)
    return message('move.passedOver', {
      n: i + 1,
      title: titleOf(lesson, i),
      needed: neededFor(step, server, serverVersion) ?? '',
      server: `${properName[server]} ${serverVersion}`,
    })
  }

  /** The lab's own lines are hidden, but redirects that are no longer followed must not surprise the learner. */
  #tellOfMode(before: boolean) {
    const {state, transcript} = this.#needs
    const {following, node, roster} = state()
    if (before && !following) transcript.continue(message('follow.offByStep', {port: portOf(node, roster)}))
  }

  /**
   * Brings new nodes to the step's start. On a busy computer a cluster may refuse a line (CLUSTERDOWN, NOREPLICAS) or lose a failover, which nothing
   * would repeat: then the nodes are replaced once.
   */
  async #setUp(lesson: Lesson, step: Step) {
    await this.#startNodes(lesson)
    // A frozen node of an incident would keep the shorter timeout.
    if (lesson.stage !== 'cluster' || step.setup.length === 0 || step.incident) return this.#give(step)
    if (await this.#giveInHaste(step)) return
    this.#needs.transcript.continue(message('move.setUpAgain'))
    await this.#startNodes(lesson)
    await this.#giveInHaste(step)
  }

  async #startNodes({stage, spares, wired}: Lesson) {
    const {state, dispatch, host, readAgain} = this.#needs
    await host.start(stage, spares, wired)
    dispatch({on: 'used', node: state().roster[0]?.name ?? sixNodes[0]})
    dispatch({on: 'following', is: false})
    // Placeholders may need facts about the new nodes: an id, or the owner of a slot.
    await readAgain()
  }

  async #give({setup, enter}: Step) {
    for (const line of [...setup, ...enter]) await this.#run(line, 'lab')
  }

  /** Shortens the node timeout: a failover in the setup is not there to be watched. Returns false if the step is not ready in time. */
  async #giveInHaste(step: Step): Promise<boolean> {
    const {state, host, stageQueue} = this.#needs
    const {nodes} = host
    const {asked} = stageQueue
    await nodes?.setNodeTimeout(hastyTimeout)
    await this.#give(step)
    const since = Date.now()
    const isReady = () => {
      const {snapshot: now} = state()
      if (stageQueue.asked !== asked) return true
      if (!now || now.at < since) return 'no snapshot yet'
      return isReadyNow(step, now) || 'not ready'
    }
    // A step that is not ready gets its reason from the judge; lost nodes are reported by the lab.
    const inTime = await waitForState(this.#needs, isReady, hasty).then(
      () => true,
      () => false,
    )
    if (nodes) await nodes.setNodeTimeout(nodes.options.nodeTimeout)
    return inTime
  }

  /** Runs a solution from the step's start; if the learner has changed something since, on new nodes. */
  async #solve(lesson: Lesson, step: Step, {outcomes, phase}: Play, id: number) {
    const {dispatch, transcript, stageQueue, readAgain} = this.#needs
    const [solution] = step.solutions
    if (!solution) return
    if (outcomes.length > 0 || phase === 'passed' || phase === 'free') await this.#rebuild(lesson, step, id)
    await waitForState(this.#needs, ({play}) => play?.phase !== 'preparing' || 'preparing', solvePatience)
    dispatch({on: 'solving'})
    const {asked} = stageQueue
    for (const [sentence, line] of solution.lines.entries()) {
      if (asked !== stageQueue.asked) return
      await transcript.explain({lesson: lesson.id, step: step.id, solution: solution.id, sentence})
      await this.#run(line, 'solution')
      await readAgain()
    }
  }

  /** Runs a line of a lesson with its placeholders filled from the current state. */
  async #run(line: string, by: By) {
    const {state, run} = this.#needs
    const filled = fillPlaceholders(line, figuresOf(state()))
    if (by !== 'lab' || !startsRunning(filled, state())) await run(filled, by)
  }
}

/** The line starts a node that runs already: the lab's own lines leave out what would be told as an error. */
function startsRunning(line: string, {snapshot, roster}: LabState): boolean {
  const [, port] = /^\/start (\d+)$/.exec(line) ?? []
  const node = port && nodeAt(Number(port), roster)
  const reading = node && snapshot && readingOf(snapshot, node)
  return reading ? isAlive(reading.process) : false
}

function isReadyNow({ready}: Step, now: Snapshot): boolean {
  try {
    return ready({now, start: now, outcomes: [], logs: [], hints: 0}).is === 'met'
  } catch {
    // The judge reports a failing function of the lesson's author.
    return true
  }
}
