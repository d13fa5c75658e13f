// Goals about the links of a wired stage, and about two halves that each have a master.

import {isContested} from '../../cluster/claims.ts'
import {groupText, linkGroups} from '../../cluster/link-groups.ts'
import {type Direction, directionsBetween, faultOf} from '../../cluster/links.ts'
import {type NodeName, namesOf, portOf} from '../../cluster/node.ts'
import {roleOf, type Snapshot} from '../../cluster/snapshot.ts'
import {message} from '../../text/messages.ts'
import type {Goal} from '../lesson.ts'
import {all, met, notYet} from '../verdict.ts'
import {aboutNode, nodeOf} from './about-node.ts'

/** No link between one of `side` and one of the other nodes lets anything through. */
export function isCutOff(...side: readonly NodeName[]): Goal {
  return ({now}) => {
    const rest = namesOf(now.roster).filter(node => !side.includes(node))
    const open = directionsBetween(side, rest).find(one => !isCut(now, one))
    return open ? notYet(message('goals.linkPasses', portsOf(now, open))) : met
  }
}

/** Nothing is cut, closed or slow. */
export const everyLinkIsWhole: Goal = ({now}) => {
  const [first] = linkGroups(now.links ?? [], now.roster)
  return first ? notYet(message('goals.linkNotWhole', {links: groupText(first, now.roster)})) : met
}

/** What `from` sends to `to` arrives late. */
export function isSlow(from: NodeName, to: NodeName): Goal {
  return ({now}) =>
    faultOf(now.links ?? [], {from, to})?.is === 'slow'
      ? met
      : notYet(message('goals.linkNotSlow', portsOf(now, {from, to})))
}

/** Both are masters and report slots of which the other reports some as its own, too. */
export function bothServe(one: NodeName, other: NodeName): Goal {
  return evidence =>
    all(
      [one, other].map(node =>
        aboutNode(evidence, node, reading =>
          roleOf(reading) === 'master' && isContested(reading, evidence.now)
            ? met
            : notYet(message('goals.slotsNotContested', nodeOf(reading))),
        ),
      ),
    )
}

function isCut({links = []}: Snapshot, direction: Direction): boolean {
  const fault = faultOf(links, direction)
  return fault !== undefined && fault.is !== 'slow'
}

function portsOf({roster}: Snapshot, {from, to}: Direction): Readonly<{from: number; to: number}> {
  // No goal is about the client.
  return {from: portOf(from as NodeName, roster), to: portOf(to as NodeName, roster)}
}
