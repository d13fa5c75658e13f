// A process in a pseudo-terminal: output, input, size and end. screen.ts turns the output into frames.

import {constants} from 'node:os'
import {spawn} from '@lydell/node-pty'

/** As in node:child_process: one of the two is null. */
export type Exit = Readonly<{code: number | null; signal: NodeJS.Signals | null}>

export type Program = Readonly<{
  pid: number
  exit: Promise<Exit>
  bytesWritten(): number
  // Input to a program that has ended is lost, as on a real terminal.
  write(data: string): void
  resize(columns: number, rows: number): void
  /** SIGKILL, to this one process. */
  kill(): void
}>

type Options = Readonly<{
  command: string
  args: readonly string[]
  cwd: string
  env: Readonly<Record<string, string>>
  columns: number
  rows: number
  onOutput: (data: string) => void
}>

export function startProgram({command, args, cwd, env, columns, rows, onOutput}: Options): Program {
  const pty = spawn(command, [...args], {cols: columns, rows, cwd, env})
  let bytes = 0
  let running = true
  pty.onData(data => {
    bytes += Buffer.byteLength(data)
    onOutput(data)
  })
  const exit = new Promise<Exit>(resolve => {
    pty.onExit(({exitCode, signal}) => {
      running = false
      resolve(signal ? {code: null, signal: signalName(signal)} : {code: exitCode, signal: null})
    })
  })
  const whileRunning = (act: () => void) => {
    if (running) act()
  }
  return {
    pid: pty.pid,
    exit,
    bytesWritten: () => bytes,
    write: data => whileRunning(() => pty.write(data)),
    resize: (toColumns, toRows) => whileRunning(() => pty.resize(toColumns, toRows)),
    kill: () => whileRunning(() => pty.kill('SIGKILL')),
  }
}

function signalName(number: number): NodeJS.Signals {
  const [name] = Object.entries(constants.signals).find(([, value]) => value === number) ?? []
  if (!name) throw new Error(`There is no signal ${number} on this system.`)
  return name as NodeJS.Signals
}
