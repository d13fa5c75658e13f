// What a command gets and returns.

import type {Language} from '../model/text/messages.ts'
import type {Server} from '../redis/install/find-server.ts'
import type {KeeperProcess} from '../redis/keeper/spawn-keeper.ts'
import type {TerminalScreen} from '../ui/terminal/terminal-screen.tsx'
import type {Environment} from './environment.ts'
import type {Options} from './options.ts'

export type CommandContext = Readonly<{
  options: Options
  environment: Environment
  /** --lang, else the environment's. */
  language: Language
  /** Removes the splash screen or the opening if there is one; calling it twice is harmless. */
  leaveSplash: () => void
  /** Shows the opening; undefined if the command begins without one. */
  screen?: TerminalScreen | undefined
  /** Started while the program was loading, for a command that needs one. */
  keeper?: KeeperProcess | undefined
  /** Looked for while the command was loading; undefined if this computer has none. */
  server?: Promise<Server | undefined> | undefined
}>

/** Resolves to the exit code. */
export type Command = (context: CommandContext) => Promise<number>
