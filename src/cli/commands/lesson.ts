// `lesson new|check|stamp`: tools for authors of lessons.

import {LabError} from '../../model/text/lab-error.ts'
import {message, translate} from '../../model/text/messages.ts'
import {shellWord} from '../../model/text/shell-word.ts'
import {beginLesson} from '../../pack/begin.ts'
import {stampFolder} from '../../pack/stamp.ts'
import type {Command, CommandContext} from '../command.ts'
import type {Options} from '../options.ts'
import {printResult} from '../output.ts'
import {check} from './check.ts'

const verbs: Readonly<Record<string, Command>> = {new: create, check: checkFolder, stamp}

export const lesson: Command = async context => {
  const [verb = ''] = context.options.ids
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (!run)
    throw new LabError('cli.choice', {option: 'lesson', choices: Object.keys(verbs).join(', '), actual: verb})
  return await run(context)
}

/** The folder that the command names, else that of --lessons, else the current one. */
function folderOf({ids, lessons}: Options): string {
  return ids[1] ?? lessons ?? '.'
}

async function create({options, language}: CommandContext): Promise<number> {
  const folder = await beginLesson(options.lessons ?? '.', options.ids[1] ?? '')
  printResult(translate(language, message('author.begun', {folder, typed: shellWord(folder)})))
  return 0
}

function checkFolder(context: CommandContext): Promise<number> {
  const {options} = context
  return check({...context, options: {...options, ids: [], lessons: folderOf(options)}})
}

async function stamp({options, language}: CommandContext): Promise<number> {
  const folder = folderOf(options)
  const stamped = await stampFolder(folder)
  for (const {file, sections} of stamped) {
    const result =
      sections.length > 0
        ? message('author.stamped', {file, sections: sections.join(', ')})
        : message('author.current', {file})
    printResult(translate(language, result))
  }
  if (stamped.length === 0) printResult(translate(language, message('author.noTranslation', {folder})))
  return 0
}
