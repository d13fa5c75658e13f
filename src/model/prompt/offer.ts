// The line that the lab offers instead of the one just typed: Enter at an empty prompt runs it, Tab puts it there.

import type {LabState} from '../state/lab-state.ts'
import type {MessageKey} from '../text/messages.ts'

/** Messages whose value `line` can be run. */
const offering: readonly MessageKey[] = [
  'line.fullWidth',
  'line.addressMeant',
  'line.addressApart',
  'shell.trib',
]

/** The offer below the learner's last line. */
export function offerOf({entries}: Pick<LabState, 'entries'>): string | undefined {
  const last = entries.findLast(({by, typed}) => by === 'learner' && typed !== '')
  for (const part of last?.parts ?? []) {
    if (!('message' in part) || !offering.includes(part.message.key)) continue
    const line = part.message.values?.['line']
    if (typeof line === 'string') return line
  }
  return undefined
}
