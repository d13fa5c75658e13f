// Large replies of older lines: only their beginning is kept, so that a long session does not grow with every KEYS.

import type {Reply} from '../protocol/reply.ts'
import type {Entry, EntryPart} from './lab-state.ts'

/** What is kept of a string, in bytes, and of a list, in items. */
const most = {bytes: 20_000, items: 500}

/** Returns the same entry if none of its replies is large. */
export function withShortReplies(entry: Entry): Entry {
  const parts = entry.parts.map(shortPart)
  if (parts.every((part, i) => part === entry.parts[i])) return entry
  return {...entry, parts, shortened: true}
}

function shortPart(part: EntryPart): EntryPart {
  if ('printed' in part) {
    const printed = beginningOf(part.printed)
    return printed === part.printed ? part : {...part, printed}
  }
  if (!('outcome' in part) || part.outcome.is !== 'replied') return part
  const reply = beginningOf(part.outcome.reply)
  return reply === part.outcome.reply ? part : {...part, outcome: {...part.outcome, reply}}
}

function beginningOf(reply: Reply): Reply {
  if ('text' in reply)
    return reply.text.length > most.bytes ? {...reply, text: reply.text.slice(0, most.bytes)} : reply
  if ('bytes' in reply)
    return reply.bytes.length > most.bytes ? {...reply, bytes: reply.bytes.slice(0, most.bytes)} : reply
  if ('pairs' in reply)
    return reply.pairs.length > most.items ? {...reply, pairs: reply.pairs.slice(0, most.items)} : reply
  if (!('items' in reply)) return reply
  // SCAN and EXEC have the long list inside.
  const items = reply.items.slice(0, most.items).map(beginningOf)
  const same = items.length === reply.items.length && items.every((item, i) => item === reply.items[i])
  return same ? reply : {...reply, items}
}
