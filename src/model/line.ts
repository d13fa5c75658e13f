// A typed line -> what it asks for, or why it cannot be asked. Decides; does nothing.

import type {Action} from './action.ts'
import {nodesMeant} from './address.ts'
import {textOf} from './bytes.ts'
import {usualLogLines} from './excerpt.ts'
import {labCommands, type Request, usageOf} from './lab-command.ts'
import {type Base, type NodeName, nodeMeant, nodeNames, portOf} from './node.ts'
import {readShell} from './shell.ts'
import type {Snapshot} from './snapshot.ts'
import type {Telling} from './state.ts'
import {type Said, said} from './text.ts'
import {usualTimelineRows} from './timeline-words.ts'
import {type TrafficWish, trafficWish} from './traffic.ts'
import {quoteWord, splitWords} from './words.ts'

export type Line =
  | Readonly<{is: 'empty'}>
  /** `addressed`: the line itself says to whom; `following`: whether redirects are followed, whatever the prompt's mode is. */
  | Readonly<{
      is: 'actions'
      actions: readonly Action[]
      addressed: boolean
      following?: boolean
      became?: Said
    }>
  /** `following`: and cluster mode is on or off from now on. */
  | Readonly<{is: 'use'; node: NodeName; following?: boolean; became?: Said}>
  /** redis-cli itself is run, with these words. */
  | Readonly<{is: 'tool'; words: readonly string[]; became: Said}>
  | Readonly<{is: 'follow'; on: boolean}>
  /** What is told unasked. */
  | Readonly<{is: 'tell'; what: keyof Telling; on: boolean}>
  /** The last error, or the one that begins so. */
  | Readonly<{is: 'explain'; error: string}>
  /** At most `most` lines. */
  | Readonly<{is: 'log'; node: NodeName; most: number}>
  | Readonly<{is: 'conf'; node: NodeName}>
  | Readonly<{is: 'traffic'; wish: TrafficWish}>
  /** Its newest lines, at most `most`. */
  | Readonly<{is: 'timeline'; most: number}>
  /** redis-cli's own: the words that follow `help` or `?`. */
  | Readonly<{is: 'help'; topic: readonly string[]}>
  | Readonly<{is: 'request'; request: Request; words: readonly string[]}>
  /** The chosen option of the open question, counted from 1. */
  | Readonly<{is: 'answer'; option: number}>
  | Readonly<{is: 'mistake'; because: Said}>

/** Where the prompt is: its node, where the six stand, what they last said, and how many options the open question has (none is open without it). */
export type Place = Readonly<{
  node: NodeName
  base: Base
  snapshot?: Snapshot | undefined
  /** Cluster mode is on. */
  following?: boolean
  options?: number
}>

/** More repeats than this are a slip of the finger, not a wish. */
const mostRepeats = 1000

/** Lab commands whose names Redis or redis-cli know too: without the slash they are theirs. */
const alsoRedis = ['cluster', 'reset', 'help', 'quit']

/** redis-cli's local commands that only make sense at a prompt: they leave. */
const leaving = ['quit', 'exit']

export function parseLine(typed: string, place: Place): Line {
  const line = typed.trim()
  if (line === '') return {is: 'empty'}
  // No Redis command is a number, so while a question is open a lone one is its answer.
  if (place.options && /^\d+$/.test(line)) return parseAnswer(Number(line), place.options)
  if (line.startsWith('/')) return parseLabCommand(line.slice(1), place.base)
  if (line.startsWith('@')) return parseAddressed(line.slice(1), place)
  // The count may stand before the address too.
  const [, count, address, rest] = /^(\d+)\s+@(\S+)\s+(.+)$/.exec(line) ?? []
  if (count !== undefined) return parseAddressed(`${address} ${count} ${rest}`, place)
  return parseShell(line, place) ?? parseCommand(line, [place.node], false)
}

function parseAnswer(option: number, options: number): Line {
  if (option >= 1 && option <= options) return {is: 'answer', option}
  return mistake(said('line.option', {most: options}))
}

