// `redis-cluster-lab [lesson]`: opens the lab at a lesson, or where the learner left off.

import {nearest} from '../../model/commands/did-you-mean.ts'
import type {Lesson} from '../../model/lesson/lesson.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {commandNames} from '../../program/commands.ts'
import type {CommandContext} from '../command.ts'
import {type Beside, placeOf, play, readLearner} from '../play.ts'

/** @throws LabError for a misspelled command or lesson */
function checkName(name: string, lessons: readonly Lesson[]) {
  const known = lessons.flatMap(({id, aliases}) => [id, ...aliases])
  if (known.includes(name)) return
  const meant = nearest(name, [...commandNames, ...known])
  if (meant !== undefined) throw new LabError('cli.meant', {typed: name, meant})
}

export function learn(context: CommandContext): Promise<number> {
  return openLab(context)
}

/** `beside`: what goes along with the lab. */
export async function openLab(context: CommandContext, beside?: Beside): Promise<number> {
  const learner = await readLearner(context)
  const [name] = context.options.ids
  if (name !== undefined) checkName(name, learner.lessons)
  const {lesson, step} = placeOf(learner, name)
  // A lesson that was left before its first step was passed begins with its questions again, as far as they are not answered.
  const isFirst = step === lesson.steps[0]?.id
  const opened = isFirst && name === undefined ? undefined : step
  return await play(context, learner, lab => lab.open(lesson.id, opened), beside)
}
