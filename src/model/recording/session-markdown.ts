// Markdown report of a session: failovers, timeline, the lines that were run and where they went, the load, and the passed steps. Pure.

import {nominalRoster} from '../cluster/node.ts'
import type {Lesson} from '../lesson/lesson.ts'
import {fillPlaceholders} from '../lesson/placeholders.ts'
import {trafficWords} from '../state/traffic-words.ts'
import {escapeMarkdown, lessonMarkdown} from '../text/markdown.ts'
import {type Language, type MessageKey, message, translate, type Values} from '../text/messages.ts'
import {sanitize} from '../text/sanitize.ts'
import {failoverSentence, timelineRows} from '../timeline/describe.ts'
import {failoversOf} from '../timeline/failover.ts'
import type {Versions} from './recording.ts'
import type {RunLine, Session, StageRun} from './session.ts'

export type SessionReport = Readonly<{
  session: Session
  versions: Versions
  lessons: readonly Lesson[]
  /** File name of the recording beside the report. */
  recording: string
}>

type Words = Readonly<{
  word: (key: MessageKey, values?: Values) => string
  /** Formats ms since the epoch as `2026-03-04 14:05:06`. */
  date: (at: number) => string
  /** Formats ms since the epoch as `14:05:06`. */
  time: (at: number) => string
  language: Language
}>

/** Writes the report with times in this computer's time zone. */
export function sessionMarkdown(report: SessionReport, language: Language): string {
  const {session, lessons} = report
  const words = wordsIn(language)
  const blocks = [
    ...head(report, words),
    ...failovers(session, words),
    ...stageSections(session, words),
    ...commands(session, words),
    ...traffic(session, words),
    ...passed(session, lessons, words),
    ...logs(session, words),
  ]
  return `${blocks.join('\n\n')}\n`
}

function wordsIn(language: Language): Words {
  // Swedish formats times like ISO 8601, which is understood in every language.
  const date = new Intl.DateTimeFormat('sv-SE', {dateStyle: 'short', timeStyle: 'medium'})
  const time = new Intl.DateTimeFormat('sv-SE', {timeStyle: 'medium'})
  return {
    word: (key, values) => translate(language, message(key, values)),
    date: at => date.format(at),
    time: at => time.format(at),
    language,
  }
}

function head({session, versions, recording}: SessionReport, {word, date}: Words): readonly string[] {
  const {from, to} = session
  const seconds = Math.round((to - from) / 1000)
  const when = {from: date(from), to: date(to), minutes: Math.floor(seconds / 60), seconds: seconds % 60}
  const programs = [
    ...(versions.lab === undefined ? [] : [`redis-cluster-lab ${versions.lab}`]),
    ...(versions.server === undefined ? [] : [versions.server]),
  ]
  return [
    `# ${word('session.title')}`,
    list([
      word('session.when', when),
      ...(programs.length > 0
        ? [word('session.versions', {versions: escapeMarkdown(programs.join(', '))})]
        : []),
      word('session.recording', {file: escapeMarkdown(recording)}),
      word('session.secrets'),
    ]),
  ]
}

function failovers({stageRuns}: Session, {word, time, language}: Words): readonly string[] {
  const items = stageRuns.flatMap(({timeline, roster}) =>
    failoversOf(timeline).map(one => {
      const sentence = escapeMarkdown(translate(language, failoverSentence(one, roster)))
      return `${time(one.begin.at)} ${sentence}`
    }),
  )
  return [`## ${word('session.failovers')}`, items.length > 0 ? list(items) : word('session.none')]
}

function stageSections({stageRuns}: Session, words: Words): readonly string[] {
  const {word} = words
  return [`## ${word('session.happened')}`, ...stageRuns.flatMap(run => stageBlocks(run, words))]
}

