// What a change of the lab's state tells the room: ids and numbers only. Pure; join-room.ts feeds it.

import type {Answers, LabState, Play} from '../model/state/lab-state.ts'
import {outcomesOf} from '../model/state/transcript.ts'
import type {Workshop} from '../model/state/workshop.ts'
import {equalJson} from '../model/text/objects.ts'
import type {WorkshopEvent} from '../model/workshop/event.ts'
import {protocolVersion} from '../model/workshop/limits.ts'

/** What a lab tells first. Not its flag: a lab that was closed has raised it before, and it may have been lowered since. */
export function firstEvents(state: LabState): readonly WorkshopEvent[] {
  const {play} = state
  return [
    {kind: 'hello', version: protocolVersion},
    {kind: 'lab', lab: state.status === 'ready' ? 'up' : 'down'},
    ...(play ? [{kind: 'step', lesson: play.lesson, step: play.step} as const] : []),
    ...predictionOf(play),
  ]
}

export function eventsBetween(before: LabState, now: LabState): readonly WorkshopEvent[] {
  if (before === now) return []
  return [
    ...labEvents(before, now),
    ...playEvents(before.play, now.play),
    ...passedEvents(before, now),
    ...tryEvents(before, now),
    ...answerEvents(before, now),
    ...roomEvents(before.workshop, now.workshop),
  ]
}

function labEvents(before: LabState, now: LabState): readonly WorkshopEvent[] {
  if (before.status === now.status) return []
  return [{kind: 'lab', lab: now.status === 'ready' ? 'up' : 'down'}]
}

function playEvents(before: Play | undefined, now: Play | undefined): readonly WorkshopEvent[] {
  if (!now || before === now) return []
  const place = {lesson: now.lesson, step: now.step}
  const isNew = before?.lesson !== now.lesson || before.step !== now.step
  const was = isNew ? undefined : before
  return [
    ...(isNew ? [{kind: 'step', ...place} as const] : []),
    ...(now.hints > (was?.hints ?? 0) ? [{kind: 'hint', ...place, n: now.hints} as const] : []),
    ...(now.mistake !== undefined && now.mistake !== was?.mistake
      ? [{kind: 'mistake', ...place, mistake: now.mistake} as const]
      : []),
  ]
}

function passedEvents(before: LabState, {play, passed}: LabState): readonly WorkshopEvent[] {
  if (play?.phase !== 'passed' || before.play?.phase === 'passed') return []
  const {lesson, step} = play
  const how = passed[lesson]?.[step]
  if (!how) return []
  const {seconds, hints, solved} = how
  return [{kind: 'passed', lesson, step, ms: Math.round(seconds * 1000), hints, solved}]
}

/** A command line that ended while its step is still open; whether it passes the step is judged a moment later. */
function tryEvents(before: LabState, {play, entries}: LabState): readonly WorkshopEvent[] {
  if (play?.phase !== 'open' || before.entries === entries) return []
  const running = new Set(before.entries.filter(entry => entry.running).map(({id}) => id))
  const known = before.entries.at(-1)?.id ?? 0
  // A line that sent nothing, such as the answer to a question, tries nothing.
  const ended = entries.filter(
    entry =>
      !entry.running &&
      entry.by === 'learner' &&
      !entry.typed.startsWith('/') &&
      (running.has(entry.id) || entry.id > known) &&
      outcomesOf(entry).length > 0,
  )
  const goal = play.conditions.find(({metAt}) => metAt === undefined)?.id
  const {lesson, step} = play
  return ended.map(() => ({kind: 'try', lesson, step, ...(goal !== undefined && {goal})}))
}

type Answer = Extract<WorkshopEvent, {kind: 'answer'}>

/** A prediction is told when it is made, for the class to discuss; the lab saves it once it is decided. */
function answerEvents(before: LabState, now: LabState): readonly WorkshopEvent[] {
  const [was, predicted] = [predictionOf(before.play), predictionOf(now.play)]
  const told = (one: Answer) => [...was, ...predicted].some(other => equalJson(one, other))
  return [
    ...predicted.filter(one => !was.some(other => equalJson(one, other))),
    ...savedBetween(before.answers, now.answers).filter(one => !told(one)),
  ]
}

/** The answer to the prediction of a step that is not passed yet. */
function predictionOf(play: Play | undefined): readonly Answer[] {
  if (play?.phase !== 'open' || play.predicted === undefined) return []
  return [{kind: 'answer', lesson: play.lesson, question: play.step, option: play.predicted}]
}

function savedBetween(before: Answers, now: Answers): readonly Answer[] {
  if (before === now) return []
  return Object.entries(now).flatMap(([lesson, given]) =>
    Object.entries(given)
      .filter(([question, {at}]) => before[lesson]?.[question]?.at !== at)
      .map(([question, {chosen}]) => ({kind: 'answer', lesson, question, option: chosen}) as const),
  )
}

function roomEvents(before: Workshop | undefined, now: Workshop | undefined): readonly WorkshopEvent[] {
  if (!before || !now || before === now) return []
  return [
    ...(before.flag === now.flag ? [] : [{kind: 'flag', flag: now.flag} as const]),
    ...added(before.replies, now.replies).map(reply => ({kind: 'reply', ...reply}) as const),
    ...added(before.votes, now.votes).map(vote => ({kind: 'vote', ...vote}) as const),
  ]
}

/** The state keeps the newest only, so counting does not tell them. */
function added<One>(before: readonly One[], now: readonly One[]): readonly One[] {
  return before === now ? [] : now.filter(one => !before.includes(one))
}
