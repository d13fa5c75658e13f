// `clean`: removes what earlier labs of this user left behind, and says what it leaves alone.

import {tmpdir} from 'node:os'
import {message} from '../../model/text/messages.ts'
import {removeLeftovers, runFolders} from '../../redis/keeper/leftovers.ts'
import type {Environment} from '../environment.ts'
import {languageOf} from '../language.ts'
import type {Options} from '../options.ts'
import {printNote} from '../output.ts'

export async function clean(options: Options, environment: Environment): Promise<number> {
  const language = languageOf(options, environment)
  const swept = await removeLeftovers()
  for (const {folder, removed} of swept)
    printNote(message(removed ? 'clean.removed' : 'clean.failed', {folder}), language)
  const running = (await runFolders()).filter(one => one.alive)
  for (const {folder, keeperPid} of running)
    printNote(message('clean.alive', {folder, pid: keeperPid}), language)
  if (swept.length === 0) printNote(message('clean.none', {folder: tmpdir()}), language)
  return swept.every(one => one.removed) ? 0 : 1
}
