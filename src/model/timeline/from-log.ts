// Timeline entries from lines of a node's log. Ids and ports in a line are resolved with the last snapshot.

import {nodeNamed, nodeOfId, quorumAgainst, slotsServedBy, upstreamOf} from '../cluster/cluster-view.ts'
import {foreignPortOf} from '../cluster/failure-view.ts'
import {type NodeName, nodeAt} from '../cluster/node.ts'
import {sentinelOfId} from '../cluster/sentinel-opinions.ts'
import {answeredOf, type Snapshot, sentinelOf} from '../cluster/snapshot.ts'
import {type EventKind, type ManualTimeout, type TimelineEntry, withEntry} from './entry.ts'
import {type LogEvent, type LogEventName, type LogLine, parseLogLine} from './log-line.ts'

type Entries = readonly TimelineEntry[]

export type NewLines = Readonly<{
  node: NodeName
  lines: readonly string[]
  /** Lines of the same log before these, as far as they are kept. */
  earlier: readonly string[]
}>

/** Adds the events in new lines of a node's log. `now` is the last snapshot, if there is one. */
export function withLogLines(
  entries: Entries,
  {node, lines, earlier}: NewLines,
  now: Snapshot | undefined,
): Entries {
  return lines.reduce((all, text, i) => {
    const line = parseLogLine(text)
    if (!line?.event) return all
    const before = [...earlier, ...lines.slice(0, i)]
    return withEvent({line, event: line.event, node, entries: all, now, before})
  }, entries)
}

/** A recognized log line with the context needed to interpret it. */
type LoggedEvent = Readonly<{
  line: LogLine
  event: LogEvent
  node: NodeName
  entries: Entries
  now: Snapshot | undefined
  /** Lines of the same log before this one. */
  before: readonly string[]
}>

function withEvent(logged: LoggedEvent): Entries {
  const {line, event, node, entries} = logged
  if (event.what === 'rdbSize') return withSync(entries, node, {values: {bytes: event.bytes ?? 0}})
  if (event.what === 'rdbLoaded') return withSync(entries, node, {until: line.at})
  const draft = meanings[event.what]?.(logged)
  if (!draft) return entries
  const {otherPort, values = {}, ...entry} = draft
  return withEntry(entries, {
    at: line.at,
    from: [node],
    node,
    ...entry,
    values: otherPort === undefined ? values : {...values, otherPort},
  })
}

/** `otherPort` names the other side if it is not in the roster. */
type Other = Readonly<{other?: NodeName; otherPort?: number}>
type EntryDraft = Pick<TimelineEntry, 'kind'> & Partial<TimelineEntry> & Other
type Meaning = (logged: LoggedEvent) => EntryDraft | undefined

