// What a learner's lab may ask of the hub.

import {randomBytes, randomInt} from 'node:crypto'
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response'
import {Hono} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import {sanitize} from '../model/text/sanitize.ts'
import {type Batch, parseBatch, type WorkshopEvent} from '../model/workshop/event.ts'
import {handleOf} from '../model/workshop/handles.ts'
import type {HelpAct} from '../model/workshop/help-question.ts'
import {
  type Ack,
  type Checked,
  type CodeCheck,
  codeFrom,
  type Joined,
  type JoinRequest,
  parseCheck,
  parseErasure,
  parseJoin,
  type Role,
} from '../model/workshop/join.ts'
import {limits, protocolVersion} from '../model/workshop/limits.ts'
import {parseSnapshot} from '../model/workshop/screen.ts'
import {newToken} from './codes.ts'
import type {HubParts} from './parts.ts'
import {bodyOf, type HubEnv, Refusing, visitorOf} from './requests.ts'
import type {Door} from './store.ts'

/** s */
const longestWait = 25

export function learnerRoutes(parts: HubParts): Hono<HubEnv> {
  const routes = new Hono<HubEnv>()
  openRoutes(routes, parts)
  routes.use('*', async (c, next) => {
    const token = /^Bearer ((?:[0-9a-f]{32}){1,2})$/.exec(c.req.header('authorization') ?? '')?.[1]
    const identity = token === undefined ? undefined : await parts.store.identify(token)
    if (!identity) throw new Refusing('token')
    const wait = await parts.limiter.refuses('requests', identity.learner)
    if (wait !== undefined) throw new Refusing('busy', wait)
    // A lab that was away still hears of the end, and its learner may leave.
    const takes = c.req.method === 'POST' && !c.req.path.endsWith('/leave')
    if (takes && (await parts.store.hasEnded())) throw new Refusing('ended')
    c.set('identity', identity)
    if (identity.role === 'learner') parts.presence.seen(identity.learner)
    await next()
  })
  eventsRoute(routes, parts)
  ordersRoutes(routes, parts)
  snapshotRoute(routes, parts)
  routes.post('/leave', async c => {
    const {learner, seal} = c.get('identity')
    await parts.store.dismiss(learner, 'left')
    parts.presence.gone(learner)
    if (parts.store.countsOnly) {
      await parts.store.letGo(seal)
      parts.streams.dismiss(learner, 'left')
    }
    return c.json({})
  })
  routes.route('/help', helperRoutes(parts))
  return routes
}

type Routes = Hono<HubEnv>

/** bytes of a request without a token */
const mostWithoutToken = 2048

/** What needs no token. A person who erases may have left, been sent out, or be late: the device proves who it is. */
function openRoutes(routes: Routes, parts: HubParts): void {
  const limit = bodyLimit({
    maxSize: mostWithoutToken,
    onError: c => c.json({refused: 'malformed'}, 413),
  })
  routes.post('/join', limit, async c => {
    const body = await bodyOf(c)
    refuseOtherProtocol(body)
    const request = parseJoin(body)
    if (!request) throw new Refusing('malformed')
    return c.json(await admit(parts, request, visitorOf(c)))
  })
  routes.post('/code', limit, async c => {
    const body = await bodyOf(c)
    refuseOtherProtocol(body)
    const request = parseCheck(body)
    if (!request) throw new Refusing('malformed')
    const {locked, countsOnly} = await checkCode(parts, request, visitorOf(c))
    return c.json({room: parts.store.room, locked, countsOnly} satisfies Checked)
  })
  routes.post('/erase', limit, async c => {
    const request = parseErasure(await bodyOf(c))
    if (!request) throw new Refusing('malformed')
    await parts.desk.erase(request.device)
    return c.json({})
  })
}

function eventsRoute(routes: Routes, {store, limiter, counts, presence, isKnown}: HubParts): void {
  routes.post('/events', async c => {
    const identity = c.get('identity')
    const {learner} = identity
    const length = Number(c.req.header('content-length') ?? limits.body)
    const wait = await limiter.refuses('bytes', learner, length)
    if (wait !== undefined) throw new Refusing('busy', wait)
    const sent = parseBatch(await bodyOf(c))
    if (!sent) throw new Refusing('malformed')
    const batch = kept(sent, event => (store.countsOnly ? isKnown(event) : isOf(identity.role, event)))
    const flags = batch.events.filter(({event}) => event.kind === 'flag').length
    const tooMany =
      (await limiter.refuses('events', learner, batch.events.length)) ??
      (flags > 0 ? await limiter.refuses('flags', learner, flags) : undefined)
    if (tooMany !== undefined) throw new Refusing('busy', tooMany)
    const stored = await store.add(identity, batch)
    if (!stored) throw new Refusing('token')
    if (batch.events.at(-1)?.event.kind === 'bye') presence.gone(learner)
    counts.events += batch.events.length
    return c.json({...stored, beat: limits.beat} satisfies Ack)
  })
}

function kept(batch: Batch, isKept: (event: WorkshopEvent) => boolean): Batch {
  return {...batch, events: batch.events.filter(({event}) => isKept(event))}
}

/** Helpers do not vote, whatever their lab sends. */
function isOf(role: Role, {kind}: WorkshopEvent): boolean {
  return role === 'learner' || kind !== 'vote'
}

