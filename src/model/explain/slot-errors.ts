// What errors mean where keys have slots: redirects, one command for many slots, a cluster that is down.

import {slotCount} from '../cluster/hash-slot.ts'
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
  {begins: 'MOVED … …', here: moved, long: 'explain.moved.long'},
  {begins: 'ASK … …', here: ask, long: 'explain.ask.long'},
  {begins: 'TRYAGAIN', here: tryAgain, long: 'explain.tryagain.long'},
  {
    begins: "CROSSSLOT Keys in request don't hash to the same slot",
    here: crossSlot,
    long: 'explain.crossslot.long',
  },
  {
    begins: 'CLUSTERDOWN The cluster is down and only accepts read commands',
    here: down,
    long: 'explain.down.reads.long',
  },
  {begins: 'CLUSTERDOWN The cluster is down', here: down, long: 'explain.down.long'},
  {begins: 'CLUSTERDOWN Hash slot not served', here: unserved, long: 'explain.unserved.long'},
  {
    begins: 'REDIRECT …',
    here: met => ({fact: message('explain.redirect', {node: portHere(met), target: met.gaps[0] ?? ''})}),
    long: 'explain.redirect.long',
  },
  {begins: 'ERR … is not allowed in cluster mode', here: oneDatabase, long: 'explain.oneDatabase.long'},
  {begins: 'ERR Script attempted to access', here: foreignKey, long: 'explain.script.long'},
  {begins: 'ERR Lua script attempted to access', here: foreignKey, long: 'explain.script.long'},
  {
    begins: 'ERR BY option of SORT denied in …luster mode',
    here: () => ({fact: message('explain.sortBy')}),
    long: 'explain.sortBy.long',
  },
  {
    begins: 'ERR This instance has cluster support disabled',
    here: met => ({fact: message('explain.notClustered', {node: portHere(met)})}),
    long: 'explain.notClustered.long',
  },
]

function moved(met: ErrorContext): Diagnosis {
  const [slot = '', address = ''] = met.gaps
  const owner = portIn(address)
  const values = {slot, owner, node: portHere(met)}
  if (isDownAt(met, owner)) {
    const hasReplica = replicasOf(met, owner).some(port => !isDownAt(met, port))
    const next = hasReplica ? message('explain.moved.wait', values) : `/start ${owner}`
    return {fact: message('explain.moved.down', values), next}
  }
  const fact = message(masterHere(met) === owner ? 'explain.moved.replica' : 'explain.moved', values)
  // Cluster mode says itself why it did not go there.
  return met.following ? {fact} : {fact, next: message('explain.moved.next', {line: sentTo(met, owner)})}
}

function ask(met: ErrorContext): Diagnosis {
  const [slot = '', address = ''] = met.gaps
  const target = portIn(address)
  const fact = message('explain.ask', {slot, target, node: portHere(met)})
  return met.following
    ? {fact}
    : {fact, next: message('explain.ask.next', {target, line: sentTo(met, target)})}
}

/** `127.0.0.1:6381`; a node that does not know its own address leaves the host out. */
function portIn(address: string): number {
  return Number(/:(\d+)$/.exec(address)?.[1])
}

function tryAgain(met: ErrorContext): Diagnosis {
  const slot = keySlots(met)[0]?.slot ?? '-'
  return {
    fact: message('explain.tryagain', {slot, node: portHere(met)}),
    next: message('explain.tryagain.next'),
  }
}

function crossSlot(met: ErrorContext): Diagnosis {
  const keys = keySlots(met)
  const [one] = keys
  const other = keys.find(({slot}) => slot !== one?.slot)
  const next = message('explain.crossslot.next', {example: `{shop}:${one?.key ?? 'key'}`})
  if (!one || !other) return {fact: message('explain.crossslot'), next}
  const values = {one: one.key, oneSlot: one.slot, other: other.key, otherSlot: other.slot}
  return {fact: message('explain.crossslot.keys', values), next}
}

function unserved(met: ErrorContext): Diagnosis {
  const slot = keySlots(met)[0]?.slot
  const assigned = clusterFigure(met, 'cluster_slots_assigned')
  const next = 'CLUSTER ADDSLOTSRANGE FIRST LAST'
  if (slot === undefined || assigned === undefined) return {fact: message('explain.unserved'), next}
  // It has found an owner meanwhile.
  if (ownerOf(met, slot) !== undefined) return {fact: message('explain.unserved')}
  return {fact: message('explain.unserved.count', {slot, assigned, node: portHere(met)}), next}
}

function down(met: ErrorContext): Diagnosis {
  const node = portHere(met)
  const figure = (field: string) => clusterFigure(met, `cluster_slots_${field}`) ?? 0
  const assigned = clusterFigure(met, 'cluster_slots_assigned') ?? slotCount
  if (assigned < slotCount)
    return {fact: message('explain.down.unassigned', {node, assigned}), next: message('explain.down.assign')}
  const failed = failedMasters(met)
  if (failed.length > 0)
    return {
      fact: message('explain.down.failed', {node, down: failed.join(', '), slots: figure('fail')}),
      ...wayOut(met, failed),
    }
  const away = figure('pfail')
  if (away > 0)
    return {
      fact: message('explain.down.minority', {node, slots: away}),
      ...startOf(met, suspectedMasters(met)),
    }
  return {fact: message('explain.down.joining', {node}), next: message('explain.down.soon')}
}

/** The ports of those with slots whom the node that was asked holds for failed. */
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
  return elects ? {next: message('explain.down.election')} : startOf(met, failed)
}

function startOf(met: ErrorContext, ports: readonly number[]): Pick<Diagnosis, 'next'> {
  const [stopped] = ports.filter(port => isDownAt(met, port))
  return stopped === undefined ? {} : {next: `/start ${stopped}`}
}

function oneDatabase(): Diagnosis {
  return {fact: message('explain.oneDatabase')}
}

function foreignKey(met: ErrorContext): Diagnosis {
  return {fact: message('explain.script', {node: portHere(met)})}
}
