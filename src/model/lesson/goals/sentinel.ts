// Goals about Sentinels: whom they name as the master, what they see as down, and whether they are enough for a failover.

import {type NodeName, nodeAt} from '../../cluster/node.ts'
import {
  agreedMaster,
  firstUnwatched,
  opinionOf,
  usableSentinels,
  votesNeeded,
} from '../../cluster/sentinel-opinions.ts'
import {
  linkIsUp,
  masterPortOf,
  readingOf,
  type SentinelReading,
  sentinelsIn,
  startedNodes,
} from '../../cluster/snapshot.ts'
import {message} from '../../text/messages.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {met, notYet, type Verdict} from '../verdict.ts'
import {aboutNode, nodeOf, portIn} from './about-node.ts'
import type {Sign} from './signs.ts'

/** All Sentinels that answer name `node` as the master, and it is one. */
export function sentinelsName(node: NodeName): Goal {
  return evidence =>
    everySentinel(evidence, reading =>
      reading.view.master?.port === portIn(evidence.now, node) && agreedMaster(evidence.now) === node
        ? met
        : notYet(message('goals.names', {...nodeOf(reading), master: reading.view.master?.port ?? '-'})),
    )
}

/** All Sentinels that answer name the same master, which is not `first` and says itself that it is one. */
export function sentinelsReplaced(first: NodeName): Goal {
  return evidence =>
    everySentinel(evidence, reading => {
      const agreed = agreedMaster(evidence.now)
      return agreed !== undefined && agreed !== first
        ? met
        : notYet(message('goals.names', {...nodeOf(reading), master: reading.view.master?.port ?? '-'}))
    })
}

/** `node` is a replica of the master that all Sentinels name, and its link is up. */
export function followsNamedMaster(node: NodeName): Goal {
  return evidence =>
    aboutNode(evidence, node, reading => {
      const named = agreedMaster(evidence.now)
      if (named === undefined) return notYet(message('goals.namesNone'))
      const master = portIn(evidence.now, named)
      return masterPortOf(reading) === master && linkIsUp(reading)
        ? met
        : notYet(message('goals.followsNamed', {...nodeOf(reading), master}))
    })
}

/** A Sentinel sees `node` as down: `'s_down'`, or it knows of a quorum: `'o_down'`. */
export function seenDown(node: NodeName, as: 's_down' | 'o_down'): Goal {
  return evidence => {
    const port = portIn(evidence.now, node)
    const opinions = sentinelsIn(evidence.now).map(({view}) => opinionOf(view, port))
    const isSeen = opinions.some(one => one === as || one === 'o_down')
    return isSeen ? met : notYet(message('goals.notSeenDown', {node: port, as}))
  }
}

/** Every started node and Sentinel answers, and every Sentinel watches all of them. */
export const sentinelsWatch: Goal = ({now}) => {
  const silent = startedNodes(now).find(({is}) => is === 'silent')
  if (silent) return notYet(message('goals.unwatched', {node: silent.port}))
  const unwatched = firstUnwatched(now)
  return unwatched ? notYet(message('goals.unwatched', {node: unwatched.port})) : met
}

/** The Sentinels that answer are too few for a failover, and know it. */
export const noSentinelMajority: Goal = evidence =>
  everySentinel(evidence, reading => {
    const [usable, needed] = [usableSentinels(reading), votesNeeded(reading)]
    return usable < needed ? met : notYet(message('goals.hasMajority', {...nodeOf(reading), usable, needed}))
  })

/** At least this many Sentinels answer. */
export function sentinelsRun(least: number): Goal {
  return ({now}) => {
    const actual = sentinelsIn(now).length
    return actual >= least ? met : notYet(message('goals.sentinelsRun', {actual, least}))
  }
}

/** The master that the Sentinels name does not answer. */
export const namedMasterIsDown: Goal = ({now}) => {
  const port = sentinelsIn(now)[0]?.view.master?.port
  const node = port === undefined ? undefined : nodeAt(port, now.roster)
  if (port === undefined || node === undefined) return notYet(message('goals.namesNone'))
  return readingOf(now, node)?.is === 'silent' ? met : notYet(message('goals.stillRuns', {node: port}))
}

/** The learner asked a Sentinel for the address of a master, and got one. */
export const addressAsked: Sign = ({outcomes, now}) =>
  outcomes.some(
    one =>
      one.is === 'replied' &&
      one.reply.type === 'array' &&
      one.action.do === 'command' &&
      readingOf(now, one.action.node)?.is === 'sentinel' &&
      /^sentinel get-(?:master|primary)-addr-by-name /i.test(one.action.words.join(' ')),
  )

function everySentinel({now}: Evidence, ask: (reading: SentinelReading) => Verdict): Verdict {
  const readings = sentinelsIn(now)
  const [first] = readings.map(ask).filter(({is}) => is !== 'met')
  if (readings.length === 0) return notYet(message('goals.noSentinel'))
  return first ?? met
}
