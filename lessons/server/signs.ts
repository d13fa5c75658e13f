// Conditions that several steps of this lesson share: whether a process is another one, and whether only its file told it what it is.

import type {NodeName} from '../../src/model/cluster/node.ts'
import {type Answered, answeredOf} from '../../src/model/cluster/snapshot.ts'
import {commandOf, errorOf, type Outcome} from '../../src/model/commands/action.ts'
import {aboutNode, nodeOf} from '../../src/model/lesson/goals/about-node.ts'
import {lastDoneOn, type Sign} from '../../src/model/lesson/goals/signs.ts'
import type {Goal} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'

/** The node runs, and its process was started in this step. */
export function isRestarted(node: NodeName): Goal {
  return evidence =>
    aboutNode(evidence, node, reading =>
      answeredOf(evidence.start, node)?.runId === reading.runId
        ? notYet(message('goals.sameProcess', nodeOf(reading)))
        : met,
    )
}

/** None of these commands was sent to the node's process: what it is, it is by its files. */
export function wasNotTold(node: NodeName, ...commands: readonly string[]): Goal {
  return evidence =>
    aboutNode(evidence, node, reading => {
      const told = commands.find(name => (reading.calls[name] ?? 0) > 0)
      if (told === undefined) return met
      return notYet(
        message('goals.toldByCommand', {...nodeOf(reading), command: told.replace('|', ' ').toUpperCase()}),
      )
    })
}

export const replicaofNames = ['replicaof', 'slaveof']

/** The running process of the node returned this error. */
export function hasReturned(node: NodeName, error: string): Goal {
  return evidence =>
    aboutNode(evidence, node, reading =>
      (reading.errors[error] ?? 0) > 0
        ? met
        : notYet(message('goals.notAnswered', {...nodeOf(reading), error})),
    )
}

/** Some node of `nodes` was asked, or told, something about its configuration. */
export function configuredOn(...nodes: readonly NodeName[]): Sign {
  return lastDoneOn(nodes, 'CONFIG GET', 'CONFIG SET')
}

/** The node did not come up: its server ended by itself, as for a line that it cannot read. */
export function didNotStart(node: NodeName): Sign {
  return ({now}) => now.nodes.some(({name, process}) => name === node && process.is === 'exited')
}

/** The last command was done by this node without an error. */
export function lastWasDone(node: NodeName): Sign {
  return ({outcomes}) => {
    const last = outcomes.at(-1)
    return last?.action.node === node && last.action.do === 'command' && isDone(last)
  }
}

export function isDone(outcome: Outcome): boolean {
  return outcome.is === 'replied' && errorOf(outcome) === undefined
}

/** A command that begins with these words, in upper case, was done by the node in this step. */
export function wasDone(node: NodeName, words: string): Sign {
  return ({outcomes}) =>
    outcomes.some(
      one =>
        one.action.node === node &&
        isDone(one) &&
        `${commandOf(one.action).join(' ')} `.startsWith(`${words} `),
    )
}

export const readsOf = ({stats}: Answered): number => stats['keyspace_hits'] ?? 0
