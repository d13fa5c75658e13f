// `review`: asks the questions that the learner answered wrongly or not at all, then goes on where the learner left off.

import {questionsToReview} from '../../model/state/question.ts'
import {message, translate} from '../../model/text/messages.ts'
import type {CommandContext} from '../command.ts'
import {printNote, printResult} from '../output.ts'
import {placeOf, play, readLearner} from '../play.ts'

/** Starts no nodes if there is nothing to ask. */
export async function review(context: CommandContext): Promise<number> {
  const learner = await readLearner(context)
  if (questionsToReview(learner.lessons, learner.progress).length === 0) {
    context.leaveSplash()
    if (learner.notice) printNote(learner.notice, context.language)
    printResult(translate(context.language, message('move.nothingWrong')))
    return 0
  }
  const {lesson, step} = placeOf(learner)
  return play(context, learner, async lab => {
    await lab.open(lesson.id, step)
    await lab.run('/review')
  })
}
