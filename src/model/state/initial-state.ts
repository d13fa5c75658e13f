// The state before any stage has started.

import {nominalRoster, sixNodes} from '../cluster/node.ts'
import type {Answers, LabState, PassedSteps} from './lab-state.ts'

/** @param passed, answers progress from earlier runs */
export function initialState(passed: PassedSteps = {}, answers: Answers = {}): LabState {
  return {
    stage: 'standalone',
    roster: nominalRoster,
    status: 'starting',
    node: sixNodes[0],
    connections: {},
    queued: 0,
    following: false,
    passed,
    answers,
    entries: [],
    timeline: [],
    logs: [],
    docs: {},
    commandTable: {},
    feedback: {errors: true, changes: true, hints: true},
  }
}