function stageBlocks(
  {stage, roster, began, timeline}: StageRun,
  {word, time, language}: Words,
): readonly string[] {
  const rows = timelineRows(timeline, roster)
  const lines = rows.map((row, i) => {
    const sentence = escapeMarkdown(translate(language, row.sentence))
    if (row.kind === 'heading') return `\n#### ${sentence}\n`
    const item = `- \`${row.time}\` ${sentence}`
    // Rows outside a failover start with a time of day.
    const begins = /^\d/.test(row.time) && rows[i - 1]?.kind !== 'heading'
    return begins ? `\n#### ${row.time}\n\n${item}` : item
  })
  return [
    `### ${word('session.stage', {stage, base: roster[0]?.port ?? '', time: time(began)})}`,
    lines.length > 0 ? lines.join('\n').trim() : word('session.quiet'),
  ]
}

function commands({ran, ranInAll}: Session, words: Words): readonly string[] {
  const {word} = words
  const heading = `## ${word('session.commands')}`
  if (ran.length === 0) return [heading, word('session.none')]
  const columns = rowHead.map(one => word(one))
  return [
    heading,
    ...(ranInAll > ran.length ? [word('session.newest', {newest: ran.length, all: ranInAll})] : []),
    [row(columns), row(columns.map(() => '---')), ...ran.map(one => row(cells(one, words)))].join('\n'),
  ]
}

const rowHead = ['session.time', 'session.prompt', 'session.line', 'session.nodes', 'session.reply'] as const

function cells(
  {at, port, typed, ports, redirected, reply = ''}: RunLine,
  {time, language}: Words,
): readonly string[] {
  const text = typeof reply === 'string' ? reply : translate(language, reply)
  return [
    time(at),
    String(port),
    escapeMarkdown(typed),
    ports.join(redirected ? ' → ' : ' '),
    escapeMarkdown(text),
  ]
}

function row(texts: readonly string[]): string {
  return `| ${texts.join(' | ')} |`
}

function traffic({stageRuns}: Session, {word, time, language}: Words): readonly string[] {
  const worked = stageRuns.flatMap(run => (run.traffic ? [{...run, traffic: run.traffic}] : []))
  if (worked.length === 0) return []
  const blocks = worked.flatMap(({stage, roster, began, traffic: client}) => [
    `### ${word('session.stage', {stage, base: roster[0]?.port ?? '', time: time(began)})}`,
    list(trafficWords(client).map(one => escapeMarkdown(translate(language, one)))),
  ])
  return [`## ${word('session.traffic')}`, ...blocks]
}

function passed(
  {passed: all, stageRuns}: Session,
  lessons: readonly Lesson[],
  {word, time, language}: Words,
) {
  // The rest of the report has the real ports.
  const roster = stageRuns.at(-1)?.roster ?? nominalRoster
  if (all.length === 0) return []
  const items = all.map(({lesson: id, step, passed: {at, seconds, hints, solved}}) => {
    const lesson = lessons.find(one => one.id === id)
    const i = lesson?.steps.findIndex(one => one.id === step) ?? -1
    // Fills a title with the nominal ports, because the nodes no longer exist.
    const title = fillPlaceholders(lesson?.words[language].steps[i]?.title ?? step, {roster})
    const how = solved ? [word('report.solved')] : []
    const facts = [
      word('report.seconds', {seconds: Math.round(seconds)}),
      word('report.hints', {hints}),
      ...how,
    ]
    return `${time(at)} ${escapeMarkdown(id)} · ${lessonMarkdown(title)} · ${facts.join(' · ')}`
  })
  return [`## ${word('session.passed')}`, list(items)]
}

/** Indented as code, so that nothing in it is read as Markdown. */
function logs({logged, loggedInAll}: Session, {word}: Words): readonly string[] {
  if (logged.length === 0) return []
  const values = {newest: logged.length, all: loggedInAll}
  const newest = loggedInAll > logged.length ? [word('session.newest', values)] : []
  const lines = logged.map(({port, text}) => `    ${port}: ${sanitize(text)}`)
  return [`## ${word('session.logs')}`, ...newest, lines.join('\n')]
}

function list(items: readonly string[]): string {
  return items.map(item => `- ${item}`).join('\n')
}
