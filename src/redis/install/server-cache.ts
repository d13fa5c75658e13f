// The lab's cache of fetched redis-servers: <cache>/engines/<redis|valkey>-<version>-<os>-<arch>/, private to the
// user, each with an engine.json that says what is in it. Only whole engines stand there: they are built
// elsewhere and renamed into place (provide.ts).

import {createHash} from 'node:crypto'
import {readdir, readFile, writeFile} from 'node:fs/promises'
import {delimiter, join} from 'node:path'
import {type Message, message} from '../../model/text/messages.ts'
import {errnoOf} from '../../platform/errno.ts'
import {type Candidate, judgeCandidate} from './candidate.ts'
import {compareVersions, type ServerVersion} from './server-version.ts'

/** What engine.json holds. Paths are inside the engine, so that it may be moved; `sha256` is of `server`, in hex. */
export type CachedServer = Readonly<{
  server: string
  libraries: readonly string[]
  sha256: string
  /** What it was made of, for people. */
  packages: readonly string[]
}>

export function serverCacheFolder(cache: string): string {
  return join(cache, 'engines')
}

/** The folder name of an engine for this computer. */
export function cachedServerName({kind, version}: ServerVersion): string {
  return `${kind}-${version}-${process.platform}-${process.arch}`
}

/** The engines for this computer, newest first; each is a candidate only when its server is still what was fetched. */
export async function* cachedCandidates(cache: string, path: string): AsyncGenerator<Candidate> {
  for (const name of await cachedServerNames(serverCacheFolder(cache))) {
    const folder = join(serverCacheFolder(cache), name)
    const engine = await openCachedServer(folder)
    if ('key' in engine) yield {path: folder, from: 'cache', why: engine}
    else yield await judgeCandidate({...serverOf(folder, engine), from: 'cache'}, path)
  }
}

/** The server of an engine that stands in `folder`, and what it needs to run. */
export function serverOf(folder: string, engine: Pick<CachedServer, 'server' | 'libraries'>) {
  const libraryPath = engine.libraries.map(library => join(folder, library)).join(delimiter)
  return {path: join(folder, engine.server), ...(libraryPath && {libraryPath})}
}

/** Marks what stands in `folder` as whole. */
export async function sealCachedServer(folder: string, parts: Omit<CachedServer, 'sha256'>): Promise<void> {
  const engine: CachedServer = {...parts, sha256: await sha256(join(folder, parts.server))}
  await writeFile(join(folder, 'engine.json'), `${JSON.stringify(engine, null, 2)}\n`)
}

async function cachedServerNames(engines: string): Promise<readonly string[]> {
  const ours = new RegExp(`^(?:redis|valkey)-([\\d.]+)-${process.platform}-${process.arch}$`)
  const versions = (await namesIn(engines)).flatMap(name => {
    const version = ours.exec(name)?.[1]
    return version === undefined ? [] : [{name, version}]
  })
  return versions.sort((a, b) => compareVersions(b.version, a.version)).map(({name}) => name)
}

/** What is in a folder; nothing when it is not there or not ours to read (fetching will then say so). */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(errnoOf(error) ?? '')) return []
    throw error
  }
}

async function openCachedServer(folder: string): Promise<CachedServer | Message> {
  try {
    const engine = JSON.parse(await readFile(join(folder, 'engine.json'), 'utf8')) as CachedServer
    const path = join(folder, engine.server)
    return (await sha256(path)) === engine.sha256 ? engine : message('server.changed', {path})
  } catch {
    // engine.json or the server is missing, cut short or unreadable: all mean the same, and it is fetched anew.
    return message('server.unfinished', {path: folder})
  }
}

async function sha256(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
}
