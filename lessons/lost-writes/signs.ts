// Signs that several steps of this lesson share.

import type {NodeName} from '../../src/model/cluster/node.ts'
import {commandOf} from '../../src/model/commands/action.ts'
import {aboutNode, readingIn} from '../../src/model/lesson/goals/about-node.ts'
import type {Sign} from '../../src/model/lesson/goals/signs.ts'
import type {Goal} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'

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

/** `node` answers, with another process than when the step began. */
export function isRestarted(node: NodeName): Goal {
  return evidence =>
    aboutNode(evidence, node, ({port, process}) =>
      process.pid === readingIn(evidence.start, node).process.pid
        ? notYet(message('goals.sameProcess', {node: port}))
        : met,
    )
}
