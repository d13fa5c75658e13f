// `host`: a workshop's hub on this computer, and the instructor's terminal.

import {randomBytes} from 'node:crypto'
import {existsSync} from 'node:fs'
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {runDeskLines} from '../../desk/desk-lines.ts'
import type {Certificate} from '../../hub/certificate.ts'
import {newCode} from '../../hub/codes.ts'
import {Hub} from '../../hub/hub.ts'
import type {Tarball} from '../../hub/public-routes.ts'
import type {RedisPlace} from '../../hub/redis-client.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {type Message, message} from '../../model/text/messages.ts'
import type {Course} from '../../model/workshop/course.ts'
import {namesIn} from '../../model/workshop/desk-names.ts'
import {checkWordsOf} from '../../model/workshop/handles.ts'
import {builtFile} from '../../platform/built-file.ts'
import {takeFreeLock} from '../../platform/file-lock.ts'
import {keepHeapSmallest} from '../../platform/memory.ts'
import {slowHash} from '../../platform/slow-hash.ts'
import {startPrivateRedis} from '../../redis/nodes/private-redis.ts'
import {askProcess} from '../ask-process.ts'
import type {CommandContext} from '../command.ts'
import {bindFirst, checkReach, ownAddress} from '../host-address.ts'
import {hostFolder, lastRoom, noteExpiry, openStageDoor, removeExpired} from '../host-folder.ts'
import {refuseUnusable} from '../host-room.ts'
import type {Options} from '../options.ts'
import {packSelf} from '../pack-self.ts'
import type {HostPreparation, HostQuestion} from '../prepare-host.ts'
import {prepareServerAndKeeper} from '../server-and-keeper.ts'
import {openStaff} from '../staff-page.ts'

export async function host(context: CommandContext): Promise<number> {
  const {options, environment, language, leaveSplash} = context
  leaveSplash()
  if (options.check) return checkReach(context)
  keepHeapSmallest()
  const folder = hostFolder(environment)
  await mkdir(folder, {recursive: true, mode: 0o700})
  const {room, again} = await roomOf(context, folder)
  const countsOnly = await countsOnlyIn(options, folder, room)
  await using place = await redisFor(context, join(folder, room), countsOnly)
  const prepared = await prepare(options, folder)
  const {redis} = place
  let tarball: Tarball | undefined
  await using hub = await openHub(context, {redis, room, countsOnly, ...prepared, tarball: () => tarball})
  await using _expiry = await noteExpiry(folder, room, () => hub.keptUntil())
  refuseUnusable(hub.desk.room(), room, options)
  const words = wordsBy(prepared.certificate)
  // They take 64 MB for a moment: before a whole class connects.
  await words((await hub.desk.settings()).code)
  const port = await portOf(hub.server, options.port, join(folder, `${room}-port`))
  // Labs that wait for a hub that was killed come back in the meantime.
  tarball = await packSelf()
  const address = addressFor(options, port)
  const {desk} = hub
  const pictures = isEncrypted(options)
  using staff = await openStaff(port, {
    desk,
    file: join(folder, `${room}-page`),
    course: prepared.course,
    language,
    pictures,
    door: async codes => ({...codes, address, page: pageOf(options, address), ...(await words(codes.code))}),
  })
  await using _door = await openStageDoor(folder, room, staff.stageDoor)
  const intro = await introOf(hub, options, {room, address, port, words, tarball, again, link: staff.link()})
  // Without await, the hub and its Redis would end before the terminal does.
  return await runDeskLines({
    desk,
    looks: {language, theme: environment},
    intro,
    door: {address, words: async code => (await words(code)).words},
    pictures,
    names: namesIn(prepared.course, language),
    gone: place.gone,
    openPage: () => staff.show(),
  })
}

/** What a hub makes at its start, made by a process of its own. @throws LabError if a lesson cannot be read */
function prepare({lessons, insecureHttp}: Options, folder: string): Promise<HostPreparation> {
  const question: HostQuestion = {lessons, folder: insecureHttp ? undefined : folder}
  return askProcess(builtFile('prepare-host.js'), question)
}

type Needs = Readonly<{
  redis: RedisPlace
  room: string
  countsOnly: boolean
  course: Course
  certificate: Certificate | undefined
  /** Undefined until it is packed. */
  tarball: () => Tarball | undefined
}>

/** @throws LabError if the Redis cannot be used */
async function openHub({options}: CommandContext, {countsOnly, ...needs}: Needs): Promise<Hub> {
  const names = isEncrypted(options)
  const settings = {code: newCode(), helperCode: newCode(), names, countsOnly}
  const publicNames = options.publicName === undefined ? [] : [options.publicName.toLowerCase()]
  return await Hub.open({...needs, settings, publicNames}).catch(error => {
    const values = {place: options.redis ?? 'redis.sock', error: error.message}
    throw new LabError('desk.redisFailed', values, {cause: error})
  })
}

/**
 * Whether this room only counts, which is so from its beginning: `file` marks it, for its Redis is started in another way.
 * @throws LabError if that is wanted of a Redis of others
 */
