// Ctrl-L and `clear`: what stands in the transcript by then is out of sight, until somebody scrolls up. Pure.

import type {Entry, FinishedLines, LabState} from '../../model/state/lab-state.ts'
import {finishedLines, isFinished} from '../../model/state/lines-over.ts'

/** What is over is out of sight; to what still runs more may be added. */
export type Cleared = FinishedLines

export function clearedNow({entries}: LabState): Cleared {
  return finishedLines(entries)
}

/** What is left in sight. */
export function leftOf(entries: readonly Entry[], cleared: Cleared | undefined): readonly Entry[] {
  return cleared ? entries.filter(({id}) => !isFinished(cleared, id)) : entries
}
