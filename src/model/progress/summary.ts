// The closing page: what the learner did, what they predicted otherwise, what they did not answer, and what to do next. Pure.

import {clockText} from '../state/incident.ts'
import {joinSentences} from '../text/join-sentences.ts'
import {listed} from '../text/listed.ts'
import {type Message, type MessageKey, message} from '../text/messages.ts'
import {
  answersOf,
  isFinished,
  type Report,
  type ReportedAnswer,
  type ReportedIncident,
  type ReportedLesson,
} from './report.ts'

/** An item of the page. Texts are those of the lessons, with `code` and **strong** markup. */
export type SummaryItem = Readonly<{
  /** The lesson, above the first of its items. */
  heading?: string
  text: string | Message
  /** Below a question: what the learner chose, and what is right. */
  answers?: readonly Message[]
}>

export type SummarySection = Readonly<{title: MessageKey; items: readonly SummaryItem[]}>

/** The sections that have something to say. */
export function summaryOf(report: Report): readonly SummarySection[] {
  const all: readonly SummarySection[] = [
    {title: 'summary.did', items: done(report)},
    {title: 'report.incidents', items: report.incidents.map(incident)},
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

/** Its best time and what users had of the last one. */
function incident({title, solved, best, failed, troubled, lost}: ReportedIncident): SummaryItem {
  if (!solved) return {text: message('summary.incidentShown', {title})}
  const values = {title, best: clockText(best), failed, time: clockText(troubled), lost: lost ?? 0}
  if (lost) return {text: message('summary.incidentLost', values)}
  const isUnnoticed = failed === 0 && troubled === 0
  return {text: message(isUnnoticed ? 'summary.incidentUnnoticed' : 'summary.incident', values)}
}

/** A wrong answer with what is right; of a question that was not answered only the question, so that it can still be asked. */
function questions({lessons}: Report, result: 'wrong' | 'notAnswered'): readonly SummaryItem[] {
  return lessons.flatMap(lesson =>
    answersOf(lesson)
      .filter(asked => asked.result === result)
      .map((asked, i) => ({
        ...(i === 0 && {heading: lesson.title}),
        text: asked.question,
        ...(result === 'wrong' && {answers: answersTo(asked)}),
      })),
  )
}

function answersTo({chosen = '', answer, explanation}: ReportedAnswer): readonly Message[] {
  return [
    message('summary.chosen', {chosen}),
    message('summary.right', {answer: joinSentences([answer, explanation])}),
  ]
}

function next({lessons, totals}: Report): readonly SummaryItem[] {
  const toReview = lessons.flatMap(answersOf).filter(({result}) => result !== 'right').length
  const solved = lessons.flatMap(({steps}) => steps.filter(({passed}) => passed?.solved))
  return [
    ...unplayed(lessons, totals).map(text => ({text})),
    ...(toReview > 0 ? [{text: message('summary.review', {n: toReview})}] : []),
    ...(solved.length > 0
      ? [{text: message('summary.solved', {n: solved.length, first: solved[0]?.title ?? ''})}]
      : []),
    {text: message('summary.report')},
    {text: message('summary.sandbox')},
  ]
}

/** The first step that is not passed and the line that opens it; then the lessons that were not begun. */
function unplayed(lessons: Report['lessons'], {steps: {all, passed}}: Report['totals']): readonly Message[] {
  const lesson = lessons.find(one => !isFinished(one))
  const step = lesson?.steps.find(one => !one.passed)
  if (!lesson || !step) return []
  const isNew = (one: ReportedLesson) => one.steps.every(({passed: pass}) => !pass)
  const others = lessons.filter(one => one !== lesson && isNew(one)).map(({id}) => id)
  const line = isNew(lesson) ? `/lessons ${lesson.id}` : `/lessons ${lesson.id} ${step.id}`
  const title = isNew(lesson) ? lesson.title : step.title
  return [
    message('summary.left', {n: all - passed, line, title}),
    ...(others.length > 0 ? [message('summary.unplayed', {n: others.length, lessons: listed(others)})] : []),
  ]
}

const ideas = ['summary.ideaCreate', 'summary.ideaTraffic', 'summary.ideaEmpty', 'summary.ideaPause'] as const
