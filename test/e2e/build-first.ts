// Before the first test of the built program: dist/ is built, so that what is tested is what stands in the sources now.

import {execFile} from 'node:child_process'
import {promisify} from 'node:util'

const built = Symbol.for('redis-cluster-lab: built')

/** Each project that names this file loads it once, and all run in one process: the first builds. */
const run: typeof globalThis & {[built]?: Promise<unknown>} = globalThis

export async function setup(): Promise<void> {
  run[built] ??= promisify(execFile)(process.execPath, ['build/build.js'], {
    cwd: new URL('../..', import.meta.url),
  })
  await run[built]
}
