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
  const itemLines = ({heading, text, answers = []}: SummaryItem, inset: number) => {
    const blank = ' '.repeat(inset)
    const sentence = typeof text === 'string' ? text : style.translate(text)
    const above = heading === undefined ? [] : wrap([span('  '), ...inline(heading, 'bright')], width, 4)
    const below = answers.flatMap(one =>
      wrap([span(`${blank}  `), ...inline(style.translate(one))], width, inset + 4),
    )
    return [...above, ...wrap([span(blank), ...inline(sentence)], width, inset + 2), ...below]
  }
  const sections = summaryOf(report).map(({title, items}) => [
    line(style.text(title), 'accent'),
    ...items.flatMap(item => itemLines(item, items.some(({heading}) => heading) ? 4 : 2)),
  ])
  return sections.flatMap((lines, i) => (i === 0 ? lines : [emptyLine, ...lines]))
}
