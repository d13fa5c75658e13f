// `completion SHELL`: the script with which a shell completes this program's commands, options and lessons.

import {LabError} from '../../model/text/lab-error.ts'
import {type Shell, shells} from '../../program/commands.ts'
import {completionScript} from '../../program/completion.ts'
import type {CommandContext} from '../command.ts'

export async function completion({options, language}: CommandContext): Promise<number> {
  const shell = shellOf(options.ids)
  const {lessons} = await import('../../../lessons/index.ts')
  const known = {
    lessons: lessons.map(({id, words}) => ({word: id, about: words[language].title})),
    incidents: lessons
      .flatMap(({steps}) => steps)
      .filter(({incident}) => incident)
      .map(({id}) => ({word: id, about: ''})),
  }
  // Not cleaned as other text is: it is a program, and all of it is ours.
  process.stdout.write(completionScript(shell, known, language))
  return 0
}

/** @throws LabError for a shell without completion */
function shellOf([typed = '']: readonly string[]): Shell {
  const shell = shells.find(name => name === typed)
  if (shell) return shell
  throw new LabError('cli.choice', {option: 'completion', choices: shells.join(', '), actual: typed})
}
