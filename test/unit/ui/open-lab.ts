// A lab without nodes, for the screen: the real store and the real update. Lines are recorded instead of run.

import {lessons} from '../../../lessons/index.ts'
import type {Lab} from '../../../src/lab/lab.ts'
import {createStore} from '../../../src/lab/run/store.ts'
import {parseLine} from '../../../src/model/prompt/parse-line.ts'
import type {LabEvent, LabState} from '../../../src/model/state/lab-state.ts'
import type {ShownLab} from '../../../src/ui/screen/lab-context.ts'
import {tapeWith} from '../recorded/tape.ts'
import {update} from './states.ts'

/** All that src/ui needs of a lab. */
type Needed = ShownLab & Pick<Lab, 'reader'>

export type OpenLab = Readonly<{
  lab: Lab
  happen: (...events: readonly LabEvent[]) => void
  become: (state: LabState) => void
  /** The lines that were run, and `cancel`. */
  ran: readonly string[]
  /** The nodes are lost. */
  lose: (error: Error) => void
}>

export function openLab(state: LabState): OpenLab {
  const store = createStore(state)
  const ran: string[] = []
  const gone = Promise.withResolvers<Error>()
  const needed: Needed = {
    lessons,
    gone: gone.promise,
    state: store.get,
    now: Date.now,
    reader: () => tapeWith([{at: Date.now(), state: store.get()}]),
    subscribe: store.subscribe,
    async run(typed) {
      ran.push(typed)
      const {node, roster} = store.get()
      const asked = parseLine(typed, {node, roster})
      return asked.is === 'ui' ? asked.request : undefined
    },
    cancel() {
      ran.push('cancel')
      return true
    },
  }
  return {
    lab: needed as Lab,
    happen: (...events) => store.set(events.reduce(update, store.get())),
    become: store.set,
    ran,
    lose: gone.resolve,
  }
}
