// What changed on the nodes, as sentences for who does not see the panel: roles, slots, links, who suspects whom, nodes that go and come back. Pure.

import {failureViews, suspicions} from '../model/cluster/failure-view.ts'
import {linkIsUp, masterPortOf, type Reading, type Snapshot} from '../model/cluster/snapshot.ts'
import {whatChanged} from '../model/cluster/what-changed.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {type Language, type Message, message, translate} from '../model/text/messages.ts'

/** Nothing while the lab sets up a step: that is not what the learner did, nor what happened to him. */
export function narrateNodes(before: LabState, now: LabState, language: Language): readonly string[] {
  const [was, is] = [before.snapshot, now.snapshot]
  if (!was || !is || was.nodes === is.nodes || was.stage !== is.stage) return []
  if ([before, now].some(({play}) => play?.phase === 'preparing')) return []
  return changesBetween(was, is).map(one => translate(language, one))
}

function changesBetween(was: Snapshot, is: Snapshot): readonly Message[] {
  // Of each key that is written a listener would hear too much.
  const happened = whatChanged(was, is).filter(one => one.key !== 'what-changed.keys')
  const ended = is.nodes.flatMap((reading, i) => endOf(was.nodes[i], reading))
  const links = is.nodes.flatMap((reading, i) => linkChange(was.nodes[i], reading))
  return [...suspicionChanges(was, is), ...happened, ...ended, ...links]
}

/** Why a node did not answer may be known only later. */
function endOf(was: Reading | undefined, now: Reading): readonly Message[] {
  if (was?.is !== 'silent' || now.is !== 'silent' || was.because === now.because) return []
  const known = now.because === 'notRunning' || now.because === 'paused'
  return known ? [message(`what-changed.${now.because}`, {node: now.port})] : []
}

function linkChange(was: Reading | undefined, now: Reading): readonly Message[] {
  const master = now.is === 'answered' ? masterPortOf(now) : undefined
  if (now.is !== 'answered' || master === undefined) return []
  const wasUp = was?.is === 'answered' && masterPortOf(was) === master && linkIsUp(was)
  if (wasUp === linkIsUp(now)) return []
  return [message(wasUp ? 'effects.linkDown' : 'what-changed.linkUp', {node: now.port, master})]
}

/** A suspicion is one node's, and each who comes to have it is named; a failure is the majority's word. */
function suspicionChanges(was: Snapshot, is: Snapshot): readonly Message[] {
  const [before, now] = [suspicions(was), suspicions(is)]
  return is.nodes.flatMap(({port}): readonly Message[] => {
    const others = suspectersOf(port, is).filter(one => !markersOf(port, was).includes(one))
    const suspected =
      others.length > 0 ? [message('timeline.suspected', {node: port, others: others.join(' ')})] : []
    const [then, sum] = [before, now].map(all => all.find(one => one.port === port))
    if (then && !sum) return [message('what-changed.cleared', {node: port})]
    if (!sum?.failed || then?.failed) return suspected
    return [...suspected, message('opinions.failed', {port, masters: sum.masters, needed: sum.needed})]
  })
}

/** The nodes that say `fail?` of the one on `port`. */
function suspectersOf(port: number, snapshot: Snapshot): readonly number[] {
  return sayingOf(port, snapshot, ['fail?'])
}

/** Those that say `fail?` or `fail`. */
function markersOf(port: number, snapshot: Snapshot): readonly number[] {
  return sayingOf(port, snapshot, ['fail?', 'fail'])
}

function sayingOf(port: number, snapshot: Snapshot, words: readonly string[]): readonly number[] {
  const i = snapshot.nodes.findIndex(node => node.port === port)
  return failureViews(snapshot)
    .filter(({says}) => words.includes(says?.[i] ?? ''))
    .map(view => view.port)
}
