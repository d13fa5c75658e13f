// A lab whose streams are cut at a random moment of its start or of a lesson: input ends, nobody reads what it prints, or its terminal is closed.
// Counted is what is left of it and its nodes two seconds after the cut (or after its input has ended too, where a reader alone went away).

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {waitUntil} from '../../src/platform/wait-until.ts'
import {type Home, openHome} from '../../tools/program/home.ts'
import {program} from '../../tools/program/lab.ts'
import {projectFolder} from '../../tools/program/programs.ts'
import {randomFrom} from '../../tools/random.ts'
import {isRunning} from '../../tools/servers/processes.ts'
import {openShell} from '../../tools/terminal/shell.ts'
import {seed, times} from '../scale.ts'
import {counted, type Measured} from './measured.ts'

type Stream = 'stdin' | 'stdout' | 'stderr'
type Moment = Readonly<{after: number; typing: boolean}>

/** ms */
const limit = 2000
/** ms in which a lab starts and a learner types a few lines. */
const span = 3000

const piped: readonly Readonly<{args: readonly string[]; cut: readonly Stream[]}>[] = [
  {args: ['replicaof', '--plain'], cut: ['stdin']},
  {args: ['replicaof', '--plain'], cut: ['stdout']},
  {args: ['replicaof', '--plain'], cut: ['stderr']},
  {args: ['replicaof', '--plain'], cut: ['stdin', 'stdout', 'stderr']},
  {args: ['up'], cut: ['stdin']},
  {args: ['up'], cut: ['stdout', 'stderr']},
  {args: ['up', '--json'], cut: ['stdin', 'stdout', 'stderr']},
]

/** Lines that a learner types during a lesson. */
async function type(write: (line: string) => void, signal: AbortSignal) {
  for (const line of [
    'PING',
    '/solve',
    'INFO',
    '/next',
    '@all PING',
    '/kill {6380}',
    'GET a',
    '/start {6380}',
  ]) {
    await pause(200)
    if (signal.aborted) return
    write(line)
  }
}

/** The fault, or undefined. */
async function cutPipes(args: readonly string[], cut: readonly Stream[], {after, typing}: Moment) {
  await using home = await openHome()
  const child = spawn(process.execPath, [program, ...args], {
    env: {...process.env, ...home.env},
    stdio: 'pipe',
  })
  for (const stream of ['stdout', 'stderr'] as const) child[stream].resume()
  child.stdin.on('error', () => undefined)
  const exit = once(child, 'exit')
  const over = new AbortController()
  if (typing) void type(line => child.stdin.write(`${line}\n`), over.signal)
  await pause(after)
  for (const stream of cut) child[stream].destroy()
  if (!cut.includes('stdin')) {
    // A reader that goes away ends nothing.
    await pause(300)
    if (child.exitCode !== null) return `ended with ${child.exitCode} though its input had not`
    child.stdin.end()
  }
  over.abort()
  const ended = await Promise.race([exit, pause(15_000, undefined)])
  if (!ended) child.kill('SIGKILL')
  const left = await leftIn(home)
  if (!ended) return 'still runs after 15 s'
  // 1: the learner's last line failed.
  return left ?? (ended[0] === 0 || (typing && ended[0] === 1) ? undefined : `exit ${ended}`)
}

const terminals = {
  'its terminal is closed': (command: string) => command,
  // It gets no signal: it sees only that the terminal does not answer any more.
  'its terminal is closed, without SIGHUP': (command: string) => `setsid -w ${command}`,
}

/** Closes the terminal as a window that is closed does. */
async function closeTerminal(way: keyof typeof terminals, {after, typing}: Moment) {
  await using home = await openHome()
  await using shell = await openShell({cwd: projectFolder, env: home.env, columns: 120, rows: 40})
  shell.start(terminals[way](`sh -c 'echo $$ > "$TMPDIR/pid"; exec node "$0" replicaof' '${program}'`))
  const over = new AbortController()
  if (typing) void type(line => shell.type(`${line}\r`), over.signal)
  await pause(after)
  over.abort()
  const pid = Number(await readFile(join(home.temp, 'pid'), 'utf8').catch(() => ''))
  shell.kill()
  await shell.exit
  // The lab itself has as long as what is left of it: closed while it started, it leaves nothing from the first.
  const [left, running] = await Promise.all([leftIn(home), pid ? runsOn(pid) : undefined])
  if (running !== undefined) process.kill(pid, 'SIGKILL')
  return running ?? left
}

/** What still runs two seconds later. */
function runsOn(pid: number): Promise<string | undefined> {
  const isOver = async () => !(await isRunning(pid)) || 'the lab itself still runs'
  return waitUntil(isOver, {within: limit, every: 20})
}

/** What is left two seconds later; undefined if nothing is. */
function leftIn(home: Home): Promise<string | undefined> {
  return home.untilNothingIsLeft(limit).then(
    () => undefined,
    (error: Error) => error.message.replaceAll(home.temp, ''),
  )
}

export async function streams(): Promise<readonly Measured[]> {
  const chosen = seed()
  const random = randomFrom(chosen)
  const often = times(10)
  const rows: Measured[] = []
  const measure = async (what: string, act: (moment: Moment) => Promise<string | undefined>) => {
    const faults: string[] = []
    for (let i = 0; i < often; i++) {
      const fault = await act({after: random(span), typing: i % 2 === 1})
      if (fault !== undefined) faults.push(fault)
    }
    const result = faults.length === 0 ? 'nothing left' : counted(faults)
    rows.push({what, n: `${often}, seed ${chosen}`, result, held: faults.length === 0})
  }
  for (const {args, cut} of piped)
    await measure(`${args.join(' ')}: ${cut.join(', ')} cut`, moment => cutPipes(args, cut, moment))
  for (const way of Object.keys(terminals) as (keyof typeof terminals)[])
    await measure(`on the screen: ${way}`, moment => closeTerminal(way, moment))
  return rows
}
