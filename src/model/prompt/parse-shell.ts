// The parser of shell lines typed at the prompt: redis-cli, kill, redis-server. Each becomes a line of the lab, or is rejected with what to type.
// Valkey's programs have the same options.

import {type NodeName, nodeForPort, portOf, type Roster} from '../cluster/node.ts'
import type {Snapshot, Stage} from '../cluster/snapshot.ts'
import type {ProcessVerb} from '../commands/action.ts'
import {type Bytes, isUtf8, textOf} from '../protocol/bytes.ts'
import {quoteWord} from '../protocol/quoting.ts'
import {message} from '../text/messages.ts'
import {foreignNode} from './parse-address.ts'
import {type CliOptions, cliOptions, insteadOf, withoutPasswords} from './parse-cli-options.ts'
import {clusterWords, hasOldOption, isHere, todaysLine} from './parse-cluster-tool.ts'
import {type Rejected, rejected} from './requests.ts'

export type ShellLine =
  /** `redis-cli -p 6480`; `following`: with -c, `raw`: with --raw. */
  | Readonly<{is: 'use'; node: NodeName; following: boolean; raw?: true}>
  | Readonly<{is: 'command'; node: NodeName; words: readonly Bytes[]; following: boolean; raw?: true}>
  | Readonly<{is: 'verb'; verb: ProcessVerb; nodes: readonly NodeName[]}>
  /** Arguments for the real redis-cli: `--cluster check 127.0.0.1:6379`; `shown`: without passwords. */
  | Readonly<{is: 'tool'; words: readonly string[]; shown: readonly string[]}>
  | Rejected

/** The nodes' ports, and their processes at the last reading. */
export type ShellContext = Readonly<{roster: Roster; snapshot?: Snapshot | undefined; stage?: Stage}>

/** Returns undefined if the words are not for the program after all. */
type Reader = (words: readonly Bytes[], context: ShellContext) => ShellLine | undefined

const readers: Readonly<Record<string, Reader>> = {
  'redis-cli': readCli,
  'valkey-cli': readCli,
  'redis-server': readServer,
  'valkey-server': readServer,
  'redis-benchmark': readBenchmark,
  'valkey-benchmark': readBenchmark,
  'redis-trib.rb': readTrib,
  'redis-trib': readTrib,
  ruby: readRuby,
  kill: readKill,
}

/** Returns undefined if it is not a shell line. */
export function parseShellLine(words: readonly Bytes[], context: ShellContext): ShellLine | undefined {
  const [path = ''] = words
  const program = path.slice(path.lastIndexOf('/') + 1)
  return Object.hasOwn(readers, program) ? readers[program]?.(words.slice(1), context) : undefined
}

function readCli(words: readonly Bytes[], context: ShellContext): ShellLine {
  const {roster} = context
  const options = cliOptions(words)
  const {host = '127.0.0.1', port, following, passed, refused, runsAlone, isCluster} = options
  const ours = portOf('6379', roster)
  if (refused?.because === 'stdin')
    return rejected(message('shell.stdin', {option: refused.option, port: ours}))
  if (refused) return rejected(message('shell.option', {option: refused.option, port: ours}))
  if (!isHere(host)) return rejected(message('shell.host', {host}))
  if (isCluster) return readCluster(options.words.map(textOf), passed, context)
  const form = options.raw ? ({raw: true} as const) : {}
  // The real redis-cli would write to a node that is not the lab's.
  const isPlain = passed.length === 0 && options.words.length > 0
  return toNode(port, isPlain ? context : {roster}, node => {
    const isReal = passed.length > 0
    if (isReal && (options.words.length > 0 || runsAlone)) return realCli(node, options, roster)
    if (options.words.length > 0) return {is: 'command', node, words: options.words, following, ...form}
    return isReal ? ownPrompt(node, passed, roster) : {is: 'use', node, following, ...form}
  })
}

/** With options that this prompt does not have, the real redis-cli runs; its replies look as on a terminal. */
function realCli(node: NodeName, options: CliOptions, roster: Roster): ShellLine {
  const {words, passed, following, raw, runsAlone} = options
  if (!words.every(word => isUtf8(word) && !word.includes('\0')))
    return rejected(message('shell.option', {option: passed[0] ?? '', port: portOf(node, roster)}))
  const form = raw ? ['--raw'] : runsAlone ? [] : ['--no-raw']
  const before = ['-p', `${portOf(node, roster)}`, ...(following ? ['-c'] : []), ...form]
  const typed = words.map(textOf)
  return {
    is: 'tool',
    words: [...before, ...passed, ...typed],
    shown: [...before, ...withoutPasswords(passed), ...words.map(quoteWord)],
  }
}

