// The class of expected failures: a sentence that says what to do, shown without a stack. Any other error thrown is a bug.

import {type Message, type MessageKey, message, translate, type Values} from './messages.ts'

/** Thrown if the learner can fix the cause; the program prints `reason` in the learner's language and exits with 1. */
export class LabError extends Error {
  override readonly name = 'LabError'
  readonly reason: Message

  constructor(key: MessageKey, values?: Values, options?: ErrorOptions) {
    const words = message(key, values)
    super(translate('en', words), options)
    this.reason = words
  }

  static of({key, values}: Message): LabError {
    return new LabError(key, values)
  }
}
