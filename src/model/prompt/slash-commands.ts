// The table of the lab's slash commands: parser, completion and help of each. src/lab/run/line-handlers.ts runs them.

import {type ConfEdit, usualDirectives, whyNotInConf} from '../cluster/conf-file.ts'
import {defaultLogLines} from '../cluster/file-excerpt.ts'
import {isWired, type NodeName, portOf, type Roster} from '../cluster/node.ts'
import {processVerbs} from '../commands/action.ts'
import {isNodesView, nodesViews} from '../lesson/nodes-view.ts'
import {splitWords} from '../protocol/quoting.ts'
import {copied} from '../state/copy.ts'
import {parseTraffic} from '../state/traffic.ts'
import {isLanguage, languages, type Message, type MessageKey, message, translate} from '../text/messages.ts'
import {usualTimelineRows} from '../timeline/describe.ts'
import {flags} from '../workshop/event.ts'
import {helpActs} from '../workshop/help-question.ts'
import {parseCut, parseHeal, parseSlow} from './parse-links.ts'
import {courseMoves, type Rejected, rejected} from './requests.ts'
import {
  count,
  nothing,
  oneNode,
  oneNumber,
  onOrOff,
  optionalWord,
  type ReadWords,
  type SomeLine,
} from './slash-arguments.ts'

/** What completion knows of the nodes and of every step of every lesson. */
export type SlashCompletion = Readonly<{
  roster: Roster
  stops: readonly Readonly<{lesson: string; step: string}>[]
}>

type Entry<Line extends SomeLine> = Readonly<{
  name: string
  /** The arguments as the help writes them; optional ones are in brackets in every language. */
  takes?: Message
  parse: ReadWords<Line>
  /** The possible next arguments after the finished ones, for Tab. */
  complete: (known: SlashCompletion, before: readonly string[]) => readonly string[]
  help: MessageKey
}>

const first =
  (words: (known: SlashCompletion) => readonly string[]): Entry<SomeLine>['complete'] =>
  (known, before) =>
    before.length === 0 ? words(known) : []
const ports = first(({roster}) => roster.map(({port}) => String(port)))
const noWords = () => []
const switches = first(() => ['on', 'off'])

/** After `on` and perhaps a rate: `compare` or `replicas`, and `from` with a port where there are wires. */
const trafficWords: Entry<SomeLine>['complete'] = (known, before) => {
  const [on, ...more] = before
  if (on === undefined) return switches(known, before)
  if (on !== 'on') return []
  const at = more.indexOf('from')
  if (at >= 0) return ports(known, more.slice(at + 1))
  const kind = more.some(word => word === 'compare' || word === 'replicas') ? [] : ['compare', 'replicas']
  return [...kind, ...(isWired(known.roster) ? ['from'] : [])]
}

/** Lessons, then the steps of the one that was typed. */
const places: Entry<SomeLine>['complete'] = ({stops}, [lesson, ...more]) => {
  if (lesson === undefined) return [...new Set(stops.map(stop => stop.lesson))]
  return more.length > 0 ? [] : stops.filter(stop => stop.lesson === lesson).map(stop => stop.step)
}

/** Says which node it is if the typed port is a nominal one, so that nobody is moved without a word. */
function otherPort(node: NodeName, typed: string, roster: Roster): Readonly<{became?: Message}> {
  const port = String(portOf(node, roster))
  return typed.endsWith(port) ? {} : {became: message('shell.became', {line: `/use ${port}`})}
}

/** Shows the file, or sets a directive in it; `-` before the directive's name removes it. */
function confLine(node: NodeName, typed: string) {
  if (typed === '') return {is: 'conf', node} as const
  const [sign = '', directive = ''] = [/^-?/.exec(typed)?.[0], typed.replace(/^-/, '')]
  const edit: ConfEdit = sign === '' ? {directive} : {directive, remove: true}
  const words = splitWords(directive)
  if (!words || !/^[a-z][a-z-]*$/i.test(words[0] ?? '') || (!edit.remove && words.length === 1))
    return undefined
  const because = whyNotInConf(edit)
  return because ? rejected(because) : ({is: 'configure', node, edit} as const)
}

const nodeCommands = [
  {
    name: 'use',
    takes: message('usage.port'),
    parse: oneNode((node, typed, roster) => ({is: 'use', node, ...otherPort(node, typed, roster)})),
    complete: ports,
    help: 'command.use',
  },
  {
    name: 'cluster',
    takes: message('usage.onOff'),
    parse: onOrOff(on => ({is: 'follow', on})),
    complete: switches,
    help: 'command.cluster',
  },
  ...processVerbs.map(verb => ({
    name: verb,
    takes: message('usage.port'),
    parse: oneNode(node => ({is: 'actions', actions: [{do: verb, node}], addressed: true})),
    complete: ports,
    help: `command.${verb}` as const,
  })),
] satisfies readonly Entry<SomeLine>[]

