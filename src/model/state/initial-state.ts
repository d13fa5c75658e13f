// The state before any stage has started.

import {nodeNames, nominalBase} from '../cluster/node.ts'
import type {Answers, LabState, PassedSteps} from './lab-state.ts'

/** Before any stage stands; with what earlier runs have left. */
export function initialState(passed: PassedSteps = {}, answers: Answers = {}): LabState {
  return {
    stage: 'standalone',
    base: nominalBase,
    status: 'starting',
    node: nodeNames[0],
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
