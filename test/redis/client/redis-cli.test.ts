// redis-cli is the measure: what it sends for a typed line, and prints for the reply, is what we send and print.

import {describe, expect, test} from 'vitest'
import {bytesOf, fromBuffer, losslessText} from '../../../src/model/protocol/bytes.ts'
import {formatBytes} from '../../../src/model/protocol/format-reply.ts'
import {splitWords} from '../../../src/model/protocol/quoting.ts'
import {encodeCommand} from '../../../src/model/protocol/resp.ts'
import {equalJson} from '../../../src/model/text/objects.ts'
import {someLines} from '../../../tools/differential/some-lines.ts'
import {joinsQuotes, sendable, wordsFor} from '../../../tools/differential/valkey-cli.ts'
import {randomFrom} from '../../../tools/random.ts'
import {server} from '../../../tools/servers/server.ts'
import {clusterLines, resp2Lines, resp3Lines} from './redis-cli-lines.ts'
import {ask, compare, firstDifference, freePort, isThere, start} from './redis-cli-recorder.ts'

const cli = await server()

/** Bare and quoted parts in a row, most of them with a space between. */
function unruly(random: (limit: number) => number): string {
  const likely = [...`\\\\\\"'  \t\v\f\rxX04aAfFnbrtz你é👍\u00a0\u3000`]
  const text = () => Array.from({length: random(6)}, () => likely[random(likely.length)]).join('')
  const quoted = (quote: string) => quote + text() + quote
  const part = () => [text, () => quoted('"'), () => quoted("'")][random(3)]?.() + (random(5) ? ' ' : '')
  return Array.from({length: 1 + random(4)}, part).join('')
}

describe.skipIf(!isThere)('As redis-cli does it', () => {
  test('we send and show commands in RESP2', async () => {
    const {ours, theirs} = await compare(await start(), resp2Lines)
    expect(ours).toEqual(theirs)
  })

  test('we send and show commands in RESP3', async () => {
    const {ours, theirs} = await compare(await start(), resp3Lines)
    expect(ours).toEqual(theirs)
  })

  test('we send and show commands to a node of a cluster', async () => {
    const bus = ['--cluster-enabled', 'yes', '--cluster-port', `${await freePort()}`]
    const {ours, theirs} = await compare(await start(...bus), clusterLines)
    expect(ours).toEqual(theirs)
  })

  test('we split 1000 lines of quotes, escapes and spaces', async () => {
    const lines = Array.from({length: 1000}, (_, seed) => bytesOf(`ECHO ${unruly(randomFrom(seed))}`))
    const {ours, theirs} = await compare(await start(), lines)
    expect(ours).toEqual(theirs)
    const read = lines.map(line => ({line, here: splitWords(losslessText(line)), there: wordsFor(cli)(line)}))
    const different = read.filter(({here, there}) => !equalJson(here, there))
    // valkey-cli 9.1 joins where we refuse, and where \v or \f are all that is between.
    expect(different.filter(({line, here}) => here !== undefined && !/["'][\v\f]/.test(line))).toEqual([])
    expect(different.length > 0).toBe(joinsQuotes(cli))
    const refused = ours.shown.filter(([, text]) => text === 'Invalid argument(s)\n').length
    expect(refused).toBeGreaterThan(100)
    expect(refused).toBeLessThan(900)
  })
})

// A few thousand lines each time, others each time; the seed in the message of a failure brings them back: SEED=123 vitest …
// LINES=100000 takes as many lines as one has time for.
describe.skipIf(!isThere)('By chance', () => {
  const {SEED, LINES = '2000'} = process.env
  const seed = Number(SEED ?? Math.floor(Math.random() * 2 ** 31))

  test.each([
    ['RESP2', 2, []],
    ['RESP3 by -3', 3, ['-3']],
    ['RESP3 by HELLO', 3, []],
  ] as const)(
    `nothing that is sent or shown in %s differs in a byte (SEED=${seed})`,
    async (how, resp, options) => {
      const hello = how === 'RESP3 by HELLO' ? ['HELLO 3'] : []
      const some = someLines(seed + resp + options.length, Number(LINES), {resp})
      const lines = [...hello, ...sendable(some, cli)]
      const compared = await compare(await start(), lines, options)
      expect(firstDifference(compared), `SEED=${seed}`).toBeUndefined()
      expect(compared.theirs.shown).toHaveLength(lines.length)
    },
    10_000 + Number(LINES) * 20,
  )
})

test('Other than valkey-cli 9.1, we refuse what follows a closing quote, and keep the byte 0xFF', async () => {
  const lines = ['ECHO "a"b', `ECHO 'a'"b"`, 'ECHO ""a', 'ECHO "a"\vb', 'ECHO "\xff"']
  expect(lines.map(line => splitWords(losslessText(line)))).toEqual([
    ...[undefined, undefined, undefined],
    ['ECHO', 'a', 'b'],
    ['ECHO', '\xff'],
  ])
  const {theirs} = await compare(await start(), lines)
  expect(theirs.sent).toBe(
    joinsQuotes(cli)
      ? ['ab', 'ab', 'a', 'a\vb', ''].map(word => fromBuffer(encodeCommand(['ECHO', word]))).join('')
      : [
          ['ECHO', 'a', 'b'],
          ['ECHO', '\xff'],
        ]
          .map(words => fromBuffer(encodeCommand(words)))
          .join(''),
  )
})

// The exceptions. In 7.0 redis-cli exits at the first two, and prints the last only up to the NUL.
test('Other than redis-cli, we show big numbers, read past attributes, and show all of an error', async () => {
  const commands = [
    ['HELLO', '3'],
    ['DEBUG', 'PROTOCOL', 'bignum'],
    ['DEBUG', 'PROTOCOL', 'attrib'],
    ['DEBUG', 'ERROR', 'ERR a\0b'],
  ]
  const [, ...replies] = await ask(await start(), ...commands)
  expect(replies.map(reply => formatBytes(reply, ['DEBUG']))).toEqual([
    '(big number) 1234567999999999999999999999999999999\n',
    '"Some real reply following the attribute"\n',
    '(error) ERR a\0b\n',
  ])
})
