// Timeline entries from lines of a node's log. Ids and ports in a line are resolved with the last snapshot.

import {nodeOfId, quorumAgainst} from '../cluster/cluster-view.ts'
import {type NodeName, nodeAt} from '../cluster/node.ts'
import {answeredOf, masterPortOf, type Snapshot} from '../cluster/snapshot.ts'
import {type EventKind, type TimelineEntry, withEntry} from './entry.ts'
import {type LogEvent, type LogEventName, type LogLine, parseLogLine} from './log-line.ts'

type Entries = readonly TimelineEntry[]

/** Adds the events in new lines of `node`'s log. `now` is the last snapshot, if there is one. */
export function withLogLines(
  entries: Entries,
  node: NodeName,
  lines: readonly string[],
  now: Snapshot | undefined,
): Entries {
  return lines.reduce((all, text) => {
    const line = parseLogLine(text)
    return line?.event ? withEvent({line, event: line.event, node, entries: all, now}) : all
  }, entries)
}

/** A recognized log line with the context needed to interpret it. */
type LoggedEvent = Readonly<{
  line: LogLine
  event: LogEvent
  node: NodeName
  entries: Entries
  now: Snapshot | undefined
}>

function withEvent(logged: LoggedEvent): Entries {
  const {line, event, node, entries} = logged
  if (event.what === 'rdbSize') return withSize(entries, node, event.bytes)
  const entry = meanings[event.what]?.(logged)
  return entry ? withEntry(entries, {at: line.at, values: {}, from: [node], node, ...entry}) : entries
}

type EntryDraft = Pick<TimelineEntry, 'kind'> & Partial<TimelineEntry>
type Meaning = (logged: LoggedEvent) => EntryDraft | undefined

/** Log events that become entries. The others are covered better by another line. */
const meanings: Readonly<Partial<Record<LogEventName, Meaning>>> = {
  started: () => ({kind: 'started'}),
  stopping: () => ({kind: 'stopped'}),
  // A promoted master also logs this, about the link it had as a replica.
  linkLost: logged => (logged.line.role === 'S' ? {kind: 'linkLost', ...master(logged)} : undefined),
  failed: logged => about(logged, 'failed', node => some('by', quorumAgainst(node, logged.now))),
  failCleared: logged => about(logged, 'cleared'),
  state: ({event}) => ({kind: event.state === 'ok' ? 'stateOk' : 'stateFail'}),
  electionDelayed: ({event}) => ({kind: 'delayed', values: valuesOf(event, 'ms', 'rank', 'offset')}),
  electionStarted: ({event}) => ({kind: 'election', values: valuesOf(event, 'epoch')}),
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
  manualTimedOut: () => ({kind: 'manualTimedOut'}),
  tookOver: logged => ({kind: 'takeover', ...master(logged)}),
  reconfigured: logged => ({kind: 'follows', ...other(logged)}),
  replicaOf: logged => ({kind: 'follows', ...other(logged), values: {how: 'ask'}}),
  masterMode: () => ({kind: 'promoted'}),
  fullSync: logged => ({kind: 'fullSync', ...master(logged)}),
  partialSync: logged => ({kind: 'partialSync', ...master(logged)}),
  partialGiven(logged) {
    const {other: replica} = other(logged)
    const values = valuesOf(logged.event, 'bytes')
    return replica && {kind: 'partialSync', node: replica, other: logged.node, values}
  },
  partialRefused: logged => ({
    kind: 'partialRefused',
    ...other(logged),
    values: valuesOf(logged.event, 'because'),
  }),
}

/** Entry about a third node that the line names. */
function about(
  {event, node: other, now}: LoggedEvent,
  kind: EventKind,
  more: (node: NodeName) => Partial<TimelineEntry> = () => ({}),
): EntryDraft | undefined {
  const node = nodeOfId(event.about, now)
  return node && {kind, node, other, ...more(node)}
}

/** Node that the line names by id or port. */
function other({event: {id, port}, now}: LoggedEvent): {other?: NodeName} {
  return some('other', port === undefined || !now ? nodeOfId(id, now) : nodeAt(port, now.roster))
}

/** Master of `node`, or the last one before its promotion, from the timeline or else from the snapshot. */
function master({node, entries, now}: LoggedEvent): {other?: NodeName} {
  const last = entries.findLast(
    ({kind, ...one}) => one.node === node && (kind === 'follows' || kind === 'slots'),
  )
  if (last?.other || !now) return some('other', last?.other)
  const reading = answeredOf(now, node)
  const port = reading && masterPortOf(reading)
  return some('other', port === undefined ? undefined : nodeAt(port, now.roster))
}

/** Epoch of the election that `node` has just won. */
function epochOf({entries, node}: LoggedEvent): TimelineEntry['values'] {
  return entries.findLast(one => one.kind === 'election' && one.node === node)?.values ?? {}
}

/** Adds the size of the RDB, which is logged some lines after the transfer begins. */
function withSize(entries: Entries, node: NodeName, bytes = 0): Entries {
  const i = entries.findLastIndex(one => one.kind === 'fullSync' && one.node === node)
  const sync = entries[i]
  return sync ? entries.with(i, {...sync, values: {...sync.values, bytes}}) : entries
}

function valuesOf(event: LogEvent, ...names: readonly (keyof LogEvent)[]): TimelineEntry['values'] {
  return Object.fromEntries(names.map(name => [name, event[name] ?? '']))
}

function some<Name extends string, Value>(name: Name, value: Value | undefined) {
  return (value === undefined ? {} : {[name]: value}) as {[name in Name]?: Value}
}
