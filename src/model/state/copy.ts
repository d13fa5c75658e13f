// What /copy puts into the clipboard: the last reply, or the last line that was typed, made safe as on the screen.

import {replyText} from '../commands/outcome-text.ts'
import {visibleLines} from '../text/sanitize.ts'
import type {LabState} from './lab-state.ts'
import {outcomesOf} from './transcript.ts'

export const copied = ['reply', 'line'] as const
export type Copied = (typeof copied)[number]

/** Undefined if there is none yet. */
export function textToCopy(state: Pick<LabState, 'entries'>, what: Copied): string | undefined {
  return what === 'line' ? lastLine(state) : lastReply(state)
}

function lastLine({entries}: Pick<LabState, 'entries'>): string | undefined {
  const last = entries.findLast(({by, typed}) => by === 'learner' && typed.trim() !== '')
  return last && visibleLines(last.typed)
}

/** Of a line that went to several nodes, all replies. */
function lastReply({entries}: Pick<LabState, 'entries'>): string | undefined {
  const last = entries.findLast(entry => outcomesOf(entry).some(({is}) => is === 'replied'))
  const texts =
    last && outcomesOf(last).flatMap(one => (one.is === 'replied' ? [replyText(one.reply, one.action)] : []))
  return texts?.join('\n')
}
