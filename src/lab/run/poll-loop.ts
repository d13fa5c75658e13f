// The poll loop: polls all nodes at an interval, and at once when woken.

export type Poll = Readonly<{
  /** Polls now; if a poll is under way, another follows it. */
  wake: () => void
  /** Polls now; settles after a poll that began after this call, or if the loop has ended. */
  again: () => Promise<void>
  /** Ends the loop; settles when the last poll has finished. */
  stop: () => Promise<void>
}>

/** Calls `ask` every `every` ms after the end of the last call, until stopped. If `ask` throws, `stop` and `failed` reject. */
export function poll(ask: () => Promise<void>, every: number): Poll & Readonly<{failed: Promise<never>}> {
  let stopped = false
  let woken = false
  let next = Promise.withResolvers<void>()
  let wakeUp = () => {
    woken = true
  }
  const sleep = () =>
    new Promise<void>(resolve => {
      if (woken) return resolve()
      const timer = setTimeout(resolve, every)
      wakeUp = () => {
        woken = true
        clearTimeout(timer)
        resolve()
      }
    })
  async function loop() {
    while (!stopped) {
      woken = false
      const {resolve} = next
      next = Promise.withResolvers()
      await ask().finally(resolve)
      await sleep()
    }
  }
  const looping = loop().finally(() => {
    stopped = true
    next.resolve()
  })
  return {
    wake: () => wakeUp(),
    again() {
      wakeUp()
      return stopped ? Promise.resolve() : next.promise
    },
    async stop() {
      stopped = true
      wakeUp()
      await looping
    },
    failed: new Promise((_, reject) => looping.catch(reject)),
  }
}
