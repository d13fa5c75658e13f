// The lines that have finished at a moment, by id: times are too coarse for lines that take less than a millisecond.

import type {Entry, FinishedLines} from './lab-state.ts'

export function finishedLines(entries: readonly Entry[]): FinishedLines {
  const running = entries.filter(entry => entry.running)
  return {upTo: entries.at(-1)?.id ?? 0, but: running.map(({id}) => id)}
}

export function isFinished({upTo, but}: FinishedLines, id: number): boolean {
  return id <= upTo && !but.includes(id)
}
