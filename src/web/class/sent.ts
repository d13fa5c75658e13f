// What was sent to the room, and how many followed, in words.

import type {SentPart, ShownCommand} from '../../model/workshop/class-parts.ts'
import type {Target} from '../../model/workshop/command.ts'
import {type ClassState, nameOf} from './state.ts'

export function sentText(command: ShownCommand, state: ClassState): string {
  const {text, time} = state.words.value
  switch (command.kind) {
    case 'say':
      return command.text
    case 'offer':
      return text('class.sentOffer', {line: command.line})
    case 'goto':
      return text('class.sentGoto', {step: nameOf(command, state)})
    case 'unlock':
      return text(command.what === 'hint' ? 'class.sentHint' : 'class.sentSolution', {
        step: nameOf(command, state),
      })
    case 'timer':
      return text('class.sentTimer', {time: time(command.seconds * 1000)})
    case 'poll':
      return text('class.sentPoll', {question: command.question})
    case 'close':
      return text(command.result ? 'class.sentResult' : 'class.sentClose')
    case 'end':
      return text('class.ended')
  }
}

/** To whom, unless it was to everybody, and what they made of it. */
export function notesOn({target, command, reactions}: SentPart, state: ClassState): readonly string[] {
  const {text} = state.words.value
  const followed = command.kind === 'goto' ? 'class.followed' : 'class.took'
  return [...targetTexts(target, state), ...(reactions ? [text(followed, reactions)] : [])]
}

function targetTexts({learner, step}: Target, state: ClassState): readonly string[] {
  const {text} = state.words.value
  if (learner !== undefined)
    return [text('class.toOne', {name: state.people.value.get(learner)?.name ?? '–'})]
  return step ? [text('class.toStep', {step: nameOf(step, state)})] : []
}
