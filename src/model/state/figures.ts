// The source of the figures in a lesson's text.

import type {Figures} from '../lesson/placeholders.ts'
import type {LabState} from './lab-state.ts'

/** Takes the snapshot of now, or of when the step was passed; values missing there come from the step's start. */
export function figuresOf({roster, snapshot, play}: LabState): Figures {
  return {roster, snapshots: [play?.end ?? snapshot, play?.start], play}
}
