// A queue for work that must not overlap: it runs in the order in which it was requested.

export type Queue = <Value>(work: () => Promise<Value>) => Promise<Value>

/** If the queue is empty, work begins before the call returns. Work that fails rejects its own promise and does not stop the queue. */
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
