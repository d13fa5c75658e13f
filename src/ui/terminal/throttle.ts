// As many changes as a screen can show: a thousand replies in a second are not a thousand frames.

export type Subscribe = (listener: () => void) => () => void

/** Between two times that the listeners are told, ms, at least: a frame at 120 a second, for a reply often comes right after its line was shown. */
const pause = 8

/**
 * `subscribe` for whoever draws: told of the first change at once, and of all that come within the pause after it together. The pause lasts
 * as long as the drawing did: on a slow computer, too, half of the time is left for what is drawn.
 */
export function throttled(subscribe: Subscribe): Subscribe {
  const listeners = new Set<() => void>()
  let resting: NodeJS.Timeout | undefined
  let changed = false
  const rest = (ms: number) => {
    resting = setTimeout(() => {
      resting = undefined
      if (changed) tell()
    }, ms)
  }
  const tell = () => {
    changed = false
    rest(pause)
    const began = performance.now()
    for (const listener of [...listeners]) listener()
    // React draws when this turn is over.
    setImmediate(() => {
      const took = performance.now() - began
      if (!resting || took <= pause) return
      clearTimeout(resting)
      rest(took)
    })
  }
  const onChange = () => {
    changed = true
    if (!resting) tell()
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
      clearTimeout(resting)
      resting = undefined
    }
  }
}
