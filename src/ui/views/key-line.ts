// The last row of the screen: the keys that are useful now.

import type {MessageKey} from '../../model/text/messages.ts'
import type {Style} from '../../views/draw/style.ts'
import {inline, type Line, lineWidth, span, type Tone} from '../../views/draw/styled-text.ts'

/** What the keys do while nothing else is asked of the learner, the most useful first. */
export const usualKeys: readonly MessageKey[] = [
  'key.help',
  'key.pane',
  'key.view',
  'key.zoom',
  'key.leave',
  'key.scroll',
  'key.complete',
  'key.history',
]

/** As many keys as fit, the first ones before the others. `tone` is that of what the first does. */
export function keysView(keys: readonly MessageKey[], style: Style, width: number, tone: Tone = 'dim'): Line {
  return fitting(keys, width, style).flatMap((words, i) => [
    ...(i === 0 ? [] : [span(keySeparator, 'dim')]),
    ...inline(words, i === 0 ? tone : 'dim'),
  ])
}

export const keySeparator = ' · '

/** The names of the keys that fit. `keys` begins with the most useful. */
function fitting(keys: readonly MessageKey[], width: number, style: Style): readonly string[] {
  let left = width
  return keys
    .map(key => style.text(key))
    .filter(words => {
      left -= lineWidth(inline(words)) + keySeparator.length
      return left >= -keySeparator.length
    })
}
