// Several learners' reports in one: a row for each, sums by idea, and how the incidents went. Pure.

import {clockText} from '../state/incident.ts'
import {escapeMarkdown, lessonMarkdown, table} from '../text/markdown.ts'
import {type Language, type MessageKey, message, translate, type Values} from '../text/messages.ts'
import {ideas} from './ideas.ts'
import type {ReportedIdea} from './report.ts'
import type {ReadIncident, ReadReport} from './report-file.ts'

/** `median`: of the best times, in seconds; absent if nobody has solved it. */
export type MergedIncident = Readonly<{id: string; title: string; solvedBy: number; median?: number}>

export type Merged = Readonly<{
  at: number
  learners: readonly (ReadReport & Readonly<{name: string}>)[]
  ideas: readonly ReportedIdea[]
  incidents: readonly MergedIncident[]
}>

/** @param files the names of the files, for reports without a name @param at when they are merged, ms since the epoch */
export function mergeReports(
  files: readonly Readonly<{file: string; report: ReadReport}>[],
  at: number,
): Merged {
  const learners = files.map(({file, report}) => ({...report, name: report.name ?? file}))
  return {at, learners, ideas: ideasOf(learners), incidents: incidentsOf(learners)}
}

function ideasOf(learners: readonly ReadReport[]): readonly ReportedIdea[] {
  const all = learners.flatMap(one => one.ideas)
  return ideas.flatMap(idea => {
    const about = all.filter(one => one.idea === idea)
    const sum = (of: 'right' | 'wrong' | 'notAnswered') => about.reduce((total, one) => total + one[of], 0)
    return about.length === 0
      ? []
      : [{idea, right: sum('right'), wrong: sum('wrong'), notAnswered: sum('notAnswered')}]
  })
}

function incidentsOf(learners: readonly ReadReport[]): readonly MergedIncident[] {
  const byId = Map.groupBy(
    learners.flatMap(one => one.incidents),
    ({id}) => id,
  )
  return [...byId].map(([id, all]) => {
    const times = all.filter(({solved}) => solved).map(({best}) => best)
    const median = medianOf(times)
    return {id, title: titleOf(all), solvedBy: times.length, ...(median !== undefined && {median})}
  })
}

/** Learners may have worked in several languages: the first title counts. */
function titleOf([first]: readonly ReadIncident[]): string {
  return first?.title ?? ''
}

function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[middle - 1], sorted[middle]]
  if (sorted.length % 2 === 1 || low === undefined || high === undefined) return high
  return (low + high) / 2
}

/** The tables as Markdown. */
export function mergedMarkdown({learners, ideas: sums, incidents}: Merged, language: Language): string {
  const word = (key: MessageKey, values?: Values) => translate(language, message(key, values))
  const tableOf = (heads: readonly MessageKey[], rows: Parameters<typeof table>[1]) =>
    table(
      heads.map(key => word(key)),
      rows,
    )
  const section = (title: MessageKey, heads: readonly MessageKey[], rows: Parameters<typeof table>[1]) =>
    rows.length === 0 ? [] : [`## ${word(title)}`, tableOf(heads, rows)]
  const blocks = [
    `# ${word('report.merged', {n: learners.length})}`,
    tableOf(learnerColumns, learners.map(rowOf)),
    ...section(
      'report.ideas',
      ideaColumns,
      sums.map(({idea, right, wrong, notAnswered}) => [word(`idea.${idea}`), right, wrong, notAnswered]),
    ),
    ...section('report.incidents', incidentColumns, incidents.map(incidentRow)),
  ]
  return `${blocks.join('\n\n')}\n`
}

const learnerColumns = [
  'report.learner',
  'report.lessonsCount',
  'report.stepsCount',
  'report.rightCount',
  'report.wrongCount',
  'report.notAnsweredCount',
  'report.hintsCount',
  'report.solvedCount',
  'report.minutes',
  'report.incidentsCount',
] as const
const ideaColumns = [
  'report.idea',
  'report.rightCount',
  'report.wrongCount',
  'report.notAnsweredCount',
] as const
const incidentColumns = ['report.incident', 'report.solvedBy', 'report.median'] as const

function incidentRow({title, solvedBy, median}: MergedIncident): readonly (string | number)[] {
  return [lessonMarkdown(title), solvedBy, median === undefined ? '' : clockText(median)]
}

function rowOf({name, totals, incidents}: Merged['learners'][number]): readonly (string | number)[] {
  const {lessons, steps, answers, hints, solved, seconds} = totals
  return [
    escapeMarkdown(name),
    `${lessons.finished}/${lessons.all}`,
    `${steps.passed}/${steps.all}`,
    answers.right,
    answers.wrong,
    answers.notAnswered,
    hints,
    solved,
    Math.round(seconds / 60),
    incidents.filter(one => one.solved).length,
  ]
}
