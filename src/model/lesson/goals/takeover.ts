// Goals about a master that is gone, without Sentinel or Cluster: waiting replicas, the most advanced one, the new master, the old one's return.

import type {NodeName} from '../../cluster/node.ts'
import {type Answered, answeredOf, linkIsUp, offsetOf, roleOf, startedNodes} from '../../cluster/snapshot.ts'
import {message} from '../../text/messages.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {lost, met, notYet} from '../verdict.ts'
import {aboutNode, answering, nodeOf} from './about-node.ts'

/** `node` is a replica that reports its link down for at least `seconds`. */
export function isWithoutMaster(node: NodeName, seconds = 0): Goal {
  return evidence =>
    aboutNode(evidence, node, reading => {
      if (roleOf(reading) === 'master') return notYet(message('goals.promoted', nodeOf(reading)))
      if (linkIsUp(reading)) return notYet(message('goals.linkUp', nodeOf(reading)))
      const actual = Number(reading.replication['master_link_down_since_seconds'] ?? 0)
      return actual >= seconds
        ? met
        : notYet(message('goals.downSince', {...nodeOf(reading), actual, least: seconds}))
    })
}

/** `node` has applied more of the common history than `other`. */
export function isAheadOf(node: NodeName, other: NodeName): Goal {
  return evidence =>
    aboutNode(evidence, node, reading =>
      aboutNode(evidence, other, less =>
        historyOf(reading) === historyOf(less) && offsetOf(reading) > offsetOf(less)
          ? met
          : notYet(message('goals.notAhead', {...nodeOf(reading), other: less.port})),
      ),
    )
}

/**
 * `node` is a master that continues from the last byte it had when the step began. Lost if no node can do so any more:
 * the id of a history ends with its process, and a restart from the RDB file does not restore it.
 */
export function tookOver(node: NodeName): Goal {
  return evidence => {
    const last = lastByteAtStart(evidence, node)
    const hidden = startedNodes(evidence.now).some(one => one.is === 'silent' && one.because !== 'notRunning')
    if (!hidden && !answering(evidence.now).some(reading => goesOnFrom(reading, last)))
      return lost(message('goals.gone', {byte: last.byte}))
    return aboutNode(evidence, node, reading =>
      roleOf(reading) === 'master' && goesOnFrom(reading, last)
        ? met
        : notYet(message('goals.nobodyYet', {byte: last.byte})),
    )
  }
}

type Byte = Readonly<{history: string; byte: number}>

function lastByteAtStart({start}: Evidence, node: NodeName): Byte {
  const reading = answeredOf(start, node)
  return {history: reading ? historyOf(reading) : '', byte: reading ? offsetOf(reading) : 0}
}

/** A promoted node keeps the old id as its second, valid below `second_repl_offset`. */
function goesOnFrom(reading: Answered, {history, byte}: Byte): boolean {
  if (historyOf(reading) === history) return offsetOf(reading) >= byte
  const {master_replid2, second_repl_offset} = reading.replication
  return master_replid2 === history && Number(second_repl_offset) > byte
}

/** `node` has more keys than `other`: keys that never reached `other`. */
export function hasMoreKeysThan(node: NodeName, other: NodeName): Goal {
  return evidence =>
    aboutNode(evidence, node, reading =>
      aboutNode(evidence, other, less => {
        const values = {...nodeOf(reading), keys: reading.keys, other: less.port, less: less.keys}
        return reading.keys > less.keys ? met : notYet(message('goals.noMoreKeys', values))
      }),
    )
}

function historyOf({replication}: Answered): string {
  return replication['master_replid'] ?? ''
}
