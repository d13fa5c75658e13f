// Cluster redirects: parsing MOVED and ASK errors, finding their target, and the line redis-cli -c prints.
// src/redis/client/follow-redirects.ts follows them.
// Source: https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#redirection-and-resharding

import {textOf} from '../protocol/bytes.ts'
import type {Reply} from '../protocol/reply.ts'
import {sanitize} from '../text/sanitize.ts'
import {type NodeName, nodeAt, type Roster} from './node.ts'

/** `MOVED` is permanent. `ASK` is valid for one command, while the slot is being migrated. */
export type Redirect = Readonly<{is: 'MOVED' | 'ASK'; slot: number; host: string; port: number}>

/** Parses an error such as `MOVED 12182 127.0.0.1:6381`; undefined for every other reply. */
export function redirectOf(reply: Reply): Redirect | undefined {
  if (reply.type !== 'error') return undefined
  const [, is, slot, host, port] = /^(MOVED|ASK) (\d+) (.*):(\d+)$/.exec(textOf(reply.text)) ?? []
  if (is !== 'MOVED' && is !== 'ASK') return undefined
  return {is, slot: Number(slot), host: host ?? '', port: Number(port)}
}

/**
 * Node of the roster that the redirect leads to; undefined for a foreign address. An empty host means the host that replied: one of ours.
 */
export function targetOf({host, port}: Redirect, roster: Roster): NodeName | undefined {
  if (!['', '127.0.0.1', 'localhost'].includes(host)) return undefined
  return nodeAt(port, roster)
}

/** Address as redis-cli prints it. An empty host means the host that replied. */
export function addressOf({host, port}: Redirect): string {
  return `${sanitize(host || '127.0.0.1')}:${port}`
}

/** The exact line that redis-cli -c prints. */
export function redirectText(redirect: Redirect): string {
  return `-> Redirected to slot [${redirect.slot}] located at ${addressOf(redirect)}`
}
