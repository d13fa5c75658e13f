// A value that is replaced as a whole, with subscribers; and the lab's access to its state.

import type {LabEvent, LabState} from '../../model/state/lab-state.ts'

export type Store<Value> = Readonly<{
  get: () => Value
  set: (value: Value) => void
  /** Returns a function that unsubscribes. */
  subscribe: (listener: () => void) => () => void
}>

/** The lab's state, and the only way to change it. */
export type StateAccess = Readonly<{state: () => LabState; dispatch: (event: LabEvent) => void}>

export function createStore<Value>(first: Value): Store<Value> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (next === value) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
