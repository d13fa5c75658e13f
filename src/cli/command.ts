// What a command gets and returns.

import type {Language} from '../model/text/messages.ts'
import type {Environment} from './environment.ts'
import type {Options} from './options.ts'

export type CommandContext = Readonly<{
  options: Options
  environment: Environment
  /** --lang, else the environment's. */
  language: Language
  /** Removes the splash screen if there is one; calling it twice is harmless. */
  leaveSplash: () => void
}>

/** Resolves to the exit code. */
export type Command = (context: CommandContext) => Promise<number>
