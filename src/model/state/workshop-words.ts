// The sentences of what came from the room. Names and texts are cleaned where they are drawn, as all values are.

import {type Message, message} from '../text/messages.ts'
import {clock} from '../workshop/clock.ts'
import type {Delivery} from '../workshop/command.ts'
import type {QueueEntry} from '../workshop/join.ts'

export function heardWords({command}: Delivery): Message {
  switch (command.kind) {
    case 'say':
      return message('workshop.say', {text: command.text})
    case 'offer':
      return message('workshop.offer', {line: command.line})
    case 'goto':
      return message('workshop.goto', {lesson: command.lesson, step: command.step})
    case 'unlock': {
      const {lesson, step, what} = command
      return message(what === 'hint' ? 'workshop.unlockHint' : 'workshop.unlockSolution', {lesson, step})
    }
    case 'timer':
      return timerWords(command)
    case 'poll': {
      const options = command.options.map((option, i) => `${i + 1} ${option}`).join(' · ')
      return message('workshop.poll', {question: command.question, options})
    }
    case 'snapshot':
      return message('workshop.snapshot')
    case 'help':
      return message(`workshop.${command.state}`, {by: command.by ?? ''})
    case 'end':
      return message('workshop.end')
  }
}

function timerWords({seconds, text}: Readonly<{seconds: number; text?: string | undefined}>): Message {
  if (seconds === 0) return message('workshop.timerOff')
  const time = clock(seconds)
  return text === undefined ? message('workshop.timer', {time}) : message('workshop.timerFor', {time, text})
}

/** The help queue, a row each. */
export function queueWords(queue: readonly QueueEntry[], now: number): readonly Message[] {
  if (queue.length === 0) return [message('workshop.queueEmpty')]
  return queue.map(({name, place, flagSince = now, helper}, i) => {
    const minutes = Math.floor((now - flagSince) / 60_000)
    const at = place ? `${place.lesson} ${place.step}` : '–'
    const values = {n: i + 1, name, minutes, place: at}
    return helper
      ? message('workshop.queueTaken', {...values, helper: helper.helper})
      : message('workshop.queueRow', values)
  })
}
