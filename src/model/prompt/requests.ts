// Requests of a line to the course and to the screen, and the result for a line that cannot run.

import type {NodesView} from '../lesson/nodes-view.ts'
import type {Copied} from '../state/copy.ts'
import type {Language, Message} from '../text/messages.ts'

/** Commands that move through the course. */
export const courseMoves = ['hint', 'solve', 'next', 'back', 'reset', 'play', 'done', 'review'] as const
export type CourseMove = (typeof courseMoves)[number]

/** Requests to the screen where the line was typed. Without a `language` or `view` it switches to the next one. */
export type UiRequest =
  | Readonly<{ui: 'help'}>
  | Readonly<{ui: 'summary'}>
  | Readonly<{ui: 'quit'}>
  | Readonly<{ui: 'lessons'}>
  | Readonly<{ui: 'replay'}>
  | Readonly<{ui: 'clear'}>
  | Readonly<{ui: 'copy'; what: Copied}>
  /** Writes the session to `file`, by default to a file that the lab names. */
  | Readonly<{ui: 'export'; file: string | undefined}>
  | Readonly<{ui: 'lang'; language: Language | undefined}>
  | Readonly<{ui: 'view'; view: NodesView | undefined}>

/** A screen's handler for each request; `typed` is the line, the result `leave` ends the program. */
export type UiHandlers = Readonly<{
  [Name in UiRequest['ui']]: (
    request: Extract<UiRequest, {ui: Name}>,
    typed: string,
  ) => Promise<void> | undefined | void | 'leave'
}>

/** Resolves to `leave` if the request ends the program. */
export async function handleRequest(
  handlers: UiHandlers,
  request: UiRequest,
  typed: string,
): Promise<'leave' | undefined> {
  // TypeScript cannot tell that the handler looked up by the request's name takes this request.
  const handle = handlers[request.ui] as (request: UiRequest, typed: string) => unknown
  return (await handle(request, typed)) === 'leave' ? 'leave' : undefined
}

/** A line that does not run, and why; `fine`: not an error. */
export type Rejected = Readonly<{is: 'rejected'; because: Message; fine?: true}>

export function rejected(because: Message): Rejected {
  return {is: 'rejected', because}
}