/** Log events that become entries. The others are covered better by another line. */
const meanings: Readonly<Partial<Record<LogEventName, Meaning>>> = {
  started: () => ({kind: 'started'}),
  stopped: () => ({kind: 'stopped'}),
  crashed: ({event, node, now}) => ({
    kind: 'exited',
    values: {...valuesOf(event, 'signal'), ...some('slots', slotsServedBy(node, now) || undefined)},
  }),
  // A promoted master also logs this, about the link it had as a replica.
  linkLost: logged => (logged.line.role === 'S' ? {kind: 'linkLost', ...master(logged)} : undefined),
  masterSilent: logged => ({kind: 'masterSilent', ...master(logged)}),
  replicaSilent: logged => ({kind: 'replicaSilent', ...other(logged)}),
  bufferFull: () => ({kind: 'bufferFull'}),
  suspected: logged =>
    about(logged, 'suspected', () => ({values: {votes: slotsServedBy(logged.node, logged.now) ? 1 : 0}})),
  failed: logged => about(logged, 'failed', node => some('by', quorumAgainst(node, logged.now))),
  failCleared: logged => about(logged, 'cleared'),
  state: ({event}) => ({kind: event.state === 'ok' ? 'stateOk' : 'stateFail'}),
  electionDelayed: ({event}) => ({kind: 'delayed', values: valuesOf(event, 'ms', 'rank', 'offset')}),
  attemptExpired: ({line}) => ({kind: 'stuck', values: {because: line.text.replace(/\.$/, '')}}),
  electionStarted: ({event}) => ({kind: 'election', values: valuesOf(event, 'epoch')}),
  electionReset: ({line}) => ({kind: 'stuck', values: {because: firstSentence(line.text)}}),
  // Every election logs this once before the last vote arrives.
  electionStuck: ({event}) =>
    event.because?.startsWith('Waiting for votes')
      ? undefined
      : {kind: 'stuck', values: valuesOf(event, 'because')},
  voted: logged => ({kind: 'voted', ...other(logged), values: valuesOf(logged.event, 'epoch')}),
  voteDenied: logged => ({kind: 'denied', ...other(logged), values: valuesOf(logged.event, 'because')}),
  won: logged => ({kind: 'won', ...master(logged), values: epochOf(logged)}),
  manualAccepted: logged => ({kind: 'manual', ...master(logged), values: {how: 'ask'}}),
  manualForced: logged => ({kind: 'manual', ...master(logged), values: {how: 'force'}}),
  masterForced: logged => ({kind: 'manual', ...master(logged), values: {how: 'force'}}),
  manualTimedOut: logged => {
    const because = whyTimedOut(logged)
    return {kind: 'manualTimedOut', ...(because !== 'released' && master(logged)), values: {because}}
  },
  tookOver: logged => ({kind: 'takeover', ...master(logged)}),
  epochTaken: ({event}) => ({kind: 'epoch', values: valuesOf(event, 'epoch')}),
  orphanAdopted: ({event, now}) => ({
    kind: 'follows',
    ...some('other', nodeOfId(event.about, now)),
    values: {how: 'orphan'},
  }),
  reconfigured: logged => ({kind: 'follows', ...other(logged)}),
  replicaOf: logged => ({kind: 'follows', ...other(logged), values: {how: 'ask'}}),
  masterMode: () => ({kind: 'promoted'}),
  fullSync: logged => ({
    kind: 'fullSync',
    ...master(logged),
    values: hadNoHistory(logged) ? {because: 'no history'} : {},
  }),
  partialSync: logged => ({kind: 'partialSync', ...master(logged)}),
  partialGiven(logged) {
    const {other: replica} = isAfterRdbChannel(logged) ? {} : other(logged)
    const values = valuesOf(logged.event, 'bytes')
    return replica && {kind: 'partialSync', node: replica, other: logged.node, values}
  },
  sdown: logged => watched(logged, 'sdown'),
  sdownCleared: logged => watched(logged, 'sdownCleared'),
  odown: logged => watched(logged, 'odown', valuesOf(logged.event, 'votes', 'quorum')),
  failoverAsked: ({node: other, now}) => {
    const port = now && sentinelOf(now, other)?.view.master?.port
    const node = port === undefined ? undefined : nodeAt(port, now?.roster ?? [])
    return node && {kind: 'failoverAsked', node, other}
  },
  failoverTried: logged => watched(logged, 'failoverTried'),
  leaderVoted: ({event, node: other, now}) => {
    const node = now && sentinelOfId(event.id, now)
    return node && {kind: 'leaderVoted', node, other, values: valuesOf(event, 'epoch')}
  },
  leaderElected: () => ({kind: 'leaderElected'}),
  replicaSelected: logged => watched(logged, 'replicaSelected'),
  promotionSeen: logged => watched(logged, 'promotionSeen'),
  masterSwitched: ({event, now}) => {
    const [node, other] = [event.port, event.oldPort].map(port => now && nodeAt(port ?? 0, now.roster))
    return node && {kind: 'masterSwitched', node, ...some('other', other)}
  },
  failoverGivenUp: logged => watched(logged, 'failoverGivenUp', valuesOf(logged.event, 'because')),
  demoted: logged => watched(logged, 'demoted'),
  sentToMaster: logged => watched(logged, 'sentToMaster'),
  tilt: () => ({kind: 'tilt'}),
  tiltOver: () => ({kind: 'tiltOver'}),
  migrationFailed: ({event}) => ({
    kind: 'moveFailed',
    values: {slots: event.slots ?? '', because: event.because ?? 'cancelled'},
  }),
  partialRefused: logged => ({
    kind: 'partialRefused',
    ...other(logged),
    values: valuesOf(logged.event, 'because'),
  }),
}

/** The sentence without the ids of nodes, which nobody knows by heart. */
function firstSentence(text: string): string {
  return text.replace(/\. .*$/, '').replace(/ from node [0-9a-f]{40}(?: \([^)]*\))?/, '')
}

