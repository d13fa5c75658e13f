// A topic of /explain: what it is called, and what is said of it.

import type {LabState} from '../state/lab-state.ts'
import type {Message, MessageKey} from '../text/messages.ts'

/**
 * `names`: the first as it is shown; upper and lower case are the same, and `…` stands for what varies. `chinese`: its names in Chinese.
 * `now`: what the nodes show of it at the moment.
 */
export type Topic = Readonly<{
  names: readonly string[]
  chinese?: readonly string[]
  long: MessageKey
  now?: (state: LabState) => readonly Message[]
}>
