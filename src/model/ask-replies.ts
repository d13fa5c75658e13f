// Questions on what was asked of a node and what it answered, counted by the node itself: an outside redis-cli counts as the prompt does.

import {grew, growth, living} from './asking.ts'
import type {Goal} from './lesson.ts'
import type {NodeName} from './node.ts'
import type {Answered} from './snapshot.ts'
import {type MessageKey, said, type Values} from './text.ts'
import {met, notYet} from './verdict.ts'

/**
 * `node`, or any node, answered with an error that begins with `error`: `MOVED`, `READONLY`, `CROSSSLOT` (INFO errorstats, Redis 6.2 and newer).
 * https://redis.io/docs/latest/commands/info/
 */
export function wasAnswered(node: NodeName | 'any', error: string): Goal {
  return counted(node, reading => reading.errors[error] ?? 0, 'ask.notAnswered', {error})
}

/** `node`, or any node, ran `command`, as INFO commandstats names it: `readonly`, `cluster|keyslot`. Calls that were refused count too. */
export function wasCalled(node: NodeName | 'any', command: string): Goal {
  const shown = command.replace('|', ' ').toUpperCase()
  return counted(node, reading => reading.calls[command] ?? 0, 'ask.notCalled', {command: shown})
}

/** The learner asked for a hint in this step. */
export const hintAsked: Goal = ({hints}) => (hints > 0 ? met : notYet(said('ask.noHint')))

function counted(
  node: NodeName | 'any',
  count: (reading: Answered) => number,
  say: MessageKey,
  values: Values,
): Goal {
  if (node !== 'any') return grew(node, 1, count, say, values)
  return sight =>
    living(sight.now).some(reading => growth(sight, reading, count) > 0)
      ? met
      : notYet(said(say, {...values, node: '*'}))
}
