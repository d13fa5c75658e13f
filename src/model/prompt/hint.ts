// What stands grey to the right of a line being typed: the arguments that are still expected. As redis-cli 7.2 and newer, and also behind
// `3 `, `@6480 ` and `redis-cli -p 6480 `, where redis-cli has none.

import type {CommandDocs} from '../commands/command-docs.ts'
import {labCommandOf, usageOf} from './slash-commands.ts'
import {syntaxOf, writtenOf} from './syntax.ts'
import {docOf, expectedAfter, subcommandsOf, typedCommand} from './typed-command.ts'

/** Empty where there is nothing to say: no command yet, all is there, or a word cannot stand where it does. The word being typed is not judged yet. */
export function hintOf(line: string, docs: CommandDocs): string {
  if (line.startsWith('/')) return labHint(line)
  const typed = typedCommand(line)
  if (!typed) return ''
  const {words, rest} = typed
  // A name is known before its space: `GET`, `CONFIG SET`.
  const named = docOf([...words, rest], docs)
  if (named && named.length === words.length + 1) return ownHint(named.name, docs)
  if (words.length === 1 && rest === '') return ownHint(words[0]?.toUpperCase() ?? '', docs)
  return writtenOf(expectedAfter(words, docs) ?? [])
}

/** All arguments, or the subcommands of a command that has nothing else. */
function ownHint(name: string, docs: CommandDocs): string {
  const doc = docs[name]
  const subcommands = subcommandsOf(name, docs).map(one => one.slice(name.length + 1))
  return doc?.arguments.length || subcommands.length === 0
    ? syntaxOf(doc?.arguments ?? [])
    : subcommands.join('|')
}

function labHint(line: string): string {
  const [, name = '', rest = ''] = /^\/(\S+)(.*)$/.exec(line) ?? []
  const command = labCommandOf(name)
  if (!command) return ''
  const expected = usageOf(command).split(' ').slice(1)
  // A word that has begun is not expected any more.
  return expected.slice(rest.match(/\S+/g)?.length ?? 0).join(' ')
}
