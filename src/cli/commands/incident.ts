// `incident [ID|random]`: opens one incident: the named one, any, or the first that the learner has not solved.

import {nearest} from '../../model/commands/did-you-mean.ts'
import type {Lesson} from '../../model/lesson/lesson.ts'
import type {PassedSteps} from '../../model/state/lab-state.ts'
import {LabError} from '../../model/text/lab-error.ts'
import type {CommandContext} from '../command.ts'
import {play, readLearner} from '../play.ts'

export async function incident(context: CommandContext): Promise<number> {
  const learner = await readLearner(context)
  const [typed] = context.options.ids
  const {lesson, step} = chosenIncident(learner.lessons, learner.progress.passed, typed)
  return await play(context, learner, lab => lab.open(lesson, step))
}

export type Incident = Readonly<{lesson: string; step: string}>

const anyOne = 'random'

/** @param random a number from 0 up to, not including, 1; tests pass their own. @throws LabError for an unknown name, or lessons without incidents */
export function chosenIncident(
  lessons: readonly Lesson[],
  passed: PassedSteps,
  typed?: string,
  random: () => number = Math.random,
): Incident {
  const all = lessons.flatMap(({id: lesson, steps}) =>
    steps.filter(({incident}) => incident).map(({id: step}) => ({lesson, step})),
  )
  const [first] = all
  if (!first) throw new LabError('incident.none')
  if (typed !== undefined && typed !== anyOne) return named(all, typed)
  const open = all.filter(({lesson, step}) => (passed[lesson]?.[step]?.incident?.times ?? 0) === 0)
  if (typed === undefined) return open[0] ?? first
  const among = open.length > 0 ? open : all
  return among[Math.floor(random() * among.length)] ?? first
}

/** By its id, or its number among the incidents. */
function named(all: readonly Incident[], typed: string): Incident {
  const found = all.find(({step}) => step === typed) ?? all[Number(typed) - 1]
  if (found) return found
  const ids = all.map(({step}) => step)
  const near = nearest(typed, [...ids, anyOne])
  throw near === undefined
    ? new LabError('incident.unknown', {typed, ids: ids.join(', ')})
    : new LabError('incident.meant', {typed, meant: near})
}
