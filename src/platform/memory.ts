// How much memory V8 takes: before it collects, and for compiled code.

import {PerformanceObserver} from 'node:perf_hooks'
import {getHeapSpaceStatistics, setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'

/** bytes, of both halves */
const mostForNewObjects = 8 * 2 ** 20

/**
 * Keeps the heap near what is in use. On a computer with much memory V8 lets it grow to ten times that: new objects get up to 128 MB, and old ones
 * are collected only after they have doubled, and then stay spread over half-empty pages. bin/start.js holds the space for new objects at 2 MB, since V8
 * never gives back what it took while it loaded. From there it grows to 8 MB and no further: 2 MB would cost a lab a quarter more processor time, because
 * a frame's objects are many, and 16 MB would save 3 %.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=15')
  setFlagsFromString('--semi-space-growth-factor=2')
  const observer = new PerformanceObserver(() => {
    if (sizeForNewObjects() < mostForNewObjects) return
    setFlagsFromString('--semi-space-growth-factor=1')
    observer.disconnect()
  })
  observer.observe({entryTypes: ['gc']})
  compileLess()
}

function sizeForNewObjects(): number {
  return getHeapSpaceStatistics().find(space => space.space_name === 'new_space')?.space_size ?? 0
}

/** The same for a hub, which computes little and has small objects: its space for new ones stays as it is. */
export function keepHeapSmallest(): void {
  setFlagsFromString('--heap-growing-percent=15')
  setFlagsFromString('--optimize-for-size')
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

/**
 * Collects all garbage and gives its pages back to the system: some 30 MB of a lab at work. Takes 0.1 s or more, in which nothing else runs. V8 does it
 * by itself only while a program computes almost nothing.
 */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc')
  const collect: (how: object) => void = runInNewContext('gc')
  collect({type: 'major', execution: 'sync', flavor: 'last-resort'})
  setFlagsFromString('--no-expose-gc')
}
