// What this computer keeps of a hub: who the learner is there, and what they have of the room. Only this user can read it.

import {createHash, randomBytes} from 'node:crypto'
import {chmod, mkdir, readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {without} from '../model/text/objects.ts'
import type {Joined} from '../model/workshop/join.ts'
import {type KeptRoom, parseKeptRoom} from '../model/workshop/kept-room.ts'
import {writeWhole} from '../platform/whole-file.ts'
import {addressText, type HubAddress} from './address.ts'

export type Membership = Readonly<{
  /** Tells the hub that this is the same person; another one for every hub, so that two hubs cannot compare. */
  device: string
  /** SHA-256 of the hub's certificate, pinned at the first visit. */
  fingerprint?: string
  joined?: Joined
  /** The learner has left that room since. The device stays: by it the hub can still be asked to delete what it has. */
  left?: true
  code?: string
  /** The last order that was read. */
  cursor?: string | undefined
  /** What the lab has left in the room when it was closed. */
  kept?: KeptRoom | undefined
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
    if (/^[0-9a-f]{32}$/.test(found.device)) return {...found, kept: parseKeptRoom(found.kept)}
  } catch {
    // None yet, or cut short: the learner joins as somebody new.
  }
  return {device: randomBytes(16).toString('hex')}
}

/** One at a time: see `MembershipKeeper`. */
export async function writeMembership(folder: string, membership: Membership): Promise<void> {
  await mkdir(folder, {recursive: true, mode: 0o700})
  await chmod(folder, 0o700)
  await writeWhole(join(folder, 'membership.json'), JSON.stringify(membership), 0o600)
}

/** Writes what changes of a membership, one version after the other. While one is being written, of those that come only the newest waits. */
export class MembershipKeeper {
  readonly #folder: string
  #membership: Membership
  #isWaiting = false
  #writing: Promise<void> = Promise.resolve()

  constructor(folder: string, membership: Membership) {
    this.#folder = folder
    this.#membership = membership
  }

  keep(changed: Partial<Membership>): void {
    this.#replace({...this.#membership, ...changed})
  }

  keepLeft(): void {
    this.#replace(afterLeaving(this.#membership))
  }

  #replace(membership: Membership): void {
    this.#membership = membership
    if (this.#isWaiting) return
    this.#isWaiting = true
    this.#writing = this.#writing.then(() => this.#write())
  }

  /** Resolves once the newest is written. A disk that is full costs what is new only: some broadcasts are read twice. */
  async close(): Promise<void> {
    await this.#writing
  }

  async #write(): Promise<void> {
    this.#isWaiting = false
    await writeMembership(this.#folder, this.#membership).catch(() => undefined)
  }
}

/** What is kept of a room that the learner has left: nothing of what was said there. */
export function afterLeaving(membership: Membership): Membership {
  return {...without(membership, 'cursor', 'kept'), left: true}
}

/** Removes everything about this hub. */
export async function forgetHub(folder: string): Promise<void> {
  await rm(folder, {recursive: true, force: true})
}
