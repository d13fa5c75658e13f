// The entries of a room's streams: records and orders, as Redis gives them, made into what the hub works with.

import {type Delivery, type Order, parseDelivery} from '../model/workshop/command.ts'
import {parseEvent} from '../model/workshop/event.ts'
import type {Note, RoomRecord} from '../model/workshop/room.ts'

export type Entry = [id: string, fields: string[]]

function fieldOf(fields: readonly string[], name: string): string | undefined {
  for (let i = 0; i < fields.length; i += 2) if (fields[i] === name) return fields[i + 1]
  return undefined
}

/** What the hub itself has recorded there. */
export function noteOf(fields: readonly string[]): Note | undefined {
  const note = fieldOf(fields, 'n')
  return note === undefined ? undefined : (JSON.parse(note) as Note)
}

/** Whether an entry is of this learner, or a note about them; that somebody was erased is about nobody any more. */
export function isOf(fields: readonly string[], learner: string): boolean {
  if (fieldOf(fields, 'l') === learner) return true
  const {why, ...ids} = (noteOf(fields) ?? {}) as {learner?: string; by?: string; why?: string}
  return why !== 'erased' && (ids.learner === learner || ids.by === learner)
}

/** A person who is to be deleted. `names`: all that they had; an order says by its name which helper has taken a question. */
export type Erased = Readonly<{learner: string; names: readonly string[]}>

/** Whether an order was for this person alone, or names them. */
export function isAbout({target, command}: Order, {learner, names}: Erased): boolean {
  if (target.learner === learner) return true
  return command.kind === 'help' && command.by !== undefined && names.includes(command.by)
}

export function recordOf([id, fields]: Entry): readonly RoomRecord[] {
  const at = Number(id.split('-')[0])
  const note = noteOf(fields)
  if (note) return [{at, by: note}]
  const learner = fieldOf(fields, 'l')
  const event = parseEvent(JSON.parse(fieldOf(fields, 'v') ?? 'null'))
  const n = fieldOf(fields, 'q')
  return learner !== undefined && event ? [{at, learner, event, ...(n !== undefined && {n: Number(n)})}] : []
}

export function deliveryOf([id, fields]: Entry): readonly Delivery[] {
  const delivery = parseDelivery({...orderOf(fields), cursor: id, at: Number(id.split('-')[0])})
  return delivery ? [delivery] : []
}

export function orderOf(fields: readonly string[]): Order | undefined {
  return JSON.parse(fieldOf(fields, 'v') ?? 'null') ?? undefined
}
