// The state before any stage has started.

import {nodeNames, nominalBase} from '../cluster/node.ts'
import type {Answers, LabState, Passed} from './lab-state.ts'

/** Before any stage stands; with what earlier runs have left. */
export function firstState(passed: Passed = {}, answers: Answers = {}): LabState {
  return {
    stage: 'standalone',
    base: nominalBase,
    standing: 'raising',
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
    traits: {},
    telling: {errors: true, changes: true, hints: true},
  }
}
