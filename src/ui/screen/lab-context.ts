// How a pane reads the lab: through one view that gives painted lines, and is drawn again only when a line says something else.

import {createContext, useContext, useRef, useSyncExternalStore} from 'react'
import type {History} from '../../lab/files/history-file.ts'
import type {Lab} from '../../lab/lab.ts'
import type {LabState} from '../../model/state/lab-state.ts'
import type {Language} from '../../model/text/messages.ts'
import type {Style} from '../../views/draw/style.ts'
import type {UiState} from '../state/ui-state.ts'
import type {Key} from '../terminal/keys.ts'
import type {Subscribe} from '../terminal/throttle.ts'

/** What the screen needs of a lab; a replay has it too. */
export type ShownLab = Pick<Lab, 'lessons' | 'now' | 'state' | 'subscribe' | 'run' | 'cancel' | 'gone'> &
  /** What was recorded is written already. */
  Partial<Pick<Lab, 'export'>>

/** Who has the keys now. One reader of the keyboard serves whatever is shown: between two of them keys would be lost. */
export type KeySink = {current: (keys: readonly Key[]) => void}

/** What was typed in earlier labs, and where what is typed now is kept. */
export type TypedHistory = Pick<History, 'lines' | 'keep'>

export type LabContext = Readonly<{
  keys: KeySink
  lab: ShownLab
  /** Of the lab's changes, as many as can be shown. */
  watch: Subscribe
  /** Shows what was, and this face when it comes back to now. Absent where that is shown already. */
  lookBack?: (face: UiState) => void
  style: Style
  /** Goes on in `language`, or in the other one. Absent where nothing can be typed. */
  speak?: (language: Language | undefined) => void
  /** As absent. */
  history?: TypedHistory
}>

const Context = createContext<LabContext | undefined>(undefined)
export const LabContextProvider = Context.Provider

export function useLabContext(): LabContext {
  const surroundings = useContext(Context)
  if (!surroundings) throw new Error('A pane is drawn outside of SurroundingsProvider')
  return surroundings
}

/**
 * What `view` makes of the state, the same object as long as it says the same: a frame costs far more than asking again. With `inputs`, all
 * that it is made of beside the state, it is not even asked while neither changes: a typed key paints no pane.
 */
export function useView<View>(view: (state: LabState) => View, inputs?: readonly unknown[]): View {
  const {lab, watch} = useLabContext()
  const last = useRef<Asked<View>>(undefined)
  const subscribe = useRef(watch).current
  return useSyncExternalStore(subscribe, () => {
    const state = lab.state()
    const before = last.current
    if (before && inputs && before.state === state && isSame(before.inputs, inputs)) return before.view
    const next = view(state)
    const text = JSON.stringify(next)
    last.current = {state, inputs, text, view: before?.text === text ? before.view : next}
    return last.current.view
  })
}

type Asked<View> = Readonly<{
  state: LabState
  inputs: readonly unknown[] | undefined
  view: View
  text: string
}>

function isSame(before: readonly unknown[] | undefined, now: readonly unknown[]): boolean {
  return before?.length === now.length && now.every((one, i) => Object.is(one, before[i]))
}

/** From the first frame on the keys are `onKeys`'s. */
export function useKeySink(onKeys: (keys: readonly Key[]) => void): void {
  useLabContext().keys.current = onKeys
}
