// Goals about a cluster that grows and shrinks: nodes that join, take slots, give them back, and are forgotten.

import {opinionOf} from '../../cluster/cluster-view.ts'
import type {NodeName} from '../../cluster/node.ts'
import {type Answered, masterPortOf, ownLine, type Snapshot} from '../../cluster/snapshot.ts'
import {message} from '../../text/messages.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {all, met, notYet, type Verdict} from '../verdict.ts'
import {aboutNode, answering, nodeOf, portIn} from './about-node.ts'
import {every} from './replication.ts'

/** The nodes that answer and know others. A spare that was started, and a node that was reset, knows only itself and belongs to no cluster. */
function members(now: Snapshot): readonly Answered[] {
  return answering(now).filter(reading => (reading.cluster?.nodes.length ?? 0) > 1)
}

function everyMember({now}: Evidence, ask: (reading: Answered) => Verdict): Verdict {
  return all(members(now).map(ask))
}

/** Every member that answers reports cluster_state:ok. */
export const everyMemberSaysOk: Goal = evidence =>
  everyMember(evidence, reading => {
    const state = reading.cluster?.info['cluster_state'] ?? '-'
    return state === 'ok'
      ? met
      : notYet(message('goals.clusterState', {...nodeOf(reading), state, wanted: 'ok'}))
  })

/** Every member that answers lists `node`, and `node` lists all of them; nobody is in a handshake any more. */
export function isMember(node: NodeName): Goal {
  return evidence => {
    const port = portIn(evidence.now, node)
    return aboutNode(evidence, node, reading =>
      all([
        isKnown(reading),
        ...members(evidence.now)
          .filter(other => other.port !== port)
          .flatMap(other => [lists(other, port), lists(reading, other.port)]),
      ]),
    )
  }
}

/** A node that lists only itself has joined nobody. */
function isKnown(reading: Answered): Verdict {
  return (reading.cluster?.nodes.length ?? 0) > 1
    ? met
    : notYet(message('goals.listsNobody', nodeOf(reading)))
}

function lists(reading: Answered, port: number): Verdict {
  const line = opinionOf(reading, port)
  return line && !line.flags.includes('handshake')
    ? met
    : notYet(message('goals.notListed', {...nodeOf(reading), other: port}))
}

/** No other node that answers lists `node` any more. */
export function isForgotten(node: NodeName): Goal {
  return evidence => {
    const port = portIn(evidence.now, node)
    return everyMember(evidence, reading =>
      reading.port !== port && opinionOf(reading, port)
        ? notYet(message('goals.stillListed', {...nodeOf(reading), other: port}))
        : met,
    )
  }
}

/** `node` lists nobody but itself: it never joined, or was reset. */
export function isAlone(node: NodeName): Goal {
  return evidence =>
    aboutNode(evidence, node, reading => {
      const others = (reading.cluster?.nodes.length ?? 0) - 1
      return others <= 0 ? met : notYet(message('goals.notAlone', {...nodeOf(reading), others}))
    })
}

/** Every member that answers sees `node` serve at least one slot, and no slot is open. */
export function servesSlots(node: NodeName): Goal {
  return every(noSlotOpen, evidence => {
    const port = portIn(evidence.now, node)
    return everyMember(evidence, reading =>
      slotsSeen(reading, port) !== ''
        ? met
        : notYet(message('goals.servesNone', {...nodeOf(reading), other: port})),
    )
  })
}

/** No member that answers sees `node` serve a slot, and no slot is open. */
export function servesNoSlot(node: NodeName): Goal {
  return every(noSlotOpen, evidence => {
    const port = portIn(evidence.now, node)
    return everyMember(evidence, reading => {
      const slots = slotsSeen(reading, port)
      return slots === ''
        ? met
        : notYet(message('goals.stillServes', {...nodeOf(reading), other: port, slots}))
    })
  })
}

function slotsSeen(reading: Answered, port: number): string {
  return opinionOf(reading, port)?.slots.join(' ') ?? ''
}

/** No member that answers is migrating or importing a slot. */
export const noSlotOpen: Goal = evidence => everyMember(evidence, hasNoSlotOpen)

/** The node is migrating or importing no slot. */
export function hasNoSlotOpen(reading: Answered): Verdict {
  const [moving] = ownLine(reading)?.moving ?? []
  return moving === undefined ? met : notYet(message('goals.anySlotOpen', {...nodeOf(reading), moving}))
}

/** `master` has at least `least` replicas with their links up, in their own words. */
export function hasReplicas(master: NodeName, least: number): Goal {
  return evidence => {
    const port = portIn(evidence.now, master)
    const actual = answering(evidence.now).filter(
      reading => masterPortOf(reading) === port && reading.replication['master_link_status'] === 'up',
    ).length
    return actual >= least ? met : notYet(message('goals.tooFewReplicas', {node: port, actual, least}))
  }
}
