// How long it takes from the start of the process until the first frame is on the screen, compared with a hello-world Ink app that is bundled the same way,
// and with Node itself. The programs alternate within one run.
//
// Where the lab's time goes, ms of processor time of the main thread: Node 28, the splash 7, the program 37, the lab 35, its lessons 31, the server, the keeper and the
// screen 28, the first frame 26; the hello-world takes 107. Tried, and not kept: everything in one file (what only some commands need is loaded by all); more space for
// new objects while the program loads, node:crypto loaded at its first call, and the phrases of /explain compiled late (no difference). Not tried: a frame of the header
// and the keys alone, before the lab and its lessons are loaded.

import {mkdtemp, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {bundle} from '../build/bundle.js'
import {openHome} from '../tools/program/home.ts'
import {program} from '../tools/program/lab.ts'
import {projectFolder} from '../tools/program/programs.ts'
import {openTerminal} from '../tools/terminal/terminal.ts'
import {fineSpread, median, table} from './figures.ts'
import {times} from './scale.ts'

type Shown = Readonly<{args: readonly string[]; text: string | RegExp}>

async function first({args, text}: Shown, env: Readonly<Record<string, string>>): Promise<number> {
  const start = performance.now()
  await using terminal = await openTerminal({command: process.execPath, args, env, columns: 120, rows: 40})
  await terminal.waitFor(text)
  return performance.now() - start
}

export async function firstFrame() {
  const rounds = times(15)
  // In the project, so that packages are found as in its own build.
  const folder = await mkdtemp(join(projectFolder, 'dist', 'hello-'))
  await bundle({hello: 'bench/hello.tsx'}, {root: projectFolder, dir: folder, codeSplitting: false})
  const programs: Readonly<Record<string, Shown>> = {
    'node -e': {args: ['-e', 'process.stdout.write("hello")'], text: 'hello'},
    'hello-world of Ink': {args: [join(folder, 'hello.js')], text: 'hello, world'},
    'the lab, its splash': {args: [program], text: 'redis-cluster-lab ...'},
    'the lab, its first frame': {args: [program], text: /127\.0\.0\.1:\d+>|not connected>/},
    'the lab, sandbox': {args: [program, 'sandbox'], text: /127\.0\.0\.1:\d+>|not connected>/},
  }
  const taken = Object.fromEntries(Object.keys(programs).map(name => [name, [] as number[]]))
  try {
    await using home = await openHome()
    for (let round = -1; round < rounds; round++) {
      for (const [name, shown] of Object.entries(programs)) {
        const ms = await first(shown, home.env as Record<string, string>)
        // The first round fills Node's compile cache.
        if (round >= 0) taken[name]?.push(ms)
      }
    }
  } finally {
    await rm(folder, {recursive: true})
  }
  const hello = median(taken['hello-world of Ink'] ?? [])
  const rows = Object.entries(taken).map(([name, all]) => [
    name,
    (median(all) / hello).toFixed(2),
    fineSpread(all),
  ])
  console.log(`\nFrom the start of the process until it is on the screen, ${rounds} rounds`)
  console.log(table([['', 'ratio', 'spread'], ...rows]))
}

if (import.meta.main) await firstFrame()
