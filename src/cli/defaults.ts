// Defaults for options of the command line.

import type {CommandContext} from './command.ts'

/** cluster-node-timeout for learners, ms: long enough to see each phase of a failover. */
const defaultNodeTimeout = 3000

export function nodeTimeoutFor({options, environment: {settings}}: CommandContext): number {
  return options.nodeTimeout ?? settings.nodeTimeout ?? defaultNodeTimeout
}
