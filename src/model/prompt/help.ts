// `help`, `help @group`, `help COMMAND`: found in what the server says of its commands, and written as redis-cli 7.0 prints it.

import type {CommandDocs} from '../commands/command-docs.ts'
import type {HelpEntry} from '../commands/help-entry.ts'
import {type Said, said} from '../text/messages.ts'
import {labCommands, usageOf} from './slash-commands.ts'
import {syntaxOf} from './syntax.ts'

/** What was found; or sentences, `fine` if nothing was asked for that is not there. */
export type Help = Readonly<{entries: readonly HelpEntry[]}> | Readonly<{say: readonly Said[]; fine: boolean}>

/** @param topic the words after `help` */
export function helpOn(topic: readonly string[], docs: CommandDocs): Help {
  const [first = ''] = topic
  if (first === '') return {say: generalHelp, fine: true}
  if (first.startsWith('@')) {
    const entries = entriesFor(docs, (_, group) => group === first.slice(1).toLowerCase())
    if (entries.length > 0) return {entries: entries.map(({group: _, ...entry}) => entry)}
    return complaint(said('help.noGroup', {group: first, groups: groupsOf(docs).join(' ')}))
  }
  const wanted = topic.join(' ').toUpperCase()
  const entries = entriesFor(docs, name => name === wanted || name.startsWith(`${wanted} `))
  if (entries.length > 0) return {entries}
  const ours = labCommands.find(({name}) => `/${name}` === `/${wanted.toLowerCase().replace(/^\//, '')}`)
  if (ours) return {say: [said('help.ours', {usage: usageOf(ours), help: said(ours.help)})], fine: true}
  return complaint(said('help.noCommand', {typed: topic.join(' ')}))
}

const generalHelp: readonly Said[] = [
  said('help.general'),
  said('help.general.group'),
  said('help.general.command'),
  said('help.general.tab'),
  said('help.general.lab'),
  said('help.general.quit'),
]

function complaint(because: Said): Help {
  return {say: [because], fine: false}
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

/** The groups of all commands, in alphabetical order. */
export function groupsOf(docs: CommandDocs): readonly string[] {
  return [...new Set(Object.values(docs).map(({group}) => `@${group}`))].sort()
}
