// The one class of expected failure: a sentence and its remedy for the learner, no stack. Everything else thrown is a bug.

import {type Message, type MessageKey, message, translate, type Values} from './messages.ts'

/** Thrown where the learner can do something about it; the faces print `said` in the learner's language and exit with 1. */
export class LabError extends Error {
  override readonly name = 'LabError'
  readonly reason: Message

  constructor(key: MessageKey, values?: Values, options?: ErrorOptions) {
    const words = message(key, values)
    super(translate('en', words), options)
    this.reason = words
  }
}
