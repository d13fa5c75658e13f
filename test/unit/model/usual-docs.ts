// The commands of Redis 7.0, as the table that ships with the lab has them: hints and completion are tested with the real ones.

import table from '../../../src/model/commands/command-docs.json' with {type: 'json'}
import type {CommandDocs} from '../../../src/model/commands/command-docs.ts'

export const usualDocs = table as CommandDocs

/** Only these, for tests that count them. */
export function docsOf(...names: readonly string[]): CommandDocs {
  return Object.fromEntries(
    names.map(name => [name, usualDocs[name] ?? {since: '', group: '', arguments: []}]),
  )
}
