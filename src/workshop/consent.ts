// What somebody reads before they join: what is sent, to whom, how long it is kept, and how to leave.

import {type Message, message} from '../model/text/messages.ts'
import type {Role} from '../model/workshop/join.ts'

/** `address`: as it was typed. */
type Visit = Readonly<{hub: string; address: string; role: Role; countsOnly: boolean}>

export function consentWords({countsOnly, role, ...visit}: Visit): readonly Message[] {
  if (!countsOnly) return knownWords(visit)
  return role === 'helper' ? countedHelperWords(visit) : countedWords(visit)
}

type Place = Pick<Visit, 'hub' | 'address'>

function knownWords({hub, address}: Place): readonly Message[] {
  return [
    message('workshop.consent', {hub}),
    message('workshop.consentSent'),
    message('workshop.consentNot'),
    message('workshop.consentKept'),
    message('workshop.consentLeave', {address}),
  ]
}

/** Of a room that keeps nothing of its learners. */
function countedWords({hub, address}: Place): readonly Message[] {
  return [
    message('workshop.consentCounted', {hub}),
    message('workshop.consentSent'),
    message('workshop.consentCountedNot'),
    message('workshop.consentCountedShown'),
    message('workshop.consentCountedHelp'),
    message('workshop.consentCountedKept'),
    message('workshop.consentCountedLeave', {address}),
  ]
}

/** A helper of such a room has a name, and is counted nowhere. */
function countedHelperWords({hub, address}: Place): readonly Message[] {
  return [
    message('workshop.consentHelper', {hub}),
    message('workshop.consentSent'),
    message('workshop.consentCountedNot'),
    message('workshop.consentHelperShown'),
    message('workshop.consentHelperKept'),
    message('workshop.consentHelperLeave', {address}),
  ]
}
