// The closing page as lines.

import {baseOf} from '../model/cluster/node.ts'
import {reportOf} from '../model/progress/report.ts'
import {type SummaryItem, summaryOf} from '../model/progress/summary.ts'
import {emptyLine, inline, type Line, line, span} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'
import type {ViewInput} from './view-input.ts'

export function summaryView({state, lessons, style}: ViewInput, width: number): readonly Line[] {
  const {passed, answers, roster} = state
  const report = reportOf(lessons, {passed, answers}, style.language, state.snapshot?.at ?? 0, baseOf(roster))
  const itemLines = ({heading, text, answers = []}: SummaryItem) => {
    const sentence = typeof text === 'string' ? text : style.translate(text)
    const above = heading === undefined ? [] : wrap([span('  '), ...inline(heading, 'bright')], width, 4)
    const below = answers.flatMap(one => wrap([span('    '), ...inline(style.translate(one))], width, 6))
    return [...above, ...wrap([span('  '), ...inline(sentence)], width, 4), ...below]
  }
  const sections = summaryOf(report).map(({title, items}) => [
    line(style.text(title), 'accent'),
    ...items.flatMap(itemLines),
  ])
  return sections.flatMap((lines, i) => (i === 0 ? lines : [emptyLine, ...lines]))
}
