// What a lesson is: data and questions. Its words stand beside it, one file a language (lesson-words.ts).

import type {NodeName} from '../cluster/node.ts'
import type {Stage} from '../cluster/snapshot.ts'
import {LabError} from '../text/lab-error.ts'
import type {Language} from '../text/messages.ts'
import type {Evidence} from './evidence.ts'
import {type LessonWords, parseLessonWords} from './lesson-words.ts'
import type {Verdict} from './verdict.ts'

/** A question on what is seen. Pure: the same evidence gives the same verdict. */
export type Goal = (evidence: Evidence) => Verdict

/** One line of a step's tick list; its sentence stands in the words under the same id. */
export type Condition = Readonly<{
  id: string
  goal: Goal
  /** Once met it stays met for this step: for what passes by, as one node's `fail?`. */
  once?: boolean
}>

/** A question put before the decisive command; its words and options stand in the words file under `### prediction`. */
export type Prediction = Readonly<{
  /** The option (its id) that really happened, judged from what is seen; undefined as long as nothing decisive has. */
  outcome: (evidence: Evidence) => string | undefined
}>

/** A question on earlier lessons, put before the first step; its words stand under `## recall` as `### question ID`. */
export type Recall = Readonly<{id: string /** The right option's id. */; answer: string}>

/**
 * Lines as a learner would type them, real ports as `{6379}`: `@{6380} REPLICAOF 127.0.0.1 {6379}`, `/kill {6381}`.
 * The words hold one sentence a line, under the same id.
 */
export type Solution = Readonly<{id: string; lines: readonly string[]}>

/** A known mistake: what gives it away, and a path that makes it, so that it can be proved. Its sentence stands in the words. */
export type Mistake = Solution & Readonly<{when: (evidence: Evidence) => boolean}>

export type Step = Readonly<{
  id: string
  /** Ids that this step had in earlier versions: progress kept under them is kept. */
  aliases: readonly string[]
  /** Lines that bring a freshly raised stage to this step's start. */
  setup: readonly string[]
  /** Lines the lab runs each time the step begins, also when it is reached by solving the one before; harmless when run twice. */
  enter: readonly string[]
  /** Guards the start: a failover step waits until every replica's link is up. */
  ready: Goal
  goals: readonly Condition[]
  /** How long (ms) every condition must hold before the step is passed: a failover is not done because one node says so. */
  stableFor: number
  /** INFO replication fields this step is about; the panel shows them bright. */
  highlight: readonly string[]
  /** Keys: how many keys each one's slot holds is read from every node (`keyInSlotOf` and others ask for it). Stage `cluster` only. */
  countKeys: readonly string[]
  prediction?: Prediction
  solutions: readonly Solution[]
  mistakes: readonly Mistake[]
}>

export type Lesson = Readonly<{
  id: string
  /** Ids that this lesson had in earlier versions. */
  aliases: readonly string[]
  recall: readonly Recall[]
  stage: Stage
  /** Nodes beside the six, which the learner starts: `['6382', '6482']`. */
  spares: readonly NodeName[]
  steps: readonly Step[]
  words: Readonly<Record<Language, LessonWords>>
}>

export type StepInput = Pick<Step, 'id' | 'ready' | 'goals' | 'solutions'> & Partial<Step>

/** A step with what most steps leave out: nothing given, 300 ms of hold. */
export function step(input: StepInput): Step {
  return {
    aliases: [],
    setup: [],
    enter: [],
    stableFor: 300,
    highlight: [],
    countKeys: [],
    mistakes: [],
    ...input,
  }
}

export type LessonInput = Readonly<{
  id: string
  stage: Stage
  steps: readonly Step[]
  /** The texts of the words files; without a translation English is shown in its place. */
  words: Readonly<{en: string; zh?: string | undefined}>
  recall?: readonly Recall[]
  spares?: readonly NodeName[]
  aliases?: readonly string[]
}>

/**
 * A lesson from its steps and the texts of its words files.
 * @throws LabError naming file and line where the words cannot be read, or a step has no words or words no step.
 */
export function lesson(input: LessonInput): Lesson {
  const en = parseLessonWords(`${input.id}/en.md`, input.words.en)
  const zh = input.words.zh === undefined ? en : parseLessonWords(`${input.id}/zh.md`, input.words.zh)
  const words = {en, zh}
  for (const language of ['en', 'zh'] as const)
    requireSameSteps(input.id, language, input.steps, words[language])
  return {aliases: [], recall: [], spares: [], ...input, words}
}

/** False where English stands in for Chinese. */
export function isTranslated({words}: Lesson): boolean {
  return words.zh !== words.en
}

function requireSameSteps(id: string, language: Language, steps: readonly Step[], words: LessonWords) {
  const wanted = steps.map(step => step.id).join(' ')
  const came = words.steps.map(step => step.id).join(' ')
  if (wanted !== came) throw new LabError('error.lessonSteps', {file: `${id}/${language}.md`, wanted, came})
}

export function stepAt(lesson: Lesson, id: string): Step {
  const found = lesson.steps.find(step => step.id === id)
  if (!found) throw new LabError('error.noStep', {lesson: lesson.id, step: id})
  return found
}

export function lessonAt(lessons: readonly Lesson[], id: string): Lesson {
  const found = lessons.find(lesson => lesson.id === id)
  if (!found)
    throw new LabError('error.noLesson', {lesson: id, lessons: lessons.map(lesson => lesson.id).join(', ')})
  return found
}
