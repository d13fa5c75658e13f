// A question of the help queue: what can be done with it, and how it is named.

import {type Message, message} from '../text/messages.ts'

/** What a helper, or the instructor, does with a question. */
export const helpActs = ['claim', 'release', 'answer'] as const
export type HelpAct = (typeof helpActs)[number]

/** Without a name in a room that only counts, where nobody knows who asks. */
export type Asker = Readonly<{n: number; name?: string | undefined}>

/** Within a sentence. */
export function askerOf({n, name}: Asker): string | Message {
  return name ?? message('asker.number', {n})
}

/** At the beginning of a sentence. */
export function askerFirst({n, name}: Asker): string | Message {
  return name ?? message('asker.numberFirst', {n})
}

/** What to do once a question is `claimed`: a learner who is known by a number has to be called. */
export function claimedWords({n, name}: Asker, claimed: Message): Message {
  return name === undefined ? message('asker.call', {n, claimed}) : claimed
}
