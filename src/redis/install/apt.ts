// Fetches the packages of redis-server with the system's own apt: its sources, keys, signature checks and proxy settings. Works without root
// and changes nothing on the system: apt's state, its cache and the packages are in one folder that the caller removes. apt-output.ts parses
// what apt prints.

import {mkdir, readdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {properName, type ServerVersion} from '../../model/cluster/versions.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {type Message, message} from '../../model/text/messages.ts'
import type {ServerKind} from '../../model/text/program-names.ts'
import {runProgram} from '../../platform/run-program.ts'
import {complaint, isFetchFailure, offersOf, plannedPackages} from './apt-output.ts'
import {allOf, type Fetched, type FetchTask, runStep, throwIfFull} from './fetch-step.ts'
import {isNewEnough, lowestVersion} from './server-version.ts'

/** The system's packages have no server that is new enough. `why` is a sentence, `remedy` what to do. */
export class NoOffer extends LabError {
  readonly why: Message
  readonly remedy: Message

  constructor(why: Message, remedy: Message) {
    super('provide.rejected', {why, remedy})
    this.why = why
    this.remedy = remedy
  }
}

const serverPackages = ['redis-server', 'redis-tools', 'valkey-server', 'valkey-tools']

/** A task with the options that every apt command gets. */
type AptRun = FetchTask & Readonly<{options: readonly string[]}>

// Clears the hooks that the system runs after an update (as root, Docker images delete their archives).
// Sets the caches because Docker images switch them off, and every call would parse the lists again (1 s each).
const configuration = `
#clear APT::Update;
APT::Sandbox::User "";
APT::Get::AllowUnauthenticated "false";
Acquire::AllowInsecureRepositories "false";
Acquire::GzipIndexes "true";
Acquire::Languages "none";
Dir::State::lists "lists";
Dir::State::status "/var/lib/dpkg/status";
Dir::Cache::archives "archives";
Dir::Cache::pkgcache "pkgcache.bin";
Dir::Cache::srcpkgcache "srcpkgcache.bin";
`

/**
 * Fetches and unpacks the server, its cli and the libraries that this system lacks.
 * @throws NoOffer if there is none to fetch; LabError if apt or the archive fails; the signal's reason when aborted.
 */
export async function fetchPackages(task: FetchTask): Promise<Fetched> {
  const run = {...task, options: await prepare(task.folder)}
  const kind = await readArchive(run)
  await download(run, await plan(run, kind))
  return {server: `usr/bin/${kind}-server`, packages: await unpack(run)}
}

/** What the system's own package lists offer, as they are on the disk now; nothing if there are none, as in a fresh container. Changes nothing. */
export async function knownOffers(): Promise<readonly ServerVersion[]> {
  const noCache = ['-o', 'Dir::Cache::pkgcache=', '-o', 'Dir::Cache::srcpkgcache=']
  const {stdout} = await runProgram('apt-cache', [...noCache, 'policy', ...serverPackages])
  return offersOf(stdout)
}

async function prepare(folder: string): Promise<readonly string[]> {
  const file = join(folder, 'apt.conf')
  await writeFile(file, configuration)
  for (const part of ['state/lists/partial', 'cache/archives/partial', 'debs']) {
    await mkdir(join(folder, part), {recursive: true})
  }
  const paths = [`Dir::State=${join(folder, 'state')}`, `Dir::Cache=${join(folder, 'cache')}`]
  return [`-c=${file}`, ...paths.flatMap(path => ['-o', path])]
}

/** How often the package lists are read before giving up; the network or a busy mirror may recover. */
const mostTries = 3

/**
 * Reads the package lists until they offer a server that is new enough: Redis, else Valkey. apt-get reports a list that it cannot fetch as a
 * warning only, because one broken third-party source does not affect the others; so what it offers afterwards decides.
 */
async function readArchive(run: AptRun): Promise<ServerKind> {
  for (let k = 1; ; k++) {
    const lists = await readLists(run)
    const offers = await offersNow(run)
    const good = offers.find(isNewEnough)
    if (good) return good.kind
    if (!isFetchFailure(lists) || k === mostTries) throw refusal(offers, lists)
    run.onProgress(message('provide.listsAgain', {line: complaint(lists), k: k + 1, n: mostTries}))
    await setTimeout(k * 1000, undefined, {signal: run.signal})
  }
}

/** Updates the package lists and returns what apt printed. Without retries of apt's own, which take 7 s a list: `readArchive` tries again itself. */
async function readLists(run: AptRun): Promise<string> {
  let n = 0
  run.onProgress(message('provide.lists', {n}))
  const words = [...run.options, '-o', 'Acquire::Retries=0', '-q', 'update']
  const update = await runProgram('apt-get', words, {
    cwd: run.folder,
    signal: run.signal,
    onLine(line) {
      if (/^(Get|Hit):/.test(line)) run.onProgress(message('provide.lists', {n: ++n}))
    },
  })
  throwIfFull(update)
  return allOf(update)
}

async function offersNow(run: AptRun): Promise<readonly ServerVersion[]> {
  const words = [...run.options, 'policy', ...serverPackages]
  return offersOf(await runStep(run, {name: 'apt-cache policy', file: 'apt-cache', words}))
}

/** The sentence on an archive that has only this old version. */
export function tooOld({kind, version}: ServerVersion): Message {
  return message('provide.archiveTooOld', {name: properName[kind], version, lowest: lowestVersion[kind]})
}

/** Why none of `offers` can be used. */
function refusal([old]: readonly ServerVersion[], lists: string): NoOffer {
  if (old) return new NoOffer(tooOld(old), message('install.newerPackages'))
  if (/^[EW]: /m.test(lists))
    return new NoOffer(
      message('provide.listsFailed', {line: complaint(lists)}),
      message('provide.listsRemedy'),
    )
  return new NoOffer(message('provide.noCandidate'), message('install.universe'))
}

/** The package names: the server and its tools (Debian's redis-server is a link into redis-tools), then missing dependencies. */
async function plan(run: AptRun, kind: ServerKind): Promise<readonly string[]> {
  const wanted = [`${kind}-server`, `${kind}-tools`]
  const words = [...run.options, '-s', '--no-install-recommends', 'install', ...wanted]
  const plan = await runStep(run, {name: 'apt-get --simulate install', file: 'apt-get', words})
  return [...new Set([...wanted, ...plannedPackages(plan)])]
}

async function download(run: AptRun, packages: readonly string[]): Promise<void> {
  let k = 0
  run.onProgress(message('provide.packages', {k, n: packages.length}))
  await runStep(run, {
    name: 'apt-get download',
    file: 'apt-get',
    words: [...run.options, '-q', 'download', ...packages],
    cwd: join(run.folder, 'debs'),
    onLine(line) {
      if (line.startsWith('Get:')) run.onProgress(message('provide.packages', {k: ++k, n: packages.length}))
    },
  })
}

async function unpack(run: AptRun): Promise<readonly string[]> {
  const debs = join(run.folder, 'debs')
  const packages = await readdir(debs)
  for (const [i, name] of packages.entries()) {
    run.onProgress(message('provide.unpack', {k: i + 1, n: packages.length}))
    await runStep(run, {name: 'dpkg -x', file: 'dpkg', words: ['-x', join(debs, name), run.into]})
  }
  return packages
}
