// The guard against commands that would connect a node of the lab to another Redis: if a server already uses the usual ports, the lab's nodes move,
// and a usual port typed by the learner would reach that server.

import {isNodeName, type NodeName, nodeAt, type Roster} from '../cluster/node.ts'
import {type Bytes, textOf} from '../protocol/bytes.ts'

/** The index of the port in commands that make a node connect to another. */
const portBehind: Readonly<Record<string, number>> = {
  REPLICAOF: 2,
  SLAVEOF: 2,
  MIGRATE: 2,
  'CLUSTER MEET': 3,
}

/** The node that has moved away from the port in the command. Other foreign ports are allowed: the learner chose them. */
export function movedNodeIn(words: readonly Bytes[], roster: Roster): NodeName | undefined {
  const [first = '', second = ''] = words.slice(0, 2).map(word => textOf(word).toUpperCase())
  const at = portBehind[first] ?? portBehind[`${first} ${second}`]
  const port = at === undefined ? '' : textOf(words[at] ?? '')
  return isNodeName(port, roster) && nodeAt(Number(port), roster) === undefined ? port : undefined
}
