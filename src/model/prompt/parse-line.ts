// The parser of a typed line: what it requests, or why it cannot run. Parsing runs nothing.

import {isNodeName, type NodeName, nodeForPort, portOf, type Roster} from '../cluster/node.ts'
import type {Snapshot, Stage} from '../cluster/snapshot.ts'
import type {Action} from '../commands/action.ts'
import {type CommandTable, onlyReads} from '../commands/command-table.ts'
import {type Bytes, textOf} from '../protocol/bytes.ts'
import {quoteWord, splitWords, trimBlanks} from '../protocol/quoting.ts'
import type {Feedback} from '../state/lab-state.ts'
import {openOrder, type Workshop} from '../state/workshop.ts'
import {type MessageKey, message} from '../text/messages.ts'
import {fullWidthMessage, narrowed} from './full-width.ts'
import type {Line} from './line.ts'
import {movedNodeIn} from './moved-port.ts'
import {nodesMeant} from './parse-address.ts'
import {parseBuiltin} from './parse-builtin.ts'
import {isHere} from './parse-cluster-tool.ts'
import {parseUnsent, programs, withoutPrompt} from './parse-pasted.ts'
import {parseShellLine} from './parse-shell.ts'
import {parseSlash} from './parse-slash.ts'
import {type Rejected, rejected} from './requests.ts'
import {noNode} from './slash-arguments.ts'
import {labCommandOf, usageOf} from './slash-commands.ts'

/** The prompt's node and what else decides how a line is read; `options`: how many the open question has, absent if none is open. */
export type PromptContext = Readonly<{
  node: NodeName
  roster: Roster
  snapshot?: Snapshot | undefined
  stage?: Stage
  /** Cluster mode is on. */
  following?: boolean
  /** With `raw`, replies are printed as `redis-cli --raw` prints them. */
  feedback?: Feedback
  options?: number
  /** The workshop, if the learner is in one. */
  workshop?: Workshop
  /** The learner's step; while it is prepared no question is open. */
  play?: Readonly<{phase: string}>
  /** The commands of the server; empty or absent while nobody knows them. */
  commandTable?: CommandTable
}>

/** A larger repeat count is taken for a typing error. */
const mostRepeats = 1000

/** Lab commands whose names Redis or redis-cli also have: without the slash, the name means theirs. */
const alsoRedis = ['cluster', 'reset', 'help', 'quit', 'clear']

export function parseLine(typed: string, context: PromptContext): Line {
  const line = trimBlanks(typed)
  if (line === '') return {is: 'empty'}
  // No Redis command is a number, so a number alone answers the open question; full-width digits do, too.
  const digits = line.normalize('NFKC').trim()
  if (context.options && /^\d+$/.test(digits)) return parseAnswer(Number(digits), context.options)
  // A poll is answered by its number while no question of the lesson is.
  const poll = context.workshop && openOrder(context.workshop, 'poll')
  if (poll && /^\d+$/.test(digits)) return {is: 'room', request: {do: 'vote', option: Number(digits) - 1}}
  if (context.play?.phase === 'preparing' && /^\d+$/.test(digits)) return rejected(message('line.notOpenYet'))
  const wide = narrowed(line)
  const meant = wide?.isHeld ? undefined : parseTyped(line, context)
  if (context.options && meant?.is === 'actions' && isNoCommand(line, context))
    return rejected(message('line.optionWord', {most: context.options, typed: line}))
  // A line that runs as typed is not questioned: its full-width characters may be meant.
  if (meant && !(wide && meant.is === 'rejected')) return meant
  return wide ? rejected(fullWidthMessage(wide)) : {is: 'empty'}
}

function parseTyped(whole: string, context: PromptContext): Line {
  const line = parseWhole(whole, context)
  return line.is === 'actions' ? (refusedWrite(line.actions, context) ?? line) : line
}

/** A node that is not the lab's is only read. */
function refusedWrite(
  actions: readonly Action[],
  {roster, commandTable = {}}: PromptContext,
): Rejected | undefined {
  const foreign = actions.find(action => !isNodeName(action.node, roster) && !onlyReads(commandTable, action))
  return foreign && rejected(message('line.foreignWrite', {port: foreign.node}))
}

function parseWhole(whole: string, context: PromptContext): Line {
  const {line, host, port} = withoutPrompt(whole)
  if (trimBlanks(line) === '') return {is: 'empty'}
  if (host !== undefined && !isHere(host)) return rejected(message('shell.host', {host}))
  // A copied prompt names the node that the command was for.
  if (port !== undefined && port !== String(portOf(context.node, context.roster)))
    return parseAddressed(`${port} ${line}`, context)
  const unsent = parseUnsent(line)
  if (unsent) return unsent
  if (line.startsWith('/') && !programs.test(line)) return parseSlash(line.slice(1), context)
  if (line.startsWith('@')) return parseAddressed(line.slice(1), context)
  // A repeat count may also precede the address.
  const [, count, address, rest] = /^(\d+)[ \t]+@(\S+)[ \t]+(.+)$/.exec(line) ?? []
  if (count !== undefined) return parseAddressed(`${address} ${count} ${rest}`, context)
  const words = splitWords(line)
  return (
    parseShell(words ?? [], context) ??
    parseCommand({line, words, nodes: [context.node], addressed: false}, context)
  )
}

