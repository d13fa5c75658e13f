// What a Redis server says about its own commands for people to read: COMMAND DOCS, parsed. What is made of it (hints, help, completion) is not
// here, nor what COMMAND says for programs (command-table.ts). Source: https://redis.io/docs/latest/commands/command-docs/

/** One argument of a command, or several under one name. */
export type Argument = Readonly<{
  name: string
  /** `oneof`: one of the parts; `block`: the parts in their order; `pure-token`: the token alone; else what is to be typed. */
  type: string
  /** What stands before it, or is all of it. */
  token?: string
  optional?: true
  multiple?: true
  /** Each repetition has the token again. */
  multipleToken?: true
  parts?: readonly Argument[]
}>

export type CommandDoc = Readonly<{
  /** One sentence; not there where the server did not say one. */
  summary?: string
  since: string
  group: string
  arguments: readonly Argument[]
}>

/** By the name in upper case, subcommands too: `GET`, `CONFIG SET`. Sorted. */
export type CommandDocs = Readonly<Record<string, CommandDoc>>

/** A reply of Redis in RESP2, as plain values: a map is an array of keys and values in turn. */
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
    // `config|set`
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
