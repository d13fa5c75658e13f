// How a pane reads the lab: through a view that returns painted lines. The pane is drawn again only if a line has changed.

import {createContext, useContext, useRef, useSyncExternalStore} from 'react'
import type {History} from '../../lab/files/history-file.ts'
import type {Lab} from '../../lab/lab.ts'
import type {Language} from '../../model/text/messages.ts'
import type {Style} from '../../views/draw/style.ts'
import type {Sight} from '../../views/sight.ts'
import type {ViewInput} from '../../views/view-input.ts'
import type {UiState} from '../state/ui-state.ts'
import type {Throttle} from '../terminal/throttle.ts'
import type {OnKeys} from '../terminal/use-keys.ts'

/** What the screen needs of a lab; a replay has it too, except for the export. */
export type ShownLab = Pick<Lab, 'lessons' | 'now' | 'state' | 'subscribe' | 'run' | 'cancel' | 'gone'> &
  Partial<Pick<Lab, 'export' | 'tell'>>

/** Where keys go now. A single reader of the keyboard serves every screen: keys would be lost between two. */
export type KeySink = {current: OnKeys}

/** The lines typed in earlier labs, and where new ones are kept. */
export type TypedHistory = Pick<History, 'lines' | 'keep'>

export type LabContext = Readonly<{
  keys: KeySink
  lab: ShownLab
  /** Tells of the lab's changes, no more often than they can be drawn. */
  watch: Throttle
  style: Style
  /** Shows the recording; `ui` is what the screen returns to. Absent in a replay. */
  startReplay?: (ui: UiState) => void
  /** Switches to `language`, or to the other one. Absent in a replay. */
  setLanguage?: (language: Language | undefined) => void
  /** Absent in a replay. */
  history?: TypedHistory
  /** Told of what is in sight after each frame. Absent in a replay. */
  onSight?: ((sight: Sight) => void) | undefined
}>

const Context = createContext<LabContext | undefined>(undefined)
export const LabContextProvider = Context.Provider

export function useLabContext(): LabContext {
  const context = useContext(Context)
  if (!context) throw new Error('A pane is drawn outside of LabContextProvider')
  return context
}

/**
 * What `view` returns for the current state; the same object as long as it is equal, because a frame costs far more than computing the view.
 * `inputs` are all values it depends on beside state and style: while all are the same, it is not even computed. So a typed key paints no pane, and React,
 * which asks three times in a frame, gets one computation. Absent for a view of what changes without the state.
 */
export function useView<View>(view: (input: ViewInput) => View, inputs?: readonly unknown[]): View {
  const {lab, watch, style} = useLabContext()
  const last = useRef<Computed<View>>(undefined)
  const {subscribe} = useRef(watch).current
  return useSyncExternalStore(subscribe, () => {
    const state = lab.state()
    const before = last.current
    const from = [state, style, ...(inputs ?? [])]
    if (before && inputs && isSame(before.from, from)) return before.view
    const next = view({state, lessons: lab.lessons, style})
    const text = JSON.stringify(next)
    last.current = {from, text, view: before?.text === text ? before.view : next}
    return last.current.view
  })
}

/** `from`: all that the view was computed from. */
type Computed<View> = Readonly<{from: readonly unknown[]; view: View; text: string}>

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && now.every((one, i) => Object.is(one, before[i]))
}

/** Directs the keys to `onKeys`, from the first frame on. */
export function useKeySink(onKeys: OnKeys): void {
  useLabContext().keys.current = onKeys
}
