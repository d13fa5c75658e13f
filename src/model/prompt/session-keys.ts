// The keys and users of this session, for completion: those in the learner's commands and in their replies.

import type {Outcome} from '../commands/action.ts'
import {type CommandTable, commandInfo, keysOf} from '../commands/command-table.ts'
import {type Bytes, textOf} from '../protocol/bytes.ts'
import type {Reply} from '../protocol/reply.ts'
import type {Entry} from '../state/lab-state.ts'
import {outcomesOf} from '../state/transcript.ts'

const mostKeys = 300

/** The keys, newest first, without duplicates. Excludes the lab's own lines, which the learner did not type. */
export function sessionKeys(entries: readonly Entry[], commandTable: CommandTable): readonly string[] {
  const keys = new Set<string>()
  for (const entry of entries.filter(({by}) => by !== 'lab').reverse()) {
    for (const outcome of outcomesOf(entry).toReversed()) {
      for (const key of named(outcome, commandTable)) keys.add(textOf(key))
      if (keys.size >= mostKeys) return [...keys].slice(0, mostKeys)
    }
  }
  return [...keys]
}

/** The users that ACL SETUSER named, newest first, and Redis's own. */
export function sessionUsers(entries: readonly Entry[]): readonly string[] {
  const named = entries
    .filter(({by}) => by !== 'lab')
    .flatMap(outcomesOf)
    .flatMap(({action}) => {
      const [name, sub, user] = action.do === 'command' ? action.words : []
      const sets = name?.toUpperCase() === 'ACL' && sub?.toUpperCase() === 'SETUSER'
      return sets && user !== undefined ? [textOf(user)] : []
    })
  return [...new Set([...named.reverse(), 'default'])]
}

function named(outcome: Outcome, commandTable: CommandTable): readonly Bytes[] {
  const {action} = outcome
  const {name = ''} = commandInfo(commandTable, action) ?? {}
  return [
    ...keysOf(commandTable, action),
    ...(outcome.is === 'replied' ? repliedKeys(name, outcome.reply) : []),
  ]
}

/** The keys in the reply of RANDOMKEY, KEYS, CLUSTER GETKEYSINSLOT or SCAN. */
function repliedKeys(name: string, reply: Reply): readonly Bytes[] {
  if (name === 'RANDOMKEY') return bulks([reply])
  if (!('items' in reply)) return []
  if (name === 'KEYS' || name === 'CLUSTER GETKEYSINSLOT') return bulks(reply.items)
  const [, page] = reply.items
  return name === 'SCAN' && page && 'items' in page ? bulks(page.items) : []
}

function bulks(replies: readonly Reply[]): readonly Bytes[] {
  return replies.flatMap(reply => (reply.type === 'bulk' ? [reply.bytes] : []))
}
