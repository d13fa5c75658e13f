// Queries on the transcript: outcomes, the last key, the last redirect.

import {slotOf} from '../cluster/hash-slot.ts'
import type {NodeName, Roster} from '../cluster/node.ts'
import {type Redirect, redirectOf} from '../cluster/redirect.ts'
import {commandOf, type Outcome} from '../commands/action.ts'
import {keysOf} from '../commands/command-table.ts'
import type {Bytes} from '../protocol/bytes.ts'
import type {Entry, LabState} from './lab-state.ts'

/** The first key of the learner's last command with a key, and its slot. */
export function lastKeyOf(state: LabState): Readonly<{key: Bytes; slot: number}> | undefined {
  for (const entry of ofThisStage(state)) {
    const [key] = outcomesOf(entry).flatMap(({action}) => keysOf(state.commandTable, action))
    if (key !== undefined) return {key, slot: slotOf(key)}
  }
  return undefined
}

/** The way of a command with a key: the node that it was sent to, the redirects that were followed, and the last one if it was not. */
export type RedirectPath = Readonly<{
  from: Entry['node']
  followed: readonly Redirect[]
  shown?: Redirect
}>

/** The redirects of the learner's last command with a key; undefined if there were none. */
export function lastRedirectOf(state: LabState): RedirectPath | undefined {
  for (const entry of ofThisStage(state)) {
    const outcomes = outcomesOf(entry)
    const path = pathOf(entry, outcomes)
    if (path) return path
    if (outcomes.some(({action}) => keysOf(state.commandTable, action).length > 0)) return undefined
  }
  return undefined
}

function pathOf(entry: Entry, outcomes: readonly Outcome[]): RedirectPath | undefined {
  const hops = entry.parts.flatMap(part => ('redirected' in part ? [part] : []))
  const bare = outcomes.findLast(outcome => outcome.is === 'replied' && redirectOf(outcome.reply))
  const shown = bare?.is === 'replied' ? redirectOf(bare.reply) : undefined
  const [first] = hops
  if (!first && !shown) return undefined
  const from = first ? first.from : bare?.action.node
  return {
    from: from ?? entry.node,
    followed: hops.map(({redirected}) => redirected),
    ...(shown && {shown}),
  }
}

/** The learner's entries on the nodes of this stage, the newest first. */
function ofThisStage({entries, lastBefore = -1}: LabState): readonly Entry[] {
  return entries.filter(({by, id}) => by !== 'lab' && id > lastBefore).toReversed()
}

/** The parts as shown: in a line to several nodes the replies are in the order of the nodes, whichever came first. */
export function shownParts({parts, several}: Entry, roster: Roster): Entry['parts'] {
  if (!several) return parts
  const order = new Map(roster.map(({name}, i) => [name, i]))
  const replies = parts
    .filter(part => 'outcome' in part)
    .toSorted((a, b) => (order.get(a.outcome.action.node) ?? 0) - (order.get(b.outcome.action.node) ?? 0))
  let next = 0
  return parts.map(part => ('outcome' in part ? (replies[next++] ?? part) : part))
}

export function outcomesOf({parts}: Entry): readonly Outcome[] {
  return parts.flatMap(part => ('outcome' in part ? [part.outcome] : []))
}

/** ms for which `node` still holds commands, by the last CLIENT PAUSE or UNPAUSE that it confirmed; 0 if it does not. */
export function clientPauseLeft(outcomes: readonly Outcome[], node: NodeName, now: number): number {
  const last = outcomes.findLast(({action, is}) => {
    const [first, second = ''] = commandOf(action)
    return is === 'replied' && action.node === node && first === 'CLIENT' && /^(UN)?PAUSE$/.test(second)
  })
  const [, second, ms] = last ? commandOf(last.action) : []
  return last && second === 'PAUSE' ? Math.max(0, last.at + last.ms + Number(ms) - now) || 0 : 0
}