/** Without a command these options would open another prompt. */
function ownPrompt(node: NodeName, passed: readonly string[], roster: Roster): ShellLine {
  const port = portOf(node, roster)
  const line = insteadOf(passed)
  return rejected(
    line === undefined
      ? message('shell.option', {option: passed[0] ?? '', port})
      : message('shell.ownPrompt', {port, line}),
  )
}

/** The cluster manager of redis-cli, with the lab's nodes only. */
function readCluster(
  words: readonly string[],
  options: readonly string[],
  {roster, stage}: ShellContext,
): ShellLine {
  if (words[0] === 'create' && stage !== 'bare') return rejected(message('shell.create'))
  if (hasOldOption(words) && options.length === 0)
    return rejected(message('shell.clusterOption', {line: todaysLine(words)}))
  const cluster = clusterWords(words, roster)
  if ('is' in cluster) return cluster
  const all = ['--cluster', ...cluster]
  return {is: 'tool', words: [...options, ...all], shown: withoutPasswords([...options, ...all])}
}

function readBenchmark(_: readonly Bytes[], {roster}: ShellContext): ShellLine {
  return rejected(message('shell.benchmark', {port: portOf('6379', roster)}))
}

function readTrib(words: readonly Bytes[]): ShellLine {
  return rejected(message('shell.trib', {line: todaysLine(words.map(textOf))}))
}

/** Reads `ruby redis-trib.rb …`, as some articles start it. */
function readRuby([script = '', ...words]: readonly Bytes[]): ShellLine | undefined {
  return /(?:^|\/)redis-trib(?:\.rb)?$/.test(script) ? readTrib(words) : undefined
}

/** Reads `redis-server 6381/redis.conf`, with or without a path before it. */
function readServer(words: readonly Bytes[], {roster}: ShellContext): ShellLine {
  const [, port] = /(?:^|\/)(\d+)\/redis\.conf$/.exec(textOf(words[0] ?? '')) ?? []
  if (port === undefined || words.length > 1)
    return rejected(message('shell.server', {port: portOf('6379', roster)}))
  return toNode(port, {roster}, node => ({is: 'verb', verb: 'start', nodes: [node]}))
}

/** Includes only the numbers that mean the same signal on every system. */
const signals: Readonly<Record<string, ProcessVerb>> = {
  '9': 'kill',
  KILL: 'kill',
  '15': 'stop',
  TERM: 'stop',
  STOP: 'pause',
  CONT: 'resume',
}

function readKill(words: readonly Bytes[], {roster, snapshot}: ShellContext): ShellLine {
  const typed = words.map(textOf)
  const [first = ''] = typed
  const named = first === '-s' ? typed[1] : /^-(.+)$/.exec(first)?.[1]
  const signalWords = first === '-s' ? 2 : Number(named !== undefined)
  const targets = typed.slice(signalWords)
  const verb = signals[(named ?? 'TERM').toUpperCase().replace(/^SIG/, '')]
  if (!verb) return rejected(message('shell.signal', {signal: named ?? ''}))
  if (targets.length === 0) return rejected(message('shell.kill', {port: portOf('6381', roster)}))
  const nodes = targets.map(target => nodeForPort(target, roster) ?? nodeWithPid(Number(target), snapshot))
  const stranger = targets[nodes.indexOf(undefined)]
  if (stranger !== undefined) return rejected(message('shell.stranger', {typed: stranger}))
  return {is: 'verb', verb, nodes: nodes.filter(node => node !== undefined)}
}

function nodeWithPid(pid: number, snapshot: Snapshot | undefined): NodeName | undefined {
  return snapshot?.nodes.find(({process}) => process.pid === pid)?.name
}

/** @param snapshot if given, the port may be that of a node that joined the cluster and is not the lab's */
function toNode(
  port: string,
  {roster, snapshot}: ShellContext,
  lineFor: (node: NodeName) => ShellLine,
): ShellLine {
  const node = nodeForPort(port, roster) ?? foreignNode(port, snapshot)
  return node ? lineFor(node) : rejected(message('shell.stranger', {typed: port}))
}
