// Whether a room has what its learners sent, and the learners what the room was told: nothing lost, nothing doubled, in order.

import {isDeepStrictEqual} from 'node:util'
import type {RedisPlace} from '../../src/hub/redis-client.ts'
import {RoomStore} from '../../src/hub/store.ts'
import type {WorkshopEvent} from '../../src/model/workshop/event.ts'
import {parseEvent} from '../../src/model/workshop/event.ts'
import {
  afterRecords,
  emptyRoom,
  type Person,
  type Room,
  type RoomRecord,
} from '../../src/model/workshop/room.ts'
import type {Learner} from './learner.ts'

/** Reads everything that is stored of a room, on a connection of its own. */
export async function recordsOf(redis: RedisPlace, room: string): Promise<readonly RoomRecord[]> {
  const store = await RoomStore.open(redis, room)
  try {
    const records: RoomRecord[] = []
    for await (const some of store.history()) records.push(...some)
    return records
  } finally {
    store.close()
  }
}

/** What is stored of each learner that is not exactly what they sent. */
export async function eventFaults(
  records: readonly RoomRecord[],
  learners: readonly Learner[],
): Promise<readonly string[]> {
  const stored = Map.groupBy(
    records.filter(record => 'event' in record),
    ({learner}) => learner,
  )
  const faults = await Promise.all(
    learners.map(async learner => {
      const told = textsOf(learner.told)
      // Of signs of life only the last is stored, and no record.
      const sent = textsOf(await learner.sent()).filter(text => text !== beat)
      const has = textsOf((stored.get(learner.id) ?? []).map(({event}) => event))
      return [...differences('the outbox', told, sent), ...differences('the store', sent, has)]
    }),
  )
  return faults.flat()
}

/** Learners that have not had each order once, in the order in which they were given. */
export function orderFaults(given: readonly string[], learners: readonly Learner[]): readonly string[] {
  return learners.flatMap(({heard}) =>
    differences(
      'a learner',
      given,
      heard.map(({id}) => id),
    ),
  )
}

/** Whether the hub's room is the one that the records make. */
export function roomFaults(room: Room, records: readonly RoomRecord[]): readonly string[] {
  const expected = afterRecords(emptyRoom, records)
  const people = new Set([...Object.keys(room.people), ...Object.keys(expected.people)])
  return [...people]
    .filter(id => !isDeepStrictEqual(plain(room.people[id]), plain(expected.people[id])))
    .map(
      id => `${id} is ${text(room.people[id])} for the hub and ${text(expected.people[id])} by the records`,
    )
}

const beat = JSON.stringify({kind: 'beat'})
const text = (value: unknown) => JSON.stringify(value) ?? 'unknown'
/** Without the last sign of life, of which there is no record. */
const plain = (person: Person | undefined) => JSON.parse(text({...person, seenAt: undefined}))

/** Each as the schema writes it, whatever the order of its fields was. */
function textsOf(events: readonly WorkshopEvent[]): readonly string[] {
  return events.map(event => text(parseEvent(event)))
}

function differences(who: string, expected: readonly string[], got: readonly string[]): readonly string[] {
  if (isDeepStrictEqual(expected, got)) return []
  const lacking = without(expected, got)
  const extra = without(got, expected)
  const faults = [
    ...lacking.map(one => `${who} lacks ${one}`),
    ...extra.map(one => `${who} has one too many ${one}`),
  ]
  return faults.length > 0 ? faults : [`${who} has another order: ${got.join(' ')}`]
}

/** The items of `some` that `others` has fewer times. */
function without(some: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const one of others) counts.set(one, (counts.get(one) ?? 0) + 1)
  return some.filter(one => {
    const left = counts.get(one) ?? 0
    counts.set(one, left - 1)
    return left <= 0
  })
}
