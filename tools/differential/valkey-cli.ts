// How valkey-cli reads a typed line since 9.1, where every other cli and our prompt read it as redis-cli 7.0 does: it drops the byte 0xFF, and a
// word goes on behind a closing quote, as in a shell. The prompt refuses the latter on all servers: it is a slip more often than it is meant.

import {type Bytes, losslessText} from '../../src/model/protocol/bytes.ts'
import {splitWords} from '../../src/model/protocol/quoting.ts'

export type Cli = Readonly<{kind: 'redis' | 'valkey'; version: string}>

export function joinsQuotes({kind, version}: Cli): boolean {
  return kind === 'valkey' && Number.parseFloat(version) >= 9.1
}

/** Replaces the byte that this cli would drop. */
export function sendable(lines: readonly Bytes[], cli: Cli): readonly Bytes[] {
  return joinsQuotes(cli) ? lines.map(line => line.replaceAll('\xff', '\xfe')) : lines
}

/** What splits a line as this cli does: our own reader, but for valkey-cli 9.1. */
export function wordsFor(cli: Cli): (line: Bytes) => readonly Bytes[] | undefined {
  return joinsQuotes(cli) ? joinedWords : line => splitWords(losslessText(line))
}

const quoted = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\'|\\(?!'))*'`
const word = new RegExp(String.raw`^(?:[^ \t\r\n"']|${quoted})+(?=[ \t\r\n]|$)`, 's')
const part = new RegExp(`[^"']+|${quoted}`, 'gs')

export function joinedWords(line: Bytes): readonly Bytes[] | undefined {
  const words: Bytes[] = []
  let rest = withoutBlanks(line.split('\0', 1)[0] ?? '')
  while (rest !== '') {
    const [found] = word.exec(rest) ?? []
    if (found === undefined) return undefined
    words.push((found.match(part) ?? []).map(contents).join(''))
    rest = withoutBlanks(rest.slice(found.length))
  }
  return words
}

function contents(of: Bytes): Bytes {
  return /^["']/.test(of) ? (splitWords(losslessText(of))?.[0] ?? '') : of
}

function withoutBlanks(line: Bytes): Bytes {
  return line.replace(/^[ \t\n\v\f\r]+/, '')
}
