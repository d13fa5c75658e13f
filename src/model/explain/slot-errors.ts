// Explanations of slot errors: redirects, commands across several slots, a cluster that is down.

import {announcedNode, claimants, mostNamed, namedOwner} from '../cluster/claims.ts'
import {portOfLine} from '../cluster/cluster-view.ts'
import {foreignPorts} from '../cluster/failure-view.ts'
import {slotCount} from '../cluster/hash-slot.ts'
import {isCutBetween} from '../cluster/links.ts'
import {nodeAt, portOf} from '../cluster/node.ts'
import {slotMapOf} from '../cluster/slot-map.ts'
import {ownLine} from '../cluster/snapshot.ts'
import {strandedKeys} from '../cluster/stranded-keys.ts'
import {onlyReads} from '../commands/command-table.ts'
import {listed} from '../text/listed.ts'
import {type Message, message} from '../text/messages.ts'
import {sanitize} from '../text/sanitize.ts'
import {
  clusterFigure,
  type Diagnosis,
  type ErrorContext,
  type Explanation,
  isDownAt,
  isPausedAt,
  keySlots,
  masterHere,
  nextAt,
  ownerOf,
  portHere,
  readingAt,
  readingHere,
  sentTo,
} from './context.ts'
import {isOkNow} from './no-longer.ts'
import {backLine, isUnserved, wayBack} from './way-back.ts'

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
    noLonger: isOkNow,
    long: 'slot-errors.down.reads.long',
  },
  {begins: 'CLUSTERDOWN The cluster is down', here: down, noLonger: isOkNow, long: 'slot-errors.down.long'},
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
  {begins: 'ERR Attempted to access a non local key', here: foreignKey, long: 'slot-errors.script.long'},
  {
    begins: "ERR Command '…' in script attempted to access keys that don't hash to the same slot",
    here: foreignKey,
    long: 'slot-errors.script.long',
  },
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
  const since = ownerSince(context, Number(slot), owner)
  if (since !== undefined)
    return {
      fact: message('slot-errors.moved.since', {...values, other: since}),
      ...nextAt(context, since),
    }
  const announcing = nodeAt(owner, context.roster) ? undefined : announcedPort(context, Number(slot), owner)
  if (announcing !== undefined)
    return {
      fact: message('slot-errors.moved.announced', {
        ...values,
        owner: announcing,
        address: sanitize(address),
      }),
      ...(!context.following && nextAt(context, announcing)),
    }
  if (!nodeAt(owner, context.roster)) return outside(context, values)
  if (isDownAt(context, owner))
    return {fact: message('slot-errors.moved.down', values), next: wayBack(context, owner)}
  if (isPausedAt(context, owner))
    return {fact: message('slot-errors.moved.paused', values), next: wayBack(context, owner)}
  const opened = openSlot(context, Number(slot), owner)
  if (opened) return opened
  const disputed = dispute(context, Number(slot), owner)
  if (disputed) return disputed
  const fact = message(
    masterHere(context) === owner ? 'slot-errors.moved.replica' : 'slot-errors.moved',
    values,
  )
  // Cluster mode: the lab already said why it did not follow the redirect.
  return context.following
    ? {fact}
    : {fact, next: message('slot-errors.moved.next', {line: sentTo(context, owner)})}
}

function announcedPort({action, now, roster}: ErrorContext, slot: number, port: number): number | undefined {
  const node = announcedNode({is: 'MOVED', slot, host: '', port}, action.node, now)
  return node && portOf(node, roster)
}

/** Of an old error: the node that alone serves the slot now, if it is another one and the node that replied knows it by now. */
function ownerSince(context: ErrorContext, slot: number, owner: number): number | undefined {
  const {now, isPast} = context
  const here = readingHere(context)
  if (here && namedOwner(here, slot)?.port === owner) return undefined
  const [claim, ...others] = now && isPast ? claimants(now, slot) : []
  return claim && others.length === 0 && claim.port !== owner ? claim.port : undefined
}

/** Of an old error: whether the slot is not open any more at the node that replied. */
function isClosedNow(context: ErrorContext, slot: number): boolean {
  const here = readingHere(context)
  const opened = here && ownLine(here)?.moving.some(bracket => bracket.startsWith(`[${slot}-`))
  return context.isPast && opened === false
}

