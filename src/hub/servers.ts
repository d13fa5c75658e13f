// The servers that an application stands on, and how each of them refuses.

import type {Server as HttpServer} from 'node:http'
import {createServer as createSecureServer} from 'node:https'
import {createAdaptorServer} from '@hono/node-server'
import type {Context, Hono} from 'hono'
import {keyExchange, protocolVersion} from '../model/workshop/limits.ts'
import type {Certificate} from './certificate.ts'
import type {HubCounts} from './metrics.ts'
import {type HubEnv, Refusing} from './requests.ts'

/**
 * How long a client may take, ms: for its first byte, for its headers, for its whole request; and how often that is looked at. `redis`: how long Redis
 * may take for one answer, if not as usual.
 */
export type Patience = Readonly<{
  silence: number
  headers: number
  request: number
  check: number
  redis?: number
}>

export const usualPatience: Patience = {silence: 10_000, headers: 10_000, request: 30_000, check: 2000}

function optionsFor({headers, request, check}: Patience) {
  return {
    // Longer than the time between two beats, so that a lab need not connect again for each.
    keepAliveTimeout: 65_000,
    headersTimeout: headers,
    requestTimeout: request,
    connectionsCheckingInterval: check,
    maxHeaderSize: 8192,
  }
}

export function plainServer(app: Hono<HubEnv>, patience: Patience = usualPatience): HttpServer {
  return createAdaptorServer({fetch: app.fetch, serverOptions: optionsFor(patience)}) as HttpServer
}

export function secureServer(
  app: Hono<HubEnv>,
  patience: Patience,
  {key, cert}: Pick<Certificate, 'key' | 'cert'>,
): HttpServer {
  return createAdaptorServer({
    fetch: app.fetch,
    createServer: createSecureServer,
    serverOptions: {
      ...optionsFor(patience),
      handshakeTimeout: patience.headers,
      ecdhCurve: keyExchange,
      key,
      cert,
    },
  }) as HttpServer
}

/** What fails below a request is its connection, or Redis; else it is a bug, and the status says so. */
export function refuse(error: Error, c: Context<HubEnv>, counts?: HubCounts) {
  const refusing = error instanceof Refusing ? error : new Refusing('busy', 1)
  if (refusing.wait !== undefined) c.header('retry-after', `${refusing.wait}`)
  const {refused, wait, status} = refusing
  counts?.refuse(refused)
  const protocol = refused === 'protocol' ? {protocol: protocolVersion} : {}
  const isBug = bugs.some(bug => error instanceof bug)
  return c.json({refused, ...protocol, ...(wait !== undefined && {wait})}, isBug ? 500 : status)
}

const bugs = [TypeError, RangeError, ReferenceError]
