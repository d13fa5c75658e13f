// Before the first end-to-end test: dist/ is built, so that what is tested is what stands in the sources now.

import {execFile} from 'node:child_process'
import {promisify} from 'node:util'

export async function setup(): Promise<void> {
  await promisify(execFile)(process.execPath, ['build/build.js'], {cwd: new URL('../..', import.meta.url)})
}
