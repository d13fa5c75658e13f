// The closing page as lines of text. Pure.

import {baseOf} from '../model/cluster/node.ts'
import type {Lesson} from '../model/lesson/lesson.ts'
import {reportOf} from '../model/progress/report.ts'
import {summaryOf} from '../model/progress/summary.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {type Language, translate} from '../model/text/messages.ts'
import {translateKeyIn} from './narration.ts'

export function summaryLines(
  {passed, answers, roster, snapshot, server}: LabState,
  lessons: readonly Lesson[],
  language: Language,
): readonly string[] {
  const report = reportOf(lessons, {passed, answers}, language, snapshot?.at ?? 0, baseOf(roster))
  return summaryOf(report).flatMap(({title, items}) => [
    translateKeyIn(language, server)(title),
    ...items.flatMap(({heading, text, answers = []}) => {
      const sentence = typeof text === 'string' ? text : translate(language, text, server)
      const lines = [`- ${sentence}`, ...answers.map(one => `  ${translate(language, one, server)}`)]
      return [...(heading === undefined ? [] : [heading]), ...lines].map(one => one.replace(/\*\*|`/g, ''))
    }),
  ])
}
