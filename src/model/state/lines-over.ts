// Which lines are over at a moment, told so that it can be asked later: clocks are too coarse for lines that take less than a millisecond.

import type {Entry, LinesOver} from './lab-state.ts'

export function linesOver(entries: readonly Entry[]): LinesOver {
  const running = entries.filter(entry => entry.running)
  return {upTo: entries.at(-1)?.id ?? 0, but: running.map(({id}) => id)}
}

export function isOver({upTo, but}: LinesOver, id: number): boolean {
  return id <= upTo && !but.includes(id)
}
