// What two programs printed for the same lines, compared, and the differences that are meant.

import {narrowed} from '../../src/model/prompt/full-width.ts'
import {type Bytes, losslessText} from '../../src/model/protocol/bytes.ts'
import {splitWords} from '../../src/model/protocol/quoting.ts'
import {type Cli, joinedWords, joinsQuotes} from './valkey-cli.ts'

/** `name`: why the two differ on purpose; absent if they should not. */
export type Difference = Readonly<{line: Bytes; ours: Bytes; theirs: Bytes; name?: string}>

export function differencesIn(
  lines: readonly Bytes[],
  ours: readonly Bytes[],
  theirs: readonly Bytes[],
  cli: Cli,
): readonly Difference[] {
  return lines.flatMap((line, i): readonly Difference[] => {
    const pair = {line, ours: normal(ours[i] ?? '(nothing)'), theirs: normal(theirs[i] ?? '(nothing)')}
    if (pair.ours === pair.theirs) return []
    const name = nameOf(pair, cli)
    return [name === undefined ? pair : {...pair, name}]
  })
}

/** Without the time that a command took, which is another each time. */
function normal(printed: Bytes): Bytes {
  return printed.replace(/^\(\d+\.\d\ds\)\n/gm, '')
}

/** Why the two differ, where that is meant. */
function nameOf({line, ours, theirs}: Difference, cli: Cli): string | undefined {
  const typed = losslessText(line)
  // What is not sent is no reply: the lab says it on stderr, in the learner's language.
  if (ours === '' && theirs === 'Invalid argument(s)\n') return 'refused (said on stderr)'
  // The lab says what to type instead.
  if (ours === '' && narrowed(typed)?.isHeld) return 'full-width signs (asked about on stderr)'
  const apart = JSON.stringify(splitWords(typed)) !== JSON.stringify(joinedWords(line))
  if (apart && joinsQuotes(cli)) return 'read otherwise by valkey-cli 9.1'
  // valkey-cli ends the line since 8.1.
  if (ours === 'QUEUED\n' && theirs === 'QUEUED') return 'QUEUED without a line end'
  return undefined
}
