// `help`, `--help`: how to use the program, one of its commands, or what a topic names.

import {nearest} from '../../model/commands/did-you-mean.ts'
import {LabError} from '../../model/text/lab-error.ts'
import type {Language} from '../../model/text/messages.ts'
import {commandNames, topics, unnamed} from '../../program/commands.ts'
import {helpOf, overview, topicHelp} from '../../program/help-text.ts'
import type {CommandContext} from '../command.ts'
import {printResult} from '../output.ts'

export async function help({options, language}: CommandContext): Promise<number> {
  printResult(helpOn(options.ids, language))
  return 0
}

/** A lesson is opened without a command; its help is that of opening. @throws LabError for a name that nothing has */
function helpOn([typed]: readonly string[], language: Language): string {
  if (typed === undefined) return overview(language)
  const command = commandNames.find(name => name === typed)
  if (command) return helpOf(command, language)
  const topic = topics.find(name => name === typed)
  if (topic) return topicHelp(topic, language)
  const meant = nearest(
    typed,
    [...commandNames, ...topics].filter(name => name !== unnamed),
  )
  throw meant === undefined
    ? new LabError('cli.noHelp', {typed})
    : new LabError('cli.helpMeant', {typed, meant})
}
