// Small programs to test the terminal with: a few lines of JavaScript each, run by Node in a terminal or a shell.

import {fileURLToPath} from 'node:url'
import {openShell, type Shell} from '../terminal/shell.ts'
import {openTerminal, type Terminal, type TerminalOptions} from '../terminal/terminal.ts'

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
/** A full-screen Ink app: prints its size and what was typed; Esc ends it with exit code 3. */
export const inkApp = fileURLToPath(new URL('ink-app.ts', import.meta.url))

const prelude = `
const say = text => process.stdout.write(text)
const onKeys = act => process.stdin.setRawMode(true).setEncoding('utf8').on('data', act)
`

/** Runs `source`, which can print with `say(text)` and read raw keys with `onKeys(act)`. Call `onKeys` first, or early keys are echoed. */
export function openProgram(source: string, options: Partial<TerminalOptions> = {}): Promise<Terminal> {
  return openTerminal({command: process.execPath, args: ['-e', prelude + source], ...options})
}

/** A shell in which `program` runs `source`. */
export function openShellWith(source: string): Promise<Shell> {
  // In a variable, so that the source does not appear on the screen.
  return openShell({env: {SOURCE: prelude + source}})
}
export const program = 'node -e "$SOURCE"'
