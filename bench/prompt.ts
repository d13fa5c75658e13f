// How fast the prompt is, in a pseudo-terminal: from a command until its reply is on the screen, compared with redis-cli in the same terminal;
// from a key until it is in a frame, with 5,000 lines in the transcript and during a failover; from Ctrl-C until its effect.
//
// Where the time of a reply goes: the node 0.4 ms, the views 0.6, React 0.6, Ink 1.2, and 2.5 until the emulator shows it. Enter right behind the echo of a
// key waited 9 ms more, because Ink's pause between frames starts over with each change, and up to 8 for ours after a poll. In alternating runs: a reply
// 8.1 ms instead of 15.2 (redis-cli 2.2), 7.4 instead of 8.0 if Enter comes 30 ms after the key; a key 4.4 instead of 11.3. Views that are computed once a
// frame and rows that React does not compare again spare a fifth of a key's processor time. One write for a frame instead of three gained nothing.

import {openHome} from '../tools/program/home.ts'
import {labIn, openCommand, promptRow} from '../tools/program/lab.ts'
import {server} from '../tools/servers/server.ts'
import {openTerminal, type Terminal} from '../tools/terminal/terminal.ts'
import {fineSpread} from './figures.ts'
import {times} from './scale.ts'

const size = {columns: 120, rows: 40}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** `onOpen`: what must be answered before the lab starts. */
export async function openLab(
  args: readonly string[],
  onOpen: (terminal: Terminal) => Promise<void> = async () => undefined,
) {
  await using opened = new AsyncDisposableStack()
  const home = opened.use(await openHome())
  const terminal = opened.use(await openCommand(home, args, size))
  await onOpen(terminal)
  const lab = await labIn(terminal)
  const owned = opened.move()
  return {...lab, [Symbol.asyncDispose]: () => owned.disposeAsync()}
}

async function openRedisCli(port: number): Promise<Terminal> {
  const {cli = 'redis-cli', libraryPath} = await server()
  const library = libraryPath ? {LD_LIBRARY_PATH: libraryPath} : {}
  const env = {REDISCLI_HISTFILE: '/dev/null', REDISCLI_RCFILE: '/dev/null', ...library}
  const terminal = await openTerminal({...size, command: cli, args: ['-p', `${port}`], env})
  await terminal.waitFor(/^127\.0\.0\.1:\d+>$/m)
  return terminal
}

/** Runs commands one after the other, each with a reply that was not on the screen before. */
async function roundTrips(terminal: Terminal, often: number): Promise<readonly number[]> {
  const all: number[] = []
  for (let i = 0; i < often; i++) {
    const answer = `"answer-${i}"`
    terminal.type(`ECHO answer-${i}`)
    await terminal.waitFor(new RegExp(`> ECHO answer-${i}( |$)`, 'm'))
    all.push(
      await timed(() => {
        terminal.press('enter')
        return terminal.waitFor(answer)
      }),
    )
    await terminal.waitFor(isPrompting)
  }
  return all
}

/** True if nothing is typed, at the lab's prompt or at redis-cli's, below which the screen is empty. */
function isPrompting(screen: string): boolean {
  return [promptRow(screen), screen.trimEnd().split('\n').at(-1) ?? ''].some(row =>
    /127\.0\.0\.1:\d+>$/.test(row),
  )
}

/** Types keys one after the other, each until a frame shows it at the prompt; at least `often`, and until `isOver`. */
export async function keys(
  terminal: Terminal,
  often: number,
  isOver = (_: string) => true,
): Promise<readonly number[]> {
  const all: number[] = []
  while (all.length < often || !isOver(terminal.screen())) {
    const before = promptRow(terminal.screen())
    const isSeen = (screen: string) => promptRow(screen) !== before
    const key = all.length % 60
    all.push(
      await timed(() => {
        if (key === 59) terminal.press('ctrl-u')
        else terminal.type(String.fromCharCode(97 + (key % 26)))
        return terminal.waitFor(isSeen)
      }),
    )
  }
  terminal.press('ctrl-u')
  await terminal.waitFor(screen => promptRow(screen).endsWith('>'))
  return all
}

async function besideRedisCli() {
  const often = times(200)
  await using lab = await openLab(['sandbox', '--stage', 'standalone'])
  await using redisCli = await openRedisCli(lab.port('6379'))
  // Alternating, so that other load affects both.
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let i = 0; i < 4; i++) {
    theirs.push(...(await roundTrips(redisCli, often / 4)))
    ours.push(...(await roundTrips(lab, often / 4)))
    for (const one of [redisCli, lab]) one.press('ctrl-l')
    await redisCli.waitUntilGone('answer')
    lab.type(`EVAL "local t={} for i=1,40 do t[i]=0 end return t" 0\r`)
    await lab.waitUntilGone('answer-')
  }
  console.log(`\n${often} commands, from Enter until the reply is on the screen`)
  console.log(`redis-cli: ${fineSpread(theirs)}`)
  console.log(`the lab:   ${fineSpread(ours)}`)
}

async function typing() {
  const often = times(300)
  await using lab = await openLab(['sandbox'])
  console.log(`\n${often} keys, each until a frame shows it`)
  console.log(`nothing in the transcript:               ${fineSpread(await keys(lab, often))}`)
  const repeats = await timed(async () => {
    for (let i = 0; i < 5; i++) {
      lab.type('1000 PING\r')
      await lab.waitFor(/Ctrl-C cancel /)
      await lab.waitUntilGone(/Ctrl-C cancel /, {within: 60_000})
    }
  })
  console.log(`5,000 lines in the transcript:           ${fineSpread(await keys(lab, often))}`)
  lab.type(lab.filled('/kill {6381}\r'))
  // The sign says that it has just become one.
  const isOver = (screen: string) => new RegExp(lab.filled('{6481} ◆?master')).test(screen)
  console.log(`… and a failover under way:              ${fineSpread(await keys(lab, often, isOver))}`)
  console.log(`1000 PING, to the last reply:            ${(repeats / 5).toFixed(0)} ms`)
}

async function cancelling() {
  const often = times(10)
  await using lab = await openLab(['sandbox', '--stage', 'standalone'])
  const measure = async (name: string, line: string, answer: RegExp) => {
    const all: number[] = []
    for (let i = 0; i < often; i++) {
      lab.type(`${lab.filled(line)}\r`)
      await lab.waitFor(/Ctrl-C cancel /)
      const before = lab.screen().match(new RegExp(answer, 'g'))?.length ?? 0
      const again = (screen: string) => (screen.match(new RegExp(answer, 'g'))?.length ?? 0) > before
      all.push(
        await timed(() => {
          lab.press('ctrl-c')
          return lab.waitFor(again)
        }),
      )
      lab.type(`EVAL "local t={} for i=1,40 do t[i]=0 end return t" 0\r`)
      await lab.waitUntilGone(answer)
    }
    console.log(`${name.padEnd(12)} ${fineSpread(all)}`)
  }
  console.log(`\nCtrl-C until it has answered, ${often} times each`)
  await measure('BLPOP x 0', 'BLPOP x 0', /Canceled after/)
  await measure('MONITOR', 'MONITOR', /Left\./)
  await lab.run('/pause {6380}')
  await measure('paused node', '@{6380} PING', /Canceled after/)
}

export async function prompt() {
  await besideRedisCli()
  await typing()
  await cancelling()
}

if (import.meta.main) await prompt()
