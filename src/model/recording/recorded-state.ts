// A state from a recording: of an older lab it lacks what was not kept then, and from another hand it may be anything.

import type {Roster} from '../cluster/node.ts'
import {stages} from '../cluster/snapshot.ts'
import {initialState} from '../state/initial-state.ts'
import type {LabState} from '../state/lab-state.ts'
import {isObject, without} from '../text/objects.ts'

/** What every lab has recorded is not made up: without it there is no state. */
const addedLater = without(initialState(), 'stage', 'roster', 'node', 'entries')

/** The same object where it is whole; else with what labs did not keep before; undefined for what is no state. */
export function recordedState(value: unknown): LabState | undefined {
  if (!isObject(value)) return undefined
  const missing = Object.keys(addedLater).some(key => !(key in value))
  const state: Fields = missing ? {...addedLater, ...value} : value
  return isState(state) ? (state as LabState) : undefined
}

type Fields = Readonly<Record<string, unknown>>

function isState(state: Fields): boolean {
  const {stage, roster, node, snapshot, play} = state
  return (
    stages.some(one => one === stage) &&
    isRoster(roster) &&
    roster.some(({name}) => name === node) &&
    [state['entries'], state['timeline']].every(Array.isArray) &&
    objects.every(key => isObject(state[key])) &&
    (snapshot === undefined || isSnapshot(snapshot)) &&
    (play === undefined || isObject(play))
  )
}

const objects = ['connections', 'passed', 'answers', 'docs', 'commandTable', 'feedback']

/** Names and ports stand on the screen and in messages: they are what they claim to be. */
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
