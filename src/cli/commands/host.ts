// `host`: a workshop's hub on this computer, and the instructor's terminal.

import {randomBytes} from 'node:crypto'
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {networkInterfaces} from 'node:os'
import {join} from 'node:path'
import {runDeskLines} from '../../desk/desk-lines.ts'
import {certificateIn} from '../../hub/certificate.ts'
import {newCode} from '../../hub/codes.ts'
import {Hub} from '../../hub/hub.ts'
import {bind} from '../../hub/listen.ts'
import type {RedisPlace, RoomSettings} from '../../hub/store.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {checkWordsOf} from '../../model/workshop/handles.ts'
import {errnoOf} from '../../platform/errno.ts'
import {takeLock} from '../../platform/file-lock.ts'
import {slowHash} from '../../platform/slow-hash.ts'
import {startPrivateRedis} from '../../redis/nodes/private-redis.ts'
import {defaultPort} from '../../workshop/address.ts'
import type {CommandContext} from '../command.ts'
import {prepareServerAndKeeper} from '../server-and-keeper.ts'

/** How many ports after the usual one are tried. */
const tries = 20

export async function host(context: CommandContext): Promise<number> {
  const {options, environment, language, leaveSplash} = context
  leaveSplash()
  const folder = join(environment.dataFolder, 'hub')
  await mkdir(folder, {recursive: true, mode: 0o700})
  const {room, again} = await roomOf(context, folder)
  await using place = await redisFor(context, join(folder, room))
  const certificate = options.insecureHttp ? undefined : await certificateIn(folder)
  const names = !options.insecureHttp
  const settings: RoomSettings = {code: newCode(), helperCode: newCode(), names, createdAt: Date.now()}
  const publicNames = options.publicName === undefined ? [] : [options.publicName.toLowerCase()]
  await using hub = await Hub.open({redis: place.redis, room, settings, publicNames, certificate}).catch(
    error => {
      throw new LabError(
        'desk.redisFailed',
        {place: options.redis ?? 'redis.sock', error: error.message},
        {cause: error},
      )
    },
  )
  if (hub.desk.room().ended) throw new LabError('desk.roomGone')
  const port = await bindFirst(hub, options.port)
  const {code, helperCode} = await hub.desk.settings()
  const address = `${options.insecureHttp ? 'http://' : ''}${options.publicName ?? ownAddress()}:${port}`
  const words = certificate && checkWordsOf(await slowHash(certificate.fingerprint, code))
  const intro: readonly Message[] = [
    message('desk.room', {room}),
    message('desk.joinLine', {address, code}),
    ...(words === undefined ? [message('desk.insecure')] : [message('desk.words', {words})]),
    message('desk.helperLine', {address, code: helperCode}),
    ...(again ? [message('desk.goesOn')] : []),
    message('desk.began'),
  ]
  // Without await, the hub and its Redis would end before the terminal does.
  return await runDeskLines({
    desk: hub.desk,
    language,
    intro,
    pictures: certificate !== undefined,
    gone: place.gone,
  })
}

/** The room that is named, else the one that was open last, else a new one. */
async function roomOf(
  {options}: CommandContext,
  folder: string,
): Promise<Readonly<{room: string; again: boolean}>> {
  const file = join(folder, 'room')
  const last = (await readFile(file, 'utf8').catch(() => '')).trim()
  const again = options.room === undefined && !options.new && /^[a-z0-9]{8}$/.test(last)
  const room = options.room ?? (again ? last : randomBytes(4).toString('hex'))
  await writeFile(file, room, {mode: 0o600})
  return {room, again}
}

type Place = AsyncDisposable & Readonly<{redis: RedisPlace; gone: Promise<never>}>

async function redisFor(context: CommandContext, folder: string): Promise<Place> {
  const {redis} = context.options
  if (redis !== undefined)
    return {
      redis: {url: redis},
      gone: new Promise(() => undefined),
      [Symbol.asyncDispose]: async () => undefined,
    }
  await mkdir(folder, {recursive: true, mode: 0o700})
  const held = await lockOf(folder)
  const {server, keeper} = await prepareServerAndKeeper(context)
  const {socket} = await startPrivateRedis(keeper, server, folder)
  const gone = keeper.gone.then(how => Promise.reject(new LabError('error.keeperGone', {how: how ?? ''})))
  // It ends when this command does, too; then nobody waits for it.
  gone.catch(() => undefined)
  return {
    redis: {socket},
    gone,
    async [Symbol.asyncDispose]() {
      await keeper[Symbol.asyncDispose]()
      await held[Symbol.asyncDispose]()
    },
  }
}

/** Two servers on one append-only file would destroy it. @throws LabError if another host has it */
async function lockOf(folder: string): Promise<AsyncDisposable> {
  const abort = new AbortController()
  const day = 24 * 3600_000
  const onWait = (pid: number) => abort.abort(new LabError('desk.otherHost', {pid}))
  return takeLock(folder, {onWait, signal: abort.signal, maxAge: day}).catch(error => {
    throw abort.signal.aborted ? abort.signal.reason : error
  })
}

async function bindFirst(hub: Hub, wanted: number | undefined): Promise<number> {
  const first = wanted ?? defaultPort
  for (let port = first; ; port++) {
    try {
      return await bind(hub.server, port)
    } catch (error) {
      if (errnoOf(error) !== 'EADDRINUSE') throw error
      if (wanted !== undefined || port > first + tries)
        throw new LabError('desk.noPort', {port, next: port + 1}, {cause: error})
    }
  }
}

/** The address under which others of the local network reach this computer; loopback if it has no other. */
function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flat()
  return all.find(one => one && one.family === 'IPv4' && !one.internal)?.address ?? '127.0.0.1'
}
