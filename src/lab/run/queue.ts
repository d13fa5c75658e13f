// Work that must not overlap: done one after another, in the order in which it was asked for.

export type Queue = <Value>(work: () => Promise<Value>) => Promise<Value>

/** Where nothing is under way, work begins before the call comes back. Work that fails tells whoever asked for it, and holds up nothing. */
export function createQueue(): Queue {
  let last: Promise<void> | undefined
  return work => {
    const done = last ? last.then(work) : work()
    const forget = () => {
      if (last === over) last = undefined
    }
    const over = done.then(forget, forget)
    last = over
    return done
  }
}
