// What brings back the slots of a master that is down: an election, or the line that removes what prevents one.

import {claimants} from '../cluster/claims.ts'
import {portOfLine} from '../cluster/cluster-view.ts'
import {isCutBetween} from '../cluster/links.ts'
import type {NodeName} from '../cluster/node.ts'
import {type Obstacle, obstacleWords, stayWords, valuesOf} from '../cluster/obstacle.ts'
import type {ClusterLine} from '../cluster/parse-info.ts'
import type {Snapshot} from '../cluster/snapshot.ts'
import type {LabState, LoggedLine} from '../state/lab-state.ts'
import {type Message, message} from '../text/messages.ts'
import {electionFor} from './election.ts'

/** What is known of the nodes; an error's context has it too. */
type Known = Readonly<{now?: Snapshot | undefined; logs: readonly LoggedLine[]}>

/** What to wait for or to type so that the slots of the master on `port` are served again. */
export function wayBack(known: Known, port: number): Message | string {
  const {now, logs} = known
  const prospect = now && electionFor(port, now, logs)
  if (!prospect) return backLine(known, port)
  if (prospect.elects) return message('slot-errors.moved.wait', {owner: port})
  const {because} = prospect
  // The line alone: that the owner is down has just been said.
  if (because.is === 'noReplica') return backLine(known, port)
  return message('election.with', {
    fact: obstacleWords(valuesOf(because), port),
    next: wayAround(known, port, because),
  })
}

/** `/start PORT`, or `/resume PORT` for a paused node. A node that is not the lab's comes back where it was started. */
export function backLine({now}: Pick<Known, 'now'>, port: number): Message | string {
  const reading = now?.nodes.find(one => one.port === port)
  if (now && !reading) return message('election.foreign', {owner: port})
  return `/${reading?.process.is === 'paused' ? 'resume' : 'start'} ${port}`
}

const nextKeys = {nofailover: 'election.nofailover.next', tooOld: 'election.tooOld.next'} as const

function wayAround(
  known: Known,
  port: number,
  obstacle: Exclude<Obstacle, {is: 'noReplica'}>,
): Message | string {
  const back = backLine(known, port)
  switch (obstacle.is) {
    case 'nofailover':
    case 'tooOld':
      return message(nextKeys[obstacle.is], {replica: obstacle.replica, back})
    case 'unknown':
      return message('election.unknown.next', {
        back,
        line: `@${obstacle.voter} CLUSTER MEET 127.0.0.1 ${obstacle.replica}`,
      })
    case 'cut':
      return message('election.cut.next', {replica: obstacle.replica, back})
    case 'minority':
      return backLine(known, obstacle.down[0] ?? port)
  }
}

/** A master that failed, and what prevents the election of a replica. */
export type Stay = Readonly<{owner: number; because: Obstacle}>

/** The masters that failed and whose slots nobody can take over. One that is only suspected counts where too few masters are up, or hear each other, to mark it. */
export function stays({snapshot: now, logs}: Pick<LabState, 'snapshot' | 'logs'>): readonly Stay[] {
  if (!now) return []
  const lines = suspectedOwners(now)
  const owners = Map.groupBy(lines, line => portOfLine(line, now))
  return [...owners].flatMap(([owner, about]) => {
    const prospect = electionFor(owner, now, logs)
    if (prospect.elects) return []
    const {because} = prospect
    const isFailed = about.some(({flags}) => flags.includes('fail'))
    return isFailed || because.is === 'minority' || because.is === 'cut' ? [{owner, because}] : []
  })
}

/** The same as sentences. */
export function staySentences(state: Pick<LabState, 'snapshot' | 'logs'>): readonly Message[] {
  return stays(state).map(({owner, because}) => stayWords(owner, valuesOf(because)))
}

/** Lines that mark a master `fail` or `fail?`, unless its slots are served by now. A node that only suspects a master may itself be the one that is cut off. */
function suspectedOwners(now: Snapshot): readonly ClusterLine[] {
  const answering = now.nodes.filter(reading => reading.is === 'answered')
  return answering.flatMap(reading => {
    const {nodes = []} = reading.cluster ?? {}
    return nodes.filter(
      line =>
        (line.flags.includes('fail') && isUnserved(line, reading.name, now)) ||
        (line.flags.includes('fail?') && isUnserved(line, undefined, now)),
    )
  })
}

/** Whether the line's slots, of which there are some, are served by no answering node; with `by`, by none that this node reaches. */
export function isUnserved(
  {slots: [first = '']}: ClusterLine,
  by: NodeName | undefined,
  now: Snapshot,
): boolean {
  if (first === '') return false
  const {links = []} = now
  return claimants(now, Number.parseInt(first, 10)).every(
    ({name}) => by !== undefined && isCutBetween(links, by, name),
  )
}
