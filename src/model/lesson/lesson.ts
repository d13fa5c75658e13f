// Lessons as data: steps, goals, predictions, mistakes and solutions. The words are in one file per language (lesson-words.ts).

import type {Highlight} from '../cluster/highlight.ts'
import type {NodeName} from '../cluster/node.ts'
import type {Stage} from '../cluster/snapshot.ts'
import {type Fact, facts, isOn, serversBefore, serversSince} from '../cluster/versions.ts'
import {nearest} from '../commands/did-you-mean.ts'
import {LabError} from '../text/lab-error.ts'
import {type Language, languages} from '../text/messages.ts'
import type {ServerKind} from '../text/program-names.ts'
import type {Evidence} from './evidence.ts'
import {type Check, guardGoal, guardSign} from './guard.ts'
import {type LessonWords, parseLessonWords} from './lesson-words.ts'
import type {NodesView} from './nodes-view.ts'
import type {Verdict} from './verdict.ts'

/** A check of the evidence. Pure: the same evidence gives the same verdict. */
export type Goal = (evidence: Evidence) => Verdict

/** A goal with its id; the words file has a sentence under the same id. */
export type Condition = Readonly<{
  id: string
  goal: Goal
  /** Stays met for the rest of the step. For states that pass quickly, such as one node's `fail?`. */
  once?: boolean
}>

/** A question asked before the decisive command; its words are in the words file under `### prediction`. */
export type Prediction = Readonly<{
  /** The id of the right option: a fact about Redis, whatever one run shows. */
  answer: string
  /** True once the event that the question asks about was seen in this run, in the right order and on the right way. */
  seen: (evidence: Evidence) => boolean
  /** Ids of the solutions, ways and mistakes that do not bring the event; `check` proves that it is not seen there, and is seen on all others that pass. */
  unseen?: readonly string[]
}>

/** A question about earlier lessons, asked before the first step; its words are under `## recall` as `### question ID`. */
export type Recall = Readonly<{
  id: string
  /** The id of the right option. */
  answer: string
}>

/**
 * Lines as a learner would type them, with real ports as `{6379}`: `@{6380} REPLICAOF 127.0.0.1 {6379}`, `/kill {6381}`.
 * The words file has one sentence per line, under the same id.
 */
export type Solution = Readonly<{id: string; lines: readonly string[]}>

/** A known mistake; the words file has its sentence under the same id. */
export type Mistake = MistakePlan & Readonly<{id: string}>

/** `when` recognizes the mistake; `example` makes it, so that `check` can prove this. */
export type MistakePlan = Readonly<{
  example: readonly string[]
  when: (evidence: Evidence) => boolean
  /** A fact of versions.ts: on servers with it nobody can make this mistake. */
  unless?: Fact
}>

/** A goal that stays met once it was met. */
export type Once = Readonly<{goal: Goal; once: true}>

/** A step as its author writes it. The keys of every record are the ids in the words file. */
export type StepPlan = Readonly<{
  /** Ids of this step in earlier versions, so that saved progress stays valid. */
  aliases?: readonly string[]
  /** A fact of versions.ts: on servers without it the step cannot be done, so the lab says so and passes over it. Not for the first or last step. */
  needs?: Fact
  /** The same for servers with this fact: there the step cannot be done. */
  unless?: Fact
  /** Lines that bring a newly started stage to this step's start. */
  setup?: readonly string[]
  /** Lines that run each time the step begins, also after the step before is solved; running them twice must be harmless. */
  enter?: readonly string[]
  /** Guards the step's start: for example, a failover step waits until every replica's link is up. */
  ready: Goal
  goals: Readonly<Record<string, Goal | Once>>
  /** Time (ms) for which all goals must hold to pass the step, 300 by default: a failover is not over because one node says so. */
  stableFor?: number
  /** INFO replication fields that this step is about; the panel highlights them. */
  highlight?: readonly Highlight[]
  /** The view of the nodes pane that this step is about: it opens with the step. `nodes` by default. */
  view?: NodesView
  /**
   * Keys whose slots are counted: every node is asked how many keys it has in them (for `keyInSlotOf` and others). Stage `cluster` only.
   */
  countKeys?: readonly string[]
  /**
   * A client works during the step: its reads and writes per second. It goes on into the next step, if that has a client too. Goals cannot tell its
   * commands from the learner's: those about keys, offsets and calls do not fit such a step. Stage `cluster` or `standalone`.
   */
  traffic?: number
  /** On a wired stage, the node beside which that client is: it reaches the other nodes only as this one does. */
  clientAt?: NodeName
  /**
   * The step is an incident: `setup` breaks the nodes, and runs however the learner comes here; a clock runs, hints cost time, reasons of unmet goals
   * stay hidden, and a review follows. Its words have `### review`.
   */
  incident?: boolean
  prediction?: Prediction
  /**
   * What the passed text says. A fact with a sentence of its own under `### passed` is stated only if it holds when the step is passed. A fact without one
   * is a claim of the paragraph: it must hold on every known way, and the paragraph is shown only if it does.
   */
  facts?: Readonly<Record<string, Goal | Once>>
  solutions: Readonly<Record<string, readonly string[]>>
  /** More ways to pass the step. `/solve` does not offer them and they need no words; `check` plays them. */
  ways?: Readonly<Record<string, readonly string[]>>
  mistakes?: Readonly<Record<string, MistakePlan>>
}>

