// A shell in a terminal, which hosts programs and shows what they leave behind: the modes, the line settings, the pen.

import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {blank, type Style} from './cell.ts'
import {framed, type Limit} from './look.ts'
import type {Modes} from './modes.ts'
import {openTerminal, type Terminal, type TerminalOptions} from './terminal.ts'

/** All by which a person could tell that a program did not leave the terminal as it was. */
export type Condition = Modes &
  Readonly<{
    /** `stty -a`, one setting an entry, without the size. */
    lineSettings: readonly string[]
    /** How the shell's prompt looks. */
    pen: Style
  }>

export type Shell = Terminal &
  Readonly<{
    /** Gives the shell a line to run; `ended` waits for its end. */
    start(line: string): void
    /** Resolves with the exit code when the shell prompts again: the line has ended, or was stopped (128 + the signal's number). */
    ended(limit?: Limit): Promise<number>
    /** Only while the shell prompts. Two conditions are to be compared whole: the difference names what was left. */
    condition(): Promise<Condition>
  }>

/**
 * `sh` with job control and without a line editor: an editor sets the terminal's modes itself, and would hide what was left.
 * Its prompt ends with the mark by which terminals learn that a command has ended (`OSC 133;D;code`), so nothing has to be
 * read off the screen.
 */
export async function openShell(options: Omit<TerminalOptions, 'command' | 'args'> = {}): Promise<Shell> {
  const env = {PS1: '$ \x1b]133;D;$?\x07', ...options.env}
  await using disposed = new AsyncDisposableStack()
  const terminal = disposed.use(
    await openTerminal({...options, command: 'sh', args: ['-i', '+o', 'emacs'], env}),
  )
  let started = 0
  const theNextPrompt = () => terminal.commandsEnded().length > started
  const ended = async (limit?: Limit) => {
    await terminal.waitFor(theNextPrompt, limit)
    return terminal.commandsEnded().at(-1) ?? 0
  }
  const start = (line: string) => {
    started = terminal.commandsEnded().length
    // Not Enter: in raw mode, when a program left it on, a return is not a line's end.
    terminal.type(`${line}\n`)
  }
  await ended()
  disposed.move() // it prompts, and from here on is the caller's
  return {...terminal, start, ended, condition: () => conditionOf(terminal, start, ended)}
}

async function conditionOf(
  terminal: Terminal,
  start: Shell['start'],
  ended: Shell['ended'],
): Promise<Condition> {
  const {cells, cursor} = terminal.frame()
  const {text: _, width: __, ...pen} = cells[cursor.y]?.[cursor.x - '$ '.length] ?? blank
  const folder = await mkdtemp(join(tmpdir(), 'lab-stty-'))
  try {
    start(`stty -a > '${folder}/settings'`)
    if ((await ended()) !== 0) throw new Error(`stty failed.\n${framed(terminal.screen())}`)
    const settings = await readFile(join(folder, 'settings'), 'utf8')
    return {...terminal.modes(), lineSettings: lineSettingsOf(settings), pen}
  } finally {
    await rm(folder, {recursive: true})
  }
}

/** Linux and macOS agree on the names and on `name = value;`, and differ in how they give the size. */
function lineSettingsOf(settings: string): string[] {
  const entries = settings.split(/[;\n]/).map(entry => entry.trim())
  return entries
    .filter(entry => entry !== '' && !/\b(rows|columns)\b/.test(entry))
    .flatMap(entry => (entry.includes('=') ? [entry] : entry.split(/\s+/)))
}