/** A node that joined the cluster and is not the lab's: the lab only reads there. */
function outside(context: ErrorContext, values: Readonly<{slot: string; owner: number}>): Diagnosis {
  const fact = message('slot-errors.moved.outside', values)
  const isNear = foreignPorts(context.now).includes(values.owner)
  return isNear && onlyReads(context.commandTable, context.action)
    ? {fact, next: sentTo(context, values.owner)}
    : {fact, next: message('slot-errors.moved.outside.next', values)}
}

/** The case that the slot is on its way to the node that returned MOVED, which serves it only right after ASKING. */
function openSlot(context: ErrorContext, slot: number, owner: number): Diagnosis | undefined {
  const {now, action} = context
  const here = readingHere(context)
  const there = readingAt(context, owner)
  if (!now || !here || there?.is !== 'answered') return undefined
  const node = portHere(context)
  const values = {slot, owner, node, line: sentTo(context, owner), there: sentTo(context, node)}
  if (ownLine(here)?.moving.some(bracket => bracket.startsWith(`[${slot}-<-`)))
    return {
      fact: message('slot-errors.moved.importing', values),
      ...(!context.following && {next: message('slot-errors.moved.importing.next', values)}),
    }
  const moves = slotMapOf(now, action.node)?.moving ?? []
  if (!moves.some(move => move.slot === slot && move.from === owner && move.to === node)) return undefined
  return {
    fact: message('slot-errors.moved.halfOpen', values),
    next: `@${node} CLUSTER SETSLOT ${slot} IMPORTING ${ownLine(there)?.id ?? ''}`,
  }
}

/**
 * The case that the named owner does not serve the slot either, or that another node claims it too. Undefined if all is well, or if the node's
 * last reading does not name this owner: then the readings are older than the error.
 */
function dispute(context: ErrorContext, slot: number, owner: number): Diagnosis | undefined {
  const {now} = context
  const here = readingHere(context)
  if (!now || !here || namedOwner(here, slot)?.port !== owner) return undefined
  const node = portHere(context)
  const there = readingAt(context, owner)
  if (there?.is !== 'answered') return undefined
  const claims = claimants(now, slot).map(({port}) => port)
  const [other] = claims.filter(port => port !== owner)
  const values = {slot, owner, node, other: other ?? '-'}
  if (claims.includes(owner))
    return other === undefined
      ? undefined
      : {fact: message('slot-errors.moved.both', values), next: 'CLUSTER NODES'}
  if (other !== undefined)
    return {fact: message('slot-errors.moved.late', values), next: sentTo(context, other)}
  const named = namedOwner(there, slot)?.port
  if (named === undefined)
    return {fact: message('slot-errors.moved.disowned', values), next: `@${owner} CLUSTER ADDSLOTS ${slot}`}
  const fact =
    named === node
      ? message('slot-errors.moved.mutual', values)
      : message('slot-errors.moved.circle', {...values, other: named})
  const keeper = mostNamed(now, slot)
  return {fact, ...(keeper && {next: `@${keeper.port} CLUSTER SETSLOT ${slot} NODE ${keeper.id}`})}
}

function ask(context: ErrorContext): Diagnosis {
  const [slot = '', address = ''] = context.gaps
  const target = portIn(address)
  if (isClosedNow(context, Number(slot))) return closed(context, Number(slot))
  const fact = message('slot-errors.ask', {slot, target, node: portHere(context)})
  return context.following
    ? {fact}
    : {fact, next: message('slot-errors.ask.next', {target, line: sentTo(context, target)})}
}

function closed(context: ErrorContext, slot: number): Diagnosis {
  const owner = ownerOf(context, slot)
  const fact = message('slot-errors.ask.over', {slot, node: portHere(context), owner: owner ?? '-'})
  return {fact, ...nextAt(context, owner)}
}

/** The port in `127.0.0.1:6381`; the host is empty if the node does not know its own address. */
function portIn(address: string): number {
  return Number(/:(\d+)$/.exec(address)?.[1])
}

