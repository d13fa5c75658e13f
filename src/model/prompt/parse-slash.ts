// A line that begins with `/` -> what it asks of the lab, or how it should be written.

import {defaultLogLines} from '../cluster/file-excerpt.ts'
import {type NodeName, nodeForPort, type Roster} from '../cluster/node.ts'
import {closestTo} from '../commands/did-you-mean.ts'
import {parseTraffic} from '../state/traffic.ts'
import {listed} from '../text/listed.ts'
import {isLanguage, type Message, message} from '../text/messages.ts'
import {usualTimelineRows} from '../timeline/describe.ts'
import {type Line, rejected} from './line.ts'
import {type Asked, isNodesView, labCommands, type UiCommand, usageOf} from './slash-commands.ts'

/** @param line what was typed, without its slash */
export function parseSlash(line: string, roster: Roster): Line {
  const [name = '', ...words] = line.split(/\s+/)
  const command = labCommands.find(one => one.name === name.toLowerCase())
  if (!command) return rejected(unknown(name))
  const usage = message('line.usage', {usage: usageOf(command)})
  if (command.takes === 'none' && words.length > 0) return rejected(usage)
  return meant(command.is, words, roster, usage) ?? rejected(usage)
}

function unknown(name: string): Message {
  const meant = closestTo(
    name,
    labCommands.map(one => one.name.toUpperCase()),
  )
  const command = labCommands.find(one => one.name.toUpperCase() === meant)
  return command
    ? message('line.commandMeant', {name: `/${name}`, usage: usageOf(command)})
    : message('line.noCommand', {name: `/${name}`})
}

/** Where a node stands in the way of saying which. */
export function noNode(typed: string, roster: Roster): Message {
  return message('line.noNode', {typed, nodes: listed(roster.map(({port}) => port))})
}

/** Undefined where the words are not what the command takes. */
function meant(is: Asked, words: readonly string[], roster: Roster, usage: Message): Line | undefined {
  switch (is) {
    case 'use':
    case 'conf':
      return ofNode(words, roster, node => ({is, node}))
    case 'follow':
      return isSwitch(words) ? {is: 'follow', on: isOn(words)} : undefined
    case 'changes':
      return isSwitch(words) ? {is: 'tell', what: 'changes', on: isOn(words)} : undefined
    case 'explain':
      return isSwitch(words)
        ? {is: 'tell', what: 'errors', on: isOn(words)}
        : {is: 'explain', error: words.join(' ')}
    case 'timeline':
      return countOf(words, usualTimelineRows, most => ({is: 'timeline', most}))
    case 'log':
      return ofNode(words.slice(0, 1), roster, node =>
        countOf(words.slice(1), defaultLogLines, most => ({is: 'log', node, most})),
      )
    case 'traffic': {
      const wish = parseTraffic(words, usage)
      return 'because' in wish ? rejected(wish.because) : {is: 'traffic', wish}
    }
    default:
      if ('verb' in is)
        return ofNode(words, roster, node => ({
          is: 'actions',
          actions: [{do: is.verb, node}],
          addressed: true,
        }))
      if ('move' in is) return {is: 'move', move: is.move}
      return ofFace(is.face, words)
  }
}

function ofFace(face: UiCommand, [word, second, ...more]: readonly string[]): Line | undefined {
  if (face === 'lessons' && word !== undefined)
    return more.length === 0 ? {is: 'open', lesson: word, step: second} : undefined
  if (second !== undefined) return undefined
  if (face === 'lang') {
    const fits = word === undefined || isLanguage(word)
    return fits ? {is: 'face', asks: {face, language: word}} : undefined
  }
  if (face === 'view') {
    const fits = word === undefined || isNodesView(word)
    return fits ? {is: 'face', asks: {face, view: word}} : undefined
  }
  if (face === 'export') return {is: 'face', asks: {face, file: word}}
  return {is: 'face', asks: {face}}
}

/** `6381`, and nothing else. */
function ofNode(
  [typed, ...more]: readonly string[],
  roster: Roster,
  line: (node: NodeName) => Line | undefined,
): Line | undefined {
  if (typed === undefined || more.length > 0) return undefined
  const node = nodeForPort(typed, roster)
  return node ? line(node) : rejected(noNode(typed, roster))
}

/** A number of lines, or none said. */
function countOf(words: readonly string[], usual: number, line: (most: number) => Line): Line | undefined {
  const [most = String(usual)] = words
  return words.length < 2 && /^[1-9]\d{0,3}$/.test(most) ? line(Number(most)) : undefined
}

function isSwitch(words: readonly string[]): boolean {
  return words.length === 1 && ['on', 'off'].includes(words[0]?.toLowerCase() ?? '')
}

function isOn([word = '']: readonly string[]): boolean {
  return word.toLowerCase() === 'on'
}
