// How much memory V8 takes before it collects.

import {setFlagsFromString} from 'node:v8'

/**
 * Keeps the heap near what is in use. On a computer with much memory V8 lets it grow to ten times that: new objects get up to 128 MB, and old ones
 * are collected only after they have doubled, and then stay spread over half-empty pages. What it has for new objects when this is called stays: up to 16 MB,
 * which is why bin/start.js sets the first flag for a hub before it loads anything. Not for a lab: 12 MB less would cost it half as much processor
 * time again for each line, because a frame's objects are many.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=15')
}

/** The same for a hub, which computes little. From its start on, the flag costs a lab half as much processor time again for each line, because it draws much. */
export function keepHeapSmallest(): void {
  keepHeapSmall()
  setFlagsFromString('--optimize-for-size')
}
