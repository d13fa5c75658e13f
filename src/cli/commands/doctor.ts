// `doctor`: can the lab run here? Prints every finding with its remedy; changes and fetches nothing, but for a server with `--workshop`.

import {access, constants} from 'node:fs/promises'
import {release, tmpdir} from 'node:os'
import {nominalBase, portOf, rosterAt} from '../../model/cluster/node.ts'
import {properName} from '../../model/cluster/versions.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {type Language, type Message, message, translate} from '../../model/text/messages.ts'
import {errnoOf} from '../../platform/errno.ts'
import {cliCommand} from '../../redis/install/candidate.ts'
import {type Candidate, findServer, lookForServers} from '../../redis/install/find-server.ts'
import {howToInstall, isWsl} from '../../redis/install/install-advice.ts'
import {type Sources, sourcesOn} from '../../redis/install/releases.ts'
import {isNewEnough} from '../../redis/install/server-version.ts'
import {readSystem} from '../../redis/install/system.ts'
import {runFolders} from '../../redis/keeper/leftovers.ts'
import {portTaken} from '../../redis/keeper/port-taken.ts'
import {allBases, claimFirst, firstTakenPort} from '../../redis/keeper/ports.ts'
import {addressText, parseAddress} from '../../workshop/address.ts'
import {HubClient} from '../../workshop/hub-client.ts'
import {whyNot} from '../../workshop/why-not.ts'
import type {CommandContext} from '../command.ts'
import type {Environment} from '../environment.ts'
import type {Options} from '../options.ts'
import {printNote, printResult} from '../output.ts'
import {givenServer} from '../server-and-keeper.ts'

/** With a `note` the lab runs anyway; with a `fault` it does not. */
type Finding = Readonly<{is: 'fine' | 'note' | 'fault'; words: Message}>

const marks = {fine: 'ok', note: '! ', fault: 'X '} as const

export async function doctor({options, environment, language}: CommandContext): Promise<number> {
  // First, as it fetches the server: what else is found then holds in the room.
  const prepared = options.workshop ? await workshop(options, environment, language) : []
  const findings = [
    fine(message('doctor.node', {version: process.versions.node})),
    ...(await servers(options, environment)),
    await ports(options),
    await folder(),
    terminal(environment),
    ...(isWsl(release()) ? [wsl] : []),
    await leftovers(),
    ...prepared,
  ]
  const healthy = findings.every(({is}) => is !== 'fault')
  if (options.json)
    printResult(JSON.stringify({ready: healthy, findings: findings.map(one => asJson(one, language))}))
  else printFindings(findings, healthy, language)
  return healthy ? 0 : 1
}

function printFindings(findings: readonly Finding[], healthy: boolean, language: Language) {
  for (const {is, words} of findings) printResult(`${marks[is]} ${translate(language, words)}`)
  printResult(translate(language, message(healthy ? 'doctor.ok' : 'doctor.notOk')))
}

/** `key` stays the same from version to version, `text` does not. */
function asJson({is, words}: Finding, language: Language) {
  const {key, values = {}} = words
  return {is, key, values, text: translate(language, words)}
}

function fine(words: Message): Finding {
  return {is: 'fine', words}
}

async function servers(options: Options, environment: Environment): Promise<readonly Finding[]> {
  const given = givenServer(options, environment)
  const seen = await lookForServers({given, path: environment.path, cache: environment.cacheFolder})
  const usable = seen.some(candidate => 'server' in candidate)
  const absence = usable ? [] : [await withoutServer(options, environment)]
  const isFault = given !== undefined || absence.some(({is}) => is === 'fault')
  return [...seen.flatMap(candidate => judged(candidate, isFault)), ...absence]
}

function judged(candidate: Candidate, isFault: boolean): readonly Finding[] {
  if ('why' in candidate) {
    const words = message('doctor.serverRefused', {why: candidate.why})
    return [{is: isFault ? 'fault' : 'note', words}]
  }
  const {server} = candidate
  const {path, kind, version} = server
  const cli: Finding =
    server.cli === undefined
      ? {is: 'note', words: message('doctor.noCli', {server: path})}
      : fine(message('doctor.cli', {cli: cliCommand(server)}))
  return [fine(message('doctor.server', {path, kind, version})), cli]
}

