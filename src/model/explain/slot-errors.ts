// Explanations of slot errors: redirects, commands across several slots, a cluster that is down.

import {slotCount} from '../cluster/hash-slot.ts'
import {listed} from '../text/listed.ts'
import {message} from '../text/messages.ts'
import {
  clusterFigure,
  type Diagnosis,
  type ErrorContext,
  type Explanation,
  isDownAt,
  keySlots,
  masterHere,
  ownerOf,
  portHere,
  readingAt,
  readingHere,
  replicasOf,
  sentTo,
} from './context.ts'

export const explainSlots: readonly Explanation[] = [
  {begins: 'MOVED … …', here: moved, long: 'slot-errors.moved.long'},
  {begins: 'ASK … …', here: ask, long: 'slot-errors.ask.long'},
  {begins: 'TRYAGAIN', here: tryAgain, long: 'slot-errors.tryagain.long'},
  {
    begins: "CROSSSLOT Keys in request don't hash to the same slot",
    here: crossSlot,
    long: 'slot-errors.crossslot.long',
  },
  {
    begins: 'CLUSTERDOWN The cluster is down and only accepts read commands',
    here: down,
    long: 'slot-errors.down.reads.long',
  },
  {begins: 'CLUSTERDOWN The cluster is down', here: down, long: 'slot-errors.down.long'},
  {begins: 'CLUSTERDOWN Hash slot not served', here: unserved, long: 'slot-errors.unserved.long'},
  {
    begins: 'REDIRECT …',
    here: met => ({fact: message('slot-errors.redirect', {node: portHere(met), target: met.gaps[0] ?? ''})}),
    long: 'slot-errors.redirect.long',
  },
  {begins: 'ERR … is not allowed in cluster mode', here: oneDatabase, long: 'slot-errors.oneDatabase.long'},
  {begins: 'ERR Script attempted to access', here: foreignKey, long: 'slot-errors.script.long'},
  {begins: 'ERR Lua script attempted to access', here: foreignKey, long: 'slot-errors.script.long'},
  {
    begins: 'ERR BY option of SORT denied in …luster mode',
    here: () => ({fact: message('slot-errors.sortBy')}),
    long: 'slot-errors.sortBy.long',
  },
  {
    begins: 'ERR This instance has cluster support disabled',
    here: met => ({fact: message('slot-errors.notClustered', {node: portHere(met)})}),
    long: 'slot-errors.notClustered.long',
  },
]

function moved(met: ErrorContext): Diagnosis {
  const [slot = '', address = ''] = met.gaps
  const owner = portIn(address)
  const values = {slot, owner, node: portHere(met)}
  if (isDownAt(met, owner)) {
    const hasReplica = replicasOf(met, owner).some(port => !isDownAt(met, port))
    const next = hasReplica ? message('slot-errors.moved.wait', values) : `/start ${owner}`
    return {fact: message('slot-errors.moved.down', values), next}
  }
  const fact = message(masterHere(met) === owner ? 'slot-errors.moved.replica' : 'slot-errors.moved', values)
  // In cluster mode the lab already said why it did not follow.
  return met.following ? {fact} : {fact, next: message('slot-errors.moved.next', {line: sentTo(met, owner)})}
}

function ask(met: ErrorContext): Diagnosis {
  const [slot = '', address = ''] = met.gaps
  const target = portIn(address)
  const fact = message('slot-errors.ask', {slot, target, node: portHere(met)})
  return met.following
    ? {fact}
    : {fact, next: message('slot-errors.ask.next', {target, line: sentTo(met, target)})}
}

/** The port in `127.0.0.1:6381`; the host is empty if the node does not know its own address. */
function portIn(address: string): number {
  return Number(/:(\d+)$/.exec(address)?.[1])
}

function tryAgain(met: ErrorContext): Diagnosis {
  const slot = keySlots(met)[0]?.slot ?? '-'
  return {
    fact: message('slot-errors.tryagain', {slot, node: portHere(met)}),
    next: message('slot-errors.tryagain.next'),
  }
}

function crossSlot(met: ErrorContext): Diagnosis {
  const keys = keySlots(met)
  const [one] = keys
  const other = keys.find(({slot}) => slot !== one?.slot)
  const next = message('slot-errors.crossslot.next', {example: `{shop}:${one?.key ?? 'key'}`})
  if (!one || !other) return {fact: message('slot-errors.crossslot'), next}
  const values = {one: one.key, oneSlot: one.slot, other: other.key, otherSlot: other.slot}
  return {fact: message('slot-errors.crossslot.keys', values), next}
}

function unserved(met: ErrorContext): Diagnosis {
  const slot = keySlots(met)[0]?.slot
  const assigned = clusterFigure(met, 'cluster_slots_assigned')
  const next = 'CLUSTER ADDSLOTSRANGE FIRST LAST'
  if (slot === undefined || assigned === undefined) return {fact: message('slot-errors.unserved'), next}
  // The slot has found an owner since the error.
  if (ownerOf(met, slot) !== undefined) return {fact: message('slot-errors.unserved')}
  return {fact: message('slot-errors.unserved.count', {slot, assigned, node: portHere(met)}), next}
}

function down(met: ErrorContext): Diagnosis {
  const node = portHere(met)
  const figure = (field: string) => clusterFigure(met, `cluster_slots_${field}`) ?? 0
  const assigned = clusterFigure(met, 'cluster_slots_assigned') ?? slotCount
  if (assigned < slotCount)
    return {
      fact: message('slot-errors.down.unassigned', {node, assigned}),
      next: message('slot-errors.down.assign'),
    }
  const failed = failedMasters(met)
  if (failed.length > 0)
    return {
      fact: message('slot-errors.down.failed', {node, down: listed(failed), slots: figure('fail')}),
      ...wayOut(met, failed),
    }
  const away = figure('pfail')
  if (away > 0)
    return {
      fact: message('slot-errors.down.minority', {node, slots: away}),
      ...startOf(met, suspectedMasters(met)),
    }
  return {fact: message('slot-errors.down.joining', {node}), next: message('slot-errors.down.soon')}
}

/** The ports of the masters that serve slots and that the node has marked as failed. */
function failedMasters(met: ErrorContext): readonly number[] {
  return mastersFlagged(met, 'fail')
}

function suspectedMasters(met: ErrorContext): readonly number[] {
  return mastersFlagged(met, 'fail?')
}

function mastersFlagged(met: ErrorContext, flag: string): readonly number[] {
  const lines = readingHere(met)?.cluster?.nodes ?? []
  return lines.filter(({flags, slots}) => flags.includes(flag) && slots.length > 0).map(({port}) => port)
}

function wayOut(met: ErrorContext, failed: readonly number[]): Pick<Diagnosis, 'next'> {
  const elects = failed.every(port =>
    replicasOf(met, port).some(one => readingAt(met, one)?.is === 'answered'),
  )
  return elects ? {next: message('slot-errors.down.election')} : startOf(met, failed)
}

function startOf(met: ErrorContext, ports: readonly number[]): Pick<Diagnosis, 'next'> {
  const [stopped] = ports.filter(port => isDownAt(met, port))
  return stopped === undefined ? {} : {next: `/start ${stopped}`}
}

function oneDatabase(): Diagnosis {
  return {fact: message('slot-errors.oneDatabase')}
}

function foreignKey(met: ErrorContext): Diagnosis {
  return {fact: message('slot-errors.script', {node: portHere(met)})}
}
