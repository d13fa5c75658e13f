// Where the figures in a lesson's text come from, given the state.

import type {Figures} from '../lesson/placeholders.ts'
import type {LabState} from './lab-state.ts'

/** As it is now, or was when the step was passed; what a node does not say any more, it said when the step began. */
export function figuresOf({roster, snapshot, play}: LabState): Figures {
  return {roster, snapshots: [play?.end ?? snapshot, play?.start], play}
}
