// The closing page: what the learner did, what they predicted otherwise, what they did not answer, and what to do next. Pure.

import {joinSentences} from '../text/join-sentences.ts'
import {type Message, type MessageKey, message} from '../text/messages.ts'
import {answersOf, type Report, type ReportedAnswer, type ReportedLesson} from './report.ts'

/** An item of the page. Texts are those of the lessons, with `code` and **strong** markup. */
export type SummaryItem = Readonly<{
  /** What the item is about: a step or a lesson. */
  title?: string
  text: string | Message
}>

export type SummarySection = Readonly<{title: MessageKey; items: readonly SummaryItem[]}>

/** The sections that have something to say. */
export function summaryOf(report: Report): readonly SummarySection[] {
  const all: readonly SummarySection[] = [
    {title: 'summary.did', items: done(report)},
    {title: 'summary.otherwise', items: questions(report, 'wrong')},
    {title: 'summary.notAnswered', items: questions(report, 'notAnswered')},
    {title: 'summary.next', items: next(report)},
    {title: 'summary.ideas', items: ideas.map(key => ({text: message(key)}))},
  ]
  return all.filter(({items}) => items.length > 0)
}

function done({totals: {lessons, steps, answers, seconds, hints, solved}}: Report): readonly SummaryItem[] {
  const time = {minutes: Math.floor(seconds / 60), seconds: seconds % 60, hints, solved}
  return [
    {text: message('report.steps', {...steps, lessons: lessons.all, finished: lessons.finished})},
    {text: message('report.time', time)},
    {text: message('report.answers', answers)},
  ]
}

/** A wrong answer with what is right; of a question that was not answered only the title, so that it can still be asked. */
function questions({lessons}: Report, result: 'wrong' | 'notAnswered'): readonly SummaryItem[] {
  return lessons.flatMap(lesson =>
    titled(lesson)
      .filter(({asked}) => asked.result === result)
      .map(({title, asked}) => ({
        title,
        text: result === 'wrong' ? joinSentences([asked.answer, asked.explanation]) : asked.question,
      })),
  )
}

/** The answers with what they are about: the step, or for a recall question the lesson. */
function titled({
  title,
  recall,
  steps,
}: ReportedLesson): readonly Readonly<{title: string; asked: ReportedAnswer}>[] {
  return [
    ...recall.map(asked => ({title, asked})),
    ...steps.flatMap(step => (step.prediction ? [{title: step.title, asked: step.prediction}] : [])),
  ]
}

function next({lessons, totals}: Report): readonly SummaryItem[] {
  const toReview = lessons.flatMap(answersOf).filter(({result}) => result !== 'right').length
  const left = totals.steps.all - totals.steps.passed
  const solved = lessons.flatMap(({steps}) => steps.filter(({passed}) => passed?.solved))
  return [
    ...(toReview > 0 ? [{text: message('summary.review', {n: toReview})}] : []),
    ...(left > 0 ? [{text: message('summary.left', {n: left})}] : []),
    ...(solved.length > 0
      ? [{text: message('summary.solved', {n: solved.length, first: solved[0]?.title ?? ''})}]
      : []),
    {text: message('summary.report')},
    {text: message('summary.sandbox')},
  ]
}

const ideas = ['summary.ideaCreate', 'summary.ideaTraffic', 'summary.ideaEmpty', 'summary.ideaPause'] as const
