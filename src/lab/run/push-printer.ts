// What comes unasked (messages, MONITOR's lines), to the transcript: below what was typed meanwhile, in portions, and never more than a
// screen can bear.

import {portOf} from '../../model/cluster/node.ts'
import {type Action, describe} from '../../model/commands/action.ts'
import {isListening} from '../../model/commands/listening.ts'
import type {Reply} from '../../model/protocol/reply.ts'
import type {LabEvent, LabState} from '../../model/state/lab-state.ts'
import {message} from '../../model/text/messages.ts'
import type {Transcript} from './transcript.ts'

/** Between two portions, ms: about what a frame takes. */
const pause = 40
/** Of a portion the newest so many are shown; nobody reads more in that time. */
const mostAtOnce = 300
/** An entry of the transcript is drawn anew with each portion: when it has so many parts another goes on. */
const mostParts = 100

export type Printer = Readonly<{
  print: (reply: Reply) => void
  /** What is still held back is printed, and nothing more will come. The entry to say so in. */
  end: () => number
}>

/** Prints what comes with an action into its entry `id`; what is listened to, as long as that is the last one and there are not `several`. */
export function createPrinter(
  id: number,
  action: Action,
  several: boolean,
  needs: Readonly<{state: () => LabState; dispatch: (event: LabEvent) => void; transcript: Transcript}>,
): Printer {
  const {state, dispatch, transcript} = needs
  const {roster} = state()
  const port = portOf(action.node, roster)
  const listens = action.do === 'command' && isListening(action.words)
  let at = several ? 0 : id
  let held: Reply[] = []
  let leftOut = 0
  let timer: NodeJS.Timeout | undefined

  /** The entry to print into: the last one, if it is ours and not yet too long. */
  function entryFor(): number {
    if (!listens) return id
    const last = state().entries.at(-1)
    if (last?.id !== at)
      at = transcript.goOn(message('listen.from', {from: `${port} ${describe(action, roster)}`}))
    else if (last.parts.length >= mostParts) at = transcript.goOn()
    return at
  }

  function flush() {
    clearTimeout(timer)
    timer = undefined
    if (held.length === 0) return
    const replies = held
    held = []
    const entry = entryFor()
    if (leftOut > 0) transcript.note(entry, message('listen.leftOut', {n: leftOut}))
    leftOut = 0
    dispatch({on: 'printed', id: entry, action, replies})
    timer = setTimeout(flush, pause)
  }

  return {
    print(reply) {
      held.push(reply)
      if (held.length > mostAtOnce) {
        held.shift()
        leftOut += 1
      }
      // The first comes at once, and so does one after a while.
      if (!timer) flush()
    },
    end() {
      flush()
      clearTimeout(timer)
      return entryFor()
    },
  }
}
