// How Ink draws on our terminal.

import type {RenderOptions} from 'ink'

export const inkOptions = {
  alternateScreen: true,
  incrementalRendering: true,
  // Ink's pause between two frames, 1 ms, starts over with each change in it: in one of 9 ms, a reply right behind the echo of a key waited 9 ms. How often
  // the lab's changes are drawn is decided in throttle.ts.
  maxFps: 1000,
  exitOnCtrlC: false,
  // A learner's shell may have CI set, which Ink would take for no terminal.
  interactive: true,
} as const satisfies RenderOptions
