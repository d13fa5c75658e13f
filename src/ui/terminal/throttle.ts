// Reports changes only as often as a screen can show them: a thousand replies in a second are not a thousand frames.

export type Subscribe = (listener: () => void) => () => void

/** The shortest time between two reports, ms: a frame at 120 a second, because a reply often follows its line at once. */
const pause = 8

/**
 * `subscribe` for a screen: reports the first change at once, and all changes within the following pause together. The pause lasts at least
 * as long as the drawing did, so that even a slow computer has half of its time for other work. A change that leaves the state unsettled, as a line
 * does that has just begun to run, is reported a pause later, or earlier with the change that settles it: a reply that comes at once is drawn with its line.
 */
export function throttled(subscribe: Subscribe, isSettled: () => boolean = () => true): Subscribe {
  const listeners = new Set<() => void>()
  let resting: NodeJS.Timeout | undefined
  let changed = false
  let waitsForMore = false
  const rest = (ms: number) => {
    resting = setTimeout(() => {
      resting = undefined
      waitsForMore = false
      if (changed) tell()
    }, ms)
  }
  const tell = () => {
    clearTimeout(resting)
    changed = false
    waitsForMore = false
    rest(pause)
    const began = performance.now()
    for (const listener of [...listeners]) listener()
    // React draws before this runs.
    setImmediate(() => {
      const took = performance.now() - began
      if (!resting || took <= pause) return
      clearTimeout(resting)
      rest(took)
    })
  }
  const onChange = () => {
    changed = true
    if (resting && !waitsForMore) return
    if (isSettled()) tell()
    else if (!resting) {
      waitsForMore = true
      rest(pause)
    }
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
