// Lists inside a sentence, with each language's separator.

import {type Message, message} from './messages.ts'

/** Joins the items: `a, b`, in Chinese `a、b`. */
export function listed(items: readonly (string | number)[]): string | number | Message {
  const [first = '', ...others] = items
  return others.reduce<string | number | Message>(
    (before, last) => message('sentence.list', {items: before, last}),
    first,
  )
}
