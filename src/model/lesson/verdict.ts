// Verdict on a goal, with a sentence on what was seen and what was expected.

import type {Message} from '../text/messages.ts'

/** `lost`: the goal can no longer be met; the lab offers a reset. */
export type Verdict =
  | Readonly<{is: 'met'}>
  | Readonly<{is: 'notYet'; because: Message}>
  | Readonly<{is: 'lost'; because: Message}>

export const met: Verdict = {is: 'met'}

export function notYet(because: Message): Verdict {
  return {is: 'notYet', because}
}

export function lost(because: Message): Verdict {
  return {is: 'lost', because}
}

/** Lost if any verdict is lost, else the first that is not met, else met. */
export function all(verdicts: Iterable<Verdict>): Verdict {
  let first: Verdict = met
  for (const verdict of verdicts) {
    if (verdict.is === 'lost') return verdict
    if (first.is === 'met') first = verdict
  }
  return first
}

/** Met if any verdict is met, else the first verdict. */
export function any(verdicts: readonly Verdict[]): Verdict {
  return verdicts.find(verdict => verdict.is === 'met') ?? verdicts[0] ?? met
}
