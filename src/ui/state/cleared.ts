// Ctrl-L and `clear` hide the transcript's entries until the learner scrolls up. Pure.

import type {Entry, FinishedLines, LabState} from '../../model/state/lab-state.ts'
import {finishedLines, isFinished} from '../../model/state/lines-over.ts'

/** The hidden entries: those that were finished. A running entry stays, because replies may still be added to it. */
export type Cleared = FinishedLines

export function clearedNow({entries}: LabState): Cleared {
  return finishedLines(entries)
}

/** The entries that are not hidden. */
export function leftOf(entries: readonly Entry[], cleared: Cleared | undefined): readonly Entry[] {
  return cleared ? entries.filter(({id}) => !isFinished(cleared, id)) : entries
}
