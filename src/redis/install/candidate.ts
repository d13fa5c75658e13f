// A file that may be a redis-server: it is asked for its version and accepted, or refused with the reason.
// Where candidates come from is binary.ts and engines.ts.

import {execFile} from 'node:child_process'
import {access} from 'node:fs/promises'
import {dirname} from 'node:path'
import {firstLine} from '../../model/text/first-line.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {findProgram, foldersOf} from '../../platform/which.ts'
import {
  isNewEnough,
  lowestVersion,
  parseServerVersion,
  properName,
  type ServerKind,
} from './server-version.ts'

/** Who pointed at it: the user, PATH, the usual folders, the lab's cache; or the lab has just fetched it. */
type From = 'given' | 'path' | 'usual' | 'cache' | 'provided'

/** A redis-server that has answered `--version` and is new enough. */
export type Server = Readonly<{
  path: string
  kind: ServerKind
  version: string
  /** redis-cli or valkey-cli, beside the server or on PATH. */
  cli?: string
  /** LD_LIBRARY_PATH for server and cli when the lab fetched them; for them only, never for a shell or Node. */
  libraryPath?: string
  from: From
}>

/** How a person runs the redis-cli that belongs to it: a fetched one needs its libraries; where none was found the name must do. */
export function cliCommand({cli = 'redis-cli', libraryPath}: Server): string {
  return libraryPath ? `env LD_LIBRARY_PATH=${libraryPath} ${cli}` : cli
}

type Found = Readonly<{path: string; from: From; libraryPath?: string}>

/** A file that was looked at: the server it is, or why it cannot be used. */
export type Candidate = Readonly<{path: string; from: From} & ({server: Server} | {why: Message})>

const answerWithin = 2000 // ms; a healthy server answers in about 11

/**
 * Runs `--version` (one exec, 2 s at most) and judges the answer; never throws for what the file does.
 * `searchPath` is PATH: the cli may be there.
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
  const cli = await findCli(found.path, version.kind, searchPath)
  return {path: found.path, from: found.from, server: {...found, ...version, ...(cli && {cli})}}
}

function askVersion({path, libraryPath}: Found): Promise<string | Message> {
  const limits = {timeout: answerWithin, killSignal: 'SIGKILL', maxBuffer: 64 * 1024} as const
  // A fetched server needs nothing else of the environment; any other gets the learner's.
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
    // execve(2) says ENOENT for the file and for the loader or interpreter it names.
    return access(path).then(
      () => message('server.noLoader', {path}),
      () => message('server.missing', {path}),
    )
  }
  if (failure.code === 'EACCES') return message('server.notExecutable', {path})
  if (failure.killed) return message('server.silent', {path, seconds: answerWithin / 1000})
  const line = firstLine(stderr) || failure.signal || `exit ${failure.code}`
  return message('server.doesNotStart', {path, line})
}

function findCli(server: string, kind: ServerKind, searchPath: string): Promise<string | undefined> {
  const names = kind === 'redis' ? ['redis-cli', 'valkey-cli'] : ['valkey-cli', 'redis-cli']
  return findProgram(names, [dirname(server), ...foldersOf(searchPath)])
}
