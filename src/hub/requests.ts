// How a request is read and refused.

import type {HttpBindings} from '@hono/node-server'
import {getConnInfo} from '@hono/node-server/conninfo'
import type {Context} from 'hono'
import type {Refusal} from '../model/workshop/join.ts'
import type {Identity} from './store.ts'

export type HubEnv = {Bindings: HttpBindings; Variables: {identity: Identity}}

const statuses: Readonly<Record<Refusal, 400 | 401 | 403 | 409 | 410 | 421 | 503>> = {
  code: 403,
  learnersCode: 403,
  helpersCode: 403,
  locked: 403,
  kicked: 403,
  ended: 410,
  name: 400,
  protocol: 409,
  token: 401,
  busy: 503,
  malformed: 400,
  host: 421,
  closed: 409,
}

/** A request that is not done. `wait`: s until it is worth trying again. */
export class Refusing extends Error {
  readonly refused: Refusal
  readonly wait: number | undefined

  constructor(refused: Refusal, wait?: number) {
    super(refused)
    this.refused = refused
    this.wait = wait
  }

  get status() {
    return statuses[this.refused]
  }
}

/** The other end of the connection. */
function addressOf(c: Context<HubEnv>): string {
  return getConnInfo(c).remote.address ?? ''
}

/**
 * The address of the visitor, never stored. A proxy on this computer appends that of its own visitor to a header, of which the rest, and all that comes from
 * elsewhere, may be made up.
 */
export function visitorOf(c: Context<HubEnv>): string {
  const peer = addressOf(c)
  const passedOn = isLoopback(peer) ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return passedOn || peer
}

function isLoopback(address: string): boolean {
  return /^(?:::ffff:)?127\.|^::1$|^localhost$/.test(address)
}

/**
 * Whether a request comes from this computer, and to it: behind a proxy everybody seems to, so a request that was passed on, or has a name of the
 * outside, does not.
 */
export function isLocal(c: Context<HubEnv>): boolean {
  const passedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
    name => c.req.header(name) !== undefined,
  )
  const host = (c.req.header('host') ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
  return !passedOn && isLoopback(addressOf(c)) && isLoopback(host)
}

/** The JSON of a request's body. A page elsewhere cannot make a browser send this type without asking, and no hub says yes. */
export async function bodyOf(c: Context<HubEnv>): Promise<unknown> {
  if (!/^application\/json(?:;|$)/i.test(c.req.header('content-type') ?? '')) throw new Refusing('malformed')
  try {
    return JSON.parse(await c.req.text())
  } catch (error) {
    // An oversized body is refused by the limit in front of this.
    if (error instanceof SyntaxError) throw new Refusing('malformed')
    throw error
  }
}
