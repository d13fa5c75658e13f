// What the lab promises about processes, ports and files, measured with real ones. Exits with 1 if a figure is not held.
// `node bench/reliability.ts --only orphans,ports --scale 0.1`

import {busyLoops} from './busy.ts'
import {table} from './figures.ts'
import {clashes} from './reliability/clashes.ts'
import {crashes} from './reliability/crashes.ts'
import {disk} from './reliability/disk.ts'
import {foreign} from './reliability/foreign.ts'
import {escapes, lines} from './reliability/fuzz.ts'
import {kills} from './reliability/kills.ts'
import {losses} from './reliability/losses.ts'
import type {Measured} from './reliability/measured.ts'
import {progress} from './reliability/progress.ts'
import {replies} from './reliability/replies.ts'
import {streams} from './reliability/streams.ts'
import {terminal} from './reliability/terminal.ts'
import {together} from './reliability/together.ts'
import {truth} from './reliability/truth.ts'
import {only} from './scale.ts'
import {starts} from './starts.ts'

const all: Readonly<Record<string, () => Measured | Promise<Measured | readonly Measured[]>>> = {
  orphans: () => kills({what: 'the lab killed', often: 200, victims: ['the lab']}),
  keeper: () => kills({what: 'the keeper killed', often: 50, victims: ['the keeper']}),
  async both() {
    await using _ = busyLoops()
    return kills({what: 'lab and keeper killed, every core busy', often: 70, victims: ['both']})
  },
  paused: () =>
    kills({
      what: 'nodes paused',
      often: 60,
      victims: ['the lab', 'the keeper', 'both'],
      at: ['all six paused', 'a node paused'],
    }),
  crashes,
  foreign,
  together,
  clashes,
  starts,
  disk,
  terminal,
  streams,
  escapes,
  lines,
  replies,
  progress,
  truth,
  losses,
}

export async function reliability() {
  const chosen = Object.entries(all).filter(([name]) => only().length === 0 || only().includes(name))
  const rows: (readonly [string, Measured])[] = []
  for (const [name, measure] of chosen)
    for (const one of [await measure()].flat()) {
      rows.push([name, one])
      console.log(`\n${name}: ${one.what}, ${one.n}: ${one.result}`)
    }
  const cells = rows.map(([name, {what, n, result, held}]) => [
    name,
    what,
    n,
    result,
    held ? 'held' : 'NOT HELD',
  ])
  console.log(`\n${table([['row', 'what', 'n', 'result', ''], ...cells])}`)
  if (rows.some(([, {held}]) => !held)) process.exitCode = 1
}

if (import.meta.main) await reliability()