/** The ends of a link, and between them the sign that tells the sides apart. */
const ends: Entry<SomeLine>['complete'] = ({roster}, before) => {
  const nodes = roster.map(({port}) => String(port))
  const parties = [...nodes, 'client', ...(before.length > 0 ? ['rest'] : [])].filter(
    party => !before.includes(party),
  )
  const isMiddle = before.length > 0 && !before.some(word => word === '|' || word === '>')
  return isMiddle ? [...parties, '|', '>'] : parties
}

const linkCommands = [
  {name: 'cut', takes: message('usage.cut'), parse: parseCut, complete: ends, help: 'command.cut'},
  {name: 'slow', takes: message('usage.slow'), parse: parseSlow, complete: ends, help: 'command.slow'},
  {name: 'heal', takes: message('usage.heal'), parse: parseHeal, complete: ends, help: 'command.heal'},
  {
    name: 'wires',
    takes: message('usage.oneOf', {words: 'on|off'}),
    parse: (words, context) =>
      words.length === 0
        ? ({is: 'links', request: {do: 'list'}} as const)
        : onOrOff(on => ({is: 'links', request: {do: 'rewire', wired: on}}) as const)(words, context),
    complete: switches,
    help: 'command.wires',
  },
] satisfies readonly Entry<SomeLine>[]

const infoCommands = [
  {
    name: 'explain',
    takes: message('usage.error'),
    parse: (words, context) =>
      onOrOff(on => ({is: 'feedback', what: 'errors', on}))(words, context) ??
      ({is: 'explain', error: words.join(' ')} as const),
    complete: noWords,
    help: 'command.explain',
  },
  {
    name: 'changes',
    takes: message('usage.onOff'),
    parse: onOrOff(on => ({is: 'feedback', what: 'changes', on})),
    complete: switches,
    help: 'command.changes',
  },
  {
    name: 'log',
    takes: message('usage.portLines'),
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
    takes: message('usage.lines'),
    parse: count(usualTimelineRows, most => ({is: 'timeline', most})),
    complete: noWords,
    help: 'command.timeline',
  },
  {
    name: 'conf',
    takes: message('usage.conf'),
    parse: ([port, ...rest], context) =>
      oneNode(node => confLine(node, rest.join(' ')))(port === undefined ? [] : [port], context),
    complete: (known, before) => (before.length === 1 ? usualDirectives : ports(known, before)),
    help: 'command.conf',
  },
  {
    name: 'traffic',
    takes: message('usage.traffic'),
    parse(words, {usage, roster}) {
      const request = parseTraffic(words, usage, roster)
      return 'because' in request ? rejected(request.because) : ({is: 'traffic', request} as const)
    },
    complete: trafficWords,
    help: 'command.traffic',
  },
] satisfies readonly Entry<SomeLine>[]

const courseCommands = [
  ...courseMoves.map(move => ({
    name: move,
    parse: nothing({is: 'move', move}),
    complete: noWords,
    help: `command.${move}` as const,
  })),
  {
    name: 'lessons',
    takes: message('usage.lesson'),
    parse([lesson, step, ...more]) {
      if (more.length > 0) return undefined
      return lesson === undefined
        ? ({is: 'ui', request: {ui: 'lessons'}} as const)
        : ({is: 'open', lesson, step} as const)
    },
    complete: places,
    help: 'command.lessons',
  },
] satisfies readonly Entry<SomeLine>[]

const roomCommands = [
  {
    name: 'flag',
    takes: message('usage.oneOf', {words: flags.join('|')}),
    parse: optionalWord(word => {
      const flag = word === undefined ? 'help' : flags.find(name => name === word.toLowerCase())
      return flag && {is: 'room', request: {do: 'flag', flag}}
    }),
    complete: first(() => flags),
    help: 'command.flag',
  },
  {name: 'room', parse: nothing({is: 'room', request: {do: 'log'}}), complete: noWords, help: 'command.room'},
  roomRequest('take', 'command.take'),
  roomRequest('go', 'command.go'),
  roomRequest('stay', 'command.stay'),
  {
    name: 'vote',
    takes: message('usage.number'),
    parse: oneNumber(n => ({is: 'room', request: {do: 'vote', option: n - 1}})),
    complete: first(() => ['1', '2', '3']),
    help: 'command.vote',
  },
  {
    name: 'share',
    takes: message('usage.yesNo'),
    parse: optionalWord(word => {
      const said = word?.toLowerCase() ?? 'yes'
      return said === 'yes' || said === 'no'
        ? {is: 'room', request: {do: 'share', yes: said === 'yes'}}
        : undefined
    }),
    complete: first(() => ['yes', 'no']),
    help: 'command.share',
  },
  {
    name: 'leave',
    takes: message('usage.erase'),
    parse: optionalWord(word =>
      word === undefined || word === 'erase'
        ? {is: 'room', request: {do: 'leave', erase: word !== undefined}}
        : undefined,
    ),
    complete: first(() => ['erase']),
    help: 'command.leave',
  },
  {
    name: 'queue',
    takes: message('usage.queue'),
    parse([word, ...rest], context) {
      const what = helpActs.find(name => name === word)
      if (word === undefined) return {is: 'room', request: {do: 'queue'}} as const
      if (what && rest.length === 0) return {is: 'room', request: {do: 'help', what}} as const
      return what && oneNumber(n => ({is: 'room', request: {do: 'help', what, n}}))(rest, context)
    },
    complete: first(() => helpActs),
    help: 'command.queue',
  },
] satisfies readonly Entry<SomeLine>[]

