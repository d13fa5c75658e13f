// The parser of slash commands: what the line requests, or how to write it.

import {closestTo} from '../commands/did-you-mean.ts'
import {type Message, message} from '../text/messages.ts'
import type {Line} from './line.ts'
import {rejected} from './requests.ts'
import type {SlashContext} from './slash-arguments.ts'
import {labCommandOf, labCommands, usageOf} from './slash-commands.ts'

/** @param line the typed line without its slash */
export function parseSlash(line: string, known: Omit<SlashContext, 'usage'>): Line {
  const [name = '', ...words] = line.split(/\s+/)
  const command = labCommandOf(name)
  if (!command) return rejected(unknown(name))
  const usage = message('line.usage', {usage: usageOf(command)})
  return command.parse(words, {...known, usage}) ?? rejected(usage)
}

function unknown(name: string): Message {
  const closest = closestTo(
    name,
    labCommands.map(command => command.name.toUpperCase()),
  )
  const command = closest === undefined ? undefined : labCommandOf(closest)
  return command
    ? message('line.commandMeant', {name: `/${name}`, usage: usageOf(command)})
    : message('line.noCommand', {name: `/${name}`})
}
