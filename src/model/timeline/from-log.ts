// Lines of one node's log -> what happened. A line names others by their id or port; who they are is seen from what the nodes said last.

import {nodeOfId, quorumAgainst} from '../cluster/cluster-view.ts'
import {type NodeName, nodeAt} from '../cluster/node.ts'
import {answeredOf, masterPortOf, type Snapshot} from '../cluster/snapshot.ts'
import {type Kind, note, type TimelineEntry} from './entry.ts'
import {type LogLine, parseLogLine, type Told, type What} from './log-line.ts'

type Entries = readonly TimelineEntry[]

/** The timeline with what the new lines of `node`'s log tell. `now` is what the nodes said last, if they said anything yet. */
export function withLines(
  entries: Entries,
  node: NodeName,
  lines: readonly string[],
  now: Snapshot | undefined,
): Entries {
  return lines.reduce((all, text) => {
    const line = parseLogLine(text)
    return line?.told ? withTold({line, told: line.told, node, entries: all, now}) : all
  }, entries)
}

/** A line that tells something, and what is needed to understand it. */
type Telling = Readonly<{
  line: LogLine
  told: Told
  node: NodeName
  entries: Entries
  now: Snapshot | undefined
}>

function withTold(telling: Telling): Entries {
  const {line, told, node, entries} = telling
  if (told.what === 'rdbSize') return withSize(entries, node, told.bytes)
  const entry = meanings[told.what]?.(telling)
  return entry ? note(entries, {at: line.at, values: {}, from: [node], node, ...entry}) : entries
}

type Part = Pick<TimelineEntry, 'kind'> & Partial<TimelineEntry>
type Meaning = (telling: Telling) => Part | undefined

/** What is not here is told better by another line, or by nobody. */
const meanings: Readonly<Partial<Record<What, Meaning>>> = {
  started: () => ({kind: 'started'}),
  stopping: () => ({kind: 'stopped'}),
  // A master writes it too, of the link it had before it was promoted.
  linkLost: telling => (telling.line.role === 'S' ? {kind: 'linkLost', ...master(telling)} : undefined),
  failed: telling => about(telling, 'failed', node => some('by', quorumAgainst(node, telling.now))),
  failCleared: telling => about(telling, 'cleared'),
  state: ({told}) => ({kind: told.state === 'ok' ? 'stateOk' : 'stateFail'}),
  electionDelayed: ({told}) => ({kind: 'delayed', values: valuesOf(told, 'ms', 'rank', 'offset')}),
  electionStarted: ({told}) => ({kind: 'election', values: valuesOf(told, 'epoch')}),
  // Every election writes it once before the last vote has come.
  electionStuck: ({told}) =>
    told.because?.startsWith('Waiting for votes')
      ? undefined
      : {kind: 'stuck', values: valuesOf(told, 'because')},
  voted: telling => ({kind: 'voted', ...other(telling), values: valuesOf(telling.told, 'epoch')}),
  voteDenied: telling => ({kind: 'denied', ...other(telling), values: valuesOf(telling.told, 'because')}),
  won: telling => ({kind: 'won', ...master(telling), values: epochOf(telling)}),
  manualAccepted: telling => ({kind: 'manual', ...master(telling), values: {how: 'ask'}}),
  manualForced: telling => ({kind: 'manual', ...master(telling), values: {how: 'force'}}),
  manualTimedOut: () => ({kind: 'manualTimedOut'}),
  tookOver: telling => ({kind: 'takeover', ...master(telling)}),
  reconfigured: telling => ({kind: 'follows', ...other(telling)}),
  replicaOf: telling => ({kind: 'follows', ...other(telling), values: {how: 'ask'}}),
  masterMode: () => ({kind: 'promoted'}),
  fullSync: telling => ({kind: 'fullSync', ...master(telling)}),
  partialSync: telling => ({kind: 'partialSync', ...master(telling)}),
  partialGiven(telling) {
    const {other: replica} = other(telling)
    const values = valuesOf(telling.told, 'bytes')
    return replica && {kind: 'partialSync', node: replica, other: telling.node, values}
  },
  partialRefused: telling => ({
    kind: 'partialRefused',
    ...other(telling),
    values: valuesOf(telling.told, 'because'),
  }),
}

/** What the line says of a third node. */
function about(
  {told, node: other, now}: Telling,
  kind: Kind,
  more: (node: NodeName) => Partial<TimelineEntry> = () => ({}),
): Part | undefined {
  const node = nodeOfId(told.about, now)
  return node && {kind, node, other, ...more(node)}
}

/** Whom the line names, by id or port. */
function other({told: {id, port}, now}: Telling): {other?: NodeName} {
  return some('other', port === undefined || !now ? nodeOfId(id, now) : nodeAt(port, now.base))
}

/** Whom `node` follows, or followed until it was promoted: as was last told, or seen. */
function master({node, entries, now}: Telling): {other?: NodeName} {
  const told = entries.findLast(
    ({kind, ...one}) => one.node === node && (kind === 'follows' || kind === 'slots'),
  )
  if (told?.other || !now) return some('other', told?.other)
  const reading = answeredOf(now, node)
  const port = reading && masterPortOf(reading)
  return some('other', port === undefined ? undefined : nodeAt(port, now.base))
}

/** The epoch of the election that `node` has just won. */
function epochOf({entries, node}: Telling): TimelineEntry['values'] {
  return entries.findLast(one => one.kind === 'election' && one.node === node)?.values ?? {}
}

/** The size of an RDB comes some lines after its beginning. */
function withSize(entries: Entries, node: NodeName, bytes = 0): Entries {
  const i = entries.findLastIndex(one => one.kind === 'fullSync' && one.node === node)
  const sync = entries[i]
  return sync ? entries.with(i, {...sync, values: {...sync.values, bytes}}) : entries
}

function valuesOf(told: Told, ...names: readonly (keyof Told)[]): TimelineEntry['values'] {
  return Object.fromEntries(names.map(name => [name, told[name] ?? '']))
}

function some<Name extends string, Value>(name: Name, value: Value | undefined) {
  return (value === undefined ? {} : {[name]: value}) as {[name in Name]?: Value}
}
