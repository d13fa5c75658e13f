// `sandbox`: opens the lab without a lesson, on the stage that --stage names.

import type {CommandContext} from '../command.ts'
import {play, readLearner} from '../play.ts'

export async function sandbox(context: CommandContext): Promise<number> {
  const learner = await readLearner(context)
  const {stage, wired} = context.options
  return play(context, learner, lab => lab.startStage(stage, [], wired))
}
