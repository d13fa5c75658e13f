// The poll loop: asks all nodes again and again, and at once when woken.

export type Poll = Readonly<{
  /** Ask now; a question already on its way is followed by another. */
  wake: () => void
  /** Ends the loop; settles when the last question has come back. */
  stop: () => Promise<void>
}>

/** Calls `ask` every `every` ms, counted from the end of the last, until stopped. A bug in `ask` rejects `stop` and `failed`. */
export function poll(ask: () => Promise<void>, every: number): Poll & Readonly<{failed: Promise<never>}> {
  let stopped = false
  let woken = false
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
      await ask()
      await sleep()
    }
  }
  const looping = loop()
  return {
    wake: () => wakeUp(),
    async stop() {
      stopped = true
      wakeUp()
      await looping
    },
    failed: new Promise((_, reject) => looping.catch(reject)),
  }
}
