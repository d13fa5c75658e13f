// The lab's own commands, those that begin with `/`. This one table is the parser, the completion and the help.

import {type ProcessVerb, processVerbs} from '../commands/action.ts'
import type {MessageKey} from '../text/messages.ts'

/** What a line asks of the course. */
export const courseMoves = ['hint', 'solve', 'next', 'back', 'reset', 'play', 'done', 'review'] as const
export type CourseMove = (typeof courseMoves)[number]

/** What a line asks of the face that it was typed in. */
export type UiCommand = 'lessons' | 'lang' | 'view' | 'replay' | 'export' | 'clear' | 'help' | 'quit'

/** What the nodes pane can show: the nodes themselves, what they say of each other, who serves which slots, what happened, a client at work. */
export const nodesViews = ['nodes', 'opinions', 'slots', 'timeline', 'traffic'] as const
export type NodesView = (typeof nodesViews)[number]

export function isNodesView(text: string): text is NodesView {
  return (nodesViews as readonly string[]).includes(text)
}

/** What a lab command asks for. */
export type Asked =
  | Readonly<{verb: ProcessVerb}>
  | Readonly<{move: CourseMove}>
  | Readonly<{face: UiCommand}>
  | 'use'
  | 'follow'
  | 'explain'
  | 'changes'
  | 'log'
  | 'conf'
  | 'timeline'
  | 'traffic'

export type LabCommand = Readonly<{
  name: string
  /** `node`: exactly one node; `none`: nothing follows; anything else: words of its own, as the help writes them. */
  takes: string
  is: Asked
  help: MessageKey
}>

export const labCommands: readonly LabCommand[] = [
  {name: 'use', takes: 'node', is: 'use', help: 'command.use'},
  {name: 'cluster', takes: 'on|off', is: 'follow', help: 'command.cluster'},
  ...processVerbs.map(
    (verb): LabCommand => ({name: verb, takes: 'node', is: {verb}, help: `command.${verb}`}),
  ),
  {name: 'explain', takes: '[ERROR or on, off]', is: 'explain', help: 'command.explain'},
  {name: 'changes', takes: 'on|off', is: 'changes', help: 'command.changes'},
  {name: 'log', takes: 'PORT [N]', is: 'log', help: 'command.log'},
  {name: 'timeline', takes: '[N]', is: 'timeline', help: 'command.timeline'},
  {name: 'conf', takes: 'node', is: 'conf', help: 'command.conf'},
  {name: 'traffic', takes: '[on|off] [RATE]', is: 'traffic', help: 'command.traffic'},
  ...courseMoves.map(movingBy),
  {name: 'lessons', takes: '[LESSON [STEP]]', is: {face: 'lessons'}, help: 'command.lessons'},
  {name: 'lang', takes: '[en|zh]', is: {face: 'lang'}, help: 'command.lang'},
  {name: 'view', takes: `[${nodesViews.join('|')}]`, is: {face: 'view'}, help: 'command.view'},
  {name: 'replay', takes: 'none', is: {face: 'replay'}, help: 'command.replay'},
  {name: 'export', takes: '[FILE]', is: {face: 'export'}, help: 'command.export'},
  {name: 'clear', takes: 'none', is: {face: 'clear'}, help: 'command.clear'},
  {name: 'help', takes: 'none', is: {face: 'help'}, help: 'command.help'},
  {name: 'quit', takes: 'none', is: {face: 'quit'}, help: 'command.quit'},
]

function movingBy(move: CourseMove): LabCommand {
  return {name: move, takes: 'none', is: {move}, help: `command.${move}`}
}

/** `/kill 6381` as the help writes it. */
export function usageOf(command: LabCommand): string {
  const words = {node: ' PORT', none: ''}[command.takes] ?? ` ${command.takes}`
  return `/${command.name}${words}`
}
