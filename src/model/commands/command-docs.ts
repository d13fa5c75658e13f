// The parsed reply of COMMAND DOCS, which describes commands for people; command-table.ts has what COMMAND tells programs.
// Source: https://redis.io/docs/latest/commands/command-docs/

/** One argument of a command, or several under one name. */
export type Argument = Readonly<{
  name: string
  /** `oneof`: one of the parts; `block`: all parts in order; `pure-token`: the token alone; else the type of the value. */
  type: string
  /** The fixed word before the value, or the whole argument. */
  token?: string
  optional?: true
  multiple?: true
  /** Each repetition begins with the token. */
  multipleToken?: true
  parts?: readonly Argument[]
}>

export type CommandDoc = Readonly<{
  /** One sentence; absent if the server has none. */
  summary?: string
  since: string
  group: string
  arguments: readonly Argument[]
}>

/** Docs by name in upper case, sorted; subcommands have two words: `GET`, `CONFIG SET`. */
export type CommandDocs = Readonly<Record<string, CommandDoc>>

/** A RESP2 reply as plain values; a map is an array of alternating keys and values. */
export type CommandReply = string | number | null | readonly CommandReply[]

/** @param docs the reply to COMMAND DOCS */
export function parseCommandDocs(docs: CommandReply): CommandDocs {
  return Object.fromEntries(entriesOf(docs).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function entriesOf(docs: CommandReply): [string, CommandDoc][] {
  return Object.entries(mapOf(docs)).flatMap(([written, answer]) => {
    const {summary, since, group, arguments: all, subcommands = []} = mapOf(answer)
    const doc: CommandDoc = {
      ...(summary !== undefined && {summary: String(summary)}),
      since: String(since ?? ''),
      group: String(group ?? ''),
      arguments: listOf(all).map(argumentOf),
    }
    // Subcommands are named `config|set`.
    return [[written.replace('|', ' ').toUpperCase(), doc], ...entriesOf(subcommands)]
  })
}

function argumentOf(answer: CommandReply): Argument {
  const {name, display_text: shown, type, token, flags, arguments: parts} = mapOf(answer)
  const has = (flag: string) => listOf(flags).includes(flag)
  return {
    name: String(shown ?? name ?? ''),
    type: String(type ?? 'string'),
    ...(token !== undefined && {token: String(token)}),
    ...(has('optional') && {optional: true}),
    ...(has('multiple') && {multiple: true}),
    ...(has('multiple_token') && {multipleToken: true}),
    ...(parts !== undefined && {parts: listOf(parts).map(argumentOf)}),
  }
}

function listOf(answer: CommandReply | undefined): readonly CommandReply[] {
  return Array.isArray(answer) ? answer : []
}

function mapOf(answer: CommandReply): Readonly<Record<string, CommandReply>> {
  const flat = listOf(answer)
  return Object.fromEntries(
    flat.flatMap((key, i) => (i % 2 === 0 ? [[String(key), flat[i + 1] ?? null]] : [])),
  )
}
