// redis-cli's HELP in the transcript: bright names, dim labels.

import {type HelpEntry, linesOf} from '../model/commands/help-entry.ts'
import {emptyLine, type Line, span} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'

export function commandHelpLines(entries: readonly HelpEntry[], width: number): readonly Line[] {
  const lines = entries.flatMap(entry => [
    ...linesOf(entry).flatMap(one => wrap(inTones(one), width, 4)),
    emptyLine,
  ])
  return [emptyLine, ...lines]
}

function inTones(one: ReturnType<typeof linesOf>[number]): Line {
  if ('name' in one) return [span(`  ${one.name} `, 'bright'), span(one.syntax)]
  return [span(`  ${one.label}`, 'dim'), span(` ${one.text}`)]
}
