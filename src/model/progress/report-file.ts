// Reader of a report in its JSON form, which others have written and sent around: only what a table needs is taken, checked and cleaned. Pure.

import {withoutByteOrderMark} from '../text/byte-order-mark.ts'
import {type Message, message} from '../text/messages.ts'
import {isObject} from '../text/objects.ts'
import {sanitizeForFile} from '../text/sanitize.ts'
import {type Check, fields, flag, listOf, number, optional, text} from './checks.ts'
import {ideas} from './ideas.ts'
import {type Report, type ReportedIdea, reportFormat} from './report.ts'

/** What is read of a report. */
export type ReadReport = Pick<Report, 'at' | 'totals' | 'ideas'> &
  Readonly<{name?: string; incidents: readonly ReadIncident[]}>

export type ReadIncident = Readonly<{id: string; title: string; solved: boolean; best: number}>

/** More than any report has. */
const most = 200
/** Characters of a name or title. */
const longest = 80

const counts = (...names: readonly string[]) => fields(Object.fromEntries(names.map(name => [name, number])))

const shape: Check = fields({
  at: number,
  name: optional(text),
  totals: fields({
    lessons: counts('finished', 'all'),
    steps: counts('passed', 'all'),
    answers: counts('right', 'wrong', 'notAnswered', 'all'),
    seconds: number,
    hints: number,
    solved: number,
  }),
  ideas: listOf(fields({idea: text, right: number, wrong: number, notAnswered: number}), most),
  incidents: listOf(fields({id: text, title: text, solved: flag, best: number}), most),
})

/** Parses the text, or says what is wrong in a sentence that follows the file's name. */
export function parseReport(file: string): Readonly<{report: ReadReport}> | Readonly<{fault: Message}> {
  const value = parseJson(file)
  if (!isObject(value)) return {fault: message('report.noJson')}
  const {format} = value
  if (format !== reportFormat) {
    const actual = clean(JSON.stringify(format) ?? '-')
    return {fault: message('report.otherFormat', {actual, expected: reportFormat})}
  }
  const fault = shape(value, '')
  return fault ? {fault} : {report: takenFrom(value as Report)}
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(withoutByteOrderMark(file))
  } catch {
    // The caller reports the fault with the file's name.
    return undefined
  }
}

/** Only known fields, so that nothing else of the file gets into a table. */
function takenFrom({at, name, totals, ideas: answers, incidents}: Report): ReadReport {
  const {lessons, steps, answers: all, seconds, hints, solved} = totals
  const given = name === undefined ? '' : clean(name).trim()
  return {
    at,
    ...(given !== '' && {name: given}),
    totals: {
      lessons: {finished: lessons.finished, all: lessons.all},
      steps: {passed: steps.passed, all: steps.all},
      answers: {right: all.right, wrong: all.wrong, notAnswered: all.notAnswered, all: all.all},
      seconds,
      hints,
      solved,
    },
    ideas: answers
      .filter(isKnown)
      .map(({idea, right, wrong, notAnswered}) => ({idea, right, wrong, notAnswered})),
    incidents: incidents.map(({id, title, solved, best}) => ({
      id: clean(id),
      title: clean(title),
      solved,
      best,
    })),
  }
}

/** A newer version may have more ideas. */
function isKnown({idea}: ReportedIdea): boolean {
  return ideas.includes(idea)
}

function clean(words: string): string {
  return sanitizeForFile(words.replaceAll(/\s+/g, ' ')).slice(0, longest)
}
