// Validation of a recorded state: one of an older lab lacks newer fields, and an edited file may contain anything.

import type {Roster} from '../cluster/node.ts'
import {stages} from '../cluster/snapshot.ts'
import {initialState} from '../state/initial-state.ts'
import type {LabState} from '../state/lab-state.ts'
import {isObject, without} from '../text/objects.ts'

/** Defaults for the fields added since the first version; a state without the original fields is invalid. */
const addedLater = without(initialState(), 'stage', 'roster', 'node', 'entries')

/** Returns the same object if it is complete, fills in newer fields if they are missing, and returns undefined for an invalid state. */
export function recordedState(value: unknown): LabState | undefined {
  if (!isObject(value)) return undefined
  const missing = Object.keys(addedLater).some(key => !(key in value))
  const state: Fields = missing ? {...addedLater, ...value} : value
  return isState(state) ? (state as LabState) : undefined
}

type Fields = Readonly<Record<string, unknown>>

function isState(state: Fields): boolean {
  const {stage, roster, node, snapshot, play, quiz} = state
  return (
    stages.some(one => one === stage) &&
    isRoster(roster) &&
    roster.some(({name}) => name === node) &&
    [state['entries'], state['timeline']].every(Array.isArray) &&
    objects.every(key => isObject(state[key])) &&
    (snapshot === undefined || isSnapshot(snapshot)) &&
    (play === undefined || isObject(play)) &&
    (quiz === undefined || isQuiz(quiz))
  )
}

function isQuiz(value: unknown): boolean {
  if (!isObject(value)) return false
  const {questions, chosen} = value
  return Array.isArray(questions) && questions.every(isObject) && Array.isArray(chosen)
}

const objects = ['connections', 'passed', 'answers', 'docs', 'commandTable', 'feedback']

/** Checks names and ports, because they are shown on the screen and in messages. */
function isRoster(value: unknown): value is Roster {
  return Array.isArray(value) && value.every(isRosterNode)
}

function isRosterNode(value: unknown): boolean {
  if (!isObject(value)) return false
  const {name, port, busPort, host, fromStart} = value
  return (
    typeof name === 'string' &&
    /^\d+$/.test(name) &&
    typeof host === 'string' &&
    typeof fromStart === 'boolean' &&
    [port, busPort].every(one => typeof one === 'number')
  )
}

function isSnapshot(value: unknown): boolean {
  const nodes = isObject(value) ? value['nodes'] : undefined
  return (
    Array.isArray(nodes) &&
    isRoster(isObject(value) && value['roster']) &&
    nodes.every(reading => isObject(reading) && isObject(reading['process']))
  )
}
