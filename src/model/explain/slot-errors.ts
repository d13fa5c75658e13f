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
    here: context => ({
      fact: message('slot-errors.redirect', {node: portHere(context), target: context.gaps[0] ?? ''}),
    }),
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
    here: context => ({fact: message('slot-errors.notClustered', {node: portHere(context)})}),
    long: 'slot-errors.notClustered.long',
  },
]

function moved(context: ErrorContext): Diagnosis {
  const [slot = '', address = ''] = context.gaps
  const owner = portIn(address)
  const values = {slot, owner, node: portHere(context)}
  if (isDownAt(context, owner)) {
    const hasReplica = replicasOf(context, owner).some(port => !isDownAt(context, port))
    const next = hasReplica ? message('slot-errors.moved.wait', values) : `/start ${owner}`
    return {fact: message('slot-errors.moved.down', values), next}
  }
  const fact = message(
    masterHere(context) === owner ? 'slot-errors.moved.replica' : 'slot-errors.moved',
    values,
  )
  // Cluster mode: the lab already said why it did not follow the redirect.
  return context.following
    ? {fact}
    : {fact, next: message('slot-errors.moved.next', {line: sentTo(context, owner)})}
}

function ask(context: ErrorContext): Diagnosis {
  const [slot = '', address = ''] = context.gaps
  const target = portIn(address)
  const fact = message('slot-errors.ask', {slot, target, node: portHere(context)})
  return context.following
    ? {fact}
    : {fact, next: message('slot-errors.ask.next', {target, line: sentTo(context, target)})}
}

/** The port in `127.0.0.1:6381`; the host is empty if the node does not know its own address. */
function portIn(address: string): number {
  return Number(/:(\d+)$/.exec(address)?.[1])
}

function tryAgain(context: ErrorContext): Diagnosis {
  const slot = keySlots(context)[0]?.slot ?? '-'
  return {
    fact: message('slot-errors.tryagain', {slot, node: portHere(context)}),
    next: message('slot-errors.tryagain.next'),
  }
}

function crossSlot(context: ErrorContext): Diagnosis {
  const keys = keySlots(context)
  const [one] = keys
  const other = keys.find(({slot}) => slot !== one?.slot)
  const next = message('slot-errors.crossslot.next', {example: `{shop}:${one?.key ?? 'key'}`})
  if (!one || !other) return {fact: message('slot-errors.crossslot'), next}
  const values = {one: one.key, oneSlot: one.slot, other: other.key, otherSlot: other.slot}
  return {fact: message('slot-errors.crossslot.keys', values), next}
}

function unserved(context: ErrorContext): Diagnosis {
  const slot = keySlots(context)[0]?.slot
  const assigned = clusterFigure(context, 'cluster_slots_assigned')
  const next = 'CLUSTER ADDSLOTSRANGE FIRST LAST'
  if (slot === undefined || assigned === undefined) return {fact: message('slot-errors.unserved'), next}
  // The slot has found an owner since the error.
  if (ownerOf(context, slot) !== undefined) return {fact: message('slot-errors.unserved')}
  return {fact: message('slot-errors.unserved.count', {slot, assigned, node: portHere(context)}), next}
}

function down(context: ErrorContext): Diagnosis {
  const node = portHere(context)
  const figure = (field: string) => clusterFigure(context, `cluster_slots_${field}`) ?? 0
  const assigned = clusterFigure(context, 'cluster_slots_assigned') ?? slotCount
  if (assigned < slotCount)
    return {
      fact: message('slot-errors.down.unassigned', {node, assigned}),
      next: message('slot-errors.down.assign'),
    }
  const failed = failedMasters(context)
  if (failed.length > 0)
    return {
      fact: message('slot-errors.down.failed', {node, down: listed(failed), slots: figure('fail')}),
      ...wayOut(context, failed),
    }
  const away = figure('pfail')
  if (away > 0)
    return {
      fact: message('slot-errors.down.minority', {node, slots: away}),
      ...startOf(context, suspectedMasters(context)),
    }
  return {fact: message('slot-errors.down.joining', {node}), next: message('slot-errors.down.soon')}
}

/** The ports of the masters that serve slots and that the node has marked as failed. */
function failedMasters(context: ErrorContext): readonly number[] {
  return mastersFlagged(context, 'fail')
}

function suspectedMasters(context: ErrorContext): readonly number[] {
  return mastersFlagged(context, 'fail?')
}

function mastersFlagged(context: ErrorContext, flag: string): readonly number[] {
  const lines = readingHere(context)?.cluster?.nodes ?? []
  return lines.filter(({flags, slots}) => flags.includes(flag) && slots.length > 0).map(({port}) => port)
}

function wayOut(context: ErrorContext, failed: readonly number[]): Pick<Diagnosis, 'next'> {
  const elects = failed.every(port =>
    replicasOf(context, port).some(one => readingAt(context, one)?.is === 'answered'),
  )
  return elects ? {next: message('slot-errors.down.election')} : startOf(context, failed)
}

function startOf(context: ErrorContext, ports: readonly number[]): Pick<Diagnosis, 'next'> {
  const [stopped] = ports.filter(port => isDownAt(context, port))
  return stopped === undefined ? {} : {next: `/start ${stopped}`}
}

function oneDatabase(): Diagnosis {
  return {fact: message('slot-errors.oneDatabase')}
}

function foreignKey(context: ErrorContext): Diagnosis {
  return {fact: message('slot-errors.script', {node: portHere(context)})}
}
