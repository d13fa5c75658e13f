// The pure function from a state and an event to the next state. Only this room judges, so all faces agree.

import type {Lesson} from '../lesson/lesson.ts'
import type {LabEvent, LabState} from '../state/lab-state.ts'
import {courseEvents} from './course-events.ts'
import {watch} from './effect-watch.ts'
import type {EventName, Handler, Handlers} from './handler.ts'
import {judge} from './judge.ts'
import {stageEvents} from './stage-events.ts'
import {transcriptEvents} from './transcript-events.ts'
import {withTimeline} from './update-timeline.ts'

export type Update = (state: LabState, event: LabEvent) => LabState

const handlers: Handlers = {...stageEvents, ...transcriptEvents, ...courseEvents}

/** Takes the lessons as a parameter: no state holds a function, and the model imports no lesson. */
export function createUpdate(lessons: readonly Lesson[]): Update {
  return (state, event) => {
    // Each handler takes its own event, which the compiler cannot pair with the name looked up here.
    const handle = handlers[event.on] as Handler<EventName>
    const next = handle(state, event, lessons)
    return watch(judge(lessons, withTimeline(state, next, event), event), event)
  }
}
