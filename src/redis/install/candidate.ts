// Checks a file that may be a redis-server: runs `--version`, then accepts the file or gives the reason against it.
// find-server.ts and server-cache.ts supply the candidates.

import {execFile} from 'node:child_process'
import {access} from 'node:fs/promises'
import {dirname} from 'node:path'
import {properName} from '../../model/cluster/versions.ts'
import {firstLine} from '../../model/text/first-line.ts'
import {type Message, message} from '../../model/text/messages.ts'
import type {ServerKind} from '../../model/text/program-names.ts'
import {findProgram, foldersOf} from '../../platform/which.ts'
import {isNewEnough, lowestVersion, parseServerVersion} from './server-version.ts'

/** Where it was found: named by the user, in PATH, in the usual folders, in the lab's cache, or just fetched. */
type From = 'given' | 'path' | 'usual' | 'cache' | 'provided'

/** A redis-server that answered `--version` and is new enough. */
export type Server = Readonly<{
  path: string
  kind: ServerKind
  version: string
  /** redis-cli or valkey-cli, beside the server or on PATH. */
  cli?: string
  /** LD_LIBRARY_PATH if the lab fetched server and cli; set for these two only, never for a shell or Node. */
  libraryPath?: string
  from: From
}>

/** The command that runs the redis-cli of this server, with its libraries if it was fetched; just `redis-cli` if none was found. */
export function cliCommand({cli = 'redis-cli', libraryPath}: Server): string {
  return libraryPath ? `env LD_LIBRARY_PATH=${libraryPath} ${cli}` : cli
}

type Found = Readonly<{path: string; from: From; libraryPath?: string}>

/** A checked file: the server, or why it cannot be used. */
export type Candidate = Readonly<{path: string; from: From} & ({server: Server} | {why: Message})>

const answerWithin = 2000 // ms; normal is about 11

/**
 * Runs `--version` (one exec, 2 s at the most) and checks the answer. Never throws for what the file does.
 * @param searchPath PATH, searched for the cli.
 */
export async function judgeCandidate(found: Found, searchPath: string): Promise<Candidate> {
  const refuse = (why: Message): Candidate => ({path: found.path, from: found.from, why})
  const answer = await askVersion(found)
  if (typeof answer !== 'string') return refuse(answer)
  const version = parseServerVersion(answer)
  if (!version) return refuse(message('server.foreign', {path: found.path, printed: firstLine(answer)}))
  if (!isNewEnough(version)) {
    const [name, lowest] = [properName[version.kind], lowestVersion[version.kind]]
    return refuse(message('server.tooOld', {path: found.path, name, version: version.version, lowest}))
  }
  const cli = findCli(found.path, version.kind, searchPath)
  return {path: found.path, from: found.from, server: {...found, ...version, ...(cli && {cli})}}
}

/** On a loaded machine Node can report a child that was late as one that printed nothing: asked once more. */
async function askVersion(found: Found): Promise<string | Message> {
  const answer = await askOnce(found)
  if (answer !== '') return answer
  const since = performance.now()
  const second = await askOnce(found)
  const isLate = second === '' && performance.now() - since >= answerWithin
  return isLate ? message('server.silent', {path: found.path, seconds: answerWithin / 1000}) : second
}

function askOnce({path, libraryPath}: Found): Promise<string | Message> {
  const limits = {timeout: answerWithin, killSignal: 'SIGKILL', maxBuffer: 64 * 1024} as const
  // A fetched server needs only its libraries; any other gets the learner's environment.
  const env = libraryPath === undefined ? {} : {env: {LD_LIBRARY_PATH: libraryPath}}
  return new Promise(resolve => {
    execFile(path, ['--version'], {...limits, ...env}, (error, stdout, stderr) => {
      resolve(error ? whyUnusable(path, error, stderr) : stdout)
    })
  })
}

type ExecFailure = Readonly<{code?: string | number | null; killed?: boolean; signal?: NodeJS.Signals | null}>

async function whyUnusable(path: string, failure: ExecFailure, stderr: string): Promise<Message> {
  if (failure.code === 'ENOENT') {
    // execve(2) reports ENOENT for a missing file and for a missing loader or interpreter.
    return access(path).then(
      () => message('server.noLoader', {path}),
      () => message('server.missing', {path}),
    )
  }
  if (failure.code === 'EACCES') return message('server.notExecutable', {path})
  if (failure.killed) return message('server.silent', {path, seconds: answerWithin / 1000})
  const [, library] = /error while loading shared libraries: (\S+): cannot open/.exec(stderr) ?? []
  if (library !== undefined) return message('server.missingLibrary', {path, library})
  const line = firstLine(stderr) || failure.signal || `exit ${failure.code}`
  return message('server.doesNotStart', {path, line})
}

function findCli(server: string, kind: ServerKind, searchPath: string): string | undefined {
  const names = kind === 'redis' ? ['redis-cli', 'valkey-cli'] : ['valkey-cli', 'redis-cli']
  return findProgram(names, [dirname(server), ...foldersOf(searchPath)])
}
