// What of the lab the learner has in sight, and how large: what a picture of the screen may show.

import type {NodesView} from '../model/lesson/nodes-view.ts'
import type {FinishedLines} from '../model/state/lab-state.ts'
import type {Language} from '../model/text/messages.ts'
import type {Size} from './draw/pane-sizes.ts'

export type Sight = Readonly<{
  /** If it is not that in which the lab was opened. */
  language?: Language
  columns: number
  lesson: Size
  nodes: Size
  view: NodesView
  /** Absent while something covers it. */
  transcript?: Readonly<{size: Size; scrolled: number; cleared?: FinishedLines | undefined}>
}>

/** For a lab without a screen: its lines are read one by one, and what was heard is not in sight. */
export const noScreen: Sight = {
  columns: 100,
  lesson: {columns: 100, rows: 30},
  nodes: {columns: 100, rows: 20},
  view: 'nodes',
}
