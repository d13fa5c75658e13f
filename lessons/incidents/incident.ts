// What all incidents share: a client that stands for the users from before the fault, and the same goals.

import {clientsServed, clusterIsWhole, everyMasterHasReplica} from '../../src/model/lesson/goals/service.ts'
import type {Goal, StepPlan} from '../../src/model/lesson/lesson.ts'

/** ms; a client that has just been served may still fail with the next request. */
const quiet = 2000

type Fault = Omit<StepPlan, 'goals' | 'incident' | 'enter' | 'setup'> &
  Readonly<{
    /** Lines that break the nodes. */
    breaks: readonly string[]
    /** What must still be there, if the fault endangers data. */
    data?: Goal
  }>

export function incident({breaks, data, ...fault}: Fault): StepPlan {
  return {
    ...fault,
    incident: true,
    setup: ['/traffic on', ...breaks],
    goals: {
      whole: clusterIsWhole,
      copies: everyMasterHasReplica,
      users: clientsServed(quiet),
      ...(data && {data}),
    },
  }
}
