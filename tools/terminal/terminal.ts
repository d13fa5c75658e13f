// A program in a pseudo-terminal, used as a person uses it: type, press, look, wait for what should appear. Nothing here sleeps.

import type {Cell} from './cell.ts'
import {type Environment, openEnvironment} from './environment.ts'
import {bytesOfKey, type Key} from './keys.ts'
import {framed, isSeen, type Limit, nameOf, openLooks, type Wanted} from './look.ts'
import type {Modes} from './modes.ts'
import {type Exit, type Program, startProgram} from './program.ts'
import {type Frame, openScreen, placeOf, type Screen, textOf} from './screen.ts'

export type TerminalOptions = Readonly<{
  command: string
  args?: readonly string[]
  cwd?: string
  /** Overrides the environment from environment.ts. */
  env?: Environment
  columns?: number
  rows?: number
  /** The terminal draws characters of ambiguous width in two cells. */
  wideSigns?: boolean | undefined
}>

export type Terminal = AsyncDisposable &
  Readonly<{
    pid: number
    type(text: string): void
    /** Pastes as a terminal does: between marks if the program asked for them, with line ends as Enter. */
    paste(text: string): void
    press(key: Key): void
    /** The last complete frame, one line a row, without trailing blanks. */
    screen(): string
    frame(): Frame
    /** Counted from 0 at the upper left; throws outside the screen. */
    cell(x: number, y: number): Cell
    /** The cell where `text` first begins on the screen; throws if it is not there. */
    cellOf(text: string): Cell
    modes(): Modes
    /** Resolves with the screen that shows it. Throws with the screen after 20 s, or when the program ends without it. */
    waitFor(wanted: Wanted, limit?: Limit): Promise<string>
    waitUntilGone(wanted: Wanted, limit?: Limit): Promise<string>
    resize(columns: number, rows: number): void
    /** Resolves when the screen shows all that the program wrote. */
    exit: Promise<Exit>
    /** Bytes the program has written since it started. */
    bytesWritten(): number
    /** The exit code of each command that ended, if the program is a shell that reports it (`OSC 133;D;code`). */
    commandsEnded(): readonly number[]
    /** SIGKILL, to this one process. */
    kill(): void
  }>

/** Where an update of the screen ends or begins (synchronized output, DEC mode 2026). */
const frameEdges = /(?<=\x1b\[\?2026l)|(?=\x1b\[\?2026h)/

/** Disposing it kills the program and removes the home folder that was created for it. */
export async function openTerminal(options: TerminalOptions): Promise<Terminal> {
  const {command, args = [], cwd = process.cwd(), columns = 80, rows = 24} = options
  const environment = await openEnvironment(options.env ?? {})
  const commandsEnded: number[] = []
  const screen = openScreen({
    columns,
    rows,
    wideSigns: options.wideSigns,
    onAnswer: answer => program.write(answer),
    onCommandEnd: code => commandsEnded.push(code),
  })
  // Frame by frame: one that was read together with the next is looked at too.
  const onOutput = (data: string) => {
    for (const part of data.split(frameEdges)) screen.write(part, () => looks.again())
  }
  const program = startProgram({command, args, cwd, env: environment.variables, columns, rows, onOutput})
  const exit = program.exit.then(async how => {
    await new Promise<void>(resolve => screen.write('', resolve))
    looks.end()
    return how
  })
  const looks = openLooks(
    () => textOf(screen.frame()),
    () => screen.modes().synchronizedUpdate,
  )
  return {
    ...hands(program, screen),
    ...eyes(screen),
    waitFor: (wanted, limit) => looks.until(text => isSeen(wanted, text), `show ${nameOf(wanted)}`, limit),
    waitUntilGone: (wanted, limit) =>
      looks.until(text => !isSeen(wanted, text), `lose ${nameOf(wanted)}`, limit),
    pid: program.pid,
    exit,
    bytesWritten: program.bytesWritten,
    commandsEnded: () => commandsEnded,
    kill: program.kill,
    async [Symbol.asyncDispose]() {
      program.kill()
      await exit
      await environment.remove()
    },
  }
}

function hands(program: Program, screen: Screen): Pick<Terminal, 'type' | 'paste' | 'press' | 'resize'> {
  return {
    type: program.write,
    paste(text) {
      const pasted = text.replaceAll(/\r?\n/g, '\r')
      program.write(screen.modes().bracketedPaste ? `\x1b[200~${pasted}\x1b[201~` : pasted)
    },
    press: key => program.write(bytesOfKey(key, screen.modes())),
    resize(columns, rows) {
      // The screen first: the program draws for the new size as soon as it learns of it.
      screen.resize(columns, rows)
      program.resize(columns, rows)
    },
  }
}

function eyes(screen: Screen): Pick<Terminal, 'screen' | 'frame' | 'cell' | 'cellOf' | 'modes'> {
  const cell = (x: number, y: number) => {
    const found = screen.frame().cells[y]?.[x]
    if (!found) throw new Error(`There is no cell ${x}, ${y} on the screen.`)
    return found
  }
  return {
    screen: () => textOf(screen.frame()),
    frame: screen.frame,
    cell,
    cellOf(text) {
      const place = placeOf(text, screen.frame())
      if (!place)
        throw new Error(`${JSON.stringify(text)} is not on the screen.\n${framed(textOf(screen.frame()))}`)
      return cell(place.x, place.y)
    },
    modes: screen.modes,
  }
}
