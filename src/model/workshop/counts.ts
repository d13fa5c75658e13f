// What a room that only counts knows: sums by name, such as `here tour look`, and what an event changes of them. Pure.

import type {WorkshopEvent} from './event.ts'

/**
 * `add`: one more. `slot`: something of which a person has one at a time, such as the step where they are; the count of what it was goes down, that of what
 * it is now up. `poll`: only while this one is open.
 */
export type Change = Readonly<{add: string}> | Readonly<{slot: string; count: string; poll?: string}>

/** Slots that a person who leaves gives up: they are on no step, and ask nothing. */
export const presentSlots = {here: 'here', flag: 'flag'} as const
/** What stands in the slot of the flag; a question is a number in the queue, not a count. */
export const askingCount = 'help'

/** s; a step that took no longer is counted there. The last one takes all that took longer. */
const bounds = [10, 20, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1200, 1800, 3600] as const
const longer = 'longer'

export function changesOf(event: WorkshopEvent): readonly Change[] {
  switch (event.kind) {
    case 'step': {
      const place = placeOf(event)
      return [
        {slot: presentSlots.here, count: `here ${place}`},
        {slot: `been ${place}`, count: `been ${place}`},
      ]
    }
    case 'try':
      return [{add: `tries ${placeOf(event)}`}]
    case 'mistake':
      return [{add: `mistake ${placeOf(event)} ${event.mistake}`}]
    case 'hint':
      return [{add: `hints ${placeOf(event)}`}]
    case 'passed': {
      const slot = `passed ${placeOf(event)}`
      return [{slot, count: `${slot} ${bounds.find(bound => event.ms <= bound * 1000) ?? longer}`}]
    }
    case 'answer': {
      const slot = `answer ${event.lesson} ${event.question}`
      return [{slot, count: `${slot} ${event.option}`}]
    }
    case 'flag':
      return [{slot: presentSlots.flag, count: {help: askingCount, done: 'done', none: ''}[event.flag]}]
    case 'vote':
      return [{slot: `vote ${event.poll}`, count: `vote ${event.poll} ${event.option}`, poll: event.poll}]
    case 'reply': {
      const slot = `reply ${event.command}`
      return event.reply === 'seen' ? [] : [{slot, count: `${slot} ${event.reply}`}]
    }
    case 'hello':
    case 'lab':
    case 'beat':
    case 'bye':
      return []
  }
}

/** Ids have no spaces, so names of counts are told apart by them. */
function placeOf({lesson, step}: Readonly<{lesson: string; step: string}>): string {
  return `${lesson} ${step}`
}

/** An open question: its number, and since when, ms since the epoch. */
export type Asked = Readonly<{n: number; since: number}>

/** What the store has: counts by name, questions that are open, and how many are in. */
export type Counted = Readonly<{
  sums: Readonly<Record<string, number>>
  questions: readonly Asked[]
  learners: number
  helpers: number
}>

export type Tally = Readonly<Record<string, number>>

/** Of one step. `here`: on it now; `been`: ever; `within`: how many passed it, by the bound of the time that they took. */
export type StepSums = Readonly<{
  here: number
  been: number
  passed: number
  tries: number
  hints: number
  mistakes: Tally
  within: Tally
}>

/** `steps`, `answers`: by lesson and step or question, with a space between. `present`: learners who gave a sign of life lately. */
export type Counts = Pick<Counted, 'learners' | 'helpers' | 'questions'> &
  Readonly<{
    present: number
    done: number
    steps: Readonly<Record<string, StepSums>>
    answers: Readonly<Record<string, Tally>>
    votes: Readonly<Record<string, Tally>>
    replies: Readonly<Record<string, Tally>>
  }>

