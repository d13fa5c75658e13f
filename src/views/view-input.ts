// What the views draw from.

import type {Lesson} from '../model/lesson/lesson.ts'
import type {LabState} from '../model/state/lab-state.ts'
import type {Style} from './draw/style.ts'

export type ViewInput = Readonly<{state: LabState; lessons: readonly Lesson[]; style: Style}>
