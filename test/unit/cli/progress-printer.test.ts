import {expect, it} from 'vitest'
import {progressPrinter} from '../../../src/cli/progress-printer.ts'
import {type Message, message, translate} from '../../../src/model/text/messages.ts'

/** What a whole fetch tells. */
const told: readonly Message[] = [
  message('provide.plan', {folder: '/cache'}),
  message('provide.lists', {n: 0}),
  message('provide.lists', {n: 1}),
  message('provide.listsAgain', {line: 'no network', k: 2, n: 3}),
  message('provide.lists', {n: 0}),
  message('provide.lists', {n: 2}),
  message('provide.packages', {k: 0, n: 2}),
  message('provide.packages', {k: 2, n: 2}),
  message('provide.unpack', {k: 1, n: 2}),
  message('provide.unpack', {k: 2, n: 2}),
]

function printed(isTTY: boolean): string {
  const parts: string[] = []
  const write = (part: string) => parts.push(part) > 0
  const printLine = (one: Message) => write(`${translate('en', one)}\n`)
  const printer = progressPrinter('en', printLine, {isTTY, write} as NodeJS.WriteStream)
  for (const one of told) printer.tell(one)
  printer.end()
  printer.end()
  return parts.join('')
}

it('In a pipe, each step is one line with its last count', () => {
  const [plan, ...lines] = printed(false).trimEnd().split('\n')
  expect(plan).toContain('/cache')
  expect(lines).toEqual([
    '1/3 package lists: 1 file',
    'The package lists could not be read: no network. Trying again (2 of 3).',
    '1/3 package lists: 2 files',
    '2/3 packages: 2 of 2',
    '3/3 unpacking: 2 of 2',
  ])
})

it('On a terminal, counts rewrite their line, and what follows begins on the next', () => {
  const lines = printed(true).split('\n')
  const shown = lines.map(line => line.split('\r\u001b[K').at(-1))
  expect(shown.slice(1)).toEqual([
    '1/3 package lists: 1 file',
    'The package lists could not be read: no network. Trying again (2 of 3).',
    '3/3 unpacking: 2 of 2',
    '',
  ])
})