export function countsFrom({sums, questions, learners, helpers}: Counted, present: number): Counts {
  const steps: Record<string, Mutable<StepSums>> = {}
  const tallies = {
    answer: {} as Record<string, Tally>,
    vote: {} as Record<string, Tally>,
    reply: {} as Record<string, Tally>,
  }
  for (const [name, n] of Object.entries(sums)) {
    const [kind = '', ...words] = name.split(' ')
    if (isOf(kind, tallies)) {
      const about = words.slice(0, -1).join(' ')
      tallies[kind][about] = {...tallies[kind][about], [words.at(-1) ?? '']: n}
    } else if (words.length > 1) addTo(steps, kind, words, n)
  }
  return {
    ...{learners, helpers, questions, present},
    done: sums['done'] ?? 0,
    ...{steps, answers: tallies.answer, votes: tallies.vote, replies: tallies.reply},
  }
}

type Mutable<T> = {-readonly [Field in keyof T]: T[Field]}

function addTo(
  steps: Record<string, Mutable<StepSums>>,
  kind: string,
  [lesson = '', step = '', item = '']: readonly string[],
  n: number,
): void {
  const place = placeOf({lesson, step})
  steps[place] ??= {here: 0, been: 0, passed: 0, tries: 0, hints: 0, mistakes: {}, within: {}}
  const at = steps[place]
  if (kind === 'here' || kind === 'been' || kind === 'tries' || kind === 'hints') at[kind] = n
  if (kind === 'mistake') at.mistakes = {...at.mistakes, [item]: n}
  if (kind !== 'passed') return
  at.passed += n
  at.within = {...at.within, [item]: n}
}

function isOf<Name extends string>(name: string, known: Readonly<Record<Name, unknown>>): name is Name {
  return Object.hasOwn(known, name)
}

/** ms that half of them took, as near as the bounds tell; undefined if nobody has passed. */
export function medianWithin(within: Tally): number | undefined {
  const all = Object.values(within).reduce((sum, n) => sum + n, 0)
  if (all === 0) return undefined
  let below = 0
  for (const [i, bound] of bounds.entries()) {
    const n = within[bound] ?? 0
    if (below + n >= all / 2) {
      const from = bounds[i - 1] ?? 0
      return Math.round(from + (bound - from) * ((all / 2 - below) / n)) * 1000
    }
    below += n
  }
  return (bounds.at(-1) ?? 0) * 1000
}

const columns = ['count', 'lesson', 'step', 'item', 'n'] as const
export type CountRow = Readonly<Record<Exclude<(typeof columns)[number], 'n'>, string> & {n: number}>
export const countColumns: readonly (keyof CountRow)[] = columns

/** `name`: the question of a poll, or the kind of an order, by its id; options as their texts. */
export type CountNames = Readonly<{
  poll: (id: string) => Readonly<{question: string; options: readonly string[]}> | undefined
  order: (id: string) => string | undefined
}>

/** Every count, for an export: those of the room, then those of each step, question, poll and order. */
export function countRows(counts: Counts, names: CountNames): readonly CountRow[] {
  const row = (count: string, place: string, item: string, n: number): CountRow => {
    const [lesson = '', step = ''] = place.split(' ')
    return {count, lesson, step, item, n}
  }
  const each = (count: string, place: string, tally: Tally) =>
    Object.entries(tally).map(([item, n]) => row(count, place, item, n))
  return [
    row('learners', '', '', counts.learners),
    row('helpers', '', '', counts.helpers),
    row('questions', '', 'open', counts.questions.length),
    ...Object.entries(counts.steps).flatMap(([place, {mistakes, within, ...sums}]) => [
      ...each('step', place, sums),
      ...each('within', place, within),
      ...each('mistake', place, mistakes),
    ]),
    ...Object.entries(counts.answers).flatMap(([question, tally]) => each('answer', question, tally)),
    ...Object.entries(counts.votes).flatMap(([id, tally]) => {
      const poll = names.poll(id)
      return Object.entries(tally).map(([option, n]) => {
        const words = poll ? `${poll.question} ${poll.options[Number(option)]}` : `${id} ${option}`
        return row('vote', '', words, n)
      })
    }),
    ...Object.entries(counts.replies).flatMap(([id, tally]) =>
      Object.entries(tally).map(([reply, n]) => row('reply', '', `${names.order(id) ?? id} ${reply}`, n)),
    ),
  ]
}
