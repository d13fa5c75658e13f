// The environment of a program under test, built from nothing: what the tests themselves run in does not leak into it.
// `CI` above all: with it set, Ink takes a terminal for a pipe and draws nothing.

import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {delimiter, dirname, join} from 'node:path'

export type Environment = Readonly<Record<string, string>>

/** `overrides` wins; without a HOME in it a fresh empty one is made, which `remove` deletes. */
export async function openEnvironment(overrides: Environment) {
  const madeHome = overrides['HOME'] === undefined ? await mkdtemp(join(tmpdir(), 'lab-home-')) : undefined
  const variables = {
    // First the node that runs this, so that `node` in a test means the same one.
    PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    COLORTERM: 'truecolor',
    ...(madeHome && {HOME: madeHome}),
    ...overrides,
  }
  return {
    variables,
    async remove() {
      // Again and again for a moment: what outlives the program by a breath may still write there.
      if (madeHome) await rm(madeHome, {recursive: true, force: true, maxRetries: 10, retryDelay: 50})
    },
  }
}
