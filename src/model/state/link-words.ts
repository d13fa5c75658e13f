// Sentences about the links of a wired stage, for every interface.

import {groupText, type LinkGroup, linkGroups, partyName} from '../cluster/link-groups.ts'
import type {Links, Party} from '../cluster/links.ts'
import type {Roster} from '../cluster/node.ts'
import {listed} from '../text/listed.ts'
import {type Message, message} from '../text/messages.ts'

const states = {cut: 'links.cut', closed: 'links.closed'} as const
const done = {cut: 'links.cut.done', closed: 'links.closed.done'} as const

/** What is wrong with the links now; empty if all are whole. */
export function linkWords(links: Links, roster: Roster): readonly Message[] {
  return linkGroups(links, roster).map(group => groupWords(group, roster))
}

function groupWords(group: LinkGroup, roster: Roster): Message {
  const {fault} = group
  const links = groupText(group, roster)
  if (fault.is !== 'slow') return message(states[fault.is], {links})
  const {ms, jitter} = fault
  return jitter === 0
    ? message('links.slow', {ms, links})
    : message('links.slow.jitter', {ms, most: ms + jitter, links})
}

/** Which nodes cannot hear which, a sentence for each direction; empty if nothing between nodes is cut. */
export function deafWords(links: Links, roster: Roster): readonly Message[] {
  const cut = links.filter(({from, to, fault}) => fault.is !== 'slow' && from !== 'client' && to !== 'client')
  const ports = (parties: readonly Party[]) => listed(parties.map(party => partyName(party, roster)))
  const deaf = (to: readonly Party[], from: readonly Party[]) =>
    message('opinions.deafTo', {deaf: ports(to), others: ports(from)})
  return linkGroups(cut, roster).flatMap(({side, others, oneWay}) => [
    deaf(others, side),
    ...(oneWay ? [] : [deaf(side, others)]),
  ])
}

/** What a line has done to the links. */
export function spoiltWords(group: LinkGroup, roster: Roster): Message {
  const {fault} = group
  const links = groupText(group, roster)
  if (fault.is !== 'slow') return message(done[fault.is], {links})
  const {ms, jitter} = fault
  return jitter === 0
    ? message('links.slow.done', {ms, links})
    : message('links.slow.done.jitter', {ms, most: ms + jitter, links})
}
