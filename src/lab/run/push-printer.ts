// Printer for pushed output (messages, MONITOR lines): below newer entries of the transcript, in batches, and limited to what a screen can show.

import {portOf} from '../../model/cluster/node.ts'
import {type Action, describe} from '../../model/commands/action.ts'
import {isListening} from '../../model/commands/listening.ts'
import type {Reply} from '../../model/protocol/reply.ts'
import {message} from '../../model/text/messages.ts'
import type {StateAccess} from './store.ts'
import type {Transcript} from './transcript.ts'

/** Pause between two batches, ms: about one frame. */
const pause = 40
/** Number of replies shown of a batch, the newest ones; nobody reads more in that time. */
const mostRead = 300
/** Maximum number of parts in an entry: each batch redraws the entry, so a long one is continued in a new entry. */
const mostParts = 100

export type Printer = Readonly<{
  print: (reply: Reply) => void
  /** Prints the rest and stops. Returns the entry for further output. */
  end: () => number
}>

/**
 * Prints an action's replies into its entry `id`. A subscription gets a new entry if `id` is not the last, or if the line addresses `several` nodes.
 */
export function createPrinter(
  id: number,
  action: Action,
  several: boolean,
  needs: StateAccess & Readonly<{transcript: Transcript; everyPush?: boolean | undefined}>,
): Printer {
  const {state, dispatch, transcript, everyPush} = needs
  const mostAtOnce = everyPush ? Number.POSITIVE_INFINITY : mostRead
  const {roster} = state()
  const port = portOf(action.node, roster)
  const listens = action.do === 'command' && isListening(action.words)
  let at = several ? 0 : id
  let pending: Reply[] = []
  let leftOut = 0
  let timer: NodeJS.Timeout | undefined

  /** Entry to print into: the last one, if it belongs to this action and is not too long. */
  function entryFor(): number {
    if (!listens) return id
    const last = state().entries.at(-1)
    if (last?.id !== at)
      at = transcript.continue(message('listen.from', {from: `${port} ${describe(action, roster)}`}))
    else if (last.parts.length >= mostParts) at = transcript.continue()
    return at
  }

  function flush() {
    clearTimeout(timer)
    timer = undefined
    if (pending.length === 0) return
    const replies = pending
    pending = []
    const entry = entryFor()
    if (leftOut > 0) transcript.note(entry, message('listen.leftOut', {n: leftOut}))
    leftOut = 0
    dispatch({on: 'printed', id: entry, action, replies})
    timer = setTimeout(flush, pause)
  }

  return {
    print(reply) {
      pending.push(reply)
      if (pending.length > mostAtOnce) {
        pending.shift()
        leftOut += 1
      }
      // Prints the first reply, and one after a pause, at once.
      if (!timer) flush()
    },
    end() {
      flush()
      clearTimeout(timer)
      return entryFor()
    },
  }
}
