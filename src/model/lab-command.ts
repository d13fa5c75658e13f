// The lab's own commands, those that begin with `/`. This one table is the parser, the completion and the help.

import {type ProcessVerb, processVerbs} from './action.ts'
import type {MessageKey} from './text.ts'

/** What a lab command asks for, beside what is done to nodes. */
export const requests = ['hint', 'solve', 'next', 'back', 'reset', 'help', 'quit'] as const
export type Request = (typeof requests)[number]

export type LabCommand = Readonly<{
  name: string
  /** `node`: exactly one node; `none`: nothing follows. */
  takes: 'node' | 'none'
  is: Readonly<{verb: ProcessVerb}> | Readonly<{request: Request}> | 'use'
  help: MessageKey
}>

export const labCommands: readonly LabCommand[] = [
  {name: 'use', takes: 'node', is: 'use', help: 'command.use'},
  ...processVerbs.map(
    (verb): LabCommand => ({name: verb, takes: 'node', is: {verb}, help: `command.${verb}`}),
  ),
  ...requests.map(
    (request): LabCommand => ({name: request, takes: 'none', is: {request}, help: `command.${request}`}),
  ),
]

/** `/kill 6381` as the help writes it. */
export function usageOf(command: LabCommand): string {
  return command.takes === 'node' ? `/${command.name} PORT` : `/${command.name}`
}
