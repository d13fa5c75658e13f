// Secrets of a hub. All come from the system's random source.

import {randomBytes, randomInt} from 'node:crypto'
import {codeLength, codeSymbols} from '../model/workshop/join.ts'

/** A code to read out: some 30 bits, so guessing is limited too. */
export function newCode(): string {
  return Array.from({length: codeLength}, () => codeSymbols[randomInt(codeSymbols.length)]).join('')
}

/** 128 bits, for a learner or a helper. */
export function newToken(): string {
  return randomBytes(16).toString('hex')
}

/** 256 bits, for the instructor; short enough for one row of a terminal. */
export function newStaffToken(): string {
  return randomBytes(32).toString('base64url')
}
