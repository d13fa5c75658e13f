// Goals and signs about redirects: which node redirected the learner where, for which key, and whether it was a read or a write.

import {slotOf} from '../../cluster/hash-slot.ts'
import type {NodeName} from '../../cluster/node.ts'
import {type Redirect, redirectOf} from '../../cluster/redirect.ts'
import {commandOf, type Outcome} from '../../commands/action.ts'
import {bytesOf} from '../../protocol/bytes.ts'
import {message} from '../../text/messages.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {met, notYet} from '../verdict.ts'
import {aboutNode, counterGrowth, portIn} from './about-node.ts'
import {isRead} from './lookups.ts'
import type {Sign} from './signs.ts'

/** A redirect: from which node, where to, for which key's slot, and for which kind of command. What is absent may be anything. */
export type Redirection = Readonly<{
  is: 'MOVED' | 'ASK'
  from: NodeName
  to?: NodeName
  key?: string
  command?: 'read' | 'write'
}>

const untried = {any: 'goals.notSent', read: 'goals.noReadOf', write: 'goals.noWriteOf'} as const

/**
 * The learner got such a redirect. Of one that was followed (`/cluster on`) or sent from another terminal only the number is known
 * (INFO errorstats): `uncertain` such redirects are taken for it. The reason names neither MOVED nor ASK: the learner should predict it.
 */
export function gotRedirect(wanted: Redirection, uncertain = 1): Goal {
  return evidence =>
    aboutNode(evidence, wanted.from, ({port}) => {
      if (sawRedirect(wanted)(evidence) || unseenRedirects(wanted)(evidence) >= uncertain) return met
      const to = wanted.to === undefined ? '' : portIn(evidence.now, wanted.to)
      return notYet(message(untried[wanted.command ?? 'any'], {node: port, to}))
    })
}

/** Such a redirect was the reply to a command at the prompt. */
export function sawRedirect(wanted: Redirection): Sign {
  return evidence => evidence.outcomes.some(outcome => matches(outcome, wanted, evidence))
}

/** Such a redirect was followed, or went to another terminal, and none was the reply to a command at the prompt. */
export function onlyFollowed(wanted: Redirection): Sign {
  return evidence => !sawRedirect(wanted)(evidence) && unseenRedirects(wanted)(evidence) > 0
}

/** The last command got such a redirect. */
export function lastRedirected(wanted: Redirection): Sign {
  return evidence => sawRedirect(wanted)({...evidence, outcomes: evidence.outcomes.slice(-1)})
}

/** Number of redirects of this kind that the node counted beyond those shown at the prompt. */
export function unseenRedirects({is, from}: Redirection): (evidence: Evidence) => number {
  return evidence => {
    const reading = evidence.now.nodes.find(({name}) => name === from)
    if (reading?.is !== 'answered') return 0
    const shown = evidence.outcomes.filter(outcome => redirectFrom(outcome, from)?.is === is).length
    return counterGrowth(evidence, reading, ({errors}) => errors[is] ?? 0) - shown
  }
}

function matches(outcome: Outcome, {is, from, to, key, command}: Redirection, {now}: Evidence): boolean {
  const redirect = redirectFrom(outcome, from)
  if (redirect?.is !== is) return false
  if (to !== undefined && redirect.port !== portIn(now, to)) return false
  if (key !== undefined && redirect.slot !== slotOf(bytesOf(key))) return false
  return command === undefined || isRead(commandOf(outcome.action)) === (command === 'read')
}

function redirectFrom(outcome: Outcome, from: NodeName): Redirect | undefined {
  return outcome.is === 'replied' && outcome.action.node === from ? redirectOf(outcome.reply) : undefined
}
