// What shows that the cause of an old error is gone: the explanation then says what holds now.

import {isAlive, linkIsUp, roleOf} from '../cluster/snapshot.ts'
import {type Message, message} from '../text/messages.ts'
import {commandHere, type ErrorContext, masterHere, portHere, readingHere} from './context.ts'

/** What holds now; undefined if the cause may still be there. Asked only if the nodes were read after the error. */
export type NoLonger = (context: ErrorContext) => Message | undefined

/** For errors of replicas. */
export const isMasterNow: NoLonger = context => {
  const reading = readingHere(context)
  return reading && roleOf(reading) === 'master'
    ? message('explain.now.master', {node: portHere(context)})
    : undefined
}

/** For errors of masters. */
export const isReplicaNow: NoLonger = context => {
  const master = masterHere(context)
  return master === undefined ? undefined : message('explain.now.replica', {node: portHere(context), master})
}

/** For errors of a replica that has no link to its master. */
export const isLinkedNow: NoLonger = context => {
  const reading = readingHere(context)
  const master = masterHere(context)
  if (!reading || master === undefined) return isMasterNow(context)
  return linkIsUp(reading) ? message('what-changed.linkUp', {node: portHere(context), master}) : undefined
}

/** For errors of a node that was down, loading or busy. */
export const answersNow: NoLonger = context => {
  const reading = readingHere(context)
  return reading && isAlive(reading.process)
    ? message('explain.now.answers', {node: portHere(context)})
    : undefined
}

/** For errors of a cluster that was down. */
export const isOkNow: NoLonger = context =>
  readingHere(context)?.cluster?.info['cluster_state'] === 'ok'
    ? message('explain.now.ok', {node: portHere(context)})
    : undefined

/** INFO counts good replicas only while a number of them is required. */
export const needsNoReplicasNow: NoLonger = context => {
  // Valkey's SETSLOT waits for its replicas in any case.
  if (commandHere(context) === 'CLUSTER SETSLOT') return undefined
  const reading = readingHere(context)
  return reading && reading.replication['min_slaves_good_slaves'] === undefined
    ? message('explain.now.noReplicasNeeded', {node: portHere(context)})
    : undefined
}
