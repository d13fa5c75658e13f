// Sentences about the links of a wired stage, for every interface.

import {groupText, type LinkGroup, linkGroups} from '../cluster/link-groups.ts'
import type {Links} from '../cluster/links.ts'
import type {Roster} from '../cluster/node.ts'
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
