// Other load on this computer.

import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'

/** Keeps every core busy until disposed of. The threads end with this process, however it ends. */
export function busyLoops(): AsyncDisposable {
  const loops = Array.from({length: availableParallelism()}, () => new Worker('for (;;);', {eval: true}))
  return {
    async [Symbol.asyncDispose]() {
      await Promise.all(loops.map(loop => loop.terminate()))
    },
  }
}
