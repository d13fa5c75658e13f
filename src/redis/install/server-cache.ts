// The lab's cache of fetched redis-servers: <cache>/engines/<redis|valkey>-<version>-<os>-<arch>/, private to the user. engine.json in each
// folder describes its content. The folders are always complete: fetch-server.ts builds elsewhere and renames into place. They are read synchronously, as
// what which.ts looks at.

import {readdirSync, readFileSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import {delimiter, join} from 'node:path'
import {compareVersions, type ServerVersion} from '../../model/cluster/versions.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {errnoOf} from '../../platform/errno.ts'
import {type Candidate, judgeCandidate} from './candidate.ts'

/** The content of engine.json. Paths are relative to its folder, so that it may be moved; `sha256` is of `server`, in hex. */
export type CachedServer = Readonly<{
  server: string
  libraries: readonly string[]
  sha256: string
  /** The packages it was made of, for people to read. */
  packages: readonly string[]
}>

export function serverCacheFolder(cache: string): string {
  return join(cache, 'engines')
}

/** The folder name of a server for this computer. */
export function cachedServerName({kind, version}: ServerVersion): string {
  return `${kind}-${version}-${process.platform}-${process.arch}`
}

/** The cached servers for this computer, newest first. A server that changed since it was fetched is rejected. */
export async function* cachedCandidates(cache: string, path: string): AsyncGenerator<Candidate> {
  for (const name of cachedServerNames(serverCacheFolder(cache))) {
    const folder = join(serverCacheFolder(cache), name)
    const cached = openCachedServer(folder)
    if ('key' in cached) yield {path: folder, from: 'cache', why: cached}
    else yield await judgeCandidate({...serverOf(folder, cached), from: 'cache'}, path)
  }
}

/** The path of the server in `folder`, and its library path if it needs one. */
export function serverOf(folder: string, cached: Pick<CachedServer, 'server' | 'libraries'>) {
  const libraryPath = cached.libraries.map(library => join(folder, library)).join(delimiter)
  return {path: join(folder, cached.server), ...(libraryPath && {libraryPath})}
}

/** Marks the server in `folder` as complete. */
export async function sealCachedServer(folder: string, parts: Omit<CachedServer, 'sha256'>): Promise<void> {
  const cached: CachedServer = {...parts, sha256: sha256(join(folder, parts.server))}
  await writeFile(join(folder, 'engine.json'), `${JSON.stringify(cached, null, 2)}\n`)
}

function cachedServerNames(folder: string): readonly string[] {
  const ours = new RegExp(`^(?:redis|valkey)-([\\d.]+)-${process.platform}-${process.arch}$`)
  const versions = namesIn(folder).flatMap(name => {
    const version = ours.exec(name)?.[1]
    return version === undefined ? [] : [{name, version}]
  })
  return versions.sort((a, b) => compareVersions(b.version, a.version)).map(({name}) => name)
}

/** The names in a folder; none if it is missing or unreadable (then fetching reports it). */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(errnoOf(error) ?? '')) return []
    throw error
  }
}

function openCachedServer(folder: string): CachedServer | Message {
  try {
    const cached = JSON.parse(readFileSync(join(folder, 'engine.json'), 'utf8')) as CachedServer
    const path = join(folder, cached.server)
    return sha256(path) === cached.sha256 ? cached : message('server.changed', {path})
  } catch {
    // engine.json or the server is missing, truncated or unreadable: it will be fetched again.
    return message('server.unfinished', {path: folder})
  }
}

function sha256(file: string): string {
  // Loaded only here: it would delay the first frame by 6 ms.
  const {createHash} = process.getBuiltinModule('node:crypto')
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
