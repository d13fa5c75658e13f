// Why the link of a replica to its master is down: from the roles that the nodes report, from their processes, and from the replica's log.
// Source: the serverLog calls in replication.c (7.0 to 8.x) and Valkey's, which writes primary for master.

import {upstreamOf} from '../cluster/cluster-view.ts'
import {isCutBetween} from '../cluster/links.ts'
import {originOf} from '../cluster/replication-chain.ts'
import {type Answered, linkIsUp, roleOf, type Snapshot} from '../cluster/snapshot.ts'
import type {LabState, LoggedLine} from '../state/lab-state.ts'
import {type Message, type MessageKey, message} from '../text/messages.ts'
import {sanitize} from '../text/sanitize.ts'
import {parseLogLine} from '../timeline/log-line.ts'

/** The replicas whose link is down, each with the cause if it is known: `link of 6479 to 6379 down: 6379 is paused`. */
export function brokenLinks(state: LabState): readonly Message[] {
  return linkCauses(state).map(linkWords)
}

/** Without those that the master's own row explains. */
export function causesBeyondMasters(state: LabState): readonly Message[] {
  return linkCauses(state)
    .filter(({because}) => !isMasterAway(because))
    .map(linkWords)
}

function linkWords({node, master, because}: LinkCause): Message {
  return message('link-cause.link', {node, master, because})
}

/** `node`, `master`: their ports. */
type LinkCause = Readonly<{node: number; master: number; because: Message}>

export function linkCauses({snapshot, logs}: Pick<LabState, 'snapshot' | 'logs'>): readonly LinkCause[] {
  if (!snapshot) return []
  return unlinked(snapshot).flatMap(reading => {
    const because = causeOf(reading, snapshot, logs)
    return because ? [{node: reading.port, master: masterAt(reading, snapshot), because}] : []
  })
}

/** Whether the master is away, which its own row tells. */
export function isMasterAway({key}: Message): boolean {
  return key === 'link-cause.down' || key === 'link-cause.paused' || key === 'link-cause.loading'
}

/** The same for the links that a line cut or was to bring up. Omits those whose master went down: that is reported itself. */
export function newlyBroken(
  before: Snapshot,
  now: Snapshot,
  logs: readonly LoggedLine[],
): readonly Message[] {
  const wasDown = (reading: Answered) =>
    unlinked(before).some(
      was => was.name === reading.name && masterAt(was, before) === masterAt(reading, now),
    )
  return unlinked(now)
    .filter(reading => !wasDown(reading))
    .flatMap(reading => {
      const because = causeOf(reading, now, logs)
      return because && !isMasterAway(because) ? [linkDown(reading, because, now)] : []
    })
}

function linkDown(reading: Answered, because: Message, now: Snapshot): Message {
  return message('link-cause.link', {node: reading.port, master: masterAt(reading, now), because})
}

function masterAt(reading: Answered, now: Snapshot): number {
  return upstreamOf(reading, now)?.port ?? 0
}

function unlinked({nodes}: Snapshot): readonly Answered[] {
  return nodes.filter(
    (reading): reading is Answered =>
      reading.is === 'answered' && roleOf(reading) === 'replica' && !linkIsUp(reading),
  )
}

/** Undefined if nothing shows the cause, for example while a synchronization is under way. */
function causeOf(reading: Answered, now: Snapshot, logs: readonly LoggedLine[]): Message | undefined {
  const node = reading.port
  const master = masterAt(reading, now)
  const origin = originOf(now, node)
  if (origin.is === 'ring' && origin.ports.includes(node)) {
    if (master === node) return message('link-cause.itself', {node})
    return message('link-cause.ring', {path: [...origin.ports, node].join(' → ')})
  }
  if (isWireCut(reading, now)) return message('link-cause.cut', {node, master})
  const process = now.nodes.find(({port}) => port === master)
  if (process?.is === 'silent') {
    const {because} = process
    if (because === 'notRunning' || because === 'notStarted') return message('link-cause.down', {master})
    if (because === 'paused') return message('link-cause.paused', {master})
    if (because === 'loading') return message('link-cause.loading', {master})
  }
  const logged = loggedCause(reading, master, logs)
  // The replica tries again every second: until then its log tells of a master that was still away.
  const isBack = process?.is === 'answered' && process.port === Number(reading.replication['master_port'])
  return isBack && logged && ofAnAwayMaster.includes(logged.key) ? undefined : logged
}

/** Whether nothing passes between a replica and its master, in one direction at least: no node can know that, and a link may look up for a minute. */
export function isWireCut(reading: Answered, now: Snapshot): boolean {
  const master = upstreamOf(reading, now)?.port
  const above = now.nodes.find(({port}) => port === master)
  return above !== undefined && isCutBetween(now.links ?? [], reading.name, above.name)
}

/** Causes that end when the master answers. */
const ofAnAwayMaster: readonly MessageKey[] = [
  'link-cause.refused',
  'link-cause.silent',
  'link-cause.loading',
]

/** What the replica logs when it fails, and what it means. The first match counts. */
const failures: readonly (readonly [RegExp, MessageKey])[] = [
  [/^Unable to AUTH to (MASTER|PRIMARY): /i, 'link-cause.wrongPassword'],
  [/NOAUTH Authentication required/, 'link-cause.password'],
  [/-?NOPERM /, 'link-cause.permission'],
  [/NOMASTERLINK/, 'link-cause.middle'],
  [/-LOADING /, 'link-cause.loading'],
  [/^Error condition on socket for SYNC: Connection refused/, 'link-cause.refused'],
  [
    /^(Unable to connect to (MASTER|PRIMARY)|Error condition on socket for SYNC): /i,
    'link-cause.unreachable',
  ],
  [/^(Timeout connecting to|(MASTER|PRIMARY) timeout)/i, 'link-cause.silent'],
]

/** The log says why the last attempts failed; what it said before a successful synchronization or another REPLICAOF no longer counts. */
function loggedCause(
  {name, port: node, replication}: Answered,
  master: number,
  logs: readonly LoggedLine[],
): Message | undefined {
  for (const line of logs.toReversed()) {
    const parsed = line.node === name ? parseLogLine(line.text) : undefined
    if (!parsed) continue
    const what = parsed.event?.what
    if (what === 'rdbLoaded' || what === 'partialSync' || what === 'replicaOf') return undefined
    const [, cause] = failures.find(([pattern]) => pattern.test(parsed.text)) ?? []
    const host = sanitize(replication['master_host'] ?? '')
    const port = Number(replication['master_port'])
    if (cause) return message(cause, {node, master, host, port})
  }
  return undefined
}
