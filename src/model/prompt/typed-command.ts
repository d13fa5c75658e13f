// A line that is still being typed: how far its Redis command has come. What the parser makes of a finished line is line.ts.

import type {CommandDoc, CommandDocs} from '../commands/command-docs.ts'
import {splitTyped} from '../protocol/quoting.ts'
import {after, type Expected, expectedOf} from './arguments.ts'

/** Before a command: how often, and to whom; or redis-cli with the options that shell.ts knows. */
const prefix = /^\s*(?:redis-cli\s+(?:-c\s+|-[hp]\s+\S+\s+)*|(?:\d+\s+)?@\S+\s+(?:\d+\s+)?|\d+\s+)?/

export type TypedCommand = Readonly<{
  /** What stands before the command: `@6480 `, `3 `, `redis-cli -p 6480 `. */
  before: string
  /** The command as it stands there. */
  command: string
  words: readonly string[]
  /** The word that no space has ended yet. */
  rest: string
}>

/** Undefined where it can be no command any more: something follows a closing quote. */
export function typedCommand(line: string): TypedCommand | undefined {
  const [before = ''] = prefix.exec(line) ?? []
  const command = line.slice(before.length)
  const split = splitTyped(command)
  return split && {before, command, ...split}
}

/** The command that these words begin with, and how many of them are its name. */
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

/** The commands that begin with this one's name: `CLUSTER` has many. */
export function subcommandsOf(name: string, docs: CommandDocs): readonly string[] {
  return Object.keys(docs).filter(one => one.startsWith(`${name} `))
}

/** What is expected after these words; undefined where they are no command, or one of them cannot stand where it does. */
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
