// Goal of the REPLICAOF lesson: whose history a node has.

import type {NodeName} from '../../cluster/node.ts'
import {answeredOf} from '../../cluster/snapshot.ts'
import {message} from '../../text/messages.ts'
import type {Goal} from '../lesson.ts'
import {met, notYet} from '../verdict.ts'
import {aboutNode, nodeOf, portIn} from './about-node.ts'
import {keptHistoryOf} from './replication.ts'

/** `node` has the history that `source` had at the start (`master_replid`). Lost if no node has it any more. */
export function tellsHistoryOf(node: NodeName, source: NodeName): Goal {
  return evidence => {
    const kept = keptHistoryOf(node, source)(evidence)
    if (kept.is === 'lost') return kept
    const wanted = answeredOf(evidence.start, source)?.replication['master_replid'] ?? ''
    return aboutNode(evidence, node, reading => {
      const actual = reading.replication['master_replid'] ?? ''
      const master = portIn(evidence.now, source)
      const values = {...nodeOf(reading), actual: actual.slice(0, 8), master, wanted: wanted.slice(0, 8)}
      return actual === wanted ? met : notYet(message('goals.twoHistories', values))
    })
  }
}
