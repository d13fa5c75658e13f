// Finds redis-server: the one the user named > PATH > usual folders > the lab's cache > fetched now (fetch-server.ts).
// Runs on every start: one exec if PATH has a good server, and what fetches one is not loaded.

import {realpathSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {LabError} from '../../model/text/lab-error.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {foldersOf, isExecutable} from '../../platform/which.ts'
import {type Candidate, judgeCandidate, type Server} from './candidate.ts'
import {howToInstall} from './install-advice.ts'
import {sourcesOn} from './releases.ts'
import {cachedCandidates, serverCacheFolder} from './server-cache.ts'
import {readSystem} from './system.ts'

export type {Candidate, Server} from './candidate.ts'

export type Search = Readonly<{
  /** The server that the user named; `by` is `--redis-server` or `REDIS_CLUSTER_LAB_SERVER`. */
  given?: Readonly<{path: string; by: string}> | undefined
  /** PATH. */
  path: string
  /** The lab's cache folder. */
  cache: string
  /** False forbids fetching (--no-provide). */
  mayProvide: boolean
  onProgress?: ((message: Message) => void) | undefined
  /** Aborts a fetch: partial work is removed, and `findServer` rejects with the signal's reason. */
  signal?: AbortSignal | undefined
}>

const names = ['redis-server', 'valkey-server']
// For the short PATH of an IDE or a cron job: what the system, Homebrew (the last two without `brew link`), MacPorts and Nix install.
const usualFolders =
  process.platform === 'darwin'
    ? [
        '/opt/homebrew/bin',
        '/usr/local/bin',
        '/opt/local/bin',
        '/nix/var/nix/profiles/default/bin',
        '/opt/homebrew/opt/redis/bin',
        '/opt/homebrew/opt/valkey/bin',
      ]
    : [
        '/usr/local/bin',
        '/usr/bin',
        '/home/linuxbrew/.linuxbrew/bin',
        '/run/current-system/sw/bin',
        '/nix/var/nix/profiles/default/bin',
      ]

/**
 * Returns the redis-server to use. A server that the user named is used or rejected with the reason, never skipped.
 * @throws LabError with the remedy for this system, if no server is found and none may or can be fetched.
 */
export async function findServer(search: Search): Promise<Server> {
  if (search.given) return givenServer(search.given, search.path)
  let rejected: Message | undefined
  for await (const candidate of candidates(search)) {
    if ('server' in candidate) return candidate.server
    rejected ??= candidate.why
  }
  const system = await readSystem(search.path)
  const sources = sourcesOn(system)
  const byHand = howToInstall(system)
  if (search.mayProvide && sources) {
    const {fetchServer} = await import('./fetch-server.ts')
    return fetchServer({...search, sources, remedy: byHand})
  }
  const remedy = sources ? message('install.orProvide', {remedy: byHand}) : byHand
  if (rejected) throw new LabError('provide.rejected', {why: rejected, remedy})
  const places = ['PATH', ...usualFolders, serverCacheFolder(search.cache)].join(', ')
  throw new LabError('provide.none', {places, remedy})
}

/** All candidates in the order of `findServer`, each accepted or rejected. Fetches nothing. */
export async function lookForServers(
  search: Pick<Search, 'given' | 'path' | 'cache'>,
): Promise<readonly Candidate[]> {
  const {given, path} = search
  const seen = given ? [await judgeCandidate({path: resolve(given.path), from: 'given'}, path)] : []
  for await (const candidate of candidates(search)) seen.push(candidate)
  return seen
}

async function givenServer(given: Readonly<{path: string; by: string}>, path: string): Promise<Server> {
  // Nodes start in folders of their own, where a relative path would mean another file.
  const candidate = await judgeCandidate({path: resolve(given.path), from: 'given'}, path)
  if ('server' in candidate) return candidate.server
  throw new LabError('server.given', {by: given.by, why: candidate.why})
}

/** Yields one by one, so that no file after the first good one is run. */
async function* candidates({path, cache}: Pick<Search, 'path' | 'cache'>): AsyncGenerator<Candidate> {
  const seen = new Set<string>()
  for (const [from, folders] of [
    ['path', foldersOf(path)],
    ['usual', usualFolders],
  ] as const) {
    for (const program of programsIn(folders, seen)) yield await judgeCandidate({path: program, from}, path)
  }
  yield* cachedCandidates(cache, path)
}

/** Each file once: /bin is /usr/bin on most systems. Compares the folders, not the targets of links in them. */
function* programsIn(folders: readonly string[], seen: Set<string>): Generator<string> {
  for (const name of names) {
    for (const folder of folders) {
      const program = resolve(folder, name)
      if (!isExecutable(program)) continue
      const real = join(realpathSync(dirname(program)), name)
      if (seen.has(real)) continue
      seen.add(real)
      yield program
    }
  }
}
