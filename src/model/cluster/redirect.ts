// A cluster's redirects: "that slot is served over there". What a node's error says, and the line redis-cli -c prints for it. The redirect is
// followed in src/redis/client/follow-redirects.ts.
// Source: https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#redirection-and-resharding

import {textOf} from '../protocol/bytes.ts'
import type {Reply} from '../protocol/reply.ts'
import {sanitize} from '../text/sanitize.ts'
import {type NodeName, nodeAt, type Roster} from './node.ts'

/** `MOVED`: for good. `ASK`: for this one command, as long as the slot is on its way there. */
export type Redirect = Readonly<{is: 'MOVED' | 'ASK'; slot: number; host: string; port: number}>

/** What `MOVED 12182 127.0.0.1:6381` asks for; undefined for every other reply. */
export function redirectOf(reply: Reply): Redirect | undefined {
  if (reply.type !== 'error') return undefined
  const [, is, slot, host, port] = /^(MOVED|ASK) (\d+) (.*):(\d+)$/.exec(textOf(reply.text)) ?? []
  if (is !== 'MOVED' && is !== 'ASK') return undefined
  return {is, slot: Number(slot), host: host ?? '', port: Number(port)}
}

/** Which node of ours it leads to; undefined where it leads to a stranger. Without a host it is the host that was asked, which is ours. */
export function targetOf({host, port}: Redirect, roster: Roster): NodeName | undefined {
  if (!['', '127.0.0.1', 'localhost'].includes(host)) return undefined
  return nodeAt(port, roster)
}

/** As redis-cli names it: without a host it is the one that was asked. */
export function addressOf({host, port}: Redirect): string {
  return `${sanitize(host || '127.0.0.1')}:${port}`
}

/** To the letter what redis-cli -c prints. */
export function redirectText(redirect: Redirect): string {
  return `-> Redirected to slot [${redirect.slot}] located at ${addressOf(redirect)}`
}