/** A letter or a word alone that no command is named: at a question it is meant as an answer. */
function isNoCommand(line: string, {commandTable = {}}: PromptContext): boolean {
  if (!/^\p{L}+$/u.test(line)) return false
  const names = Object.keys(commandTable)
  const typed = line.toUpperCase()
  const isKnown = names.some(name => name === typed || name.startsWith(`${typed} `))
  return !isKnown && (names.length > 0 || [...line].length === 1)
}

function parseAnswer(option: number, options: number): Line {
  if (option >= 1 && option <= options) return {is: 'answer', option}
  return rejected(message('line.option', {most: options}))
}

/** Parses `6480 GET a` or `all INFO replication`; the `@` is already removed. */
function parseAddressed(line: string, context: PromptContext): Line {
  const {roster, snapshot} = context
  const apart = trimBlanks(line)
  if (apart !== line && nodesMeant(apart.split(/[ \t]+/, 1)[0] ?? '', roster, snapshot))
    return rejected(message('line.addressApart', {line: `@${apart}`}))
  const [address = ''] = line.split(/[ \t]+/, 1)
  const command = trimBlanks(line.slice(address.length))
  const nodes = nodesMeant(address, roster, snapshot)
  if (!nodes) return rejected(noNode(`@${address}`, roster))
  if (command === '') return rejected(message('line.addressAlone', {address: `@${address}`}))
  if (nodes.length === 0) return rejected(message('line.nobody', {address: `@${address}`}))
  return parseCommand({line: command, words: splitWords(command), nodes, addressed: true}, context)
}

/** Returns undefined if it is not a shell line. */
function parseShell(typed: readonly Bytes[], context: PromptContext): Line | undefined {
  const shell = parseShellLine(typed, context)
  const port = (node: NodeName) => portOf(node, context.roster)
  switch (shell?.is) {
    case 'use': {
      const {node, following, raw = false} = shell
      const mode = following === (context.following ?? false) ? '' : `/cluster ${following ? 'on' : 'off'} · `
      const form = raw === (context.feedback?.raw ?? false) ? '' : `:set ${raw ? 'raw' : 'noraw'} · `
      return {
        is: 'use',
        node,
        following,
        raw,
        became: message('shell.became', {line: `${mode}${form}/use ${port(node)}`}),
      }
    }
    case 'command': {
      const {node, words, following, raw} = shell
      const local = parseBuiltin(words, context.roster)
      if (local?.is === 'help') return local
      const moved = movedNodeIn(words, context.roster)
      if (moved) return rejected(message('line.moved', {typed: moved, port: port(moved)}))
      const became = message(becameOf(words, following), {
        line: `@${port(node)} ${words.map(quoteWord).join(' ')}`,
        name: textOf(words[0] ?? '').toUpperCase(),
      })
      const action: Action = {do: 'command', node, words, alone: true, ...(raw && {raw})}
      return {is: 'actions', actions: [action], addressed: true, following, became}
    }
    case 'verb': {
      const {verb, nodes} = shell
      const became = message('shell.became', {line: nodes.map(node => `/${verb} ${port(node)}`).join(' · ')})
      return {is: 'actions', actions: nodes.map(node => ({do: verb, node})), addressed: true, became}
    }
    case 'tool':
      return {
        is: 'tool',
        words: shell.words,
        became: message('shell.tool', {words: shell.shown.join(' ')}),
      }
    default:
      return shell
  }
}

/** Commands that only change the connection that sends them. */
const aboutConnection = ['ASKING', 'READONLY', 'READWRITE', 'MULTI', 'WATCH', 'SELECT', 'AUTH', 'HELLO']

/** A run of redis-cli ends its connection, and with it what such a command has set. */
function becameOf([name = '']: readonly Bytes[], following: boolean): MessageKey {
  if (aboutConnection.includes(textOf(name).toUpperCase())) return 'shell.ranInVain'
  return following ? 'shell.followed' : 'shell.ran'
}

/** `words` are those of the line; undefined if its quotes are not closed. */
type CommandLine = Readonly<{
  line: string
  words: readonly Bytes[] | undefined
  nodes: readonly NodeName[]
  addressed: boolean
}>

function parseCommand(
  {line, words: split, nodes, addressed}: CommandLine,
  {roster, feedback}: PromptContext,
): Line {
  if (!split) return rejected(message('line.invalidArguments'))
  const local = parseBuiltin(split, roster)
  if (local) return local
  const [first = ''] = split
  const labCommand = alsoRedis.includes(first.toLowerCase()) ? undefined : labCommandOf(textOf(first))
  if (labCommand) return rejected(message('line.didYouMean', {typed: first, usage: usageOf(labCommand)}))
  const repeated = /^[+-]?\d+$/.test(first) && split.length > 1
  const times = repeated ? Number(textOf(first)) : 1
  if (times > mostRepeats && nodeForPort(first, roster))
    return rejected(message('line.addressMeant', {line: `@${line}`}))
  if (times < 1 || times > mostRepeats) return rejected(message('line.repeat', {most: mostRepeats}))
  const words = repeated ? split.slice(1) : split
  const moved = movedNodeIn(words, roster)
  if (moved) return rejected(message('line.moved', {typed: moved, port: portOf(moved, roster)}))
  const raw = feedback?.raw ? ({raw: true} as const) : {}
  const once = nodes.map((node): Action => ({do: 'command', node, words, ...raw}))
  return {is: 'actions', actions: Array.from({length: times}, () => once).flat(), addressed}
}
