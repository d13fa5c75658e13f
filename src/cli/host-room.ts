// Which rooms `host` does not open, and what to type instead.

import {LabError} from '../model/text/lab-error.ts'
import type {Room} from '../model/workshop/room.ts'
import type {Options} from './options.ts'

/**
 * The records of a room that has ended can still be read, but only if that is meant: its name has to be typed. And a room that keeps what each learner did
 * never becomes one that only counts.
 * @throws LabError
 */
export function refuseUnusable(
  {ended, counts}: Pick<Room, 'ended' | 'counts'>,
  room: string,
  options: Pick<Options, 'room' | 'aggregateOnly'>,
): void {
  const isOther = options.aggregateOnly && !counts
  if (ended && (options.room === undefined || isOther))
    throw new LabError('desk.roomGone', {room, counting: options.aggregateOnly ? ' --aggregate-only' : ''})
  if (isOther) throw new LabError('desk.notCountsOnly', {room})
}
