// What a line can ask of the course and of the screen, and the answer to a line that cannot run.

import type {Language, Message} from '../text/messages.ts'

/** Moves in the course. */
export const courseMoves = ['hint', 'solve', 'next', 'back', 'reset', 'play', 'done', 'review'] as const
export type CourseMove = (typeof courseMoves)[number]

/** Views of the nodes pane: the nodes, what they say of each other, slots and their owners, what happened, the client at work. */
export const nodesViews = ['nodes', 'opinions', 'slots', 'timeline', 'traffic'] as const
export type NodesView = (typeof nodesViews)[number]

export function isNodesView(text: string): text is NodesView {
  return (nodesViews as readonly string[]).includes(text)
}

/** Requests to the screen in which the line was typed. Without a `language` or `view` it chooses the next one. */
export type UiRequest =
  | Readonly<{ui: 'help'}>
  | Readonly<{ui: 'quit'}>
  | Readonly<{ui: 'lessons'}>
  | Readonly<{ui: 'replay'}>
  | Readonly<{ui: 'clear'}>
  /** Writes the session into `file`, or into a file that the lab names. */
  | Readonly<{ui: 'export'; file: string | undefined}>
  | Readonly<{ui: 'lang'; language: Language | undefined}>
  | Readonly<{ui: 'view'; view: NodesView | undefined}>

/** What a screen does for each request, `typed` being the line; `leave` ends the program. */
export type UiHandlers = Readonly<{
  [Name in UiRequest['ui']]: (
    request: Extract<UiRequest, {ui: Name}>,
    typed: string,
  ) => Promise<void> | undefined | void | 'leave'
}>

/** Settles with `leave` if the program ends with this request. */
export async function handleRequest(
  handlers: UiHandlers,
  request: UiRequest,
  typed: string,
): Promise<'leave' | undefined> {
  // Each handler takes its own kind, which the compiler cannot pair with the name looked up here.
  const handle = handlers[request.ui] as (request: UiRequest, typed: string) => unknown
  return (await handle(request, typed)) === 'leave' ? 'leave' : undefined
}

/** A line that cannot run, and why. */
export type Rejected = Readonly<{is: 'mistake'; because: Message}>

export function rejected(because: Message): Rejected {
  return {is: 'mistake', because}
}
