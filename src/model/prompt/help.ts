// redis-cli's `help`, `help @group` and `help COMMAND`, found in the server's command docs, with the entries of redis-cli 7.0.

import type {CommandDocs} from '../commands/command-docs.ts'
import type {HelpEntry} from '../commands/help-entry.ts'
import {listed} from '../text/listed.ts'
import {type Message, message} from '../text/messages.ts'
import {without} from '../text/objects.ts'
import {labCommandOf, usageOf} from './slash-commands.ts'
import {syntaxOf} from './syntax.ts'

/** The entries found, or sentences; `fine` is false if the topic does not exist. */
export type Help =
  | Readonly<{entries: readonly HelpEntry[]}>
  | Readonly<{messages: readonly Message[]; fine: boolean}>

/** @param topic the words after `help` */
export function helpOn(topic: readonly string[], docs: CommandDocs): Help {
  const [first = ''] = topic
  if (first === '') return {messages: generalHelp, fine: true}
  if (first.startsWith('@')) {
    const entries = entriesFor(docs, (_, group) => group === first.slice(1).toLowerCase())
    if (entries.length > 0) return {entries: entries.map(entry => without(entry, 'group'))}
    return complaint(message('help.noGroup', {group: first, groups: listed(groupsOf(docs))}))
  }
  const wanted = topic.join(' ').toUpperCase()
  const entries = entriesFor(docs, name => name === wanted || name.startsWith(`${wanted} `))
  if (entries.length > 0) return {entries}
  const ours = labCommandOf(wanted.replace(/^\//, ''))
  if (ours)
    return {messages: [message('help.ours', {usage: usageOf(ours), help: message(ours.help)})], fine: true}
  return complaint(message('help.noCommand', {typed: topic.join(' ')}))
}

const generalHelp: readonly Message[] = [
  message('help.general'),
  message('help.general.group'),
  message('help.general.command'),
  message('help.general.tab'),
  message('help.general.lab'),
  message('help.general.quit'),
]

function complaint(because: Message): Help {
  return {messages: [because], fine: false}
}

function entriesFor(
  docs: CommandDocs,
  isWanted: (name: string, group: string) => boolean,
): readonly Required<HelpEntry>[] {
  return Object.entries(docs)
    .filter(([name, {group}]) => isWanted(name, group))
    .map(([name, doc]) => ({
      name,
      syntax: syntaxOf(doc.arguments),
      summary: doc.summary ?? '',
      since: doc.since,
      group: doc.group,
    }))
}

/** The groups of all commands as `@name`, in alphabetical order. */
export function groupsOf(docs: CommandDocs): readonly string[] {
  return [...new Set(Object.values(docs).map(({group}) => `@${group}`))].sort()
}
