// Signs that several steps of this lesson share.

import type {NodeName} from '../../src/model/cluster/node.ts'
import {commandOf, type Outcome} from '../../src/model/commands/action.ts'
import {isWriteOn} from '../../src/model/commands/write-commands.ts'
import type {Sign} from '../../src/model/lesson/goals/signs.ts'
import type {Reply} from '../../src/model/protocol/reply.ts'
import {equalJson} from '../../src/model/text/objects.ts'

/** A WAIT of the learner on `node` counted this many replicas. */
export function waitCounted(count: number, node: NodeName): Sign {
  return ({outcomes}) =>
    outcomes.some(
      outcome =>
        outcome.action.node === node &&
        commandOf(outcome.action)[0] === 'WAIT' &&
        outcome.is === 'replied' &&
        outcome.reply.type === 'integer' &&
        outcome.reply.text === String(count),
    )
}

/** The disks that a WAITAOF counts: the node's own, and those of replicas. */
type Disks = readonly [own: number, replicas: number]

/** A WAITAOF of the learner on `node` counted these disks. */
export function waitAofCounted(counts: Disks, node: NodeName): Sign {
  return ({outcomes}) => outcomes.some(outcome => countsDisks(outcome, counts, node))
}

/** The same, after a write of the learner on `node`. */
export function wroteAndAsked(counts: Disks, node: NodeName): Sign {
  return ({outcomes}) => {
    const wrote = outcomes.findIndex(outcome => isWriteOn(outcome, node))
    return wrote >= 0 && outcomes.slice(wrote).some(outcome => countsDisks(outcome, counts, node))
  }
}

function countsDisks(outcome: Outcome, counts: Disks, node: NodeName): boolean {
  return (
    outcome.action.node === node &&
    commandOf(outcome.action)[0] === 'WAITAOF' &&
    outcome.is === 'replied' &&
    outcome.reply.type === 'array' &&
    equalJson(outcome.reply.items.map(integerOf), counts)
  )
}

function integerOf(reply: Reply): number | undefined {
  return reply.type === 'integer' ? Number(reply.text) : undefined
}

/** The learner ran the command with these first words on `node`, without an error. */
export function ran(words: string, node: NodeName): Sign {
  return ({outcomes}) =>
    outcomes.some(
      outcome =>
        outcome.action.node === node &&
        outcome.is === 'replied' &&
        outcome.reply.type !== 'error' &&
        `${commandOf(outcome.action).join(' ')} `.startsWith(`${words} `),
    )
}
