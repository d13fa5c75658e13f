// `report [FILE]`: what the learner has done, as Markdown or JSON. `report merge FILE...`: the reports of several learners in one.

import {open} from 'node:fs/promises'
import {basename} from 'node:path'
import {readProgress} from '../../lab/files/progress-file.ts'
import {mergedMarkdown, mergeReports} from '../../model/progress/merge-reports.ts'
import {reportOf} from '../../model/progress/report.ts'
import {parseReport, type ReadReport} from '../../model/progress/report-file.ts'
import {reportMarkdown} from '../../model/progress/report-markdown.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {message} from '../../model/text/messages.ts'
import {sanitizeForFile} from '../../model/text/sanitize.ts'
import type {CommandContext} from '../command.ts'
import {loadLessons, progressFileFor} from '../lesson-source.ts'
import {printNote, printResult} from '../output.ts'
import {fileArgument, writeResult} from '../write-result.ts'

export async function report(context: CommandContext): Promise<number> {
  const {options, environment, language} = context
  const [first, ...files] = options.ids
  if (first === 'merge') return merge(files, context)
  const lessons = await loadLessons(options)
  const progress = await readProgress(progressFileFor(options, environment), lessons)
  const name = options.name === undefined ? undefined : sanitizeForFile(options.name)
  const content = reportOf(lessons, progress, language, Date.now(), options.port, name)
  await writeResult(
    options.json ? `${JSON.stringify(content)}\n` : reportMarkdown(content, language),
    options,
  )
  const file = fileArgument(options)
  if (file !== undefined) printNote(message('report.done', {file}), language)
  return 0
}

async function merge(files: readonly string[], {options, language}: CommandContext): Promise<number> {
  if (files.length === 0) throw new LabError('report.mergeFiles')
  const reports = await Promise.all(files.map(readReport))
  refuseTwice(reports)
  const merged = mergeReports(reports, Date.now())
  printResult(options.json ? JSON.stringify(merged) : mergedMarkdown(merged, language).trimEnd())
  return 0
}

type FileRead = Readonly<{file: string; report: ReadReport}>

/** A report has some 100 kB. */
const mostBytes = 2_000_000

/** Reads no more than a report may have, also of a file without end. @throws LabError if it cannot be read, or is no report. */
async function readReport(file: string): Promise<FileRead> {
  const text = await readStart(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined) throw error
    throw new LabError('report.unreadable', {file, cause: error.message}, {cause: error})
  })
  if (text === undefined) throw new LabError('report.tooLarge', {file, most: mostBytes / 1_000_000})
  const parsed = parseReport(text)
  if ('fault' in parsed) throw new LabError('report.notReport', {file, fault: parsed.fault})
  return {file: basename(file), report: parsed.report}
}

/** The whole text; undefined if it is too long. */
async function readStart(file: string): Promise<string | undefined> {
  await using handle = await open(file)
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of handle.createReadStream({autoClose: false}) as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > mostBytes) return undefined
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** One learner must not count twice. @throws LabError naming both files */
function refuseTwice(reports: readonly FileRead[]) {
  const seen = new Map<string, string>()
  for (const {file, report} of reports) {
    const same = JSON.stringify(report)
    const first = seen.get(same)
    if (first !== undefined) throw new LabError('report.twice', {first, second: file})
    seen.set(same, file)
  }
}
