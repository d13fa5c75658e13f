// The lines of standard input that is no terminal.

import {fromBuffer, losslessText} from '../model/protocol/bytes.ts'

const lineFeed = 0x0a

/** Cuts at LF or CRLF only, because every other character is data; bytes that are not UTF-8 are kept. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Uint8Array[] = []
  for await (const chunk of input) {
    let from = 0
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      yield lineFrom([...rest, chunk.subarray(from, at)])
      rest = []
      from = at + 1
    }
    if (from < chunk.length) rest.push(chunk.subarray(from))
  }
  if (rest.length > 0) yield lineFrom(rest)
}

function lineFrom(parts: readonly Uint8Array[]): string {
  return losslessText(fromBuffer(Buffer.concat(parts)).replace(/\r$/, ''))
}
