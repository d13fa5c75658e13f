// Markdown report of the progress: the totals, what was done in each lesson, and what is still open. Pure.

import {clockText} from '../state/incident.ts'
import {escapeMarkdown, lessonMarkdown, table} from '../text/markdown.ts'
import {type Language, type MessageKey, message, translate, type Values} from '../text/messages.ts'
import {
  answersOf,
  isFinished,
  type Report,
  type ReportedAnswer,
  type ReportedLesson,
  type ReportedPass,
  type ReportedStep,
} from './report.ts'

type Words = Readonly<{
  word: (key: MessageKey, values?: Values) => string
  /** Formats ms since the epoch as `2026-03-04 14:05`. */
  time: (at: number) => string
}>

/** @param timeZone an IANA name; by default that of this computer */
export function reportMarkdown(report: Report, language: Language, timeZone?: string): string {
  // Swedish formats times like ISO 8601, which is understood in every language.
  const format = new Intl.DateTimeFormat('sv-SE', {dateStyle: 'short', timeStyle: 'short', timeZone})
  const words: Words = {
    word: (key, values) => translate(language, message(key, values)),
    time: at => format.format(at),
  }
  const blocks = [
    ...totals(report, words),
    ...byIdea(report, words),
    ...incidents(report, words),
    ...failovers(report, words),
    ...report.lessons.flatMap(lesson => lessonBlocks(lesson, words)),
    ...open(report, words),
    ...elsewhere(report, words),
  ]
  return `${blocks.join('\n\n')}\n`
}

function totals({at, name, totals: sums}: Report, {word, time}: Words): readonly string[] {
  const {lessons, steps, answers, seconds, hints, solved} = sums
  return [
    `# ${name === undefined ? word('report.title') : word('report.titleOf', {name: escapeMarkdown(name)})}`,
    word('report.written', {when: time(at)}),
    list([
      word('report.steps', {...steps, lessons: lessons.all, finished: lessons.finished}),
      word('report.time', {minutes: Math.floor(seconds / 60), seconds: seconds % 60, hints, solved}),
      word('report.answers', answers),
    ]),
  ]
}

function byIdea({ideas}: Report, {word}: Words): readonly string[] {
  if (ideas.length === 0) return []
  const rows = ideas.map(({idea, right, wrong, notAnswered}) => [
    word(`idea.${idea}`),
    right,
    wrong,
    notAnswered,
  ])
  const head = (
    ['report.idea', 'report.rightCount', 'report.wrongCount', 'report.notAnsweredCount'] as const
  ).map(key => word(key))
  return [`## ${word('report.ideas')}`, table(head, rows)]
}

function incidents({incidents: all}: Report, {word}: Words): readonly string[] {
  if (all.length === 0) return []
  const rows = all.map(({title, solved, all: time, best, times, failed, troubled, lost}) => [
    lessonMarkdown(title),
    solved ? clockText(time) : word('report.solved'),
    solved ? clockText(best) : '',
    times,
    word('report.usersCell', {failed, time: clockText(troubled)}),
    lost ?? '',
  ])
  const head = (
    [
      'report.incident',
      'report.lastTime',
      'report.bestTime',
      'report.times',
      'report.users',
      'report.lost',
    ] as const
  ).map(key => word(key))
  return [`## ${word('report.incidents')}`, table(head, rows)]
}

function failovers({failovers: all}: Report, {word}: Words): readonly string[] {
  if (all.length === 0) return []
  const rows = all.map(({lesson, step, is, owner = '', promoted = '', ms}) => [
    `${escapeMarkdown(lesson)}: ${lessonMarkdown(step)}`,
    word(`report.failover.${is}`),
    owner === '' && promoted === '' ? '' : escapeMarkdown(`${owner} → ${promoted}`),
    ms === undefined ? '' : word('report.seconds', {seconds: (ms / 1000).toFixed(1)}),
  ])
  const head = (['report.step', 'report.how', 'report.replaced', 'report.noWrites'] as const).map(key =>
    word(key),
  )
  return [`## ${word('report.failovers')}`, table(head, rows)]
}

