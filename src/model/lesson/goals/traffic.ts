// Goals about the client at work, for steps with `traffic`: what was acknowledged to it, what it lost, which errors it got.

import {message} from '../../text/messages.ts'
import type {Evidence, TrafficFigures} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {met, notYet, type Verdict} from '../verdict.ts'

/** The client had at least this many writes acknowledged since the step began. */
export function clientWrote(count: number): Goal {
  return evidence =>
    ofClient(evidence, ({now, start}) => {
      const actual = now.acknowledged - start.acknowledged
      return actual >= count ? met : notYet(message('goals.acknowledged', {actual, least: count}))
    })
}

/** At least this many writes acknowledged to the client were lost since the step began. */
export function clientLost(count = 1): Goal {
  return evidence =>
    ofClient(evidence, traffic => {
      const actual = lostSince(traffic)
      return actual >= count ? met : notYet(message('goals.lostWrites', {actual, least: count}))
    })
}

/** The client's writes were read back in this step, after a node's role, history or slots changed. */
export const clientVerified: Goal = evidence =>
  ofClient(evidence, ({now, start}) =>
    (now.lost?.of ?? 0) > start.acknowledged ? met : notYet(message('goals.notVerified')),
  )

/** The client's writes were verified in this step, and none was lost since the step began. */
export const clientLostNothing: Goal = evidence =>
  ofClient(evidence, traffic => {
    const actual = lostSince(traffic)
    if (actual > 0) return notYet(message('goals.lostSome', {actual}))
    return clientVerified(evidence)
  })

/** The client got an error that begins with this word: `'CLUSTERDOWN'`; `'Connection'` if no node replied. */
export function clientGotError(word: string): Goal {
  return evidence =>
    ofClient(evidence, ({now, start}) =>
      (now.errors[word] ?? 0) > (start.errors[word] ?? 0)
        ? met
        : notYet(message('goals.clientNoError', {error: word})),
    )
}

/** Acknowledged writes that were lost between the two. */
export function lostSince({now, start}: Readonly<{now: TrafficFigures; start: TrafficFigures}>): number {
  return Math.max(0, (now.lost?.writes ?? 0) - (start.lost?.writes ?? 0))
}

function ofClient({traffic}: Evidence, ask: (traffic: NonNullable<Evidence['traffic']>) => Verdict): Verdict {
  return traffic ? ask(traffic) : notYet(message('goals.noClient'))
}
