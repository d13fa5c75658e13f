// Types of the event handlers, which turn a state and an event into the next state.

import type {Lesson} from '../lesson/lesson.ts'
import type {LabEvent, LabState} from '../state/lab-state.ts'

export type EventName = LabEvent['on']
export type EventOf<Name extends EventName> = Extract<LabEvent, {on: Name}>

export type Handler<Name extends EventName> = (
  state: LabState,
  event: EventOf<Name>,
  lessons: readonly Lesson[],
) => LabState

export type Handlers = Readonly<{[Name in EventName]: Handler<Name>}>
