// The parts of a hub that its routes work with.

import type {WorkshopEvent} from '../model/workshop/event.ts'
import type {Desk} from './desk.ts'
import type {Limiter} from './limiter.ts'
import type {LiveRoom} from './live-room.ts'
import type {HubCounts} from './metrics.ts'
import type {Presence} from './presence.ts'
import type {RoomStore} from './store.ts'
import type {Streams} from './streams.ts'

export type HubParts = Readonly<{
  store: RoomStore
  live: LiveRoom
  streams: Streams
  limiter: Limiter
  desk: Desk
  counts: HubCounts
  presence: Presence
  /** Whether an event is of this course, or answers what was sent: a room that only counts counts nothing else, for labs name the counts. */
  isKnown: (event: WorkshopEvent) => boolean
}>
