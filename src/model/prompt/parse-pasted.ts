// Lines copied from a handout or a terminal: a prompt before the command, a comment, a reply, a line continued by a backslash.

import {message} from '../text/messages.ts'
import {type Rejected, rejected} from './requests.ts'

/** Programs that parse-shell.ts reads, with or without a path. */
export const programs =
  /^(?:\S+\/)?(?:(?:redis|valkey)-(?:cli|server|benchmark)|redis-trib(?:\.rb)?|ruby(?=[ \t]+\S*redis-trib)|kill)(?=[ \t]|$)/

/** redis-cli's prompt, and the short form of Redis's documentation. */
const cliPrompt = /^(?:redis )?(?:([\w.-]+):(\d+)(?:\[\d+\])?(?:\(TX\))?|redis|not connected|)> ?/
const shellPrompt = /^(?:\[[^\]]*\]|[\w.-]+@[^\s$#%]*)?[$#%][ \t]+/

/** `host` and `port` are those of a redis-cli prompt. */
export type Unprompted = Readonly<{line: string; host?: string; port?: string}>

/** Removes a copied prompt; `#` is one only before a program, else it begins a comment. */
export function withoutPrompt(line: string): Unprompted {
  const [shell = ''] = shellPrompt.exec(line) ?? []
  const command = line.slice(shell.length)
  if (shell !== '' && (programs.test(command) || shell.startsWith('$'))) return {line: command}
  const [prompt, host, port] = cliPrompt.exec(line) ?? []
  if (prompt === undefined) return {line}
  const rest = line.slice(prompt.length)
  return host !== undefined && port !== undefined ? {line: rest, host, port} : {line: rest}
}

/** Replies and redirects as redis-cli prints them; none of them can be a command. */
const printed =
  /^(?:OK$|\((?:nil|error|integer|double|true|false|empty [a-z ]+)\)|\d+[)~#] |-> Redirected to slot )/

/** Why a line that is no command is not sent; undefined for any other line. */
export function parseUnsent(line: string): Rejected | undefined {
  if (line.startsWith('#')) return {...rejected(message('line.comment')), fine: true}
  if (printed.test(line)) return {...rejected(message('line.isReply')), fine: true}
  return continues(line) ? rejected(message('line.continues')) : undefined
}

/** Whether a shell would read on after this line; for Redis a backslash is data. */
export function continues(line: string): boolean {
  return /[ \t]\\$/.test(line) && programs.test(withoutPrompt(line.trimStart()).line)
}

/** The line without its backslash, ready for what follows. */
export function continuedWith(line: string, next: string): string {
  return `${line.slice(0, -1)}${next.trimStart()}`
}

/** Joins the lines that a shell would read as one. */
export function joinContinued(lines: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    if (last !== undefined && continues(last)) joined[joined.length - 1] = continuedWith(last, line)
    else joined.push(line)
  }
  return joined
}
