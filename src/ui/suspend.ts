// Ctrl-Z: the lab steps aside for the shell, and comes back with fg. Its nodes go on meanwhile: they are not of its process group.

/** Stops this process and settles when it is continued. The terminal must have been given back before. */
export async function suspendProcess(): Promise<void> {
  // Something must be waited for, or Node takes a stopped program without work for a finished one and ends it at fg.
  const awake = setInterval(() => undefined, 2 ** 30)
  const continued = new Promise<void>(resolve => {
    process.once('SIGCONT', resolve)
  })
  // This process only: the group has others in it when the lab was started by npm.
  process.kill(process.pid, 'SIGTSTP')
  await continued
  clearInterval(awake)
}