/** Empty for a lesson in which nothing was done. */
function lessonBlocks(lesson: ReportedLesson, words: Words): readonly string[] {
  const {title, recall, steps} = lesson
  const done = steps.filter(({passed}) => passed).length
  if (done === 0 && answersOf(lesson).length === 0) return []
  const {word} = words
  return [
    `## ${word('report.lesson', {title: lessonMarkdown(title), done, all: steps.length})}`,
    ...(recall.length > 0
      ? [`### ${word('question.recall')}`, ...recall.map(one => answer(one, words))]
      : []),
    ...steps.flatMap(step => stepBlocks(step, words)),
  ]
}

function stepBlocks({n, title, passed, prediction}: ReportedStep, words: Words): readonly string[] {
  if (!passed && !prediction) return []
  return [
    `### ${n}. ${lessonMarkdown(title)}`,
    passed ? passedLine(passed, words) : words.word('report.notPassed'),
    ...(prediction ? [answer(prediction, words)] : []),
    ...(passed && passed.changes.length > 0
      ? [itemWith(words.word('report.happened'), passed.changes.map(escapeMarkdown))]
      : []),
  ]
}

function passedLine({at, seconds, hints, solved}: ReportedPass, {word, time}: Words): string {
  if (at === 0) return word('report.passedOnly')
  const how = solved ? [word('report.solved')] : []
  return [time(at), word('report.seconds', {seconds}), word('report.hints', {hints}), ...how].join(' · ')
}

function answer(
  {question, result, chosen = '', reply = '', answer: right, explanation}: ReportedAnswer,
  {word}: Words,
) {
  const chosenKey = {right: 'report.chosenRight', wrong: 'report.chosen'} as const
  const lines = [
    result === 'notAnswered'
      ? word('report.notAnswered')
      : word(chosenKey[result], {option: lessonMarkdown(chosen)}),
    ...(result === 'right' ? [] : [word('report.right', {option: lessonMarkdown(right)})]),
    ...(result === 'wrong' ? [reply] : [explanation])
      .filter(text => text !== '')
      .map(text => word('report.reply', {reply: lessonMarkdown(text)})),
  ]
  return itemWith(word('report.question', {question: lessonMarkdown(question)}), lines)
}

function open({lessons, totals: {answers}}: Report, {word}: Words): readonly string[] {
  const toReview = answers.wrong + answers.notAnswered
  const items = [
    ...(toReview > 0 ? [`- ${word('report.review', {wrong: toReview})}`] : []),
    ...lessons
      .filter(lesson => !isFinished(lesson))
      .map(({id, title, steps}) => {
        const left = steps.filter(({passed}) => !passed).map(step => lessonMarkdown(step.title))
        const values = {lesson: lessonMarkdown(title), id: escapeMarkdown(id)}
        if (left.length === steps.length) return `- ${word('report.notBegun', values)}`
        return itemWith(word('report.begun', values), left)
      }),
  ]
  return [`## ${word('report.open')}`, items.length > 0 ? items.join('\n') : word('report.nothingOpen')]
}

function elsewhere({elsewhere: others}: Report, {word}: Words): readonly string[] {
  if (others.length === 0) return []
  const rows = others.map(({lesson, steps, answers}) =>
    word('report.elsewhere', {lesson: escapeMarkdown(lesson), steps, answers}),
  )
  return [`## ${word('report.notHere')}`, list(rows)]
}

/** A list item with a nested list. */
function itemWith(item: string, items: readonly string[]): string {
  return [`- ${item}`, ...items.map(one => `  - ${one}`)].join('\n')
}

function list(items: readonly string[]): string {
  return items.map(item => `- ${item}`).join('\n')
}
