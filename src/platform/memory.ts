// How much memory V8 takes: before it collects, and for compiled code.

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
  compileLess()
}

/**
 * Of V8's four ways to run a function, leaves the interpreter and Maglev. A program that mostly waits gains no time from the other two (28.3 s of processor
 * time instead of 28.1 in five minutes of `bench/soak.ts`), and they cost a lab 17 MB, for code and for what the compilers leave behind.
 */
function compileLess(): void {
  setFlagsFromString('--no-sparkplug')
  if (hasMaglev) setFlagsFromString('--no-turbofan')
}

/** Node compiles with it since 24. Without both compilers it would only interpret. */
const hasMaglev = Number(process.versions.node.split('.')[0]) >= 24 && ['x64', 'arm64'].includes(process.arch)

/** The same for a hub, which computes little. From its start on, the flag costs a lab half as much processor time again for each line, because it draws much. */
export function keepHeapSmallest(): void {
  keepHeapSmall()
  setFlagsFromString('--optimize-for-size')
}
