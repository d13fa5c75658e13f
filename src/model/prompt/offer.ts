// The line that the lab offers instead of the one just typed: Enter at an empty prompt runs it, Tab puts it there.

import type {LabState} from '../state/lab-state.ts'
import {openOrder} from '../state/workshop.ts'
import type {MessageKey} from '../text/messages.ts'

/** Messages whose value `line` can be run. */
const offering: readonly MessageKey[] = [
  'line.fullWidth',
  'line.addressMeant',
  'line.addressApart',
  'shell.trib',
  'shell.clusterOption',
]

/** The line that the instructor offers; Tab puts it at the prompt, and nothing runs it but the learner. */
export function roomOffer({workshop}: Pick<LabState, 'workshop'>): string | undefined {
  return workshop && openOrder(workshop, 'offer')?.command.line
}

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
