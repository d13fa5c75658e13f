// Other load on this computer.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {availableParallelism, constants, setPriority} from 'node:os'

/** Runs until the process with the given pid has ended, however it ends. */
const loop = 'while kill -s 0 "$0" 2>/dev/null; do :; done'

/** Keeps every core busy until disposed of, with low priority, so that the computer stays usable. */
export function busyLoops(): AsyncDisposable {
  const loops = Array.from({length: availableParallelism()}, () => {
    const child = spawn('/bin/sh', ['-c', loop, `${process.pid}`], {stdio: 'ignore'})
    setPriority(child.pid ?? 0, constants.priority.PRIORITY_BELOW_NORMAL)
    return child
  })
  return {
    async [Symbol.asyncDispose]() {
      for (const child of loops) if (child.kill('SIGKILL')) await once(child, 'exit')
    },
  }
}
