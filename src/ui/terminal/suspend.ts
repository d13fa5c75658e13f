// Ctrl-Z: suspends the lab until `fg`. Its nodes keep running, because keeper and nodes have sessions of their own.

import {pauseMouse} from './mouse.ts'

/** Without job control (`sh -c`, a bare terminal) the kernel drops the signal; the lab then continues after this time, ms. */
const stoppedWithin = 250

/** Stops this job and settles when it is continued. Give the terminal back first. */
export async function suspendProcess(): Promise<void> {
  const resumeMouse = pauseMouse()
  const resumed = Promise.withResolvers<void>()
  process.once('SIGCONT', resumed.resolve)
  // Does not fire while the process is stopped.
  const timer = setTimeout(resumed.resolve, stoppedWithin)
  // Signals the whole job, as a terminal does for Ctrl-Z: if only Node stopped, the shell would wait for the npm that started it.
  process.kill(0, 'SIGTSTP')
  await resumed.promise
  clearTimeout(timer)
  resumeMouse()
  process.off('SIGCONT', resumed.resolve)
}
