// Goals about replies and calls. The nodes count them, so an external redis-cli counts like the prompt.

import type {NodeName} from '../../cluster/node.ts'
import {message} from '../../text/messages.ts'
import type {Goal} from '../lesson.ts'
import {met, notYet} from '../verdict.ts'
import {answering, type Count, counted, counterGrowth} from './about-node.ts'

/**
 * `node`, or any node, returned an error that begins with `error`: `MOVED`, `READONLY`, `CROSSSLOT` (INFO errorstats, Redis 6.2 and newer).
 * https://redis.io/docs/latest/commands/info/
 */
export function wasAnswered(node: NodeName | 'any', error: string): Goal {
  return counts(node, {
    of: reading => reading.errors[error] ?? 0,
    message: 'goals.notAnswered',
    values: {error},
  })
}

/**
 * `node`, or any node, ran `command`, by its name in INFO commandstats: `readonly`, `cluster|keyslot`. A call that was refused before it ran, as with MOVED,
 * does not count: Redis adds it to rejected_calls alone.
 */
export function wasCalled(node: NodeName | 'any', command: string): Goal {
  const shown = command.replace('|', ' ').toUpperCase()
  return counts(node, {
    of: reading => reading.calls[command] ?? 0,
    message: 'goals.notCalled',
    values: {command: shown},
  })
}

/** The learner requested a hint in this step. */
export const hintAsked: Goal = ({hints}) => (hints > 0 ? met : notYet(message('goals.noHint')))

function counts(node: NodeName | 'any', count: Count): Goal {
  if (node !== 'any') return counted(node, count)
  return evidence =>
    answering(evidence.now).some(reading => counterGrowth(evidence, reading, count.of) > 0)
      ? met
      : notYet(message(count.message, {...count.values, node: message('goals.anyNode')}))
}
