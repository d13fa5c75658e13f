// Signs of a mistake or of a prediction's outcome: the learner's last commands and their replies, or a state.

import type {NodeName} from '../../cluster/node.ts'
import {masterPortOf, roleOf} from '../../cluster/snapshot.ts'
import {commandOf, errorOf} from '../../commands/action.ts'
import {isWriteOn} from '../../commands/write-commands.ts'
import {type Message, message} from '../../text/messages.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal, Prediction} from '../lesson.ts'
import {lost, met, notYet} from '../verdict.ts'
import {answeredIn, portIn} from './about-node.ts'

export type Sign = (evidence: Evidence) => boolean

/** The last command returned an error that begins with this text, in any case: some errors repeat a word as the learner typed it. */
export function lastErrorBegins(beginning: string): Sign {
  const begins = beginning.toLowerCase()
  return ({outcomes}) => {
    const last = outcomes.at(-1)
    return last !== undefined && (errorOf(last) ?? '').toLowerCase().startsWith(begins)
  }
}

/** The last command begins with these words, in upper case, and was sent to `node`, if given. */
export function lastCommandBegins(words: string, node?: NodeName): Sign {
  return ({outcomes}) => {
    const last = outcomes.at(-1)
    if (!last || (node !== undefined && last.action.node !== node)) return false
    return `${commandOf(last.action).join(' ')} `.startsWith(`${words} `)
  }
}

/** The last command begins with one of `beginnings`, in upper case, and was sent to one of `nodes`, which did it without an error. */
export function lastDoneOn(nodes: readonly NodeName[], ...beginnings: readonly string[]): Sign {
  return ({outcomes}) => {
    const last = outcomes.at(-1)
    if (!last || errorOf(last) !== undefined || !nodes.some(node => node === last.action.node)) return false
    const line = `${commandOf(last.action).join(' ')} `
    return beginnings.some(words => line.startsWith(`${words} `))
  }
}

/** The last command ended with a port or an address where the id of a node belongs, and was refused. */
export const lastNamedAPort: Sign = ({outcomes}) => {
  const last = outcomes.at(-1)
  if (!last || !errorOf(last)?.startsWith('ERR Unknown node')) return false
  return /^(?:.+:)?\d{4,5}$/.test(commandOf(last.action).at(-1) ?? '')
}

/** The last command wrote to one of `nodes`, which did it. */
export function lastWroteOn(...nodes: readonly NodeName[]): Sign {
  return ({outcomes}) => {
    const last = outcomes.at(-1)
    return last !== undefined && nodes.some(node => isWriteOn(last, node))
  }
}

/** `node` is a replica of `master`, or of any node. */
export function replicates(node: NodeName, master?: NodeName): Sign {
  return ({now}) => {
    const reading = answeredIn(now, node)
    if (!reading || roleOf(reading) === 'master') return false
    return master === undefined || masterPortOf(reading) === portIn(now, master)
  }
}

/** One of `nodes` follows a port on which none of the lab's nodes listens. */
export function followsNobody(...nodes: readonly NodeName[]): Sign {
  return ({now}) =>
    nodes.some(node => {
      const reading = answeredIn(now, node)
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

export function not(sign: Sign): Sign {
  return evidence => !sign(evidence)
}

/** Turns a goal into a sign: the goal is met now. */
export function holds(goal: Goal): Sign {
  return evidence => goal(evidence).is === 'met'
}

/** Turns a sign into a goal without a reason of its own, for what the passed text states. */
export function fact(sign: Sign): Goal {
  return evidence => (sign(evidence) ? met : notYet(message('goals.notYetAsked')))
}

/** The goal is not met now. */
export function unmet(goal: Goal): Sign {
  return evidence => goal(evidence).is !== 'met'
}

/** The goal, lost while it is not met and the sign holds: it cannot be met any more, and the lab offers `/reset` after the sentence. */
export function lostWhen(goal: Goal, sign: Sign, because: Message): Goal {
  return evidence => {
    const verdict = goal(evidence)
    return verdict.is !== 'met' && sign(evidence) ? lost(because) : verdict
  }
}

/** Makes a prediction whose right option is `answer`; what it asks about is seen as soon as the goal is met. */
export function comesWith(goal: Goal, answer: string): Prediction {
  return {answer, seen: holds(goal)}
}