function parseLabCommand(line: string, base: Base): Line {
  const [name = '', ...rest] = line.split(/\s+/)
  const command = labCommands.find(one => one.name === name.toLowerCase())
  if (!command) return mistake(said('line.noCommand', {name: `/${name}`}))
  const usage = mistake(said('line.usage', {usage: usageOf(command)}))
  if (typeof command.is === 'object' && 'request' in command.is) {
    const {request} = command.is
    return command.takes === 'none' && rest.length > 0 ? usage : {is: 'request', request, words: rest}
  }
  if (command.is === 'explain' && !isSwitch(rest)) return {is: 'explain', error: rest.join(' ')}
  if (command.is === 'traffic') {
    const wish = trafficWish(rest, usage.because)
    return 'because' in wish ? mistake(wish.because) : {is: 'traffic', wish}
  }
  if (command.is === 'timeline') {
    const [most = String(usualTimelineRows)] = rest
    return rest.length < 2 && isCount(most) ? {is: 'timeline', most: Number(most)} : usage
  }
  const [word = '', count = String(usualLogLines)] = rest
  if (rest.length === 0 || rest.length > (command.is === 'log' ? 2 : 1)) return usage
  if (command.is === 'follow' || command.is === 'changes' || command.is === 'explain') {
    if (!isSwitch(rest)) return usage
    const on = word.toLowerCase() === 'on'
    if (command.is === 'follow') return {is: 'follow', on}
    return {is: 'tell', what: command.is === 'changes' ? 'changes' : 'errors', on}
  }
  const node = nodeMeant(word, base)
  if (!node) return mistake(noNode(word, base))
  if (command.is === 'use' || command.is === 'conf') return {is: command.is, node}
  if (command.is === 'log') return isCount(count) ? {is: 'log', node, most: Number(count)} : usage
  return 'verb' in command.is
    ? {is: 'actions', actions: [{do: command.is.verb, node}], addressed: true}
    : {is: 'empty'}
}

function isSwitch(words: readonly string[]): boolean {
  return words.length === 1 && ['on', 'off'].includes(words[0]?.toLowerCase() ?? '')
}

function isCount(word: string): boolean {
  return /^[1-9]\d{0,3}$/.test(word)
}

/** `6480 GET a` or `all INFO replication`, the `@` taken off. */
function parseAddressed(line: string, {base, snapshot}: Place): Line {
  const [address = ''] = line.split(/\s+/, 1)
  const command = line.slice(address.length).trim()
  const nodes = nodesMeant(address, base, snapshot)
  if (!nodes) return mistake(noNode(`@${address}`, base))
  if (command === '') return mistake(said('line.addressAlone', {address: `@${address}`}))
  if (nodes.length === 0) return mistake(said('line.nobody', {address: `@${address}`}))
  return parseCommand(command, nodes, true)
}

/** Undefined for what is no line of a shell. */
function parseShell(line: string, place: Place): Line | undefined {
  const shell = readShell(splitWords(line) ?? [], place)
  const port = (node: NodeName) => portOf(node, place.base)
  switch (shell?.is) {
    case 'use': {
      const {node, following} = shell
      const mode = following === (place.following ?? false) ? '' : `/cluster ${following ? 'on' : 'off'} · `
      return {is: 'use', node, following, became: said('shell.became', {line: `${mode}/use ${port(node)}`})}
    }
    case 'command': {
      const {node, words, following} = shell
      const became = said(following ? 'shell.followed' : 'shell.became', {
        line: `@${port(node)} ${words.map(quoteWord).join(' ')}`,
      })
      return {is: 'actions', actions: [{do: 'command', node, words}], addressed: true, following, became}
    }
    case 'verb': {
      const {verb, nodes} = shell
      const became = said('shell.became', {line: nodes.map(node => `/${verb} ${port(node)}`).join(' · ')})
      return {is: 'actions', actions: nodes.map(node => ({do: verb, node})), addressed: true, became}
    }
    case 'tool':
      return {...shell, became: said('shell.became', {line: `redis-cli ${shell.words.join(' ')}`})}
    default:
      return shell
  }
}

function parseCommand(line: string, nodes: readonly NodeName[], addressed: boolean): Line {
  const split = splitWords(line)
  if (!split) return mistake(said('line.invalidArguments'))
  const [first = ''] = split
  if (leaving.includes(first.toLowerCase())) return {is: 'request', request: 'quit', words: []}
  if (first.toLowerCase() === 'help' || first === '?') return {is: 'help', topic: split.slice(1).map(textOf)}
  const meant = labCommands.find(({name}) => name === first.toLowerCase() && !alsoRedis.includes(name))
  if (meant) return mistake(said('line.didYouMean', {typed: first, usage: usageOf(meant)}))
  const repeated = /^[+-]?\d+$/.test(first) && split.length > 1
  const times = repeated ? Number(textOf(first)) : 1
  if (times < 1 || times > mostRepeats) return mistake(said('line.repeat', {most: mostRepeats}))
  const words = repeated ? split.slice(1) : split
  const once = nodes.map((node): Action => ({do: 'command', node, words}))
  return {is: 'actions', actions: Array.from({length: times}, () => once).flat(), addressed}
}

function mistake(because: Said): Line & {is: 'mistake'} {
  return {is: 'mistake', because}
}

function noNode(typed: string, base: Base): Said {
  return said('line.noNode', {typed, nodes: nodeNames.map(name => portOf(name, base)).join(' ')})
}
