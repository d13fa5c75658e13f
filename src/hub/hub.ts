// A hub: its parts, its routes, and the server that they stand on. It opens no connection but the one to its Redis.

import type {Server as HttpServer} from 'node:http'
import type {Server, Socket} from 'node:net'
import {Hono} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import {secureHeaders} from 'hono/secure-headers'
import {type Course, isIn} from '../model/workshop/course.ts'
import type {WorkshopEvent} from '../model/workshop/event.ts'
import {limits} from '../model/workshop/limits.ts'
import type {Certificate} from './certificate.ts'
import {Desk} from './desk.ts'
import {answersTo} from './hosts.ts'
import {learnerRoutes} from './learner-routes.ts'
import {Limiter} from './limiter.ts'
import {bothProtocols} from './listen.ts'
import {LiveRoom} from './live-room.ts'
import {HubCounts, type Measured, metricsText} from './metrics.ts'
import type {HubParts} from './parts.ts'
import {Presence} from './presence.ts'
import {publicRoutes, type Tarball} from './public-routes.ts'
import type {RedisPlace} from './redis-client.ts'
import {type HubEnv, isLocal, Refusing} from './requests.ts'
import {type Patience, plainServer, refuse, secureServer, usualPatience} from './servers.ts'
import {type RoomSettings, RoomStore} from './store.ts'
import {Streams} from './streams.ts'

export type HubOptions = Readonly<{
  redis: RedisPlace
  /** The id of the room; a hub with the id of a room that is there serves it too. */
  room: string
  /** For a room that is not there yet. */
  settings: RoomSettings
  /** What learners are taught; without one, a room that only counts counts every lesson. */
  course?: Course | undefined
  /** Names of this hub besides its addresses. */
  publicNames: readonly string[]
  /** Without one, everything goes over plain HTTP: behind a proxy that has one, or because the instructor wants it so. */
  certificate?: Pick<Certificate, 'key' | 'cert'> | undefined
  /** The package, once it is packed. */
  tarball?: () => Tarball | undefined
  patience?: Patience
}>

/** Below the usual limit of descriptors. */
const mostConnections = 15_000
/** ms between two signs of life of the room in Redis */
const keepAliveEvery = 60_000

type PublicOptions = Pick<HubOptions, 'publicNames' | 'tarball'> &
  Readonly<{onVisit?: (address: string) => void}>

export class Hub {
  readonly server: Server
  readonly desk: Desk
  readonly #parts: HubParts
  readonly #keepAlive: NodeJS.Timeout
  readonly #sockets = new Set<Socket>()

  private constructor(parts: HubParts, server: Server) {
    this.#parts = parts
    this.server = server
    this.desk = parts.desk
    server.maxConnections = mostConnections
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
    })
    this.#keepAlive = setInterval(() => void parts.store.keepAlive().catch(() => undefined), keepAliveEvery)
  }

  /** Reads the room and makes the server, which the caller has to bind. @throws the connection's error if Redis is not there. */
  static async open({
    redis,
    room,
    settings,
    certificate,
    course,
    patience = usualPatience,
    ...options
  }: HubOptions): Promise<Hub> {
    const store = await RoomStore.open(redis, room, patience.redis)
    await store.settings(settings)
    await store.keepAlive()
    const presence = new Presence()
    const live = new LiveRoom(store, presence)
    await live.start()
    // Pictures of the last time have run out by now.
    void store.cleanDisk()
    const desk = new Desk(store, live)
    const streams = new Streams(live, listener => store.standing(listener))
    const counts = new HubCounts()
    const isOfCourse = course ? isIn(course) : () => true
    const isKnown = (event: WorkshopEvent) =>
      event.kind === 'reply' ? live.orders.some(({id}) => id === event.command) : isOfCourse(event)
    const parts = {store, live, desk, streams, counts, presence, limiter: new Limiter(), isKnown}
    const app = routesOf(parts, options)
    const server = certificate
      ? bothProtocols(
          secureServer(app, patience, certificate),
          plainServer(publicApp(options, counts), patience),
          patience.silence,
        )
      : plainServer(app, patience)
    return new Hub(parts, server)
  }

  /** How many labs listen. */
  get listeners(): number {
    return this.#parts.streams.size
  }

  /** When its Redis forgets the room, ms since the epoch. */
  keptUntil(): Promise<number> {
    return this.#parts.store.keptUntil()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#keepAlive)
    this.#parts.streams.close()
    this.desk.close()
    this.server.close()
    for (const socket of this.#sockets) socket.destroy()
    this.#parts.store.close()
  }
}

/** A server with the public page alone, to try whether others reach this computer. `onVisit`: told of each visitor's address. */
export function reachServer(onVisit: (address: string) => void): HttpServer {
  return plainServer(publicApp({publicNames: [], onVisit}), usualPatience)
}

/** What everybody may have without a secret. */
function publicApp({publicNames, tarball, onVisit}: PublicOptions, counts = new HubCounts()): Hono<HubEnv> {
  const app = new Hono<HubEnv>()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {defaultSrc: ["'none'"], frameAncestors: ["'none'"]},
      // A browser that heard of HSTS here would refuse plain HTTP to this host on every port.
      strictTransportSecurity: false,
    }),
  )
  app.use(async (c, next) => {
    if (!answersTo(c.req.header('host'), publicNames)) throw new Refusing('host')
    await next()
  })
  publicRoutes(app, tarball ?? (() => undefined), onVisit)
  app.notFound(c => c.json({refused: 'malformed'}, 404))
  app.onError((error, c) => refuse(error, c, counts))
  return app
}

function routesOf(parts: HubParts, options: PublicOptions): Hono<HubEnv> {
  const app = publicApp(options, parts.counts)
  app.get('/metrics', c => (isLocal(c) ? c.text(metricsText(measured(parts))) : c.notFound()))
  app.get('/readyz', async c => c.json({}, (await parts.store.isAlive()) ? 200 : 503))
  // Only where there is a body: to look for one makes a web request, with its signal, which would stay as long as a stream does.
  app.post(
    '/v1/*',
    bodyLimit({
      maxSize: limits.body,
      onError: c => {
        parts.counts.refuse('malformed')
        return c.json({refused: 'malformed'}, 413)
      },
    }),
  )
  app.route('/v1', learnerRoutes(parts))
  return app
}

function measured({live, streams, counts}: HubParts): Measured {
  const now = Date.now()
  return {room: live.room, listeners: streams.size, counts, readAgo: now - live.readAt, now}
}