/** Entry about the node, or the other Sentinel, whose address a Sentinel's line has. Nothing about one that is not the lab's. */
function watched(
  {event, node: other, now}: LoggedEvent,
  kind: EventKind,
  values: TimelineEntry['values'] = {},
): EntryDraft | undefined {
  const node = now && nodeAt(event.port ?? 0, now.roster)
  return node && {kind, node, other, values}
}

/** Entry about a third node that the line names. */
function about(
  {event, node: other, now}: LoggedEvent,
  kind: EventKind,
  more: (node: NodeName) => Partial<TimelineEntry> = () => ({}),
): EntryDraft | undefined {
  const node = nodeOfId(event.about, now)
  if (node) return {kind, node, other, ...more(node)}
  // Not one of the lab's: its port names it.
  const port = foreignPortOf(event.about, now)
  if (port === undefined) return undefined
  const {values, ...rest} = more(`${port}`)
  return {kind, node: `${port}`, other, ...rest, values: {...values, port}}
}

/** Node that the line names by id or port. */
function other({event: {id, port}, now}: LoggedEvent): Other {
  return port === undefined ? some('other', nodeOfId(id, now)) : nodeOn(port, now)
}

function nodeOn(port: number, now: Snapshot | undefined): Other {
  const node = now && nodeNamed(port, now)
  return node ? {other: node} : {otherPort: port}
}

/** Master of `node`, or the last one before its promotion: where the log says it connected to last, or else what was known before. */
function master({node, entries, now, before}: LoggedEvent): Other {
  const connected = before.findLast(text => /Connecting to (MASTER|PRIMARY)/i.test(text))
  const {port} = (connected && parseLogLine(connected)?.event) || {}
  if (port !== undefined) return nodeOn(port, now)
  const last = entries.findLast(
    ({kind, ...one}) => one.node === node && (kind === 'follows' || kind === 'slots'),
  )
  if (last?.other || !now) return some('other', last?.other)
  const reading = answeredOf(now, node)
  const upstream = reading && upstreamOf(reading, now)
  if (!upstream) return {}
  return upstream.node ? {other: upstream.node} : {otherPort: upstream.port}
}

/** What a manual failover was still waiting for. Its master only held its writes, and lets them go on. */
function whyTimedOut({line, before}: LoggedEvent): ManualTimeout {
  if (line.role === 'M') return 'released'
  const events = before.map(text => parseLogLine(text)?.event?.what)
  const asked = events.findLastIndex(what => what === 'manualAccepted' || what === 'manualForced')
  const since = events.slice(asked + 1)
  if (since.includes('manualReady') || events[asked] === 'manualForced') return 'votes'
  return since.includes('manualOffset') ? 'behind' : 'silent'
}

/** Whether the replica had no history from which it could have asked for a part. */
function hadNoHistory({before}: LoggedEvent): boolean {
  const asked = before.findLastIndex(text => /Connecting to (MASTER|PRIMARY)/i.test(text))
  return before.slice(asked + 1).some(text => parseLogLine(text)?.event?.what === 'noHistory')
}

/** Whether the master sends the RDB of a full synchronization over a second connection, while this one carries the stream. */
function isAfterRdbChannel({event, before}: LoggedEvent): boolean {
  const last = before
    .filter(text => / RDB end offset | accepted\. Sending /.test(text))
    .map(text => parseLogLine(text)?.event)
    .findLast(one => one?.port === event.port)
  return last?.what === 'rdbChannel'
}

/** Epoch of the election that `node` has just won. */
function epochOf({entries, node}: LoggedEvent): TimelineEntry['values'] {
  return entries.findLast(one => one.kind === 'election' && one.node === node)?.values ?? {}
}

/** Adds what is logged some lines after the transfer begins: the size of the RDB, and when it was loaded. */
function withSync(entries: Entries, node: NodeName, more: Partial<TimelineEntry>): Entries {
  const i = entries.findLastIndex(one => one.kind === 'fullSync' && one.node === node)
  const sync = entries[i]
  return sync ? entries.with(i, {...sync, ...more, values: {...sync.values, ...more.values}}) : entries
}

function valuesOf(event: LogEvent, ...names: readonly (keyof LogEvent)[]): TimelineEntry['values'] {
  return Object.fromEntries(names.map(name => [name, event[name] ?? '']))
}

function some<Name extends string, Value>(name: Name, value: Value | undefined) {
  return (value === undefined ? {} : {[name]: value}) as {[name in Name]?: Value}
}
