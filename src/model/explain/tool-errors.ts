// What `redis-cli --cluster` complains of: which of its lines says so, and what the lab adds to it.

import {nodeForPort, portOf} from '../cluster/node.ts'
import {answeredOf, ownLine} from '../cluster/snapshot.ts'
import type {Entry, LabState} from '../state/lab-state.ts'
import {type Message, message} from '../text/messages.ts'

/** Says that an id names no node. Source: redis-cli.c, 7.0 to 8.6; valkey-cli, 8.0 to 9.1, has `primary`. */
const unknownId =
  /^(?:\[ERR\] No such (?:node|master|primary) ID |\*\*\* No such (?:master|primary) node |\*\*\* The specified node \()([^\s)]+)/

/** Of a line that refuses a port where the id of a node belongs: the id. Undefined of any other line. */
export function idInsteadOfPort(
  line: string,
  {snapshot, roster}: Pick<LabState, 'snapshot' | 'roster'>,
): Message | undefined {
  const node = nodeForPort(unknownId.exec(line)?.[1] ?? '', roster)
  const reading = node && snapshot && answeredOf(snapshot, node)
  const id = reading && ownLine(reading)?.id
  return node && id ? message('shell.idNotPort', {port: portOf(node, roster), id}) : undefined
}

/** The id to name instead, if redis-cli ended the entry `id` of the transcript because a port was named. */
export function adviceOn(id: number, state: LabState): Message | undefined {
  const entry = state.entries.find(one => one.id === id)
  return entry && idInsteadOfPort(complaintIn(entry) ?? '', state)
}

/** What redis-cli complained of, if that is how the entry ended: the last line that says so, else its last line. */
export function complaintIn({parts}: Entry): string | undefined {
  if (!parts.some(part => 'message' in part && part.message.key === 'shell.exit')) return undefined
  const lines = parts.flatMap(part => ('shown' in part ? part.shown.lines : []))
  return lines.findLast(line => /^(?:\[ERR\]|\*\*\*) /.test(line)) ?? lines.findLast(line => line !== '')
}
