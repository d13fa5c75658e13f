// Goals about the cluster. Each is checked on every node that answers, because each node has its own view.

import {opinionOf} from '../../cluster/cluster-view.ts'
import {hasSlot, slotOf} from '../../cluster/hash-slot.ts'
import {firstMasters, type NodeName} from '../../cluster/node.ts'
import {type Answered, answeredOf, ownerOfSlot, ownLine, slotsOf} from '../../cluster/snapshot.ts'
import {bytesOf} from '../../protocol/bytes.ts'
import {message} from '../../text/messages.ts'
import type {Goal} from '../lesson.ts'
import {met, notYet, type Verdict} from '../verdict.ts'
import {aboutNode, answering, everyAnswering, keptGrowth, nodeOf, portIn} from './about-node.ts'

/** Every node that answers reports this cluster_state. */
export function stateIs(wanted: 'ok' | 'fail'): Goal {
  return evidence => everyAnswering(evidence, reading => stateOf(reading, wanted))
}

function stateOf(reading: Answered, wanted: 'ok' | 'fail'): Verdict {
  const state = reading.cluster?.info['cluster_state'] ?? '-'
  return state === wanted ? met : notYet(message('goals.clusterState', {...nodeOf(reading), state, wanted}))
}

/** `node` reports this cluster_state, whatever the others do. */
export function saysState(node: NodeName, wanted: 'ok' | 'fail'): Goal {
  return evidence => aboutNode(evidence, node, reading => stateOf(reading, wanted))
}

/** Every node that answers reports cluster_state:ok. */
export const everyoneSaysOk: Goal = stateIs('ok')

/** Every node that answers sees `owner` as the master of the slots that `first` had at the start. */
export function everyoneSeesOwner(owner: NodeName, first: NodeName): Goal {
  return evidence => {
    const before = answeredOf(evidence.start, first)
    const wanted = (before ? slotsOf(before) : []).join(' ')
    const port = portIn(evidence.now, owner)
    return everyAnswering(evidence, reading => {
      const line = opinionOf(reading, port)
      const sees = line?.flags.includes('master') === true && line.slots.join(' ') === wanted
      return sees ? met : notYet(message('goals.seesOther', {...nodeOf(reading), owner: port, slots: wanted}))
    })
  }
}

/** Every node that answers sees `node` without `fail` and `fail?`. */
export function nobodySuspects(node: NodeName): Goal {
  return evidence => {
    const port = portIn(evidence.now, node)
    return everyAnswering(evidence, reading => {
      const flag = flagOf(reading, port)
      return flag ? notYet(message('goals.suspects', {...nodeOf(reading), other: port, flag})) : met
    })
  }
}

/**
 * At least one node that answers, or a majority of the masters, marks `node` as `fail?` or `fail`.
 * https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#failure-detection
 */
export function suspectedBy(node: NodeName, by: 'one' | 'majority'): Goal {
  return evidence => {
    const port = portIn(evidence.now, node)
    const marked = answering(evidence.now).filter(reading => flagOf(reading, port).startsWith('fail'))
    const masters = marked.filter(reading => slotsOf(reading).length > 0)
    const enough = by === 'one' ? marked.length > 0 : masters.length > firstMasters.length / 2
    return enough ? met : notYet(message('goals.notSuspected', {node: port, actual: marked.length}))
  }
}

/** Every node that answers marks `node` as `fail`: the majority agreed, and the others were told. */
export function failedFor(node: NodeName): Goal {
  return evidence => {
    const port = portIn(evidence.now, node)
    return everyAnswering(evidence, reading => {
      const flag = flagOf(reading, port)
      if (flag === 'fail') return met
      const nodes = {...nodeOf(reading), other: port}
      return notYet(flag ? message('goals.notFailed', {...nodes, flag}) : message('goals.notMarked', nodes))
    })
  }
}

function flagOf(reading: Answered, port: number): string {
  return opinionOf(reading, port)?.flags.find(flag => flag.startsWith('fail')) ?? ''
}

/**
 * The key's slot has at least one key more than at the step's start, on `node` or on the slot's owner. The step must list the key in `countKeys`.
 */
export function keyInSlotOf(key: string, where: NodeName | 'owner'): Goal {
  return evidence => {
    const slot = slotOf(bytesOf(key))
    const owner = ownerOfSlot(evidence.now, slot)?.name
    const node = where === 'owner' ? owner : where
    if (node === undefined) return notYet(message('goals.noOwner', {slot}))
    return aboutNode(evidence, node, reading =>
      keptGrowth(evidence, reading, one => one.slotKeys[slot] ?? 0) > 0
        ? met
        : notYet(
            message('goals.noKeyInSlot', {...nodeOf(reading), slot, actual: reading.slotKeys[slot] ?? 0}),
          ),
    )
  }
}

/** `node` has no key of the key's slot. The step must list the key in `countKeys`. */
export function slotEmptyAt(key: string, node: NodeName): Goal {
  return evidence => {
    const slot = slotOf(bytesOf(key))
    return aboutNode(evidence, node, reading => {
      const actual = reading.slotKeys[slot] ?? 0
      return actual === 0 ? met : notYet(message('goals.keysLeft', {...nodeOf(reading), slot, actual}))
    })
  }
}

/** Every node that answers sees `node` as the owner of the key's slot. */
export function everyoneSeesSlotAt(key: string, node: NodeName): Goal {
  return evidence => {
    const slot = slotOf(bytesOf(key))
    const owner = portIn(evidence.now, node)
    return everyAnswering(evidence, reading => seesSlotAt(reading, slot, owner))
  }
}

function seesSlotAt(reading: Answered, slot: number, owner: number): Verdict {
  const line = reading.cluster?.nodes.find(({slots}) => hasSlot(slots, slot))
  return line?.port === owner
    ? met
    : notYet(message('goals.slotElsewhere', {...nodeOf(reading), slot, actual: line?.port ?? '-', owner}))
}

/** `from` reports that it is migrating the key's slot to `to`: `[3443->-id]`. */
export function slotMigrating(key: string, from: NodeName, to: NodeName): Goal {
  return moving(key, from, '->-', to)
}

/** `to` reports that it is importing the key's slot from `from`: `[3443-<-id]`. */
export function slotImporting(key: string, to: NodeName, from: NodeName): Goal {
  return moving(key, to, '-<-', from)
}

function moving(keyOfSlot: string, node: NodeName, arrow: '->-' | '-<-', other: NodeName): Goal {
  return evidence =>
    aboutNode(evidence, node, reading => {
      const lines = reading.cluster?.nodes ?? []
      const id = lines.find(({port}) => port === portIn(evidence.now, other))?.id
      const slot = slotOf(bytesOf(keyOfSlot))
      const wanted = `[${slot}${arrow}${id}]`
      const actual = ownLine(reading)?.moving ?? []
      if (actual.includes(wanted)) return met
      const key = arrow === '->-' ? 'goals.notMigrating' : 'goals.notImporting'
      const values = {slot, other: portIn(evidence.now, other)}
      return notYet(message(key, {...nodeOf(reading), ...values}))
    })
}
