// A command that would join a node of the lab to somebody else's Redis: the set has moved because another server stands on its usual ports, and
// the learner typed one of these. The lab's promise is that such a server is never joined.

import {isNodeName, type NodeName, nodeAt, type Roster} from '../cluster/node.ts'
import {type Bytes, textOf} from '../protocol/bytes.ts'

/** Where the port stands behind the commands that make a node connect to another. */
const portBehind: Readonly<Record<string, number>> = {
  REPLICAOF: 2,
  SLAVEOF: 2,
  MIGRATE: 2,
  'CLUSTER MEET': 3,
}

/** The node whose usual port the command names, though that one has moved. Any other port is the learner's own wish. */
export function movedNodeIn(words: readonly Bytes[], roster: Roster): NodeName | undefined {
  const [first = '', second = ''] = words.map(word => textOf(word).toUpperCase())
  const at = portBehind[first] ?? portBehind[`${first} ${second}`]
  const port = at === undefined ? '' : textOf(words[at] ?? '')
  return isNodeName(port, roster) && nodeAt(Number(port), roster) === undefined ? port : undefined
}
