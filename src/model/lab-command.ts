// The lab's own commands, those that begin with `/`. This one table is the parser, the completion and the help.

import {type ProcessVerb, processVerbs} from './action.ts'
import type {MessageKey} from './text.ts'

/** What a lab command asks for, beside what is done to nodes. */
export const requests = [
  'hint',
  'solve',
  'next',
  'back',
  'reset',
  'play',
  'done',
  'lessons',
  'review',
  'lang',
  'view',
  'replay',
  'export',
  'help',
  'quit',
] as const
export type Request = (typeof requests)[number]

/** What the nodes pane can show: the nodes themselves, what they say of each other, who serves which slots, what happened, a client at work. */
export const nodesViews = ['nodes', 'opinions', 'slots', 'timeline', 'traffic'] as const
export type NodesView = (typeof nodesViews)[number]

export function isNodesView(text: string): text is NodesView {
  return (nodesViews as readonly string[]).includes(text)
}

export type LabCommand = Readonly<{
  name: string
  /** `node`: exactly one node; `none`: nothing follows; anything else: words of its own, as the help writes them. */
  takes: string
  is:
    | Readonly<{verb: ProcessVerb}>
    | Readonly<{request: Request}>
    | 'use'
    | 'follow'
    | 'explain'
    | 'changes'
    | 'log'
    | 'conf'
    | 'timeline'
    | 'traffic'
  help: MessageKey
}>

/** Requests that may be followed by words. */
const wordsOf: Readonly<Partial<Record<Request, string>>> = {
  lessons: '[LESSON [STEP]]',
  lang: '[en|zh]',
  view: `[${nodesViews.join('|')}]`,
  export: '[FILE]',
}

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
  ...requests.map(
    (request): LabCommand => ({
      name: request,
      takes: wordsOf[request] ?? 'none',
      is: {request},
      help: `command.${request}`,
    }),
  ),
]

/** `/kill 6381` as the help writes it. */
export function usageOf(command: LabCommand): string {
  const words = {node: ' PORT', none: ''}[command.takes] ?? ` ${command.takes}`
  return `/${command.name}${words}`
}
