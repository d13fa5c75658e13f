// What a learner is told when the nodes' ports are taken.

import {type Base, busDistance} from '../../model/cluster/node.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {claimOffset} from './ports.ts'

/** Why the nodes cannot start at `first`. Nobody knows a bus port as the lab's. */
export function portTaken(taken: number, first: Base): LabError {
  const node = taken - busDistance
  const isOwnPort = node < first || node === first + claimOffset || node >= first + busDistance
  return isOwnPort
    ? new LabError('error.portTaken', {port: taken, first})
    : new LabError('error.busPortTaken', {port: taken, node, first})
}
