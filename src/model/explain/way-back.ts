// What brings back the slots of a master that is down: an election, or the line that removes what prevents one.

import {type Message, message} from '../text/messages.ts'
import {type ErrorContext, isPausedAt} from './context.ts'
import {electionFor, type Obstacle} from './election.ts'

/** What to wait for or to type so that the slots of the master on `port` are served again. */
export function wayBack(context: ErrorContext, port: number): Message | string {
  const {now, logs} = context
  const prospect = now && electionFor(port, now, logs)
  if (!prospect) return backLine(context, port)
  if (prospect.elects) return message('slot-errors.moved.wait', {owner: port})
  return wayAround(context, port, prospect.because)
}

/** `/start PORT`, or `/resume PORT` for a paused node. */
export function backLine(context: ErrorContext, port: number): string {
  return `/${isPausedAt(context, port) ? 'resume' : 'start'} ${port}`
}

function wayAround(context: ErrorContext, port: number, obstacle: Obstacle): Message | string {
  const back = backLine(context, port)
  switch (obstacle.is) {
    case 'noReplica':
      return back
    case 'nofailover':
      return message('election.nofailover', {replica: obstacle.replica, back})
    case 'tooOld':
      return message('election.tooOld', {replica: obstacle.replica, back})
    case 'unknown': {
      const {replica, voter} = obstacle
      return message('election.unknown', {replica, line: `@${voter} CLUSTER MEET 127.0.0.1 ${replica}`})
    }
    case 'minority': {
      const {up, needed, down} = obstacle
      return message('election.minority', {up, needed, line: backLine(context, down[0] ?? port)})
    }
  }
}
