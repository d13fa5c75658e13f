// The sentences of what came from the room. Names and texts are cleaned where they are drawn, as all values are.

import {titleOf} from '../lesson/course-of.ts'
import type {Lesson} from '../lesson/lesson.ts'
import {type Message, message} from '../text/messages.ts'
import {clock} from '../workshop/clock.ts'
import type {Delivery} from '../workshop/command.ts'
import {type Asker, askerFirst, askerOf, claimedWords, type HelpAct} from '../workshop/help-question.ts'
import type {QueueEntry} from '../workshop/join.ts'
import type {Workshop} from './workshop.ts'

type Lessons = readonly Lesson[]

/** `left`: ms of the countdown, for a lab that hears of it late. */
export function heardWords({command, target}: Delivery, lessons: Lessons, left?: number): Message {
  switch (command.kind) {
    case 'say':
      return message(target.learner === undefined ? 'workshop.say' : 'workshop.tell', {text: command.text})
    case 'offer':
      return message('workshop.offer', {line: command.line})
    case 'goto':
      return message('workshop.goto', {place: placeWords(command, lessons)})
    case 'unlock': {
      const place = placeWords(command, lessons)
      return message(command.what === 'hint' ? 'workshop.unlockHint' : 'workshop.unlockSolution', {place})
    }
    case 'timer':
      return timerWords(command, left)
    case 'poll': {
      const options = optionWords(command.options)
      return message('workshop.poll', {question: command.question, options})
    }
    case 'close': {
      const {result} = command
      if (!result) return message('workshop.pollClosed')
      const answers = result.answers.map(({option, n}) => `${option}: ${n}`).join(separator)
      return message('workshop.pollResult', {question: result.question, answers})
    }
    case 'snapshot':
      return message('workshop.snapshot')
    case 'help':
      if (command.state === 'claimed' && command.by === undefined)
        return message('workshop.claimedByInstructor')
      return message(`workshop.${command.state}`, {by: command.by ?? ''})
    case 'rename':
      return message('workshop.renamed', {name: command.name})
    case 'end':
      return message('workshop.end')
  }
}

/** Tells options apart where a line is wrapped, too. */
const separator = ' · '

/** How an open order is answered. */
const ways: Partial<Record<Delivery['command']['kind'], string>> = {
  offer: '/take',
  goto: '/go',
  poll: '/vote N',
  snapshot: '/share yes, /share no',
}

/** A row of the log that can be read again. `time`: when it was said. */
export function logWords(
  delivery: Delivery,
  {open}: Pick<Workshop, 'open'>,
  {lessons, time}: Readonly<{lessons: Lessons; time: string}>,
): Message {
  const {command, id} = delivery
  const values = {time, words: loggedWords(delivery, lessons)}
  const way = open.some(one => one.id === id) ? ways[command.kind] : undefined
  return way ? message('workshop.logOpen', {...values, way}) : message('workshop.logRow', values)
}

/** Without what had to be pressed when it came. */
function loggedWords(delivery: Delivery, lessons: Lessons): Message {
  const {command, target} = delivery
  switch (command.kind) {
    case 'say':
      return message(target.learner === undefined ? 'workshop.log.say' : 'workshop.log.tell', {
        text: command.text,
      })
    case 'offer':
      return message('workshop.log.offer', {line: command.line})
    case 'goto':
      return message('workshop.log.goto', {place: placeWords(command, lessons)})
    case 'poll':
      return message('workshop.log.poll', {question: command.question, options: optionWords(command.options)})
    case 'snapshot':
      return message('workshop.log.snapshot')
    case 'timer':
      return timerLogWords(command)
    default:
      return heardWords(delivery, lessons)
  }
}

/** `1) yes · 2) no` */
function optionWords(options: readonly string[]): string {
  return options.map((option, i) => `${i + 1}) ${option}`).join(separator)
}

type Timer = Extract<Delivery['command'], {kind: 'timer'}>

/** s; a countdown that has lost more is said with what is left. */
const late = 3

function timerWords({seconds, text}: Timer, left = seconds * 1000): Message {
  if (seconds === 0) return message('workshop.timerOff')
  const remaining = Math.max(0, Math.ceil(left / 1000))
  if (seconds - remaining > late) {
    const values = {time: clock(seconds), left: clock(remaining)}
    return text === undefined
      ? message('workshop.timerLeft', values)
      : message('workshop.timerLeftFor', {...values, text})
  }
  const time = clock(seconds)
  return text === undefined ? message('workshop.timer', {time}) : message('workshop.timerFor', {time, text})
}

function timerLogWords({seconds, text}: Timer): Message {
  if (seconds === 0) return message('workshop.timerOff')
  const time = clock(seconds)
  return text === undefined
    ? message('workshop.log.timer', {time})
    : message('workshop.log.timerFor', {time, text})
}

/** The help queue, a row each. */
export function queueWords(queue: readonly QueueEntry[], lessons: Lessons, now: number): readonly Message[] {
  if (queue.length === 0) return [message('workshop.queueEmpty')]
  return queue.map(({n, name, place, since, helper}) => {
    const minutes = Math.floor((now - since) / 60_000)
    if (name === undefined)
      return helper
        ? message('workshop.queueNumberTaken', {n, minutes, helper: helper.helper})
        : message('workshop.queueNumber', {n, minutes})
    const values = {n, name, minutes, place: placeOf(place, lessons)}
    return helper
      ? message('workshop.queueTaken', {...values, helper: helper.helper})
      : message('workshop.queueRow', values)
  })
}

/** As many are named one by one; more are counted. */
const mostNamed = 3

/** Those who ask for help now, for a helper. */
export function newInQueueWords(asking: readonly QueueEntry[], lessons: Lessons): readonly Message[] {
  if (asking.length > mostNamed) return [message('workshop.manyAsk', {n: asking.length})]
  return asking.map(({n, name, place}) =>
    name === undefined
      ? message('workshop.numberAsks', {n})
      : message('workshop.asks', {name, place: placeOf(place, lessons)}),
  )
}

/** What a helper has done. */
export function helpedWords(question: Asker, what: HelpAct): Message {
  switch (what) {
    case 'claim':
      return claimedWords(question, message('workshop.helping.claim', {name: askerOf(question)}))
    case 'release':
      return message('workshop.helping.release', {name: askerFirst(question)})
    case 'answer':
      return message('workshop.helping.answer', {name: askerOf(question)})
  }
}

/** That the learner has taken a question back. */
export function withdrawnWords(question: Asker): Message {
  return message('workshop.withdrawn', {name: askerFirst(question)})
}

/** That a jump is offered to a step where the learner is already. */
export function thereWords(jump: Place, lessons: Lessons): Message {
  return message('workshop.gotoHere', {place: placeWords(jump, lessons)})
}

type Place = Readonly<{lesson: string; step: string}>

function placeOf(place: QueueEntry['place'], lessons: Lessons): Message | string {
  return place ? placeWords(place, lessons) : '–'
}

/** A step by its number and title; by its id if this lab does not have it. */
export function placeWords({lesson, step}: Place, lessons: Lessons): Message {
  const found = lessons.find(({id}) => id === lesson)
  const i = found?.steps.findIndex(({id}) => id === step) ?? -1
  if (!found || i < 0) return message('workshop.placeUnknown', {lesson, step})
  return message('workshop.place', {lesson, n: i + 1, title: titleOf(found, i)})
}
