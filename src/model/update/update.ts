// The pure function from a state and an event to the next state. Steps are checked only here, so every interface agrees.

import type {Lesson} from '../lesson/lesson.ts'
import type {LabEvent, LabState} from '../state/lab-state.ts'
import {courseEvents} from './course-events.ts'
import {watch} from './effect-watch.ts'
import type {EventName, Handler, Handlers} from './handler.ts'
import {judge} from './judge.ts'
import {stageEvents} from './stage-events.ts'
import {transcriptEvents} from './transcript-events.ts'
import {withTimeline} from './update-timeline.ts'
import {workshopEvents} from './workshop-events.ts'

export type Update = (state: LabState, event: LabEvent) => LabState

const handlers: Handlers = {...stageEvents, ...transcriptEvents, ...courseEvents, ...workshopEvents}

/** Takes the lessons as a parameter: the state holds no functions, and the model imports no lesson. */
export function createUpdate(lessons: readonly Lesson[]): Update {
  return (state, event) => {
    // TypeScript cannot tell that the handler looked up by the event's name takes this event.
    const handle = handlers[event.on] as Handler<EventName>
    const next = handle(state, event, lessons)
    return watch(judge(lessons, withTimeline(state, next, event), event), event)
  }
}
