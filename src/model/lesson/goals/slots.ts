// Goals and signs of the slots lesson beyond cluster.ts: keys in a slot, finished migrations, and its typical mistakes.

import {opinionOf} from '../../cluster/cluster-view.ts'
import {hasSlot, slotOf} from '../../cluster/hash-slot.ts'
import type {NodeName} from '../../cluster/node.ts'
import {type Redirect, redirectOf, targetOf} from '../../cluster/redirect.ts'
import {
  type Answered,
  answeredOf,
  ownerOfSlot,
  ownLine,
  type Snapshot,
  slotsOf,
} from '../../cluster/snapshot.ts'
import {commandOf, errorOf, type Outcome} from '../../commands/action.ts'
import {bytesOf, textOf} from '../../protocol/bytes.ts'
import {message} from '../../text/messages.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {lost, met, notYet} from '../verdict.ts'
import {
  aboutNode,
  answeredIn,
  answering,
  counterGrowth,
  everyAnswering,
  keptGrowth,
  nodeOf,
  portIn,
} from './about-node.ts'
import type {Sign} from './signs.ts'

/** The owner of the key's slot has at least `least` keys more in it than at the start. The step must list the key in `countKeys`. */
export function slotGrew(key: string, least: number): Goal {
  const slot = slotOf(bytesOf(key))
  return evidence => {
    const owner = ownerOfSlot(evidence.now, slot)
    if (!owner) return notYet(message('goals.noOwner', {slot}))
    const actual = Math.max(
      0,
      keptGrowth(evidence, owner, reading => heldIn(reading, slot)),
    )
    return actual >= least ? met : notYet(message('goals.slotGrew', {...nodeOf(owner), slot, actual, least}))
  }
}

/**
 * The slot of `key` was asked for with CLUSTER KEYSLOT, on any node. What another terminal asked for is unknown: its call counts.
 */
export function slotAsked(key: string): Goal {
  const isAsk = ({action}: Outcome) => commandOf(action).slice(0, 2).join(' ') === 'CLUSTER KEYSLOT'
  return evidence => {
    const asked = evidence.outcomes.filter(isAsk)
    const called = answering(evidence.now).reduce(
      (sum, reading) => sum + counterGrowth(evidence, reading, ({calls}) => calls['cluster|keyslot'] ?? 0),
      0,
    )
    const about = asked.some(({action}) => commandOf(action)[2] === key.toUpperCase())
    return about || called > asked.length ? met : notYet(message('goals.slotNotAsked', {key}))
  }
}

/** `node` has a key in the key's slot, whichever node owns the slot. The step must list the key in `countKeys`. */
export function holdsKeyOf(key: string, node: NodeName): Goal {
  const slot = slotOf(bytesOf(key))
  return evidence =>
    aboutNode(evidence, node, reading =>
      heldIn(reading, slot) > 0 ? met : notYet(message('goals.holdsNone', {...nodeOf(reading), slot})),
    )
}

/**
 * `to` has all keys that `from` and `to` had in the slot at the start, and `from` has none. The step must list the key in `countKeys`.
 * Lost if the slot was assigned too early: a node that learns that it lost a slot deletes its remaining keys (seen on 7.0.15).
 */
export function slotKeysMoved(key: string, from: NodeName, to: NodeName): Goal {
  const slot = slotOf(bytesOf(key))
  const total = ({start}: Evidence) => keysAt(start, from, slot) + keysAt(start, to, slot)
  return evidence =>
    aboutNode(evidence, from, source =>
      aboutNode(evidence, to, target => {
        const [left, actual, wanted] = [heldIn(source, slot), heldIn(target, slot), total(evidence)]
        if (left === 0 && actual >= wanted) return met
        const values = {slot, from: source.port, to: target.port, left, actual, wanted}
        // Both must confirm it: they were polled one after the other, so a key in transit may be seen on neither.
        const given = serves(target, slot) && !serves(source, slot)
        return given && left === 0
          ? lost(message('goals.slotKeysGone', values))
          : notYet(message('goals.slotKeysMoved', values))
      }),
    )
}

/** No node that answers reports a migration of the key's slot any more. */
export function slotClosed(key: string): Goal {
  const slot = slotOf(bytesOf(key))
  return evidence =>
    everyAnswering(evidence, reading => {
      const actual = bracketOf(reading, slot)
      return actual ? notYet(message('goals.slotOpen', {...nodeOf(reading), slot, actual})) : met
    })
}

/** Commands that store several keys at once. */
const together = ['mset', 'msetnx', 'exec', 'eval', 'evalsha', 'fcall']

