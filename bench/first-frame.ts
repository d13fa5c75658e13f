// How long it takes from the start of the process until the first frame is on the screen, and until the whole screen is, compared with a hello-world Ink app
// that is bundled the same way, and with Node itself. The programs alternate within one run.
//
// Where the lab's time goes, ms of processor time of the main thread: Node 24, the splash 4, the program 24, Ink and the opening 30; that is the first frame,
// and the hello-world takes as long. Then the look for a server 12, nodes and lab 25, the lessons 21, the keeper and the whole screen 23. Tried, and not kept:
// everything in one file (what only some commands need is loaded by all); more space for new objects while the program loads, and the phrases of /explain
// compiled late (no difference).

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

/** Node keeps what it has compiled when a program ends by itself. */
async function leaveOnce({args, text}: Shown, env: Readonly<Record<string, string>>): Promise<void> {
  await using terminal = await openTerminal({command: process.execPath, args, env, columns: 120, rows: 40})
  await terminal.waitFor(text)
  terminal.press('ctrl-d')
  await terminal.exit
}

/** The header and the keys of the lab, in the rows that they have on the whole screen. */
const opening = /^redis-cluster-lab {2,}starting six nodes\n{5,} F1 help .*$/
const prompt = /127\.0\.0\.1:\d+>|not connected>/

export async function firstFrame() {
  const rounds = times(15)
  // In the project, so that packages are found as in its own build.
  const folder = await mkdtemp(join(projectFolder, 'dist', 'hello-'))
  await bundle({hello: 'bench/hello.tsx'}, {root: projectFolder, dir: folder, codeSplitting: false})
  const whole: Readonly<Record<string, Shown>> = {
    'the lab, its whole screen': {args: [program], text: prompt},
    'the sandbox, its whole screen': {args: [program, 'sandbox'], text: prompt},
  }
  const programs: Readonly<Record<string, Shown>> = {
    'node -e': {args: ['-e', 'process.stdout.write("hello")'], text: 'hello'},
    'hello-world of Ink': {args: [join(folder, 'hello.js')], text: 'hello, world'},
    'the lab, its splash': {args: [program], text: 'redis-cluster-lab ...'},
    'the lab, its first frame': {args: [program], text: opening},
    ...whole,
  }
  const taken = Object.fromEntries(Object.keys(programs).map(name => [name, [] as number[]]))
  try {
    await using home = await openHome()
    const env = home.env as Record<string, string>
    for (const shown of Object.values(whole)) await leaveOnce(shown, env)
    for (let round = 0; round < rounds; round++) {
      for (const [name, shown] of Object.entries(programs)) {
        taken[name]?.push(await first(shown, env))
        // The end of a lab's nodes would slow the next program.
        await home.untilNothingIsLeft(10_000)
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
