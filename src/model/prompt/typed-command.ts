// The Redis command in a line that is still being typed. parse-line.ts parses finished lines.

import type {CommandDoc, CommandDocs} from '../commands/command-docs.ts'
import {splitTyped} from '../protocol/quoting.ts'
import {after, type Expected, expectedOf} from './arguments.ts'

/** What may precede a command: a repeat count and an address, or redis-cli with the options that parse-shell.ts knows. */
const prefix =
  /^\s*(?:(?:redis|valkey)-cli\s+(?:(?:-c|--raw|--no-raw)\s+|-[hp]\s+\S+\s+)*|(?:\d+\s+)?@\S+\s+(?:\d+\s+)?|\d+\s+)?/

export type TypedCommand = Readonly<{
  /** The text before the command: `@6480 `, `3 `, `redis-cli -p 6480 `. */
  before: string
  /** The command as typed. */
  command: string
  words: readonly string[]
  /** The last word, which no space has ended yet. */
  rest: string
}>

/** Returns undefined if the line cannot become a command: something follows a closing quote. */
export function typedCommand(line: string): TypedCommand | undefined {
  const [before = ''] = prefix.exec(line) ?? []
  const command = line.slice(before.length)
  const split = splitTyped(command)
  return split && {before, command, ...split}
}

/** The command at the start of `words`; `length`: how many words its name has. */
export function docOf(
  words: readonly string[],
  docs: CommandDocs,
): Readonly<{name: string; doc: CommandDoc; length: number}> | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ').toUpperCase()
    const doc = words.length >= length && Object.hasOwn(docs, name) ? docs[name] : undefined
    if (doc) return {name, doc, length}
  }
  return undefined
}

/** The full names of a command's subcommands: `CLUSTER MEET` … for `CLUSTER`. */
export function subcommandsOf(name: string, docs: CommandDocs): readonly string[] {
  return Object.keys(docs).filter(other => other.startsWith(`${name} `))
}

/** The arguments expected after `words`; undefined if they are no command, or one of them does not fit. */
export function expectedAfter(words: readonly string[], docs: CommandDocs): readonly Expected[] | undefined {
  const found = docOf(words, docs)
  if (!found) return undefined
  return words
    .slice(found.length)
    .reduce<readonly Expected[] | undefined>(
      (expected, word) => expected && after(expected, word),
      expectedOf(found.doc.arguments),
    )
}
