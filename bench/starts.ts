// How many starts succeed and how long they take: on an idle computer, and with every core busy.

import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'
import {spread} from './figures.ts'
import {times} from './scale.ts'
import {startUp} from './up.ts'

/** Keeps every core busy until disposed of. The threads end with this process, however it ends. */
function busyLoops(): AsyncDisposable {
  const loops = Array.from({length: availableParallelism()}, () => new Worker('for (;;);', {eval: true}))
  return {
    async [Symbol.asyncDispose]() {
      await Promise.all(loops.map(loop => loop.terminate()))
    },
  }
}

async function startOften(often: number): Promise<readonly number[]> {
  const ready: number[] = []
  for (let i = 0; i < often; i++) {
    const start = performance.now()
    const up = startUp()
    if (await up.line('ready')) ready.push(performance.now() - start)
    await up.end()
  }
  return ready
}

export async function starts() {
  const often = times(100)
  console.log(`\n${often} starts of \`up --stage cluster\` each`)
  const quiet = await startOften(often)
  console.log(`quiet: ${quiet.length} of ${often} ready; ${spread(quiet)}`)
  await using _ = busyLoops()
  const busy = await startOften(often)
  console.log(`${availableParallelism()} busy loops: ${busy.length} of ${often} ready; ${spread(busy)}`)
}

if (import.meta.main) await starts()
