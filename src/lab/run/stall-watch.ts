// Notices when this process did not run for a while: the computer was busy or asleep, or the lab was suspended.

import type {HeldUp} from '../../model/state/lab-state.ts'

/** ms between two beats, and the delay of a beat that is reported. Garbage collection and a slow screen cost less. */
const [beatEvery, leastDelay] = [100, 500]

export type StallWatch = Disposable &
  Readonly<{
    /** Reports a delay at once, before the timer that is due can. */
    check: () => void
  }>

/** Calls `onHeldUp` after each time at which this process did not run. */
export function watchForStalls(onHeldUp: (held: HeldUp) => void, now: () => number = Date.now): StallWatch {
  let last = now()
  function check() {
    const at = last
    last = now()
    const ms = last - at - beatEvery
    if (ms >= leastDelay) onHeldUp({at, ms})
  }
  const timer = setInterval(check, beatEvery).unref()
  return {check, [Symbol.dispose]: () => clearInterval(timer)}
}
