// What the instructor's page may ask of the hub: on this computer only, in the browser that was let in, and by the page itself.

import {setTimeout as pause} from 'node:timers/promises'
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response'
import {type Context, Hono} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import {getCookie, setCookie} from 'hono/cookie'
import {html} from 'hono/html'
import {type Language, message, translate} from '../model/text/messages.ts'
import type {WorkshopCommand} from '../model/workshop/command.ts'
import type {Course} from '../model/workshop/course.ts'
import {limits, staffHeader} from '../model/workshop/limits.ts'
import {parseSnapshot} from '../model/workshop/screen.ts'
import {parseStaffOrder, type StaffOrder} from '../model/workshop/staff-order.ts'
import type {ClassFeed} from './class-feed.ts'
import type {DemoStage} from './demo-stage.ts'
import type {Desk} from './desk.ts'
import {plainPage} from './plain-page.ts'
import {bodyOf, type HubEnv, Refusing} from './requests.ts'
import {refuse} from './servers.ts'
import type {StaffSessions} from './staff-sessions.ts'

export type StaffParts = Readonly<{
  desk: Desk
  feed: ClassFeed
  sessions: StaffSessions
  stage: DemoStage
  course: Course
  /** The page, whole. */
  page: string
  /** Of what is said to a browser that is not let in. */
  language: Language
  /** Whether pictures may be asked for. */
  pictures: boolean
  /** The port that it is bound to. */
  port: () => number
}>

/** ms that an order may take before the page is told that it waits */
const answerWithin = 3000

export function staffRoutes(parts: StaffParts): Hono<HubEnv> {
  const app = new Hono<HubEnv>()
  const policy = policyOf(parts.page)
  app.use(async (c, next) => {
    if (!isOurs(c.req.header('host'), parts.port())) throw new Refusing('host')
    await next()
    c.header('content-security-policy', policy)
    c.header('x-content-type-options', 'nosniff')
    c.header('x-frame-options', 'DENY')
    c.header('referrer-policy', 'no-referrer')
    c.header('cross-origin-resource-policy', 'same-origin')
    c.header('cross-origin-opener-policy', 'same-origin')
    c.header('cache-control', 'no-store')
  })
  app.notFound(c => c.json({refused: 'malformed'}, 404))
  app.onError((error, c) => refuse(error, c))
  pageRoutes(app, parts)
  stageRoutes(app, parts)
  app.use('/v1/*', limited(limits.body))
  app.use('/v1/*', async (c, next) => {
    if (!isKnown(c, parts)) throw new Refusing('token')
    if (c.req.header('sec-fetch-site') !== 'same-origin') throw new Refusing('host')
    if (c.req.method !== 'GET' && c.req.header(staffHeader) === undefined) throw new Refusing('host')
    await next()
  })
  readingRoutes(app, parts)
  app.post('/v1/orders', async c => {
    const order = parseStaffOrder(await bodyOf(c))
    if (!order) throw new Refusing('malformed')
    const done = carryOut(parts, order)
    // The page hears of a refusal only while it waits.
    done.catch(() => undefined)
    const result = await Promise.race([done, pause(answerWithin, undefined, {ref: false})])
    return result === undefined ? c.json({}, 202) : c.json({done: result})
  })
  return app
}

function limited(maxSize: number) {
  return bodyLimit({maxSize, onError: c => c.json({refused: 'malformed'}, 413)})
}

/** What the instructor's own lab may do: show itself. It is no browser, and has a key instead of a cookie. */
function stageRoutes(app: Hono<HubEnv>, {stage}: StaffParts): void {
  app.use('/v1/demo', async (c, next) => {
    const [, key = ''] = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '') ?? []
    if (!stage.admits(key)) throw new Refusing('token')
    await next()
  })
  app.put('/v1/demo', limited(limits.snapshot), async c => {
    const screen = parseSnapshot(await bodyOf(c))
    if (!screen) throw new Refusing('malformed')
    stage.show(screen)
    return c.json({})
  })
  app.delete('/v1/demo', c => {
    stage.end()
    return c.json({})
  })
}

