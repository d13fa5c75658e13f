// Ctrl-Z: the lab steps aside for the shell, and comes back with fg. Its nodes go on meanwhile: keeper and nodes have sessions of their own.

/** Where nobody can bring us back (no job control: `sh -c`, a bare terminal) the kernel drops the signal, and we go on after this time, ms. */
const stoppedWithin = 250

/** Stops this job and settles when it is continued. The terminal must have been given back before. */
export async function suspendProcess(): Promise<void> {
  const goOn = Promise.withResolvers<void>()
  process.once('SIGCONT', goOn.resolve)
  // Does not run while we are stopped, so it is late only where we never were.
  const timer = setTimeout(goOn.resolve, stoppedWithin)
  // The whole job, as the terminal itself does it for Ctrl-Z: stopping Node alone leaves the shell waiting for the npm that started it.
  process.kill(0, 'SIGTSTP')
  await goOn.promise
  clearTimeout(timer)
  process.off('SIGCONT', goOn.resolve)
}
