// The lines of a pipe.

import {expect, test} from 'vitest'
import {bytesOf} from '../../../src/model/protocol/bytes.ts'
import {linesOf} from '../../../src/plain/lines.ts'

async function read(...chunks: readonly string[]): Promise<readonly string[]> {
  const input = (async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk, 'latin1')
  })()
  const lines: string[] = []
  for await (const line of linesOf(input)) lines.push(bytesOf(line))
  return lines
}

test.each([
  [['PING\nGET a\n'], ['PING', 'GET a']],
  [['PING\r\nGET a'], ['PING', 'GET a']],
  [
    ['PI', 'NG\r', '\n\n'],
    ['PING', ''],
  ],
  [['SET k "a\rb"\n'], ['SET k "a\rb"']],
  [[`${bytesOf('a\u2028b\u2029c\u0085d')}\n`], [bytesOf('a\u2028b\u2029c\u0085d')]],
  [
    ['caf\xe9\n\xe4', '\xb9\xa6\n'],
    ['caf\xe9', '\xe4\xb9\xa6'],
  ],
  [[], []],
])('%j is %j: only LF and CRLF end a line, and every byte is kept', async (chunks, lines) => {
  expect(await read(...chunks)).toEqual(lines)
})
