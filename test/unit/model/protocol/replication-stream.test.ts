// What a replica is sent, as lines.

import {describe, expect, test} from 'vitest'
import {toBuffer} from '../../../../src/model/protocol/bytes.ts'
import {formatBytes} from '../../../../src/model/protocol/format-reply.ts'
import {createReplicationDecoder} from '../../../../src/model/protocol/replication-stream.ts'
import {encodeCommand} from '../../../../src/model/protocol/resp.ts'

/** The same bytes in chunks of so many. */
function lines(parts: readonly (string | Uint8Array)[], size: number): readonly string[] {
  const bytes = Buffer.concat(parts.map(part => (typeof part === 'string' ? toBuffer(part) : part)))
  const decoder = createReplicationDecoder()
  const chunks = Array.from({length: Math.ceil(bytes.length / size)}, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  )
  return chunks.flatMap(chunk => decoder.feed(chunk)).map(reply => formatBytes(reply, ['SYNC']).trimEnd())
}

// A dataset looks like anything, replies too.
const dataset = 'REDIS0010\r\n+OK\r\n$3\r\n\xff\x00'
const stream = [encodeCommand(['ping']), encodeCommand(['SET', 'a', '1 "q" \nx'])]
const shownStream = ['"ping"', String.raw`"SET","a","1 \"q\" \nx"`]
const length = `$${dataset.length}\r\n`
const discarded = [
  `SYNC with master, discarding ${dataset.length} bytes of bulk transfer...`,
  'SYNC done. Logging commands from master.',
]

describe.each([1, 2, 7, 1000])('In chunks of %i bytes', size => {
  test('the dataset is passed over, and each command is a line', () => {
    expect(lines(['\n\n', length, dataset, ...stream], size)).toEqual([...discarded, ...shownStream])
  })

  test('PSYNC is told of which history it is, and from where', () => {
    const full = '+FULLRESYNC 77d1824d 110\r\n'
    expect(lines([full, '\n', length, dataset, ...stream], size)).toEqual([
      'FULLRESYNC 77d1824d 110',
      ...discarded,
      ...shownStream,
    ])
  })

  test('who has the history already gets what follows', () => {
    expect(lines(['+CONTINUE 77d1824d\r\n', ...stream], size)).toEqual(['CONTINUE 77d1824d', ...shownStream])
  })

  test('who is refused hears why', () => {
    expect(lines(["-NOMASTERLINK Can't SYNC\r\n"], size)).toEqual(["(error) NOMASTERLINK Can't SYNC"])
  })
})