function ordersRoutes(routes: Routes, {streams, store}: HubParts): void {
  routes.get('/stream', c => {
    const cursor = c.req.header('last-event-id') ?? c.req.query('after')
    streams.open({...c.get('identity'), response: c.env.outgoing}, cursor)
    return RESPONSE_ALREADY_SENT
  })

  /** For networks that hold back or cut streams. */
  routes.get('/orders', async c => {
    const identity = c.get('identity')
    const {learner, role} = identity
    const cursor = c.req.query('after')
    const wait = Math.min(Number(c.req.query('wait') ?? 0) || 0, longestWait)
    if (streams.pending(learner, cursor).length === 0 && wait > 0) {
      const gone = new AbortController()
      c.env.outgoing.on('close', () => gone.abort())
      await streams.somethingNew(wait * 1000, gone.signal)
      if ((await store.standing(identity)) !== 'in') throw new Refusing('token')
    }
    const orders = streams.pending(learner, cursor)
    return c.json({orders, ...(role === 'helper' && {queue: streams.queue()})})
  })
}

function snapshotRoute(routes: Routes, {store, live, limiter}: HubParts): void {
  routes.post('/snapshot/:request', async c => {
    const {learner} = c.get('identity')
    const request = c.req.param('request')
    const asked = live.orders.find(({id}) => id === request)
    if (asked?.command.kind !== 'snapshot' || asked.target.learner !== learner) throw new Refusing('closed')
    if (Date.now() - asked.at > limits.picture) throw new Refusing('closed')
    const wait = await limiter.refuses('snapshots', 'room')
    if (wait !== undefined) throw new Refusing('busy', wait)
    const snapshot = parseSnapshot(await bodyOf(c))
    if (!snapshot) throw new Refusing('malformed')
    if (!(await store.keepSnapshot(learner, request, JSON.stringify(snapshot)))) throw new Refusing('closed')
    return c.json({})
  })
}

function helperRoutes({desk, store}: HubParts): Hono<HubEnv> {
  const routes = new Hono<HubEnv>()
  routes.post('/:n{[0-9]{1,9}}/:what{claim|release|answer}', async c => {
    const helper = c.get('identity')
    if (helper.role !== 'helper') throw new Refusing('token')
    const {n, what} = c.req.param()
    const by = {id: helper.learner, name: (await store.nameOf(helper.learner)) ?? '–'}
    const done = await desk.help(Number(n), what as HelpAct, by)
    if (!done) throw new Refusing('closed')
    return c.json({})
  })
  return routes
}

function refuseOtherProtocol(body: unknown): void {
  const protocol = typeof body === 'object' && body !== null && 'protocol' in body ? body.protocol : undefined
  if (typeof protocol === 'number' && protocol !== protocolVersion) throw new Refusing('protocol')
}

/** Attempts at a name that nobody has; after the first five the number is a random one. */
const [mostNames, counted] = [20, 5]

/** @throws Refusing if the code lets nobody in as this, or was guessed too often from this address */
async function checkCode(
  {store}: Pick<HubParts, 'store'>,
  {code: typed, role}: Pick<CodeCheck, 'code' | 'role'>,
  address: string,
): Promise<Door> {
  const code = codeFrom(typed)
  const door = await store.readSettings()
  const {code: learners, helperCode: helpers} = door
  const [wanted, other] = role === 'helper' ? [helpers, learners] : [learners, helpers]
  const wait = await store.guess(address, code !== wanted)
  if (wait !== undefined) throw new Refusing('busy', wait)
  if (code === other) throw new Refusing(role === 'helper' ? 'learnersCode' : 'helpersCode')
  if (code !== wanted) throw new Refusing('code')
  if (await store.hasEnded()) throw new Refusing('ended')
  return door
}

async function admit(parts: HubParts, request: JoinRequest, address: string): Promise<Joined> {
  const {store, desk, streams, limiter} = parts
  const {role, device} = request
  const code = codeFrom(request.code)
  const isMember = (await store.roleOf(device)) === role
  if (!isMember) await checkCode(parts, request, address)
  const wait = await limiter.refuses('joins', device)
  if (wait !== undefined) throw new Refusing('busy', wait)
  const {names: theirs, countsOnly} = await store.readSettings()
  // Learners have no names where nothing of them is kept; helpers are not counted.
  const nameless = countsOnly && role === 'learner'
  const names = theirs && !nameless
  const chosen = chosenName(request)
  if (chosen !== undefined && !names) throw new Refusing('name')
  const token = newToken() + (countsOnly ? store.sealOf(device) : '')
  const id = randomBytes(8).toString('hex')
  for (let attempt = 0; attempt < mostNames; attempt++) {
    const name = nameless ? '' : nameFor(chosen, attempt)
    const request = {code, device, role, token, id, name, chosen: chosen !== undefined}
    const admission = await desk.join(request)
    if ('learner' in admission) {
      const {learner, name} = admission
      if (role === 'learner') parts.presence.seen(learner)
      streams.review(learner)
      const known = {learner, ...(name !== '' && {name}), role, room: store.room, token}
      return {...known, beat: limits.beat, names, ...(countsOnly && {countsOnly}), at: Date.now()}
    }
    if (admission.refused === 'taken') continue
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
  if (attempt === 0) return chosen
  const number = ` ${attempt < counted ? attempt + 1 : randomInt(counted + 1, 1000)}`
  return chosen.slice(0, limits.name - number.length) + number
}