/** Where the lab will fetch a server from, or how to install one. */
async function withoutServer(options: Options, environment: Environment): Promise<Finding> {
  const system = await readSystem(environment.path)
  // One that was given is used or refused; then none is fetched.
  const sources = givenServer(options, environment) ? undefined : sourcesOn(system)
  if (sources && options.provide) return fetchable(sources)
  const byHand = howToInstall(system)
  const remedy = sources ? message('install.orProvide', {remedy: byHand}) : byHand
  return {is: 'fault', words: message('doctor.noServer', {remedy})}
}

/** Which source will have a server; for apt, by the package lists as they are on the disk now. */
async function fetchable([source, next, ...others]: Sources): Promise<Finding> {
  if (source !== 'apt') {
    const {version, url} = source
    return {is: 'note', words: message('doctor.fetchableRelease', {version, url})}
  }
  const {knownOffers, tooOld} = await import('../../redis/install/apt.ts')
  const offers = await knownOffers()
  const [first] = offers
  const good = offers.find(isNewEnough)
  if (good) {
    const {kind, version} = good
    return {is: 'note', words: message('doctor.fetchable', {name: properName[kind], version})}
  }
  if (!first) return {is: 'note', words: message('doctor.fetchableUnknown')}
  if (next) return fetchable([next, ...others])
  const why = message('provide.rejected', {why: tooOld(first), remedy: message('install.newerPackages')})
  return {is: 'fault', words: message('doctor.serverRefused', {why})}
}

async function ports({port}: Options): Promise<Finding> {
  const first = port ?? nominalBase
  const taken = await firstTakenPort(first)
  if (taken === undefined)
    return fine(message('doctor.ports', {first, last: portOf('6481', rosterAt(first))}))
  if (port !== undefined) return {is: 'fault', words: portTaken(taken, first).reason}
  const claim = await claimFirst(allBases)
  if ('taken' in claim) return {is: 'fault', words: message('error.noFreePorts')}
  await claim.release()
  return {is: 'note', words: message('doctor.portsMoved', {taken, base: claim.base, first})}
}

async function folder(): Promise<Finding> {
  try {
    await access(tmpdir(), constants.W_OK)
    return fine(message('doctor.folder', {folder: tmpdir()}))
  } catch (error) {
    return {
      is: 'fault',
      words: message('doctor.folderNot', {
        folder: tmpdir(),
        cause: errnoOf(error) ?? '',
      }),
    }
  }
}

function terminal({screen, term, unicode}: Environment): Finding {
  if (!screen) return {is: 'note', words: message('doctor.noTerminal')}
  const {columns, rows} = process.stdout
  if (columns < 50 || rows < 12) return {is: 'note', words: message('doctor.terminalSmall', {columns, rows})}
  return fine(message('doctor.terminal', {columns, rows, term, charset: unicode ? 'UTF-8' : 'ASCII'}))
}

const wsl: Finding = {is: 'note', words: message('doctor.wsl')}

/** Fetches the server now, because a room may have no internet, and reaches the hub if its address is given. */
async function workshop(
  options: Options,
  environment: Environment,
  language: Language,
): Promise<readonly Finding[]> {
  const found = await findServer({
    given: givenServer(options, environment),
    path: environment.path,
    cache: environment.cacheFolder,
    mayProvide: options.provide,
    onProgress: words => printNote(words, language),
  }).then(
    ({path}) => fine(message('doctor.serverHere', {path})),
    (error: unknown): Finding => ({is: 'fault', words: reasonOf(error)}),
  )
  const [typed] = options.ids
  return typed === undefined ? [found] : [found, await hub(typed)]
}

async function hub(typed: string): Promise<Finding> {
  const address = parseAddress(typed)
  const client = new HubClient(address)
  try {
    await client.greet()
    return fine(message('doctor.hub', {hub: addressText(address)}))
  } catch (error) {
    return {is: 'fault', words: message('doctor.noHub', {because: whyNot(error, address)})}
  } finally {
    client.close()
  }
}

function reasonOf(error: unknown): Message {
  if (error instanceof LabError) return error.reason
  throw error
}

async function leftovers(): Promise<Finding> {
  const n = (await runFolders()).filter(one => !one.alive).length
  return n === 0 ? fine(message('doctor.noLeftovers')) : {is: 'note', words: message('doctor.leftovers', {n})}
}
