// Report of a learner's progress as data: the steps, answers and changes of each lesson, and the totals. Pure; report-markdown.ts formats it.

import {type Base, nominalBase, type Roster} from '../cluster/node.ts'
import {rosterOf} from '../cluster/snapshot.ts'
import {type Lesson, type Step, stepsThatCount} from '../lesson/lesson.ts'
import type {QuestionWords} from '../lesson/lesson-words.ts'
import {fillPlaceholders} from '../lesson/placeholders.ts'
import type {GivenAnswer, PassedStep, PassedSteps, SeenFailover} from '../state/lab-state.ts'
import {recallPrefix} from '../state/question.ts'
import {type Language, translate} from '../text/messages.ts'
import {type Idea, ideaOf, ideas} from './ideas.ts'
import type {Progress} from './progress.ts'

/** The value of `format` in the JSON form. */
export const reportFormat = 'redis-cluster-lab report 1'

/** Texts are those of the lessons, with `code` and **strong** markup. Times are in ms since the epoch, `seconds` in seconds. */
export type Report = Readonly<{
  /** Recognizes the file, and its version. */
  format: typeof reportFormat
  /** The learner, if one was named. */
  name?: string
  at: number
  totals: Totals
  lessons: readonly ReportedLesson[]
  /** The answers by what the questions are about; ideas without a question are left out. */
  ideas: readonly ReportedIdea[]
  /** The failovers that were seen in passed steps, oldest first. */
  failovers: readonly ReportedFailover[]
  incidents: readonly ReportedIncident[]
  /** Progress in lessons that this version does not have. */
  elsewhere: readonly Readonly<{lesson: string; steps: number; answers: number}>[]
}>

export type Totals = Readonly<{
  lessons: Readonly<{finished: number; all: number}>
  steps: Readonly<{passed: number; all: number}>
  /** `notAnswered`: predictions of passed steps. */
  answers: Readonly<{right: number; wrong: number; notAnswered: number; all: number}>
  seconds: number
  hints: number
  solved: number
}>

export type ReportedIdea = Readonly<{idea: Idea; right: number; wrong: number; notAnswered: number}>

/** `step`: the title of the step. */
export type ReportedFailover = SeenFailover & Readonly<{lesson: string; step: string}>

/** `all` and `best`: seconds with the penalty for hints, of the last time and of the fastest. `solved`: false if only /solve has shown it. */
export type ReportedIncident = Readonly<{
  id: string
  title: string
  solved: boolean
  all: number
  best: number
  times: number
  penalty: number
  failed: number
  troubled: number
  lost?: number
}>

export type ReportedLesson = Readonly<{
  id: string
  title: string
  recall: readonly ReportedAnswer[]
  steps: readonly ReportedStep[]
}>

export type ReportedStep = Readonly<{
  id: string
  /** Its place in the lesson, from 1. */
  n: number
  title: string
  /** Absent while the step is open. */
  passed?: ReportedPass
  prediction?: ReportedAnswer
}>

/** `at` is 0 if an old version saved no more than that the step was passed. */
export type ReportedPass = Omit<PassedStep, 'changes' | 'incident'> & Readonly<{changes: readonly string[]}>

/** A question and its right answer with the explanation; what the learner chose, and the reply to it, unless `result` is `notAnswered`. */
export type ReportedAnswer = Readonly<{
  idea: Idea
  question: string
  result: 'right' | 'wrong' | 'notAnswered'
  answer: string
  explanation: string
  chosen?: string
  reply?: string
  at?: number
}>

/** @param at time of the report, ms since the epoch @param base the port of the first node, for the ports that the texts name */
export function reportOf(
  lessons: readonly Lesson[],
  progress: Pick<Progress, 'passed' | 'answers'>,
  language: Language,
  at: number,
  base: Base = nominalBase,
  name?: string,
): Report {
  const reported = lessons.map(lesson => reportLesson(lesson, progress, {language, base}))
  return {
    format: reportFormat,
    ...(name !== undefined && {name}),
    at,
    totals: totalsOf(reported),
    lessons: reported,
    ideas: ideasIn(reported),
    failovers: reported.flatMap(failoversIn),
    incidents: reported.flatMap(lesson => incidentsIn(lesson, progress.passed)),
    elsewhere: elsewhere(lessons, progress),
  }
}

function ideasIn(lessons: readonly ReportedLesson[]): readonly ReportedIdea[] {
  const answers = lessons.flatMap(answersOf)
  return ideas.flatMap(idea => {
    const about = answers.filter(one => one.idea === idea)
    const count = (result: ReportedAnswer['result']) => about.filter(one => one.result === result).length
    return about.length === 0
      ? []
      : [{idea, right: count('right'), wrong: count('wrong'), notAnswered: count('notAnswered')}]
  })
}

function failoversIn({id, steps}: ReportedLesson): readonly ReportedFailover[] {
  return steps.flatMap(({title, passed}) =>
    (passed?.failovers ?? []).map(one => ({...one, lesson: id, step: title})),
  )
}

function incidentsIn({id: lesson, steps}: ReportedLesson, passed: PassedSteps): readonly ReportedIncident[] {
  return steps.flatMap(({id, title}) => {
    const pass = passed[lesson]?.[id]
    if (!pass?.incident) return []
    const {incident} = pass
    return [
      {id, title, solved: incident.times > 0, all: Math.round(pass.seconds + incident.penalty), ...incident},
    ]
  })
}

