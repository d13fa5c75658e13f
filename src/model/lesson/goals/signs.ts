// What gives a slip away, or decides a prediction: the learner's last deed and its outcome, or a state.

import {type NodeName, portOf} from '../../cluster/node.ts'
import {answeredOf, masterPortOf, roleOf} from '../../cluster/snapshot.ts'
import {commandOf, errorOf} from '../../commands/action.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal, Prediction} from '../lesson.ts'

export type Sign = (evidence: Evidence) => boolean

/** The last command was answered with an error that begins so. */
export function lastErrorBegins(beginning: string): Sign {
  return ({outcomes: done}) => {
    const last = done.at(-1)
    return last !== undefined && (errorOf(last) ?? '').startsWith(beginning)
  }
}

/** The last command begins with these words, in upper case, and was sent to `node` if one is named. */
export function lastCommandBegins(words: string, node?: NodeName): Sign {
  return ({outcomes: done}) => {
    const last = done.at(-1)
    if (!last || (node !== undefined && last.action.node !== node)) return false
    return `${commandOf(last.action).join(' ')} `.startsWith(`${words} `)
  }
}

/** `node` is a replica of `master`, or of anyone. */
export function replicates(node: NodeName, master?: NodeName): Sign {
  return ({now}) => {
    const reading = answeredOf(now, node)
    if (!reading || roleOf(reading) === 'master') return false
    return master === undefined || masterPortOf(reading) === portOf(master, now.roster)
  }
}

/** One of `nodes` follows a port where none of the six stands. */
export function followsNobody(...nodes: readonly NodeName[]): Sign {
  return ({now}) =>
    nodes.some(node => {
      const reading = answeredOf(now, node)
      const port = reading && masterPortOf(reading)
      return port !== undefined && !now.nodes.some(other => other.port === port)
    })
}

export function both(...signs: readonly Sign[]): Sign {
  return evidence => signs.every(sign => sign(evidence))
}

export function either(...signs: readonly Sign[]): Sign {
  return evidence => signs.some(sign => sign(evidence))
}

/** A goal as a sign: it holds now. */
export function holds(goal: Goal): Sign {
  return evidence => goal(evidence).is === 'met'
}

/** The goal does not hold now. */
export function unmet(goal: Goal): Sign {
  return evidence => goal(evidence).is !== 'met'
}

/** What came of a prediction: this option, as soon as the goal is met. */
export function comesWith(goal: Goal, option: string): Prediction {
  return {outcome: evidence => (goal(evidence).is === 'met' ? option : undefined)}
}
