// The gray hint to the right of the line being typed: the arguments still expected. As in redis-cli 7.2 and later, and also after `3 `,
// `@6480 ` and `redis-cli -p 6480 `, where redis-cli shows none.

import type {CommandDocs} from '../commands/command-docs.ts'
import {type Language, translate} from '../text/messages.ts'
import {labCommandOf} from './slash-commands.ts'
import {syntaxOf, writtenOf} from './syntax.ts'
import {docOf, expectedAfter, subcommandsOf, typedCommand} from './typed-command.ts'

/**
 * The hint for `line`; empty if no command is typed yet, all arguments are present, or a finished word does not fit. Ignores the word still
 * being typed.
 */
export function hintOf(line: string, docs: CommandDocs, language: Language): string {
  if (line.startsWith('/')) return labHint(line, language)
  const typed = typedCommand(line)
  if (!typed) return ''
  const {words, rest} = typed
  // A complete name gets its hint before the space is typed: `GET`, `CONFIG SET`.
  const named = docOf([...words, rest], docs)
  if (named && named.length === words.length + 1) return ownHint(named.name, docs)
  if (words.length === 1 && rest === '') return ownHint(words[0]?.toUpperCase() ?? '', docs)
  // A whole id is finished before its space is typed.
  const finished = /^[0-9a-f]{40}$/.test(rest) ? [...words, rest] : words
  return writtenOf(expectedAfter(finished, docs) ?? [])
}

/** All arguments, or the subcommands if the command has no arguments of its own. */
function ownHint(name: string, docs: CommandDocs): string {
  const doc = docs[name]
  const subcommands = subcommandsOf(name, docs).map(one => one.slice(name.length + 1))
  return doc?.arguments.length || subcommands.length === 0
    ? syntaxOf(doc?.arguments ?? [])
    : subcommands.join('|')
}

function labHint(line: string, language: Language): string {
  const [, name = '', rest = ''] = /^\/(\S+)(.*)$/.exec(line) ?? []
  const takes = labCommandOf(name)?.takes
  if (!takes) return ''
  const expected = translate(language, takes).split(' ')
  // A word that has begun is no longer expected.
  const begun = rest.match(/\S+/g)?.length ?? 0
  const before = expected.slice(0, begun).join('')
  const hint = expected.slice(begun).join(' ')
  // Brackets that the words before opened end with the hint.
  const opened = before.split('[').length - before.split(']').length
  return hint === '' ? '' : hint.slice(0, hint.length - opened)
}
