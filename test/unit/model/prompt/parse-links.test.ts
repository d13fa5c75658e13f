// What /cut, /slow and /heal name, and what is said of a mistake.

import {describe, expect, test} from 'vitest'
import {groupText} from '../../../../src/model/cluster/link-groups.ts'
import {rosterAt} from '../../../../src/model/cluster/node.ts'
import {parseLine} from '../../../../src/model/prompt/parse-line.ts'
import {translate} from '../../../../src/model/text/messages.ts'

const roster = rosterAt(6379, [], true)

function become(typed: string, on = roster): string {
  const line = parseLine(typed, {node: '6379', roster: on})
  if (line.is === 'rejected') return translate('en', line.because)
  if (line.is !== 'links') return line.is
  const {request} = line
  if (request.do === 'list' || request.do === 'rewire') return request.do
  if (request.do === 'heal') return `heal ${request.links ? groupText(request.links, on) : 'all'}`
  return `${Object.values(request.fault).join(' ')}: ${groupText(request, on)}`
}

describe('A line about links', () => {
  test.each([
    ['/cut 6379 6380', 'cut: 6379 | 6380'],
    ['/cut 6379 | 6380', 'cut: 6379 | 6380'],
    ['/cut 6379>6380', 'cut: 6379 > 6380'],
    ['/cut 6379 6479 | rest', 'cut: 6379 6479 | rest'],
    ['/cut 6379, 6479 | 6380', 'cut: 6379 6479 | 6380'],
    ['/cut rest > 6381', 'cut: rest > 6381'],
    ['/cut client 6381', 'cut: client | 6381'],
    ['/cut 6379 6380 --close', 'closed: 6379 | 6380'],
    ['/slow 6379 6479 200', 'slow 200 0: 6379 | 6479'],
    ['/slow 6379 | rest 200ms 50', 'slow 200 50: 6379 | rest'],
    ['/heal', 'heal all'],
    ['/heal 6379', 'heal 6379 | 6380 6381 6479 6480 6481 client'],
    ['/heal 6379 > 6380', 'heal 6379 > 6380'],
    ['/wires', 'list'],
    ['/wires on', 'rewire'],
  ])('%s', (typed, meant) => {
    expect(become(typed)).toBe(meant)
  })

  test.each([
    ['/cut', 'Usage: /cut PORT… [|>] PORT… [--close]'],
    ['/cut 6379 |', 'Usage: /cut PORT… [|>] PORT… [--close]'],
    [
      '/cut 6379',
      'Which sides? Write | between them (both directions) or > (one direction): /cut 6379 6380 | rest',
    ],
    [
      '/cut 6379 6380 6381',
      'Which sides? Write | between them (both directions) or > (one direction): /cut 6379 6380 | rest',
    ],
    ['/cut rest | rest', 'Nothing is left for "rest": name one side, for example /cut 6379 | rest'],
    [
      '/cut 6379 6379',
      '6379 is on both sides. A link is between two different nodes, or between the client and a node.',
    ],
    ['/cut cleint 6379', '"cleint": did you mean client?'],
    [
      '/cut 6379 9',
      '"9" is no end of a link. Ends are the nodes 6379, 6380, 6381, 6479, 6480, 6481, "client" (the client at work) and "rest" (all other nodes).',
    ],
    [
      '/slow 6379 6380',
      'By how many ms (1 to 10000)? For example: /slow 6379 6380 200, or 200 50 for up to 50 ms more.',
    ],
  ])('%s is not run: %s', (typed, sentence) => {
    expect(become(typed)).toBe(sentence)
  })

  test('is not run where nodes are connected directly, and how to get wires is said', () => {
    for (const line of ['/cut 6379 6380', '/slow 6379 6380 20', '/heal'])
      expect(become(line, rosterAt(6379))).toContain('/wires on replaces them with new, empty nodes')
  })
})
