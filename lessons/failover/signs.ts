// Signs and conditions that several steps of this lesson share.

import type {NodeName} from '../../src/model/cluster/node.ts'
import {commandOf, errorOf} from '../../src/model/commands/action.ts'
import {everyoneSaysOk} from '../../src/model/lesson/goals/cluster.ts'
import {every, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import type {Sign} from '../../src/model/lesson/goals/signs.ts'

export const lastStarted: Sign = ({outcomes}) => outcomes.at(-1)?.action.do === 'start'

/**
 * 6481 accepted CLUSTER FAILOVER. A rejected one does not count: without FORCE it is rejected once the master is dead, and then the election follows
 * anyway.
 */
export const ordered: Sign = ({outcomes}) =>
  outcomes.some(
    outcome =>
      outcome.action.node === '6481' &&
      commandOf(outcome.action).join(' ').startsWith('CLUSTER FAILOVER') &&
      errorOf(outcome) === undefined,
  )

/** The last command went to `node`. */
export function sentTo(node: NodeName): Sign {
  return ({outcomes}) => outcomes.at(-1)?.action.do === 'command' && outcomes.at(-1)?.action.node === node
}

export const promoted = every(isDown('6381'), isMaster('6481'), everyoneSaysOk)
