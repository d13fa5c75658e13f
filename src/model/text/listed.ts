// Items of a sentence, joined as each language joins them.

import {type Message, message} from './messages.ts'

/** The items with the separator of the language: `a, b`, in Chinese `a、b`. */
export function listed(items: readonly (string | number)[]): string | number | Message {
  const [first = '', ...others] = items
  return others.reduce<string | number | Message>(
    (before, last) => message('sentence.list', {items: before, last}),
    first,
  )
}
