// A shell in a terminal, which runs programs and shows what they leave behind: terminal modes, line settings, text attributes.

import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {blank, type Style} from './cell.ts'
import {framed, type Limit} from './look.ts'
import type {Modes} from './modes.ts'
import {openTerminal, type Terminal, type TerminalOptions} from './terminal.ts'

/** Everything that shows whether a program left the terminal as it was. */
export type Condition = Modes &
  Readonly<{
    /** `stty -a`, one setting an entry, without the size. */
    lineSettings: readonly string[]
    /** How the shell's prompt looks. */
    pen: Style
  }>

export type Shell = Terminal &
  Readonly<{
    /** Sends the shell a line to run; `ended` waits for its end. */
    start(line: string): void
    /** Resolves with the exit code when the shell prompts again: the line has ended, or was stopped (128 + the signal's number). */
    ended(limit?: Limit): Promise<number>
    /** Call only while the shell prompts. Compare two conditions as a whole: the difference names what was left behind. */
    condition(): Promise<Condition>
  }>

/**
 * `sh` with job control and without a line editor, which would set the terminal's modes itself and hide what was left behind.
 * Its prompt ends with the mark that tells terminals that a command has ended (`OSC 133;D;code`), so nothing has to be
 * read from the screen.
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
    // A newline, not Enter: if a program left raw mode on, a carriage return does not end a line.
    terminal.type(`${line}\n`)
  }
  await ended()
  disposed.move() // the caller disposes of it from here on
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

/** Linux and macOS print the same names and `name = value;`, but the size in different ways. */
function lineSettingsOf(settings: string): string[] {
  const entries = settings.split(/[;\n]/).map(entry => entry.trim())
  return entries
    .filter(entry => entry !== '' && !/\b(rows|columns)\b/.test(entry))
    .flatMap(entry => (entry.includes('=') ? [entry] : entry.split(/\s+/)))
}
