// What this computer keeps of a hub: who the learner is there, and where they stopped reading. Only this user can read it.

import {createHash, randomBytes} from 'node:crypto'
import {chmod, mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Joined} from '../model/workshop/join.ts'
import {addressText, type HubAddress} from './address.ts'

export type Membership = Readonly<{
  /** Tells the hub that this is the same person; another one for every hub, so that two hubs cannot compare. */
  device: string
  /** SHA-256 of the hub's certificate, pinned at the first visit. */
  fingerprint?: string
  joined?: Joined
  code?: string
  /** The last order that was read. */
  cursor?: string | undefined
}>

/** The folder of everything about one hub. */
export function hubFolder(dataFolder: string, address: HubAddress): string {
  const name = createHash('sha256').update(addressText(address)).digest('hex').slice(0, 16)
  return join(dataFolder, 'workshops', name)
}

/** What is kept in `folder`; a new device if there is nothing, or nothing that can be read. */
export async function readMembership(folder: string): Promise<Membership> {
  const text = await readFile(join(folder, 'membership.json'), 'utf8').catch(() => '')
  try {
    const found = JSON.parse(text) as Membership
    if (/^[0-9a-f]{32}$/.test(found.device)) return found
  } catch {
    // None yet, or cut short: the learner joins as somebody new.
  }
  return {device: randomBytes(16).toString('hex')}
}

export async function writeMembership(folder: string, membership: Membership): Promise<void> {
  await mkdir(folder, {recursive: true, mode: 0o700})
  await chmod(folder, 0o700)
  const file = join(folder, 'membership.json')
  await writeFile(`${file}.new`, JSON.stringify(membership), {mode: 0o600})
  await rename(`${file}.new`, file)
}

/** Removes everything about this hub. */
export async function forgetHub(folder: string): Promise<void> {
  await rm(folder, {recursive: true, force: true})
}
