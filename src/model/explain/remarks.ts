// Remarks on replies that are no errors but are easily misread: of one node only, or of a connection that wrote nothing.

import {portOf} from '../cluster/node.ts'
import {type Action, commandOf, describe, errorOf, type Outcome} from '../commands/action.ts'
import {commandInfo} from '../commands/command-table.ts'
import type {Entry, LabState} from '../state/lab-state.ts'
import {outcomesOf} from '../state/transcript.ts'
import {type Message, message} from '../text/messages.ts'

/** Commands without a key that are about one node's keys, and whether they only read them. */
const ofOneNode: Readonly<Record<string, 'reads' | 'empties'>> = {
  KEYS: 'reads',
  DBSIZE: 'reads',
  SCAN: 'reads',
  RANDOMKEY: 'reads',
  FLUSHALL: 'empties',
  FLUSHDB: 'empties',
}

/** A remark for the outcome of `entry`. Each kind is made once in a session. */
export function remarkOn(entry: Entry, outcome: Outcome, state: LabState): Message | undefined {
  if (outcome.is !== 'replied' || errorOf(outcome) !== undefined) return undefined
  const {action, reply} = outcome
  const [command = ''] = commandOf(action)
  const isQueued = reply.type === 'status' && reply.text === 'QUEUED'
  if (isQueued || entry.several) return undefined
  if (state.stage === 'cluster' && Object.hasOwn(ofOneNode, command))
    return once(partOfCluster(action, command, state), state)
  if (command === 'WAIT' && wroteNothing(entry, action, state))
    return message('explain.waitAlone', {node: portOf(action.node, state.roster)})
  return undefined
}

function partOfCluster(action: Action, command: string, {roster}: LabState): Message {
  const node = portOf(action.node, roster)
  return ofOneNode[command] === 'empties'
    ? message('explain.emptiesOne', {node})
    : message('explain.ofOneNode', {node, line: `@masters ${describe(action, roster)}`})
}

function once(remark: Message, {entries}: LabState): Message | undefined {
  const wasMade = entries.some(({parts}) =>
    parts.some(part => 'outcome' in part && part.means?.key === remark.key),
  )
  return wasMade ? undefined : remark
}

/** Whether nothing was written over the connection to the action's node since it was opened. */
function wroteNothing(entry: Entry, {node}: Action, {entries, commandTable}: LabState): boolean {
  const before = entries.filter(({id, by}) => id <= entry.id && by !== 'lab').flatMap(outcomesOf)
  for (const outcome of before.toReversed()) {
    if (outcome.action.node !== node) continue
    // The connection ends with its node, and where a command was canceled or got no reply.
    if (outcome.is !== 'replied') return true
    const [name = ''] = commandOf(outcome.action)
    const writes = commandInfo(commandTable, outcome.action)?.info.changes === 'data' && name !== 'WAIT'
    if (writes && errorOf(outcome) === undefined) return false
  }
  return true
}