/** The names of loopback, with this port: another site's name that leads here is none of them. */
function isOurs(host: string | undefined, port: number): boolean {
  return [`127.0.0.1:${port}`, `localhost:${port}`].includes(host?.toLowerCase() ?? '')
}

/** Cookies are not told apart by port, so the name has it. */
function cookieOf({port}: StaffParts): string {
  return `redis-cluster-lab-${port()}`
}

function isKnown(c: Context<HubEnv>, parts: StaffParts): boolean {
  const session = getCookie(c, cookieOf(parts))
  return session !== undefined && parts.sessions.has(session)
}

/** The policy of the page itself, and nobody may frame it. */
function policyOf(page: string): string {
  const [, own = "default-src 'none'"] =
    /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page) ?? []
  return `${own}; frame-ancestors 'none'`
}

function pageRoutes(app: Hono<HubEnv>, parts: StaffParts): void {
  const {sessions, page, language} = parts
  const closed = (c: Context<HubEnv>) => c.html(closedPage(language), 401)
  app.get('/open/:token', async c => {
    const session = await sessions.exchange(c.req.param('token'))
    if (session === undefined) return closed(c)
    setCookie(c, cookieOf(parts), session, {httpOnly: true, sameSite: 'Strict', path: '/'})
    return c.redirect('/', 303)
  })
  app.get('/', c => (isKnown(c, parts) ? c.html(page) : closed(c)))
}

/** What a browser sees that has no key: how to get one. */
function closedPage(language: Language) {
  const text = (key: Parameters<typeof message>[0]) => translate(language, message(key))
  return plainPage(language, html`<p>${text('class.noKey')}</p>`)
}

function readingRoutes(app: Hono<HubEnv>, {desk, feed, course}: StaffParts): void {
  app.get('/v1/course', c => c.json(course))
  app.get('/v1/changes', async c => {
    await feed.open(c.env.outgoing)
    return RESPONSE_ALREADY_SENT
  })
  app.get('/v1/snapshot/:request', async c => {
    const json = await desk.snapshot(c.req.param('request'))
    if (json === undefined) throw new Refusing('closed')
    return c.body(json, 200, {'content-type': 'application/json'})
  })
  app.get('/v1/:file{export\\.(?:csv|jsonl)}', async c => {
    const format = c.req.param('file').endsWith('csv') ? 'csv' : 'jsonl'
    const {text} = await desk.records(format)
    return c.body(text, 200, {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl',
      'content-disposition': `attachment; filename="workshop.${format}"`,
    })
  })
}

/** Commands that are given as they are; the others come with an order of their own. */
const given: readonly WorkshopCommand['kind'][] = [
  'say',
  'offer',
  'goto',
  'unlock',
  'timer',
  'poll',
  'snapshot',
]

/** Resolves to false if it cannot be done. */
async function carryOut({desk, pictures}: StaffParts, order: StaffOrder): Promise<boolean> {
  switch (order.is) {
    case 'give': {
      const {id, command, target} = order.order
      const allowed = command.kind !== 'snapshot' || (pictures && target.learner !== undefined)
      // Where a learner is, and who they are, is not known in a room that only counts.
      const known = !desk.room().counts || (target.learner === undefined && target.step === undefined)
      if (!given.includes(command.kind) || !allowed || !known) return false
      await desk.give(command, target, id)
      return true
    }
    case 'closePoll':
      return desk.closePoll(order.share)
    case 'lock':
      await desk.lock(order.locked)
      return true
    case 'kick':
      return desk.kick(order.learner)
    case 'rename':
      return desk.rename(order.learner, order.name)
    case 'code':
      await desk.changeCode(order.of)
      return true
    case 'end':
      await desk.end()
      return true
    case 'help':
      return desk.help(order.n, order.what)
  }
}
