// Completion of a Redis command: its name, as in redis-cli, then each argument by its type in the server's command docs.

import type {Argument, CommandDocs} from '../commands/command-docs.ts'
import {bytesOf} from '../protocol/bytes.ts'
import {quoteWord} from '../protocol/quoting.ts'
import type {Message, MessageKey} from '../text/messages.ts'
import {after, type Expected, expectedOf, next} from './arguments.ts'
import {groupsOf} from './help.ts'
import type {CompletionContext, NodeId} from './known.ts'
import {expectedAfter, subcommandsOf, type TypedCommand, typedCommand} from './typed-command.ts'

/** `text` is the completed line, `shown` the menu's entry, `help` or the server's own `summary` the text beside it. */
export type Candidate = Readonly<{text: string; shown: string | Message; help?: MessageKey; summary?: string}>

export function completeCommand(line: string, known: CompletionContext): readonly Candidate[] {
  const typed = typedCommand(line)
  if (!typed || typed.command.trim() === '') return []
  const [, help, topic = ''] = /^(help |\? )\s*(.*)$/i.exec(typed.command) ?? []
  if (help !== undefined) return topics(`${typed.before}${help}`, topic, known.docs)
  const names = namesFrom(typed.command, known.docs)
  if (names.length > 0)
    return names.map(name => ({
      ...named(name, known.docs),
      text: `${typed.before}${name}${gap(name, known.docs)}`,
    }))
  return completeArgument(line, typed, known)
}

/** The names that begin with the typed command, of one or two words; case is ignored. */
function namesFrom(command: string, docs: CommandDocs): readonly string[] {
  const wanted = command.trimStart().replace(/\s+/, ' ').toUpperCase()
  return Object.keys(docs).filter(name => name.startsWith(wanted) && name !== wanted)
}

function named(name: string, docs: CommandDocs): Omit<Candidate, 'text'> {
  const summary = docs[name]?.summary
  return {shown: name, ...(summary !== undefined && {summary})}
}

/** A space if arguments or subcommands follow the name. */
function gap(name: string, docs: CommandDocs): string {
  return docs[name]?.arguments.length || subcommandsOf(name, docs).length > 0 ? ' ' : ''
}

/** The groups and commands that `help` knows. */
function topics(before: string, typed: string, docs: CommandDocs): readonly Candidate[] {
  const groups = groupsOf(docs).filter(group => group.startsWith(typed.toLowerCase()))
  const names = typed === '' ? [] : namesFrom(typed, docs)
  return [
    ...groups.map(group => ({text: `${before}${group}`, shown: group})),
    ...names.map(name => ({...named(name, docs), text: `${before}${name}`})),
  ]
}

function completeArgument(
  line: string,
  {words, rest}: TypedCommand,
  known: CompletionContext,
): readonly Candidate[] {
  const expected = expectedAfter(words, known.docs)
  if (!expected) return []
  const before = line.slice(0, line.length - rest.length)
  const choices = next(expected).flatMap(({argument}) => choicesOf(argument, known))
  const seen = new Set<string>()
  return choices.flatMap(({word, shown = word, alias = word, ...more}) => {
    const isIt = startsLike(word, rest) || alias.startsWith(rest)
    if (!isIt || word === rest || seen.has(word)) return []
    seen.add(word)
    const goesOn = (after(expected, word)?.length ?? 0) > 0
    return [{...more, shown, text: `${before}${quoteWord(bytesOf(word))}${goesOn ? ' ' : ''}`}]
  })
}

/** Ignores case, as Redis does for tokens; for keys and ids a wider match does no harm. */
function startsLike(word: string, typed: string): boolean {
  return word.toUpperCase().startsWith(typed.replace(/^["']/, '').toUpperCase())
}

/** A possible next word; `alias`: a shorter word that may be typed for it. */
type Choice = Readonly<{word: string; shown?: string; alias?: string; summary?: string}>

function choicesOf(argument: Argument, known: CompletionContext): readonly Choice[] {
  const {token, type, parts = []} = argument
  if (token !== undefined) return token === '' ? [] : [{word: token}]
  const inner = (all: readonly Expected[]) => all.flatMap(one => choicesOf(one.argument, known))
  if (type === 'oneof') return inner(expectedOf(parts))
  if (type === 'block') return inner(next(expectedOf(parts)))
  return valuesOf(argument, known)
}

/** The INFO sections of all versions, the one that the lessons use first. https://redis.io/docs/latest/commands/info/ */
const infoSections = [
  'replication',
  'server',
  'clients',
  'memory',
  'persistence',
  'stats',
  'cpu',
  'commandstats',
  'errorstats',
  'cluster',
  'keyspace',
  'all',
  'everything',
]

/** BITFIELD's types, the widest of each kind last. */
const bitTypes = ['u8', 'u16', 'u32', 'u63', 'i8', 'i16', 'i32', 'i64']

/** A port is easier to remember than an id, so it stands for it. */
export function idChoices(ids: readonly NodeId[]): readonly Choice[] {
  return ids.map(({id, port, role}) => ({
    word: id,
    shown: `${id.slice(0, 8)}… ${port}`,
    alias: String(port),
    summary: role,
  }))
}

function valuesOf({type, name}: Argument, {roster, ids, keys, users}: CompletionContext): readonly Choice[] {
  if (type === 'key') return keys.map(word => ({word}))
  switch (name) {
    case 'port':
      return roster.map(({port}) => ({word: String(port)}))
    case 'host':
    case 'ip':
      return [{word: '127.0.0.1'}]
    case 'node-id':
      return idChoices(ids)
    case 'username':
      return users.map(word => ({word}))
    case 'encoding':
      return bitTypes.map(word => ({word}))
    case 'section':
      return infoSections.map(word => ({word}))
    default:
      return []
  }
}
