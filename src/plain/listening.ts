// Subscriptions, MONITOR and a redis-cli that asks, in lines: the next line is read once they listen, and the end of the input ends them.

import type {Lab} from '../lab/lab.ts'
import {firstLineOf, isListening} from '../model/commands/listening.ts'
import type {Entry, LabState} from '../model/state/lab-state.ts'

type WatchedLab = Pick<Lab, 'state' | 'subscribe'>

/** Runs a line until all its replies have arrived, a subscription until its first push, redis-cli until it asks. */
export async function runUntilListening(
  lab: WatchedLab & Pick<Lab, 'run'>,
  typed: string,
): ReturnType<Lab['run']> {
  const {promise, resolve} = Promise.withResolvers<undefined>()
  const before = lab.state().entries.at(-1)?.id ?? 0
  const unsubscribe = lab.subscribe(() => {
    const line = lab.state().entries.find(({id, by}) => id > before && by === 'learner')
    if (line?.running && (listens(line) || lab.state().toolQuestion !== undefined)) resolve(undefined)
  })
  try {
    return await Promise.race([lab.run(typed), promise])
  } finally {
    unsubscribe()
  }
}

/** A push has arrived, not only the line that redis-cli prints before it. */
function listens({parts}: Entry): boolean {
  const printed = parts.flatMap(part => ('printed' in part ? [part] : []))
  return printed.some(
    ({action}, i) =>
      action.do === 'command' && isListening(action.words) && (i > 0 || !firstLineOf(action.words)),
  )
}

/** ms without a push after which no more is expected of the lines that were run: a message to another node goes over the cluster bus. */
const quiet = 200

/** Ends a redis-cli that still asks, and subscriptions once what the last lines caused has been printed. */
export async function endListening(lab: WatchedLab & Pick<Lab, 'cancel' | 'stopListening'>): Promise<void> {
  if (lab.state().toolQuestion !== undefined) lab.cancel()
  if (!isListeningIn(lab.state())) return
  const {promise, resolve} = Promise.withResolvers<void>()
  let timer = setTimeout(resolve, quiet)
  let {entries} = lab.state()
  const unsubscribe = lab.subscribe(() => {
    if (lab.state().entries === entries) return
    entries = lab.state().entries
    clearTimeout(timer)
    timer = setTimeout(resolve, quiet)
  })
  await promise
  unsubscribe()
  const ended = untilEnded(lab)
  lab.stopListening()
  await ended
}

function isListeningIn({entries}: LabState): boolean {
  return entries.some(entry => entry.running && entry.by === 'learner' && listens(entry))
}

function untilEnded(lab: WatchedLab): Promise<void> {
  const {promise, resolve} = Promise.withResolvers<void>()
  const unsubscribe = lab.subscribe(() => {
    if (isListeningIn(lab.state())) return
    unsubscribe()
    resolve()
  })
  return promise
}