/** A step of a lesson: its plan with an id and all defaults filled in. */
export type Step<Id extends string = string> = Readonly<{
  id: Id
  goals: readonly Condition[]
  needs?: Fact
  unless?: Fact
  clientAt?: NodeName
  prediction?: Prediction
  facts: readonly Condition[]
  solutions: readonly Solution[]
  ways: readonly Solution[]
  mistakes: readonly Mistake[]
}> &
  Required<
    Omit<
      StepPlan,
      'needs' | 'unless' | 'clientAt' | 'goals' | 'prediction' | 'facts' | 'solutions' | 'ways' | 'mistakes'
    >
  >

export type Lesson<StepId extends string = string> = Readonly<{
  id: string
  /** Ids of this lesson in earlier versions. */
  aliases: readonly string[]
  recall: readonly Recall[]
  stage: Stage
  /** Nodes beside the first six; the learner starts them: `['6382', '6482']`. */
  spares: readonly NodeName[]
  /** Whether there are wires between the nodes, so that links can be cut or slow. */
  wired: boolean
  steps: readonly Step<StepId>[]
  words: Readonly<Record<Language, LessonWords>>
}>

/** Makes a goal stay met once it was met, for states that pass quickly. */
export function once(goal: Goal): Once {
  return {goal, once: true}
}

/** Returns the plan unchanged; its type keeps the ids. */
export function step<const Plan extends StepPlan>(plan: Plan): Plan {
  return plan
}

/** Builds a step from its plan. @throws LabError if an id is a number: JavaScript would move it to the front. */
export function stepOf<const Id extends string>(id: Id, plan: StepPlan): Step<Id> {
  return {
    ...{
      aliases: [],
      setup: [],
      enter: [],
      stableFor: 300,
      highlight: [],
      countKeys: [],
      view: 'nodes',
      traffic: 0,
      incident: false,
    },
    ...plan,
    id,
    goals: conditionsOf(plan.goals),
    facts: conditionsOf(plan.facts ?? {}),
    solutions: entriesOf(plan.solutions).map(([id, lines]) => ({id, lines})),
    ways: entriesOf(plan.ways ?? {}).map(([id, lines]) => ({id, lines})),
    mistakes: entriesOf(plan.mistakes ?? {}).map(([id, mistake]) => ({id, ...mistake})),
  }
}

function conditionsOf(goals: StepPlan['goals']): readonly Condition[] {
  return entriesOf(goals).map(([id, goal]) => (typeof goal === 'function' ? {id, goal} : {id, ...goal}))
}

/** Entries in the order in which they are written. */
function entriesOf<Key extends string, Value>(record: Readonly<Record<Key, Value>>): readonly [Key, Value][] {
  const numeric = Object.keys(record).find(id => /^\d+$/.test(id))
  if (numeric !== undefined) throw new LabError('error.numericId', {id: numeric})
  return Object.entries(record) as [Key, Value][]
}

/** The text of a words file; our own were parsed when the program was built. */
type WrittenWords = string | LessonWords

/** A lesson as its author writes it: steps and recall answers are keyed by id, in their order. */
export type LessonInput<StepId extends string = string> = Readonly<{
  id: string
  stage: Stage
  steps: Readonly<Record<StepId, StepPlan>>
  /** Texts of the words files; English is shown if a translation is missing. */
  words: Readonly<{en: WrittenWords; zh?: WrittenWords | undefined}>
  /** Ids of the right options, by question id. */
  recall?: Readonly<Record<string, string>>
  spares?: readonly NodeName[]
  wired?: boolean
  aliases?: readonly string[]
}>

/**
 * Builds a lesson from its steps and the texts of its words files.
 * @throws LabError naming file and line if the words cannot be parsed, a step has no words, words belong to no step, or an id is a number.
 */
export function lesson<StepId extends string>({
  steps,
  recall = {},
  ...input
}: LessonInput<StepId>): Lesson<StepId> {
  return assembleLesson({
    ...input,
    steps: entriesOf(steps).map(([id, plan]) => stepOf(id, plan)),
    recall: entriesOf(recall).map(([id, answer]) => ({id, answer})),
  })
}

