// What a learner's lab may ask of the hub.

import {randomInt} from 'node:crypto'
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response'
import {Hono} from 'hono'
import {sanitize} from '../model/text/sanitize.ts'
import {parseBatch} from '../model/workshop/event.ts'
import {handleOf} from '../model/workshop/handles.ts'
import {codeFrom, type JoinRequest, parseJoin, parseSnapshot} from '../model/workshop/join.ts'
import {limits, protocolVersion} from '../model/workshop/limits.ts'
import {newToken} from './codes.ts'
import type {HubParts} from './parts.ts'
import {addressOf, bodyOf, type HubEnv, Refusing} from './requests.ts'

/** s */
const longestWait = 25

export function learnerRoutes(parts: HubParts): Hono<HubEnv> {
  const routes = new Hono<HubEnv>()
  joinRoute(routes, parts)
  routes.use('*', async (c, next) => {
    const token = /^Bearer (\w+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    const identity = token === undefined ? undefined : await parts.store.identify(token)
    if (!identity) throw new Refusing('token')
    c.set('identity', identity)
    await next()
  })
  eventsRoute(routes, parts)
  ordersRoutes(routes, parts)
  snapshotRoute(routes, parts)
  routes.post('/leave', async c => {
    const {learner} = c.get('identity')
    if (c.req.query('erase') === '1') await parts.store.erase(learner)
    else await parts.store.dismiss(learner, 'left')
    return c.json({})
  })
  routes.route('/help', helperRoutes(parts))
  return routes
}

type Routes = Hono<HubEnv>

function joinRoute(routes: Routes, parts: HubParts): void {
  const {limiter} = parts
  routes.post('/join', async c => {
    const address = addressOf(c)
    const wait = (await limiter.isUsedUp('codes', address)) ?? (await limiter.isUsedUp('allCodes', 'all'))
    if (wait !== undefined) throw new Refusing('busy', wait)
    const body = await bodyOf(c)
    refuseOtherProtocol(body)
    const request = parseJoin(body)
    if (!request) throw new Refusing('malformed')
    return c.json(await admit(parts, request, address))
  })
}

function eventsRoute(routes: Routes, {store, limiter}: HubParts): void {
  routes.post('/events', async c => {
    const {learner} = c.get('identity')
    const length = Number(c.req.header('content-length') ?? limits.body)
    const wait =
      (await limiter.refuses('posts', learner)) ?? (await limiter.refuses('bytes', learner, length))
    if (wait !== undefined) throw new Refusing('busy', wait)
    const batch = parseBatch(await bodyOf(c))
    if (!batch) throw new Refusing('malformed')
    const flags = batch.events.filter(({event}) => event.kind === 'flag').length
    const tooMany = flags > 0 ? await limiter.refuses('flags', learner, flags) : undefined
    if (tooMany !== undefined) throw new Refusing('busy', tooMany)
    return c.json({ack: await store.add(learner, batch), beat: limits.beat})
  })
}

function ordersRoutes(routes: Routes, {streams}: HubParts): void {
  routes.get('/stream', c => {
    const cursor = c.req.header('last-event-id') ?? c.req.query('after')
    streams.open({...c.get('identity'), response: c.env.outgoing}, cursor)
    return RESPONSE_ALREADY_SENT
  })

  /** For networks that hold back or cut streams. */
  routes.get('/orders', async c => {
    const {learner} = c.get('identity')
    const cursor = c.req.query('after')
    const wait = Math.min(Number(c.req.query('wait') ?? 0) || 0, longestWait)
    if (streams.pending(learner, cursor).length === 0 && wait > 0) {
      const gone = new AbortController()
      c.env.outgoing.on('close', () => gone.abort())
      await streams.somethingNew(wait * 1000, gone.signal)
    }
    return c.json({orders: streams.pending(learner, cursor)})
  })
}

function snapshotRoute(routes: Routes, {store, live, limiter}: HubParts): void {
  routes.post('/snapshot/:request', async c => {
    const {learner} = c.get('identity')
    const request = c.req.param('request')
    const asked = live.orders.find(({id}) => id === request)
    if (asked?.command.kind !== 'snapshot' || asked.target.learner !== learner) throw new Refusing('closed')
    const wait = await limiter.refuses('snapshots', 'room')
    if (wait !== undefined) throw new Refusing('busy', wait)
    const snapshot = parseSnapshot(await bodyOf(c))
    if (!snapshot) throw new Refusing('malformed')
    if (!(await store.keepSnapshot(request, JSON.stringify(snapshot)))) throw new Refusing('closed')
    return c.json({})
  })
}

function helperRoutes({store, live, desk}: HubParts): Hono<HubEnv> {
  const routes = new Hono<HubEnv>()
  routes.post('/:learner/:what{claim|release|answer}', async c => {
    const helper = c.get('identity')
    if (helper.role !== 'helper') throw new Refusing('token')
    const {learner, what} = c.req.param()
    const by = live.room.people[helper.learner]?.name ?? ''
    if (live.room.people[learner]?.flag !== 'help') throw new Refusing('closed')
    const done =
      what === 'claim' ? await store.claim(learner, by) : await store.release(learner, by, what === 'answer')
    if (!done) throw new Refusing('closed')
    const state = {claim: 'claimed', release: 'waiting', answer: 'closed'} as const
    await desk.give({kind: 'help', state: state[what as keyof typeof state], by}, {learner})
    return c.json({})
  })
  return routes
}

function refuseOtherProtocol(body: unknown): void {
  const protocol = typeof body === 'object' && body !== null && 'protocol' in body ? body.protocol : undefined
  if (typeof protocol === 'number' && protocol !== protocolVersion) throw new Refusing('protocol')
}

const mostNames = 5

async function admit(
  {store, limiter}: HubParts,
  request: JoinRequest,
  address: string,
): Promise<Readonly<Record<string, unknown>>> {
  const {role, device} = request
  const {names} = await store.readSettings()
  const chosen = chosenName(request)
  if (chosen !== undefined && !names) throw new Refusing('name')
  const token = newToken()
  for (let attempt = 0; attempt < mostNames; attempt++) {
    const name = nameFor(chosen, attempt)
    const code = codeFrom(request.code)
    const admission = await store.join({code, device, role, token, name, chosen: chosen !== undefined})
    if ('learner' in admission)
      return {...admission, role, room: store.room, token, beat: limits.beat, days: 1, names}
    if (admission.refused === 'taken') continue
    if (admission.refused === 'code') {
      await limiter.refuses('codes', address)
      await limiter.refuses('allCodes', 'all')
    }
    throw new Refusing(admission.refused)
  }
  throw new Refusing('name')
}

/** A name that shows nothing once it is cleaned is refused. */
function chosenName({name}: JoinRequest): string | undefined {
  if (name === undefined) return undefined
  const clean = sanitize(name).trim()
  if (clean === '') throw new Refusing('name')
  return clean
}

/** Of two with one name, the second gets a number. */
function nameFor(chosen: string | undefined, attempt: number): string {
  if (chosen === undefined) return handleOf(randomInt(2 ** 32), attempt > 1)
  return attempt === 0 ? chosen : `${chosen.slice(0, limits.name - 2)} ${attempt + 1}`
}
