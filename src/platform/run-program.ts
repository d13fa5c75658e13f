// Runs another program to its end and collects what it prints.

import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import type {Readable} from 'node:stream'
import {text} from 'node:stream/consumers'
import {unless} from './errno.ts'

export type ProgramRun = Readonly<{
  cwd?: string | undefined
  /** Called with each line of its standard output, as it comes. */
  onLine?: ((line: string) => void) | undefined
  /** Ends the program and all that it has started. */
  signal?: AbortSignal | undefined
}>

export type Printed = Readonly<{exitCode: number | null; stdout: string; stderr: string}>

/**
 * Runs `file` in the C locale, whose output can be parsed, and in a process group of its own, so that an abort also ends what it has started.
 * @throws the signal's reason when aborted, once the program has ended; an error with `code` if the file cannot be run.
 */
export async function runProgram(
  file: string,
  words: readonly string[],
  {cwd, onLine, signal}: ProgramRun = {},
): Promise<Printed> {
  signal?.throwIfAborted()
  const child = spawn(file, words, {
    cwd,
    env: {...process.env, LC_ALL: 'C'},
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = () => killGroup(child)
  signal?.addEventListener('abort', stop)
  try {
    const [[exitCode], stdout, stderr] = await Promise.all([
      once(child, 'close'),
      linesOf(child.stdout, onLine),
      text(child.stderr),
    ])
    signal?.throwIfAborted()
    return {exitCode, stdout, stderr}
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

async function linesOf(stream: Readable, onLine?: (line: string) => void): Promise<string> {
  const lines: string[] = []
  for await (const line of createInterface(stream)) {
    onLine?.(line)
    lines.push(line)
  }
  return lines.join('\n')
}

function killGroup({pid}: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGTERM')
  } catch (error) {
    unless('ESRCH')(error)
  }
}