/** Like `lesson`, from steps that already have their ids. */
export function assembleLesson<StepId extends string>({
  aliases = [],
  recall = [],
  spares = [],
  wired = false,
  words: {en, zh},
  ...input
}: Omit<LessonInput, 'steps' | 'recall'> &
  Readonly<{steps: readonly Step<StepId>[]; recall?: readonly Recall[]}>): Lesson<StepId> {
  const parsed = (file: string, written: WrittenWords) =>
    typeof written === 'string' ? parseLessonWords(`${input.id}/${file}`, written) : written
  const english = parsed('en.md', en)
  const words = {en: english, zh: zh === undefined ? english : parsed('zh.md', zh)}
  for (const language of languages) requireSameSteps(input.id, language, input.steps, words[language])
  const steps = input.steps.map(step => guardStep(input.id, step))
  return {aliases, recall, spares, wired, ...input, steps, words}
}

/** The step with every function of its author guarded. */
function guardStep<Id extends string>(lesson: string, step: Step<Id>): Step<Id> {
  const at = (field: string) => ({lesson, step: step.id, field})
  return withChecks(step, {
    goal: (field, goal) => guardGoal(at(field), goal),
    sign: (field, sign) => guardSign(at(field), sign),
  })
}

/** What to make of a function of the author's, by its field: `goals.follows`. */
type Wraps = Readonly<{
  goal: (field: string, goal: Goal) => Goal
  sign: (field: string, sign: Check<boolean>) => Check<boolean>
}>

/** The step with every function of its author replaced. */
export function withChecks<Id extends string>(step: Step<Id>, wraps: Wraps): Step<Id> {
  const conditions = (field: string, all: readonly Condition[]) =>
    all.map(one => ({...one, goal: wraps.goal(`${field}.${one.id}`, one.goal)}))
  const {prediction} = step
  return {
    ...step,
    ready: wraps.goal('ready', step.ready),
    goals: conditions('goals', step.goals),
    facts: conditions('facts', step.facts),
    mistakes: step.mistakes.map(one => ({...one, when: wraps.sign(`mistakes.${one.id}.when`, one.when)})),
    ...(prediction && {prediction: {...prediction, seen: wraps.sign('prediction.seen', prediction.seen)}}),
  }
}

/** False if English stands in for Chinese. */
export function isTranslated({words}: Lesson): boolean {
  return words.zh !== words.en
}

function requireSameSteps(id: string, language: Language, steps: readonly Step[], words: LessonWords) {
  const wanted = steps.map(step => step.id).join(' ')
  const found = words.steps.map(step => step.id).join(' ')
  if (wanted !== found)
    throw new LabError('error.lessonSteps', {file: `${id}/${language}.md`, wanted, actual: found})
}

/** Finds a step by its id, or by its number, counted from 1 as the header and the list of lessons count. */
export function stepAt<Id extends string>(lesson: Lesson<Id>, id: Id): Step<Id> {
  const found = lesson.steps.find(step => step.id === id) ?? lesson.steps[Number(id) - 1]
  if (!found) throw new LabError('error.noStep', {lesson: lesson.id, step: id})
  return found
}

/** The step with the mistakes that can be made on this server; with all of them if it is unknown, as in an old recording. */
export function stepOn(step: Step, kind: ServerKind | undefined, version: string | undefined): Step {
  if (kind === undefined || version === undefined) return step
  const mistakes = step.mistakes.filter(({unless}) => !unless || !isOn({kind, version}, facts[unless]))
  return mistakes.length === step.mistakes.length ? step : {...step, mistakes}
}

/**
 * The servers that the step needs, if this one cannot do it: `Redis 8.4, Valkey 9.0`, or `Redis < 8.4, Valkey`. Undefined if it can, or is unknown,
 * as in an old recording.
 */
export function neededFor(
  {needs, unless}: Step,
  kind: ServerKind | undefined,
  version: string | undefined,
): string | undefined {
  if (kind === undefined || version === undefined) return undefined
  const has = (fact: Fact) => isOn({kind, version}, facts[fact])
  if (needs !== undefined && !has(needs)) return serversSince(facts[needs])
  return unless !== undefined && has(unless) ? serversBefore(facts[unless]) : undefined
}

/** Whether every server can do the step. */
export function isForEveryServer({needs, unless}: Step): boolean {
  return needs === undefined && unless === undefined
}

/** The steps that make up the whole lesson: one that not every server can do counts once it is passed. */
export function stepsThatCount(
  {steps}: Lesson,
  passed: Readonly<Record<string, unknown>> = {},
): readonly Step[] {
  return steps.filter(step => isForEveryServer(step) || passed[step.id] !== undefined)
}

export function lessonAt(lessons: readonly Lesson[], id: string): Lesson {
  const found = lessons.find(lesson => lesson.id === id)
  if (found) return found
  const ids = lessons.map(lesson => lesson.id)
  const near = nearest(id, ids)
  throw near === undefined
    ? new LabError('error.noLesson', {lesson: id, lessons: ids.join(', ')})
    : new LabError('error.lessonMeant', {lesson: id, near})
}