async function countsOnlyIn(options: Options, folder: string, room: string): Promise<boolean> {
  if (options.redis !== undefined) {
    if (options.aggregateOnly) throw new LabError('desk.countsOwnRedis')
    return false
  }
  const mark = join(folder, `${room}-counts-only`)
  if (existsSync(mark)) return true
  // One that was there before keeps what each learner did.
  if (!options.aggregateOnly || existsSync(join(folder, room))) return false
  await writeFile(mark, '', {mode: 0o600})
  return true
}

/** With --public-name and --insecure-http, a proxy in front of the hub has the certificate. */
function isProxied({insecureHttp, publicName}: Options): boolean {
  return insecureHttp && publicName !== undefined
}

function isEncrypted(options: Options): boolean {
  return !options.insecureHttp || isProxied(options)
}

/** Where the room was before, its labs look for it: the port is kept in `file`. */
async function portOf(server: Hub['server'], wanted: number | undefined, file: string): Promise<number> {
  const former = Number(await readFile(file, 'utf8').catch(() => ''))
  const port = await bindFirst(server, wanted, former || undefined)
  await writeFile(file, String(port), {mode: 0o600})
  return port
}

/** The address as learners type it. */
function addressFor(options: Options, port: number): string {
  const {publicName, insecureHttp} = options
  if (isProxied(options)) return `https://${publicName}`
  return `${insecureHttp ? 'http://' : ''}${publicName ?? ownAddress()}:${port}`
}

type Intro = Readonly<{
  room: string
  address: string
  port: number
  words: CheckWords
  tarball: Tarball | undefined
  again: boolean
  link: string
}>

/** How to join, for the projector. */
async function introOf(
  {desk}: Hub,
  options: Options,
  {room, address, port, words, tarball, again, link}: Intro,
): Promise<readonly Message[]> {
  const {ended, counts} = desk.room()
  if (ended)
    return [message(counts ? 'desk.endedRoomCounted' : 'desk.endedRoom', {room}), message('desk.began')]
  const {code} = await desk.settings()
  const offered = isProxied(options) ? undefined : tarball
  const plain = address.replace('http://', '')
  return [
    message('desk.room', {room}),
    ...(counts ? [message('desk.countsOnlyRoom')] : []),
    message('desk.joinLine', {address, code}),
    securityWords(options, port, await words(code)),
    message('desk.helpersHint'),
    ...(offered
      ? [message('desk.tarball', {address: plain, typed: address, integrity: offered.integrity})]
      : []),
    ...(tarball ? [] : [message('desk.noTarball')]),
    ...(again ? [message('desk.goesOn')] : []),
    message('desk.pageLink', {link}),
    message('desk.began'),
  ]
}

function securityWords(options: Options, port: number, {words}: Awaited<ReturnType<CheckWords>>): Message {
  if (words !== undefined) return message('desk.words', {words})
  return isProxied(options) ? message('desk.proxied', {port}) : message('desk.insecure')
}

/** The words that both ends compare, for a code; none without a certificate of this hub's own. */
type CheckWords = (code: string) => Promise<Readonly<{words?: string}>>

/** They cost some time, so they are kept: a room has two codes, and seldom a new one. */
function wordsBy(certificate: Certificate | undefined): CheckWords {
  const known = new Map<string, Promise<string>>()
  return async code => {
    if (!certificate) return {}
    const words = known.get(code) ?? slowHash(certificate.fingerprint, code).then(checkWordsOf)
    known.set(code, words)
    return {words: await words}
  }
}

/** What a phone opens to see how to join. */
function pageOf(options: Options, address: string): string {
  return isProxied(options) ? address : `http://${address.replace('http://', '')}/`
}

/** The room that is named, else the one that was open last, else a new one. */
async function roomOf(
  {options}: CommandContext,
  folder: string,
): Promise<Readonly<{room: string; again: boolean}>> {
  await removeExpired(folder)
  const last = (await lastRoom(folder)) ?? ''
  const again = options.room === undefined && !options.new && /^[a-z0-9]{8}$/.test(last)
  const room = options.room ?? (again ? last : randomBytes(4).toString('hex'))
  if (!/^[a-zA-Z0-9-]{1,40}$/.test(room)) throw new LabError('desk.badRoom', {room})
  await writeFile(join(folder, 'room'), room, {mode: 0o600})
  return {room, again}
}

type Place = AsyncDisposable & Readonly<{redis: RedisPlace; gone: Promise<never>}>

async function redisFor(context: CommandContext, folder: string, countsOnly: boolean): Promise<Place> {
  const {redis} = context.options
  if (redis !== undefined) {
    const gone = new Promise<never>(() => undefined)
    return {redis: {url: redis}, gone, [Symbol.asyncDispose]: async () => undefined}
  }
  await mkdir(folder, {recursive: true, mode: 0o700})
  // Two servers on one append-only file would destroy it.
  const held = await takeFreeLock(folder, pid => new LabError('desk.otherHost', {pid}))
  const {server, keeper} = await prepareServerAndKeeper(context)
  const {socket} = await startPrivateRedis(keeper, server, folder, countsOnly ? 'snapshots' : 'log')
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
