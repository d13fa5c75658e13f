// What a command is: a function from options and environment to an exit code.

import type {Environment} from './environment.ts'
import type {Options} from './options.ts'

export type Start = Readonly<{
  /** Takes the first screen away, where one is shown; twice is harmless. */
  leaveSplash: () => void
}>

/** A command: what it ends with is the exit code. */
export type Run = (options: Options, environment: Environment, start: Start) => Promise<number>
