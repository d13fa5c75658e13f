// The data for completion: command docs, the last snapshot and this session's keys. Sends nothing to a server.

import type {Roster} from '../cluster/node.ts'
import type {Role, Snapshot} from '../cluster/snapshot.ts'
import type {CommandDocs} from '../commands/command-docs.ts'
import type {LabState} from '../state/lab-state.ts'
import {sessionKeys, sessionUsers} from './session-keys.ts'
import type {SlashCompletion} from './slash-commands.ts'

/** A node's id in the cluster, with its port and role, which people can remember. */
export type NodeId = Readonly<{id: string; port: number; role: Role}>

export type CompletionContext = Readonly<{
  roster: Roster
  docs: CommandDocs
  ids: readonly NodeId[]
  keys: readonly string[]
  /** The names of ACL users that this session has set. */
  users: readonly string[]
}> &
  SlashCompletion

/** Reads the whole transcript, so call it when completion starts, not for every key. */
export function completionContext(
  {roster, docs, commandTable, snapshot, entries}: LabState,
  stops: SlashCompletion['stops'] = [],
): CompletionContext {
  const ids = snapshot ? idsIn(snapshot) : []
  const keys = sessionKeys(entries, commandTable)
  return {roster, docs, ids, keys, users: sessionUsers(entries), stops}
}

/** Includes nodes that are down: CLUSTER FORGET needs their ids. */
function idsIn({nodes, roster}: Snapshot): readonly NodeId[] {
  const lines = nodes.flatMap(reading => (reading.is === 'answered' ? (reading.cluster?.nodes ?? []) : []))
  return roster.flatMap(({port}): readonly NodeId[] => {
    const ofNode = lines.filter(line => line.port === port && !line.flags.includes('handshake'))
    const line = ofNode.find(({flags}) => flags.includes('myself')) ?? ofNode[0]
    return line ? [{id: line.id, port, role: line.flags.includes('master') ? 'master' : 'replica'}] : []
  })
}