/** Two keys of the slot were stored in one command, as far as the calls of its owner show; the step must list the key in `countKeys`. */
export function storedTogether(key: string): Goal {
  const slot = slotOf(bytesOf(key))
  const grown = slotGrew(key, 2)
  return evidence => {
    const verdict = grown(evidence)
    const owner = ownerOfSlot(evidence.now, slot)
    if (verdict.is !== 'met' || !owner) return verdict
    const calls = ({calls}: Answered) => together.reduce((sum, name) => sum + (calls[name] ?? 0), 0)
    const failed = evidence.outcomes.filter(
      one =>
        one.action.node === owner.name &&
        failedAsCall(errorOf(one)) &&
        together.includes((commandOf(one.action)[0] ?? '').toLowerCase()),
    )
    return counterGrowth(evidence, owner, calls) > failed.length
      ? met
      : notYet(message('goals.oneByOne', nodeOf(owner)))
  }
}

/** True for an error of a command that ran: Redis counts one that it refused before in rejected_calls, not in calls. */
function failedAsCall(error: string | undefined): boolean {
  return error !== undefined && !/^(CROSSSLOT|MOVED|ASK|TRYAGAIN|CLUSTERDOWN) /.test(error)
}

/** `node` reports that it serves the key's slot. */
export function servesSlotOf(key: string, node: NodeName): Sign {
  return ({now}) => {
    const reading = answeredIn(now, node)
    return reading !== undefined && serves(reading, slotOf(bytesOf(key)))
  }
}

/** `node` reports that the key's slot is being migrated, but from or to a node other than `other`. */
export function movesElsewhere(key: string, node: NodeName, other: NodeName): Sign {
  return ({now}) => {
    const reading = answeredIn(now, node)
    const bracket = reading && bracketOf(reading, slotOf(bytesOf(key)))
    return bracket !== undefined && !bracket.includes(idOf(now, other))
  }
}

/**
 * `node` redirected one of the learner's commands about the key's slot to `target`: before a slot is handed over a node names another target than after.
 */
export function wasRedirected(kind: Redirect['is'], node: NodeName, target: NodeName, key: string): Sign {
  const slot = slotOf(bytesOf(key))
  return ({outcomes, now}) =>
    outcomes.some(outcome => {
      if (outcome.action.node !== node || outcome.is !== 'replied') return false
      const redirect = redirectOf(outcome.reply)
      return redirect?.is === kind && redirect.slot === slot && targetOf(redirect, now.roster) === target
    })
}

/** A word of the last command, in upper case, contains `text`. */
export function lastCommandHas(text: string): Sign {
  return ({outcomes}) => commandOfLast(outcomes).some(word => word.includes(text))
}

/** The last command ends with the id of `node`. */
export function lastCommandNames(node: NodeName): Sign {
  return ({outcomes, now}) => commandOfLast(outcomes).at(-1) === idOf(now, node).toUpperCase()
}

/** The last `times` commands went to `node` and each returned an error that begins with this text. */
export function answeredInARow(beginning: string, node: NodeName, times: number): Sign {
  return ({outcomes}) => {
    const last = outcomes.slice(-times)
    return (
      last.length === times &&
      last.every(one => one.action.node === node && (errorOf(one) ?? '').startsWith(beginning))
    )
  }
}

/** A command that begins with these words, in upper case, was sent to `node` in this step. */
export function wasSent(words: string, node: NodeName): Sign {
  return ({outcomes}) =>
    outcomes.some(
      ({action}) => action.node === node && `${commandOf(action).join(' ')} `.startsWith(`${words} `),
    )
}

/** The last command returned this text (`NOKEY`) from `node`, and no error. */
export function lastSaid(text: string, node: NodeName): Sign {
  return ({outcomes}) => {
    const last = outcomes.at(-1)
    if (last?.is !== 'replied' || last.action.node !== node) return false
    return 'text' in last.reply && textOf(last.reply.text) === text
  }
}

function commandOfLast(outcomes: readonly Outcome[]): readonly string[] {
  const last = outcomes.at(-1)
  return last ? commandOf(last.action) : []
}

function keysAt(snapshot: Snapshot, node: NodeName, slot: number): number {
  const reading = answeredOf(snapshot, node)
  return reading ? heldIn(reading, slot) : 0
}

function heldIn(reading: Answered, slot: number): number {
  return reading.slotKeys[slot] ?? 0
}

function serves(reading: Answered, slot: number): boolean {
  return hasSlot(slotsOf(reading), slot)
}

/** Bracket in the node's own line: `[3443->-id]` or `[3443-<-id]`. */
function bracketOf(reading: Answered, slot: number): string | undefined {
  return ownLine(reading)?.moving.find(one => one.startsWith(`[${slot}-`))
}

function idOf(snapshot: Snapshot, node: NodeName): string {
  const port = portIn(snapshot, node)
  return answering(snapshot).flatMap(reading => opinionOf(reading, port)?.id ?? [])[0] ?? ''
}
