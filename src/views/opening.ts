// The header before the lab is loaded: of its words those that are known by then, in their places.

import type {Style} from './draw/style.ts'
import {type Line, line, type Span, span, spread} from './draw/styled-text.ts'

export const programName: Span = span('redis-cluster-lab  ', 'accent')

/** Which server runs, and so what its program is called, is not known yet. */
export function openingHeader(style: Style, width: number): Line {
  return spread([programName], line(style.text('ui.opening'), 'dim'), width)
}
