// One value, replaced whole, and those who want to know.

export type Store<Value> = Readonly<{
  get: () => Value
  set: (value: Value) => void
  /** Returns how to stop listening. */
  subscribe: (listener: () => void) => () => void
}>

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
