// The origin of a node's data, followed from replica to replica up to the master.

import {upstreamOf} from './cluster-view.ts'
import {lastFields, type Snapshot} from './snapshot.ts'

/** `ring`: nodes that follow each other, or one that follows itself, so that none is a master. `outside`: a node that is not in the lab. */
export type Origin =
  | Readonly<{is: 'master'; port: number; path: readonly number[]}>
  | Readonly<{is: 'ring'; ports: readonly number[]}>
  | Readonly<{is: 'outside'; port: number}>

/** Follows what each replica reports as its master; `path` has the replicas on the way, `port` first. A silent node counts with its last report. */
export function originOf(now: Snapshot, port: number): Origin {
  const path: number[] = []
  for (let at = port; ; ) {
    if (path.includes(at)) return {is: 'ring', ports: path.slice(path.indexOf(at))}
    const reading = now.nodes.find(one => one.port === at)
    if (!reading || !lastFields(reading)) return {is: 'outside', port: at}
    const upstream = upstreamOf(reading, now)
    if (!upstream) return {is: 'master', port: at, path}
    path.push(at)
    at = upstream.port
  }
}
