// What is known of what could be typed: from the running server, the last snapshot and this session's own lines. No server is asked.

import type {Roster} from '../cluster/node.ts'
import type {Role, Snapshot} from '../cluster/snapshot.ts'
import type {CommandDocs} from '../commands/command-docs.ts'
import type {LabState} from '../state/lab-state.ts'
import {sessionKeys} from './session-keys.ts'

/** A node's name in the cluster, which nobody can remember, and what it is known by. */
export type NodeId = Readonly<{id: string; port: number; role: Role}>

export type CompletionContext = Readonly<{
  roster: Roster
  docs: CommandDocs
  ids: readonly NodeId[]
  keys: readonly string[]
}>

/** All that is known now. Not for every key pressed: it goes through the whole transcript. */
export function completionContext({
  roster,
  docs,
  commandTable,
  snapshot,
  entries,
}: LabState): CompletionContext {
  const ids = snapshot ? idsIn(snapshot) : []
  return {roster, docs, ids, keys: sessionKeys(entries, commandTable)}
}

/** Of a node that is down, too: the others still know it, and CLUSTER FORGET is for such as that. */
function idsIn({nodes, roster}: Snapshot): readonly NodeId[] {
  const lines = nodes.flatMap(reading => (reading.is === 'answered' ? (reading.cluster?.nodes ?? []) : []))
  return roster.flatMap(({port}): readonly NodeId[] => {
    const ofNode = lines.filter(line => line.port === port && !line.flags.includes('handshake'))
    const line = ofNode.find(({flags}) => flags.includes('myself')) ?? ofNode[0]
    return line ? [{id: line.id, port, role: line.flags.includes('master') ? 'master' : 'replica'}] : []
  })
}
