// Slot owners that all answering nodes agree on, and the node states that tell whether acknowledged writes may have been lost.

import {slotCount} from './hash-slot.ts'
import {portOf} from './node.ts'
import {agreedMaster} from './sentinel-opinions.ts'
import {
  type Answered,
  awaitsAnswer,
  isClustered,
  linkIsUp,
  roleOf,
  type Snapshot,
  slotsOf,
} from './snapshot.ts'

export type SlotOwner = Readonly<{port: number; slots: readonly string[]}>

const allSlots = [`0-${slotCount - 1}`]

/** ms; a node that runs and is silent for longer is not waited for. */
const patience = 10_000

/**
 * Undefined while nodes or Sentinels disagree, a slot has no owner that answers, or 6379 is down; in a cluster also while a node that runs has not
 * answered in time: on a busy computer a reading may lack the master on the other side of a split, and the rest would seem to agree.
 * Without cluster mode a client knows one address, that of 6379, or asks the Sentinels for it.
 */
export function slotOwners(snapshot: Snapshot): readonly SlotOwner[] | undefined {
  const living = snapshot.nodes.filter(reading => reading.is === 'answered')
  if (snapshot.stage === 'sentinel') {
    const master = agreedMaster(snapshot)
    return master && [{port: portOf(master, snapshot.roster), slots: allSlots}]
  }
  if (!isClustered(snapshot.stage)) {
    const port = portOf('6379', snapshot.roster)
    const first = living.find(reading => reading.port === port)
    return first && (roleOf(first) === 'master' || linkIsUp(first)) ? [{port, slots: allSlots}] : undefined
  }
  if (awaitsAnswer(snapshot, patience)) return undefined
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

/** Role, history and slots of each node, by port; for a silent node the last known ones. */
export type NodeStates = Readonly<Record<string, string>>

/**
 * Current node states; silent nodes keep their state from `before`.
 * An acknowledged write can only be lost if a state changes: a master that restarts empty has a new history, one that returns as a replica has a new
 * role.
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
