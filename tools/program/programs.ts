// Small stand-ins for the program under test: a few lines of JavaScript each, which node runs in a terminal or in a shell.

import {fileURLToPath} from 'node:url'
import {openShell, type Shell} from '../terminal/shell.ts'
import {openTerminal, type Terminal, type TerminalOptions} from '../terminal/terminal.ts'

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
/** A full-screen Ink app: says its size and what was typed; Esc leaves it with exit code 3. */
export const inkApp = fileURLToPath(new URL('ink-app.ts', import.meta.url))

const prelude = `
const say = text => process.stdout.write(text)
const onKeys = act => process.stdin.setRawMode(true).setEncoding('utf8').on('data', act)
`

/** Runs `source`, which can `say(text)`, and take keys raw with `onKeys(act)`: first that, else the terminal echoes an early key. */
export function openProgram(source: string, options: Partial<TerminalOptions> = {}): Promise<Terminal> {
  return openTerminal({command: process.execPath, args: ['-e', prelude + source], ...options})
}

/** A shell in which the line `program` runs `source`. */
export function openShellWith(source: string): Promise<Shell> {
  // By a variable, so that the source is not on the screen when the line is.
  return openShell({env: {SOURCE: prelude + source}})
}
export const program = 'node -e "$SOURCE"'
