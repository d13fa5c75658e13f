// What is wrong with the nodes now: links that are down, masters that nobody replaces, slots without one owner, keys out of reach.

import {disputes, disputeWords} from '../cluster/disputes.ts'
import {strandedKeys, strandedWords} from '../cluster/stranded-keys.ts'
import type {LabState} from '../state/lab-state.ts'
import {linkWords} from '../state/link-words.ts'
import type {Message} from '../text/messages.ts'
import {brokenLinks, causesBeyondMasters} from './link-cause.ts'
import {staySentences} from './way-back.ts'

/** All of it. */
export function troublesOf(state: LabState): readonly Message[] {
  return [...brokenLinks(state), ...besidesLinks(state)]
}

/** What the rows of the nodes do not show: that a master is down, they do. */
export function hiddenTroubles(state: LabState): readonly Message[] {
  return [...causesBeyondMasters(state), ...besidesLinks(state)]
}

function besidesLinks(state: LabState): readonly Message[] {
  const {snapshot} = state
  if (!snapshot) return []
  return [
    // Two masters for the same slots come first.
    ...disputes(snapshot).map(disputeWords),
    ...linkWords(state.links ?? [], state.roster),
    ...staySentences(state),
    ...strandedKeys(snapshot).map(strandedWords),
  ]
}
