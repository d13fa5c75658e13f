// Where a hub listens, and whether others reach it there.

import type {Server} from 'node:net'
import {networkInterfaces} from 'node:os'
import {reachServer} from '../hub/hub.ts'
import {bind} from '../hub/listen.ts'
import {LabError} from '../model/text/lab-error.ts'
import {message, translate} from '../model/text/messages.ts'
import {errnoOf} from '../platform/errno.ts'
import {defaultPort} from '../workshop/address.ts'
import type {CommandContext} from './command.ts'
import {printNote, printResult} from './output.ts'

/** How many ports after the usual one are tried. */
const tries = 20
/** From a hub's port to that of its instructor's page: after a restart the page finds it there again. */
const toStaff = 100

/** Binds to `wanted`, else to the first free port from `usual` on. @throws LabError if there is none */
export function bindFirst(server: Server, wanted: number | undefined, usual = defaultPort): Promise<number> {
  return bindFrom(server, wanted ?? usual, wanted === undefined ? tries : 0)
}

/** Binds the instructor's server of the hub at `port`; nobody else reaches it. */
export function bindStaff(server: Server, port: number): Promise<number> {
  // Above the highest port there is none.
  return bindFrom(server, Math.min(port + toStaff, 65_535 - tries), tries, '127.0.0.1')
}

async function bindFrom(server: Server, first: number, more: number, host?: string): Promise<number> {
  for (let port = first; ; port++) {
    try {
      return await bind(server, port, host)
    } catch (error) {
      if (errnoOf(error) !== 'EADDRINUSE') throw error
      if (port >= first + more) throw new LabError('desk.noPort', {port, next: port + 1}, {cause: error})
    }
  }
}

/** The address under which others of the local network reach this computer; loopback if it has no other. */
export function ownAddress(): string {
  const [first] = addresses().filter(({internal}) => !internal)
  return first?.address ?? '127.0.0.1'
}

function addresses() {
  const all = Object.values(networkInterfaces()).flatMap(some => some ?? [])
  return all.filter(({family}) => family === 'IPv4')
}

/** `host --check`: waits for visits from other devices, and says what they prove. Exit code 0 if one came. */
export async function checkReach({options, language}: CommandContext): Promise<number> {
  const visits = new Set<string>()
  const isOwn = (address: string) => addresses().some(one => one.address === address)
  const server = reachServer(visitor => {
    const address = visitor.replace(/^::ffff:/, '')
    if (visits.has(address)) return
    visits.add(address)
    printNote(message(isOwn(address) ? 'desk.reachedSelf' : 'desk.reached', {address}), language)
  })
  const port = await bindFirst(server, options.port)
  const url = `http://${ownAddress()}:${port}/`
  const {renderUnicodeCompact} = await import('uqr')
  printResult(renderUnicodeCompact(url))
  printResult(translate(language, message('desk.check', {url})))
  await untilInterrupted()
  server.closeAllConnections()
  server.close()
  const isReached = [...visits].some(address => !isOwn(address))
  printNote(message(isReached ? 'desk.checkGood' : 'desk.checkOpen'), language)
  return isReached ? 0 : 1
}

async function untilInterrupted(): Promise<void> {
  const {promise, resolve} = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  await promise
}
