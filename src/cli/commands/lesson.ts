// `lesson new|check|stamp`: what an author of lessons needs beside an editor.

import {LabError} from '../../model/text/lab-error.ts'
import {message, translate} from '../../model/text/messages.ts'
import {beginLesson} from '../../pack/begin.ts'
import {stampFolder} from '../../pack/stamp.ts'
import type {Run} from '../command.ts'
import type {Environment} from '../environment.ts'
import {languageOf} from '../language.ts'
import type {Options} from '../options.ts'
import {printResult} from '../output.ts'
import {check} from './check.ts'

const verbs: Readonly<Record<string, Run>> = {new: begin, check: checkFolder, stamp}

export const lesson: Run = async (options, environment, start) => {
  const [verb = ''] = options.ids
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (!run)
    throw new LabError('cli.choice', {option: 'lesson', choices: Object.keys(verbs).join(', '), came: verb})
  return await run(options, environment, start)
}

/** As the command names it; else where --lessons points, or here. */
function folderOf({ids, lessons}: Options): string {
  return ids[1] ?? lessons ?? '.'
}

async function begin(options: Options, environment: Environment): Promise<number> {
  const folder = await beginLesson(options.lessons ?? '.', options.ids[1] ?? '')
  printResult(translate(languageOf(options, environment), message('author.begun', {folder})))
  return 0
}

function checkFolder(...[options, environment, start]: Parameters<Run>): Promise<number> {
  return check({...options, ids: [], lessons: folderOf(options)}, environment, start)
}

async function stamp(options: Options, environment: Environment): Promise<number> {
  const language = languageOf(options, environment)
  const folder = folderOf(options)
  const stamped = await stampFolder(folder)
  for (const {file, sections} of stamped) {
    const done =
      sections.length > 0
        ? message('author.stamped', {file, sections: sections.join(', ')})
        : message('author.current', {file})
    printResult(translate(language, done))
  }
  if (stamped.length === 0) printResult(translate(language, message('author.noTranslation', {folder})))
  return 0
}