function reportLesson(
  lesson: Lesson,
  {passed, answers}: Pick<Progress, 'passed' | 'answers'>,
  {language, base}: Readonly<{language: Language; base: Base}>,
): ReportedLesson {
  const words = lesson.words[language]
  const fill = filledFor(rosterOf(lesson.stage, base, lesson.spares))
  const answered = answers[lesson.id] ?? {}
  return {
    id: lesson.id,
    title: fill(words.title),
    recall: lesson.recall.flatMap(({id, answer}) => {
      const given = answered[`${recallPrefix}${id}`]
      const key = `${recallPrefix}${id}`
      return given ? reportAnswer(words.recall[id], answer, given, {fill, idea: ideaOf(lesson.id, key)}) : []
    }),
    steps: stepsThatCount(lesson, passed[lesson.id]).map(step => {
      const pass = passed[lesson.id]?.[step.id]
      const i = lesson.steps.indexOf(step)
      return {
        ...{id: step.id, n: i + 1, title: fill(words.steps[i]?.title ?? step.id)},
        ...reportPass(pass, language),
        ...reportPrediction(step, words.steps[i]?.prediction, {
          pass,
          given: answered[step.id],
          as: {fill, idea: ideaOf(lesson.id, step.id)},
        }),
      }
    }),
  }
}

/** Empty before the step is passed. */
function reportPass(pass: PassedStep | undefined, language: Language): Pick<ReportedStep, 'passed'> {
  if (!pass) return {}
  const {at, seconds, hints, solved, changes, failovers} = pass
  const sentences = changes.map(one => translate(language, one))
  return {passed: {at, seconds, hints, solved, changes: sentences, ...(failovers && {failovers})}}
}

/** Empty before the step is passed or its question answered. */
function reportPrediction(
  {prediction}: Step,
  words: QuestionWords | undefined,
  {pass, given, as}: Readonly<{pass: PassedStep | undefined; given: GivenAnswer | undefined; as: As}>,
): Pick<ReportedStep, 'prediction'> {
  if (!prediction || !(pass || given)) return {}
  const [reported] = reportAnswer(words, prediction.answer, given, as)
  return reported ? {prediction: reported} : {}
}

/** Empty if the lesson has no words for the question. An option that no longer exists is named by its id. */
function reportAnswer(
  words: QuestionWords | undefined,
  right: string,
  given: GivenAnswer | undefined,
  {fill, idea}: As,
): readonly ReportedAnswer[] {
  if (!words) return []
  const optionOf = (id: string) => words.options.find(one => one.id === id) ?? {text: id, reply: ''}
  const answer = {
    idea,
    question: fill(words.text),
    answer: fill(optionOf(right).text),
    explanation: fill(optionOf(right).reply),
  }
  if (!given) return [{...answer, result: 'notAnswered'}]
  const {chosen, at} = given
  const {text, reply} = optionOf(chosen)
  const result = chosen === right ? 'right' : 'wrong'
  return [{...answer, result, chosen: fill(text), reply: fill(reply), at}]
}

type Fill = (text: string) => string
/** How a question is written, and what it is about. */
type As = Readonly<{fill: Fill; idea: Idea}>

/** Fills in ports, and an ellipsis for every other figure, because the nodes no longer exist. */
function filledFor(roster: Roster): Fill {
  return text => fillPlaceholders(text, {roster})
}

function totalsOf(lessons: readonly ReportedLesson[]): Totals {
  const steps = lessons.flatMap(lesson => lesson.steps)
  const passes = steps.flatMap(({passed}) => passed ?? [])
  const answers = lessons.flatMap(answersOf)
  const count = (result: ReportedAnswer['result']) => answers.filter(one => one.result === result).length
  const sum = (figures: readonly number[]) => figures.reduce((all, one) => all + one, 0)
  return {
    lessons: {finished: lessons.filter(isFinished).length, all: lessons.length},
    steps: {passed: passes.length, all: steps.length},
    answers: {
      right: count('right'),
      wrong: count('wrong'),
      notAnswered: count('notAnswered'),
      all: count('right') + count('wrong'),
    },
    seconds: Math.round(sum(passes.map(({seconds}) => seconds))),
    hints: sum(passes.map(({hints}) => hints)),
    solved: passes.filter(({solved}) => solved).length,
  }
}

export function isFinished({steps}: ReportedLesson): boolean {
  return steps.every(({passed}) => passed !== undefined)
}

export function answersOf({recall, steps}: ReportedLesson): readonly ReportedAnswer[] {
  return [...recall, ...steps.flatMap(({prediction}) => prediction ?? [])]
}

function elsewhere(
  lessons: readonly Lesson[],
  {passed, answers}: Pick<Progress, 'passed' | 'answers'>,
): Report['elsewhere'] {
  const ids = new Set([...Object.keys(passed), ...Object.keys(answers)])
  return [...ids]
    .filter(id => lessons.every(lesson => lesson.id !== id))
    .map(lesson => ({
      lesson,
      steps: Object.keys(passed[lesson] ?? {}).length,
      answers: Object.keys(answers[lesson] ?? {}).length,
    }))
}
