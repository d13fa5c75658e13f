// The environment of a program under test, built from scratch, so that nothing of the tests' own environment leaks into it.
// Above all `CI`: if it is set, Ink treats the terminal as a pipe and draws nothing.

import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {delimiter, dirname, join} from 'node:path'
import {compiledFolder} from '../compiled.ts'

export type Environment = Readonly<Record<string, string>>

/** `overrides` wins. Without a HOME in it, an empty one is created, which `remove` deletes. */
export async function openEnvironment(overrides: Environment) {
  const madeHome = overrides['HOME'] === undefined ? await mkdtemp(join(tmpdir(), 'lab-home-')) : undefined
  const variables = {
    // The folder of this Node comes first, so that `node` in a test is the same one.
    PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    COLORTERM: 'truecolor',
    // One for all homes: as for a learner who starts the program a second time.
    NODE_COMPILE_CACHE: compiledFolder,
    ...(madeHome && {HOME: madeHome}),
    ...overrides,
  }
  return {
    variables,
    async remove() {
      // Retried for a moment: a process that outlives the program briefly may still write there.
      if (madeHome) await rm(madeHome, {recursive: true, force: true, maxRetries: 10, retryDelay: 50})
    },
  }
}