/** A command about the workshop without arguments. */
function roomRequest<const What extends 'take' | 'go' | 'stay'>(what: What, help: MessageKey) {
  return {
    name: what,
    parse: nothing({is: 'room', request: {do: what}} as const),
    complete: noWords,
    help,
  }
}

const uiCommands = [
  {
    name: 'lang',
    takes: message('usage.oneOf', {words: languages.join('|')}),
    parse: optionalWord(language =>
      language === undefined || isLanguage(language)
        ? {is: 'ui', request: {ui: 'lang', language}}
        : undefined,
    ),
    complete: first(() => languages),
    help: 'command.lang',
  },
  {
    name: 'view',
    takes: message('usage.oneOf', {words: nodesViews.join('|')}),
    parse: optionalWord(view =>
      view === undefined || isNodesView(view) ? {is: 'ui', request: {ui: 'view', view}} : undefined,
    ),
    complete: first(() => nodesViews),
    help: 'command.view',
  },
  simpleRequest('summary', 'command.summary'),
  simpleRequest('replay', 'command.replay'),
  {
    name: 'export',
    takes: message('usage.file'),
    parse: optionalWord(file => ({is: 'ui', request: {ui: 'export', file}})),
    complete: noWords,
    help: 'command.export',
  },
  {
    name: 'copy',
    takes: message('usage.oneOf', {words: copied.join('|')}),
    parse: optionalWord(word => {
      const what = word === undefined ? 'reply' : copied.find(name => name === word)
      return what && {is: 'ui', request: {ui: 'copy', what}}
    }),
    complete: first(() => copied),
    help: 'command.copy',
  },
  simpleRequest('clear', 'command.clear'),
  simpleRequest('help', 'command.help'),
  simpleRequest('quit', 'command.quit'),
] satisfies readonly Entry<SomeLine>[]

/** A command without arguments that the screen handles. */
function simpleRequest<const Name extends 'summary' | 'replay' | 'clear' | 'help' | 'quit'>(
  ui: Name,
  help: MessageKey,
) {
  return {name: ui, parse: nothing({is: 'ui', request: {ui}}), complete: noWords, help}
}

type Parse = (
  | typeof nodeCommands
  | typeof linkCommands
  | typeof infoCommands
  | typeof courseCommands
  | typeof roomCommands
  | typeof uiCommands
)[number]['parse']

/** All results of the commands' `parse`. The lab has a handler for each kind. */
export type SlashLine = Exclude<ReturnType<Parse>, Rejected | undefined>

export type LabCommand = Entry<SlashLine>

/** The commands as the help groups them. */
export const commandGroups: readonly Readonly<{title: MessageKey; commands: readonly LabCommand[]}>[] = [
  {title: 'help.group.nodes', commands: [...nodeCommands, ...linkCommands]},
  {title: 'help.group.info', commands: infoCommands},
  {title: 'help.group.course', commands: courseCommands},
  {title: 'help.group.ui', commands: uiCommands},
  {title: 'help.group.room', commands: roomCommands},
]

export const labCommands: readonly LabCommand[] = commandGroups.flatMap(({commands}) => commands)

/** Finds a command by its name; case is ignored. */
export function labCommandOf(name: string): LabCommand | undefined {
  return labCommands.find(command => command.name === name.toLowerCase())
}

/** Whether a line is one that nobody offers: it consents, leaves, answers, writes a file or ends the lab. */
export function isForTheLearner(line: string): boolean {
  const name = /^\s*\/\s*(\S+)/.exec(line)?.[1]?.toLowerCase()
  return [...roomCommands, ...uiCommands].some(command => command.name === name)
}

/** `/kill PORT`, as the help writes it. */
export function usageOf({name, takes}: LabCommand): Message {
  return takes ? message('usage.with', {name, takes}) : message('usage.alone', {name})
}

/** Whether the command cannot run without an argument. */
export function needsArgument({takes}: LabCommand): boolean {
  return takes !== undefined && !translate('en', takes).startsWith('[')
}
