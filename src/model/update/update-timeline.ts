// The timeline's update after each event: from actions, from the nodes' logs, and from pairs of snapshots. Its words are in
// src/model/timeline/describe.ts.

import {slotsServedBy} from '../cluster/cluster-view.ts'
import {groupText, linkGroups} from '../cluster/link-groups.ts'
import {type FaultyLink, faultOf, type Links} from '../cluster/links.ts'
import {type NodeName, nodeAt, type Roster} from '../cluster/node.ts'
import {valuesOf} from '../cluster/obstacle.ts'
import type {Snapshot} from '../cluster/snapshot.ts'
import type {Outcome} from '../commands/action.ts'
import {isMasterAway, linkCauses} from '../explain/link-cause.ts'
import {stays} from '../explain/way-back.ts'
import type {HeldUp, LabEvent, LabState} from '../state/lab-state.ts'
import {equalJson} from '../text/objects.ts'
import {downKinds, type EventKind, type TimelineEntry, withEntry} from '../timeline/entry.ts'
import {withLogLines} from '../timeline/from-log.ts'
import {withSnapshot} from '../timeline/from-snapshots.ts'

const eventKinds: Readonly<Record<Exclude<Outcome['action']['do'], 'command'>, EventKind>> = {
  kill: 'killed',
  stop: 'stopped',
  start: 'started',
  pause: 'paused',
  resume: 'resumed',
}

/** Adds to `now` what `event` contributes to the timeline; `before` is the state before the event. */
export function withTimeline(before: LabState, now: LabState, event: LabEvent): LabState {
  const timeline = timelineAfter(before, now, event)
  return timeline === now.timeline ? now : {...now, timeline}
}

function timelineAfter(before: LabState, now: LabState, event: LabEvent): readonly TimelineEntry[] {
  const {timeline, snapshot} = now
  switch (event.on) {
    // The next stage has other nodes, so their timeline begins empty.
    case 'starting':
      return []
    case 'polled':
      return before.snapshot && snapshot
        ? withLinkCauses(withStays(withSnapshot(timeline, before.snapshot, snapshot), now), now)
        : timeline
    case 'heldUp':
      return withHoldUp(timeline, event, now)
    case 'linked':
      return withLinks(timeline, before.links ?? [], event, now.roster)
    case 'logged':
      return withLogLines(timeline, {...event, earlier: linesOf(event.node, before)}, snapshot)
    case 'ended':
      return withOutcome(timeline, event.outcome, snapshot)
    default:
      return timeline
  }
}

/** Once for each obstacle; of one that only its log tells, the log has a row already. */
function withStays(timeline: readonly TimelineEntry[], now: LabState): readonly TimelineEntry[] {
  const {snapshot, roster} = now
  if (!snapshot) return timeline
  return stays(now).reduce((all, {owner, because}) => {
    const node = nodeAt(owner, roster)
    const last = all.findLast(({kind, ...one}) => one.node === node && (kind === 'stays' || isDown(kind)))
    const isTold = last?.values['is'] === because.is || because.is === 'tooOld'
    if (!node || isTold) return all
    return withEntry(all, {
      at: snapshot.at,
      kind: 'stays',
      node,
      values: {...valuesOf(because)},
      from: ['poll'],
    })
  }, timeline)
}

/** Once for each loss of a link and each change of the master. */
function withLinkCauses(timeline: readonly TimelineEntry[], now: LabState): readonly TimelineEntry[] {
  const {snapshot, roster} = now
  if (!snapshot) return timeline
  const told: readonly EventKind[] = ['linkCause', 'linkLost', 'follows', 'started']
  return linkCauses(now).reduce((all, {node: port, master, because}) => {
    const node = nodeAt(port, roster)
    const last = all.findLast(({kind, ...one}) => one.node === node && told.includes(kind))
    const isTold = last?.kind === 'linkCause' && last.values['because'] === because.key
    if (!node || isTold || isMasterAway(because)) return all
    const values = {...(because.values as TimelineEntry['values']), master, because: because.key}
    return withEntry(all, {at: snapshot.at, kind: 'linkCause', node, values, from: ['poll']})
  }, timeline)
}

function isDown(kind: EventKind): boolean {
  return (downKinds as readonly EventKind[]).includes(kind)
}

/** The lab has no place among the nodes; the entry takes that of the first. */
function withHoldUp(
  timeline: readonly TimelineEntry[],
  {at, ms}: HeldUp,
  {roster: [first], snapshot}: LabState,
): readonly TimelineEntry[] {
  if (!first || !snapshot) return timeline
  return withEntry(timeline, {at, kind: 'heldUp', node: first.name, values: {ms}, from: ['lab']})
}

const linkKinds = {cut: 'linksCut', closed: 'linksClosed', slow: 'linksSlow'} as const

/** A row for what was done, and one for what was healed. */
function withLinks(
  timeline: readonly TimelineEntry[],
  before: Links,
  {links, at}: Extract<LabEvent, {on: 'linked'}>,
  roster: Roster,
): readonly TimelineEntry[] {
  const isNew = (link: FaultyLink) => !before.some(one => equalJson(one, link))
  const whole = before.filter(one => faultOf(links, one) === undefined)
  const rows = [
    ...linkGroups(links.filter(isNew), roster).map(group => ({group, kind: linkKinds[group.fault.is]})),
    ...linkGroups(whole, roster).map(group => ({group, kind: 'linksHealed' as const})),
  ]
  return rows.reduce((all, {group, kind}) => {
    const node =
      group.side.find(party => party !== 'client') ?? group.others.find(party => party !== 'client')
    const ms = group.fault.is === 'slow' ? {ms: group.fault.ms} : {}
    const values = {links: groupText(group, roster), ...ms}
    return node ? withEntry(all, {at, kind, node, values, from: ['lab']}) : all
  }, timeline)
}

function linesOf(node: NodeName, {logs}: LabState): readonly string[] {
  return logs.filter(line => line.node === node).map(({text}) => text)
}

/** Dates the event to when the action was requested: its consequences on other nodes are never earlier. */
function withOutcome(
  timeline: readonly TimelineEntry[],
  outcome: Outcome,
  snapshot: Snapshot | undefined,
): readonly TimelineEntry[] {
  const {action, at, is} = outcome
  if (is !== 'done' || action.do === 'command') return timeline
  const slots = slotsServedBy(action.node, snapshot)
  const isDown = action.do === 'kill' || action.do === 'stop' || action.do === 'pause'
  const values = isDown && slots !== '' ? {slots} : {}
  return withEntry(timeline, {at, kind: eventKinds[action.do], node: action.node, values, from: ['lab']})
}
