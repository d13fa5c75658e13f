// Who serves which slots, where all who answer agree on it; and how the nodes stand, by which one sees that writes may have been lost.

import {slotCount} from './hash-slot.ts'
import {portOf} from './node.ts'
import {type Answered, linkIsUp, roleOf, type Snapshot, slotsOf} from './snapshot.ts'

export type SlotOwner = Readonly<{port: number; slots: readonly string[]}>

const allSlots = [`0-${slotCount - 1}`]

/**
 * Without cluster mode a client knows one address, that of 6379. Undefined while nodes disagree, a slot is served by nobody who answers,
 * or 6379 is away.
 */
export function slotOwners(snapshot: Snapshot): readonly SlotOwner[] | undefined {
  const living = snapshot.nodes.filter(reading => reading.is === 'answered')
  if (snapshot.stage === 'standalone') {
    const port = portOf('6379', snapshot.roster)
    const first = living.find(reading => reading.port === port)
    return first && (roleOf(first) === 'master' || linkIsUp(first)) ? [{port, slots: allSlots}] : undefined
  }
  const [view, ...others] = living.map(viewOf)
  if (!view || others.some(other => JSON.stringify(other) !== JSON.stringify(view))) return undefined
  const mastersAnswer = view.every(({port}) =>
    living.some(reading => reading.port === port && roleOf(reading) === 'master'),
  )
  const allOk = living.every(({cluster}) => cluster?.info['cluster_state'] === 'ok')
  const allServed = living.every(({cluster}) => cluster?.info['cluster_slots_assigned'] === `${slotCount}`)
  return mastersAnswer && allOk && allServed ? view : undefined
}

function viewOf({cluster}: Answered): readonly SlotOwner[] {
  const owners = cluster?.nodes.filter(({slots}) => slots.length > 0) ?? []
  return owners.map(({port, slots}) => ({port, slots}))
}

/** Of each node by its port: what it is, serves and tells; of one that is silent, what it last was. */
export type NodeStates = Readonly<Record<string, string>>

/**
 * A write that a node has acknowledged can only be gone if this has changed: a master that comes back empty shows in its history, one that
 * comes back as a replica in its role.
 */
export function nodeStates(snapshot: Snapshot, before: NodeStates = {}): NodeStates {
  const now = snapshot.nodes.flatMap(reading =>
    reading.is === 'answered' ? [[reading.port, isWhat(reading)] as const] : [],
  )
  return {...before, ...Object.fromEntries(now)}
}

function isWhat(reading: Answered): string {
  return [roleOf(reading), reading.replication['master_replid'], ...slotsOf(reading)].join(' ')
}
