// `redis-cluster-lab [lesson]`: opens the lab at a lesson, or where the learner left off.

import type {CommandContext} from '../command.ts'
import {placeOf, play, readLearner} from '../play.ts'

export async function learn(context: CommandContext): Promise<number> {
  const learner = await readLearner(context)
  const {lesson, step} = placeOf(learner, context.options.ids[0])
  return play(context, learner, lab => lab.open(lesson.id, step))
}
