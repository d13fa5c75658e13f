// The phases of a start, published for bench/boot.ts, which measures them; without a subscriber a phase costs nothing.

import {channel} from 'node:diagnostics_channel'

export type Phase =
  | 'program loaded'
  | 'opening shown'
  | 'command loaded'
  | 'server found'
  | 'keeper ready'
  | 'files written'
  | 'nodes spawned'
  | 'ready to take over'
  | 'taken over'
  | 'all agree'
  | 'writes confirmed'
  | 'append-only files written'

/** bin/start.js publishes there as well. */
const phases = channel('redis-cluster-lab.phase')

export function reached(phase: Phase): void {
  phases.publish(phase)
}
