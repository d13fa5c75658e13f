// The lab's own commands, those that begin with `/`. This table is the parser, the completion and the help; src/lab/run/line-handlers.ts runs what
// a command asks for.

import {defaultLogLines} from '../cluster/file-excerpt.ts'
import type {Roster} from '../cluster/node.ts'
import {processVerbs} from '../commands/action.ts'
import {parseTraffic} from '../state/traffic.ts'
import {isLanguage, languages, type MessageKey} from '../text/messages.ts'
import {usualTimelineRows} from '../timeline/describe.ts'
import {courseMoves, isNodesView, nodesViews, rejected} from './line.ts'
import {count, nothing, oneNode, onOrOff, optionalWord, type ReadWords} from './slash-arguments.ts'

export type LabCommand = Readonly<{
  name: string
  /** The words that follow the name, as the help writes them; empty if none may follow. */
  takes: string
  parse: ReadWords
  /** What the first word may be, for Tab. */
  complete: (roster: Roster) => readonly string[]
  help: MessageKey
}>

const ports = (roster: Roster) => roster.map(({port}) => String(port))
const noWords = () => []
const switches = () => ['on', 'off']

const nodeCommands: readonly LabCommand[] = [
  {
    name: 'use',
    takes: 'PORT',
    parse: oneNode(node => ({is: 'use', node})),
    complete: ports,
    help: 'command.use',
  },
  {
    name: 'cluster',
    takes: 'on|off',
    parse: onOrOff(on => ({is: 'follow', on})),
    complete: switches,
    help: 'command.cluster',
  },
  ...processVerbs.map(
    (verb): LabCommand => ({
      name: verb,
      takes: 'PORT',
      parse: oneNode(node => ({is: 'actions', actions: [{do: verb, node}], addressed: true})),
      complete: ports,
      help: `command.${verb}`,
    }),
  ),
]

const infoCommands: readonly LabCommand[] = [
  {
    name: 'explain',
    takes: '[ERROR or on, off]',
    parse: (words, context) =>
      onOrOff(on => ({is: 'tell', what: 'errors', on}))(words, context) ?? {
        is: 'explain',
        error: words.join(' '),
      },
    complete: noWords,
    help: 'command.explain',
  },
  {
    name: 'changes',
    takes: 'on|off',
    parse: onOrOff(on => ({is: 'tell', what: 'changes', on})),
    complete: switches,
    help: 'command.changes',
  },
  {
    name: 'log',
    takes: 'PORT [N]',
    parse: ([port, ...rest], context) =>
      oneNode(node => count(defaultLogLines, most => ({is: 'log', node, most}))(rest, context))(
        port === undefined ? [] : [port],
        context,
      ),
    complete: ports,
    help: 'command.log',
  },
  {
    name: 'timeline',
    takes: '[N]',
    parse: count(usualTimelineRows, most => ({is: 'timeline', most})),
    complete: noWords,
    help: 'command.timeline',
  },
  {
    name: 'conf',
    takes: 'PORT',
    parse: oneNode(node => ({is: 'conf', node})),
    complete: ports,
    help: 'command.conf',
  },
  {
    name: 'traffic',
    takes: '[on|off] [RATE]',
    parse(words, {usage}) {
      const wish = parseTraffic(words, usage)
      return 'because' in wish ? rejected(wish.because) : {is: 'traffic', wish}
    },
    complete: switches,
    help: 'command.traffic',
  },
]

const courseCommands: readonly LabCommand[] = [
  ...courseMoves.map(
    (move): LabCommand => ({
      name: move,
      takes: '',
      parse: nothing({is: 'move', move}),
      complete: noWords,
      help: `command.${move}`,
    }),
  ),
  {
    name: 'lessons',
    takes: '[LESSON [STEP]]',
    parse([lesson, step, ...more]) {
      if (more.length > 0) return undefined
      return lesson === undefined ? {is: 'face', asks: {face: 'lessons'}} : {is: 'open', lesson, step}
    },
    complete: noWords,
    help: 'command.lessons',
  },
]

const faceCommands: readonly LabCommand[] = [
  {
    name: 'lang',
    takes: `[${languages.join('|')}]`,
    parse: optionalWord(language =>
      language === undefined || isLanguage(language)
        ? {is: 'face', asks: {face: 'lang', language}}
        : undefined,
    ),
    complete: () => languages,
    help: 'command.lang',
  },
  {
    name: 'view',
    takes: `[${nodesViews.join('|')}]`,
    parse: optionalWord(view =>
      view === undefined || isNodesView(view) ? {is: 'face', asks: {face: 'view', view}} : undefined,
    ),
    complete: () => nodesViews,
    help: 'command.view',
  },
  simpleRequest('replay', 'command.replay'),
  {
    name: 'export',
    takes: '[FILE]',
    parse: optionalWord(file => ({is: 'face', asks: {face: 'export', file}})),
    complete: noWords,
    help: 'command.export',
  },
  simpleRequest('clear', 'command.clear'),
  simpleRequest('help', 'command.help'),
  simpleRequest('quit', 'command.quit'),
]

/** A command without words that the face answers. */
function simpleRequest(face: 'replay' | 'clear' | 'help' | 'quit', help: MessageKey): LabCommand {
  return {name: face, takes: '', parse: nothing({is: 'face', asks: {face}}), complete: noWords, help}
}

/** In the order in which the help lists them. */
export const labCommands: readonly LabCommand[] = [
  ...nodeCommands,
  ...infoCommands,
  ...courseCommands,
  ...faceCommands,
]

/** Finds a command by its name, in upper or lower case. */
export function labCommandOf(name: string): LabCommand | undefined {
  return labCommands.find(one => one.name === name.toLowerCase())
}

/** `/kill PORT`, as the help writes it. */
export function usageOf({name, takes}: LabCommand): string {
  return takes === '' ? `/${name}` : `/${name} ${takes}`
}
