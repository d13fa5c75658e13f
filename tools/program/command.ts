// The built program without a terminal, as a script runs it: its output on each stream, and its exit code.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {waitUntil} from '../../src/platform/wait-until.ts'
import {type Environment, openEnvironment} from '../terminal/environment.ts'
import type {Exit} from '../terminal/program.ts'
import type {Home} from './home.ts'
import {program} from './lab.ts'

export type Printed = Readonly<{stdout: string; stderr: string}>

export type Command = AsyncDisposable &
  Readonly<{
    pid: number
    /** Writes to its standard input. */
    write(text: string): void
    /** Ends its standard input. */
    end(): void
    printed(): Printed
    /** Resolves with the stream's output when it contains `wanted`; throws with the output after `within` ms. */
    prints(stream: keyof Printed, wanted: RegExp, within?: number): Promise<string>
    /** Resolves when it has ended and all its output was read. */
    exit: Promise<Exit & Printed>
  }>

type Options = Readonly<{env?: Environment; cwd?: string; node?: string; encoding?: BufferEncoding}>

/** Disposing it kills the process if it still runs. `node`: the Node to run it with, by default the tests' own; `encoding`: of what it reads and prints. */
export async function startCommand(
  home: Home,
  args: readonly string[],
  {env = {}, cwd, node = process.execPath, encoding = 'utf8'}: Options = {},
): Promise<Command> {
  const {variables} = await openEnvironment({...home.env, ...env})
  const child = spawn(node, [program, ...args], {env: variables, cwd, stdio: 'pipe'})
  const printed = {stdout: '', stderr: ''}
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding(encoding).on('data', text => {
      printed[stream] += text
    })
  // The process may end before it reads its input.
  child.stdin.on('error', () => undefined)
  const exit = once(child, 'close').then(([code, signal]) => ({code, signal, ...printed}))
  return {
    pid: child.pid ?? 0,
    write: text => void child.stdin.write(text, encoding),
    end: () => void child.stdin.end(),
    printed: () => ({...printed}),
    async prints(stream, wanted, within = 20_000) {
      const found = async () => wanted.test(printed[stream]) || `${wanted} is not in:\n${printed[stream]}`
      const last = await waitUntil(found, {within, every: 10})
      if (last !== undefined) throw new Error(last)
      return printed[stream]
    },
    exit,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await exit
    },
  }
}

/** Runs the program to its end with this input. */
export async function runCommand(
  home: Home,
  args: readonly string[],
  {input = '', ...options}: Options & Readonly<{input?: string}> = {},
): Promise<Exit & Printed> {
  await using command = await startCommand(home, args, options)
  command.write(input)
  command.end()
  return await command.exit
}
