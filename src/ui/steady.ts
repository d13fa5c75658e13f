// As many changes as a screen can show: a thousand replies in a second are not a thousand frames.

export type Subscribe = (listener: () => void) => () => void

/** Between two times that the listeners are told, ms: a frame at 60 a second. */
const pause = 16

/** `subscribe` for whoever draws: told of the first change at once, and of all that come within the pause after it together. */
export function steadily(subscribe: Subscribe): Subscribe {
  const listeners = new Set<() => void>()
  let timer: NodeJS.Timeout | undefined
  let changed = false
  const tell = () => {
    changed = false
    timer = setTimeout(() => {
      timer = undefined
      if (changed) tell()
    }, pause)
    for (const listener of [...listeners]) listener()
  }
  const onChange = () => {
    changed = true
    if (!timer) tell()
  }
  let forget: (() => void) | undefined
  return listener => {
    forget ??= subscribe(onChange)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      forget?.()
      forget = undefined
      clearTimeout(timer)
      timer = undefined
    }
  }
}