function tryAgain(context: ErrorContext): Diagnosis {
  const slot = keySlots(context)[0]?.slot
  if (slot !== undefined && isClosedNow(context, slot)) return closed(context, slot)
  return {
    fact: message('slot-errors.tryagain', {slot: slot ?? '-', node: portHere(context)}),
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
  const next = assignment(context, slot, assigned)
  if (slot === undefined || assigned === undefined) return {fact: message('slot-errors.unserved'), next}
  const owner = ownerOf(context, slot)
  if (owner !== undefined)
    return {
      fact: message('slot-errors.unserved.elsewhere', {slot, owner, node: portHere(context)}),
      ...nextAt(context, owner),
    }
  return {fact: message('slot-errors.unserved.count', {slot, assigned, node: portHere(context)}), next}
}

/** Where many slots are free, a cluster is still being built; else the slot goes where its keys are. */
function assignment(context: ErrorContext, slot: number | undefined, assigned = 0): string {
  const {now} = context
  if (!now || slot === undefined || assigned < slotCount / 2) return 'CLUSTER ADDSLOTSRANGE FIRST LAST'
  const keeper = strandedKeys(now).find(one => one.slot === slot)?.port
  return `@${keeper ?? masterHere(context) ?? portHere(context)} CLUSTER ADDSLOTS ${slot}`
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
  const failed = flaggedMasters(context, 'fail')
  if (failed.length > 0) {
    const down = listed(failed.map(({port}) => port))
    return {
      fact: message('slot-errors.down.failed', {node, down, slots: figure('fail')}),
      next: wayOut(context, failed),
    }
  }
  const away = figure('pfail')
  if (away > 0)
    return {
      fact: message('slot-errors.down.minority', {node, slots: away}),
      ...reunion(context),
    }
  return {fact: message('slot-errors.down.joining', {node}), next: message('slot-errors.down.soon')}
}

/** `isServed`: a node that the one that replied can reach serves its slots by now. */
type Flagged = Readonly<{port: number; isServed: boolean}>

/** The masters with slots that the node that replied marks so. */
function flaggedMasters(context: ErrorContext, flag: 'fail' | 'fail?'): readonly Flagged[] {
  const {now, action} = context
  const lines = readingHere(context)?.cluster?.nodes ?? []
  const flagged = lines.filter(({flags, slots}) => flags.includes(flag) && slots.length > 0)
  return now
    ? flagged.map(line => ({port: portOfLine(line, now), isServed: !isUnserved(line, action.node, now)}))
    : []
}

/** An election is promised only if each failed master has a replica that can win one; else the first obstacle and the line that removes it. */
function wayOut(context: ErrorContext, failed: readonly Flagged[]): Message | string {
  const unserved = failed.filter(({isServed}) => !isServed)
  if (unserved.length === 0) return message('slot-errors.down.soon')
  const ways = unserved.map(({port}) => ({port, way: wayBack(context, port)}))
  const stuck = ways.find(({way}) => !isElection(way))
  if (!stuck) return message('slot-errors.down.election')
  return isCutOff(context, stuck.port) ? message('slot-errors.down.cut', {node: stuck.port}) : stuck.way
}

function isElection(way: Message | string): boolean {
  return typeof way !== 'string' && way.key === 'slot-errors.moved.wait'
}

/** What brings a node back to the majority. */
function reunion(context: ErrorContext): Pick<Diagnosis, 'next'> {
  const ports = flaggedMasters(context, 'fail?').map(({port}) => port)
  const away = ports.find(port => isDownAt(context, port) || isPausedAt(context, port))
  if (away !== undefined) return {next: backLine(context, away)}
  const isCut = ports.some(port => isCutOff(context, port))
  return isCut ? {next: message('slot-errors.down.cut', {node: portHere(context)})} : {}
}

/** Whether the master on `port` runs, but its link to the node that replied is cut. */
function isCutOff(context: ErrorContext, port: number): boolean {
  const reading = readingAt(context, port)
  return (
    reading?.is === 'answered' && isCutBetween(context.now?.links ?? [], context.action.node, reading.name)
  )
}

function oneDatabase(): Diagnosis {
  return {fact: message('slot-errors.oneDatabase')}
}

function foreignKey(context: ErrorContext): Diagnosis {
  return {fact: message('slot-errors.script', {node: portHere(context)})}
}
