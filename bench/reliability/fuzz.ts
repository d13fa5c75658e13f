// Hostile text: what nodes answer never puts a control character on the terminal, and no typed line makes the prompt fail or wait.

import {rosterAt} from '../../src/model/cluster/node.ts'
import {outcomeText} from '../../src/model/commands/outcome-text.ts'
import {parseLine} from '../../src/model/prompt/parse-line.ts'
import type {Reply} from '../../src/model/protocol/reply.ts'
import {initialState} from '../../src/model/state/initial-state.ts'
import {sanitize} from '../../src/model/text/sanitize.ts'
import {randomFrom} from '../../tools/random.ts'
import {seed, times} from '../scale.ts'
import type {Measured} from './measured.ts'

type Random = (limit: number) => number

const pieces = [
  '\x1b[2J',
  '\x1b]0;title\x07',
  '\x1b]52;c;aGk=\x1b\\',
  '\x1bP1$r0m\x1b\\',
  '\x9b31m',
  '\x1b',
  '\r',
  '\n',
  '\t',
  '\x00',
  '\x07',
  '\x7f',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u2028',
  '\ud800',
  '"',
  "'",
  '\\x',
  '\\',
  '主',
  '👩‍💻',
  '{6380}',
  '@6480 ',
  '@all ',
  '/kill ',
  'SET ',
  ' ',
]

function text(random: Random): string {
  return Array.from({length: random(12)}, () =>
    random(2) === 0 ? pieces[random(pieces.length)] : String.fromCharCode(random(0x180)),
  ).join('')
}

/** UTF-8, or any bytes. */
function bytes(random: Random): string {
  return random(2) === 0
    ? Buffer.from(text(random)).toString('latin1')
    : Array.from({length: random(30)}, () => String.fromCharCode(random(256))).join('')
}

function reply(random: Random, depth = 0): Reply {
  const kind = random(depth < 3 ? 7 : 5)
  if (kind < 2) return {type: 'bulk', bytes: bytes(random)}
  if (kind === 2) return {type: 'error', text: bytes(random)}
  if (kind === 3) return {type: 'status', text: bytes(random)}
  if (kind === 4) return {type: 'verbatim', format: 'txt', bytes: bytes(random)}
  const items = Array.from({length: random(4)}, () => reply(random, depth + 1))
  if (kind === 5) return {type: 'array', items}
  return {type: 'map', pairs: items.map(item => [reply(random, depth + 1), item] as const)}
}

/** Anything that a terminal would obey, or that hides or turns what is read. */
const unsafe = /[\p{Cc}\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
const commands = [['GET', 'k'], ['INFO'], ['CLUSTER', 'NODES'], ['CLIENT', 'LIST']]

export function escapes(): Measured {
  const chosen = seed()
  const random = randomFrom(chosen)
  const often = times(100_000)
  const roster = rosterAt(6379)
  let bad = 0
  for (let i = 0; i < often; i++) {
    const words = commands[random(commands.length)] ?? []
    const action = {
      do: 'command',
      node: '6379',
      words,
      ...(random(4) === 0 ? {raw: true as const} : {}),
    } as const
    const shown = outcomeText({action, at: 0, ms: 0, is: 'replied', reply: reply(random)}, roster, 'en')
    if (shown.split('\n').some(line => unsafe.test(line)) || unsafe.test(sanitize(text(random)))) bad += 1
  }
  return {
    what: 'hostile replies, keys and names with a control character left',
    n: `${often}, seed ${chosen}`,
    result: `${bad}`,
    held: bad === 0,
  }
}

/** CPU time, ms: wall time would measure what else the computer does. */
const longest = 50

export function lines(): Measured {
  const chosen = seed()
  const random = randomFrom(chosen)
  const often = times(100_000)
  const context = {...initialState(), options: 0}
  const faults: string[] = []
  let slowest = 0
  for (let i = 0; i < often; i++) {
    // Some are a megabyte.
    const line = i % 5000 === 0 ? `SET k ${text(random)}`.padEnd(1_000_000, text(random)) : text(random)
    const before = process.cpuUsage()
    try {
      parseLine(line, context)
    } catch (error) {
      faults.push(`${JSON.stringify(line.slice(0, 80))}: ${error}`)
    }
    const {user, system} = process.cpuUsage(before)
    slowest = Math.max(slowest, (user + system) / 1000)
  }
  return {
    what: `typed lines that fail or take more than ${longest} ms of CPU`,
    n: `${often}, seed ${chosen}`,
    result: `${faults.length} failed, slowest ${slowest.toFixed(1)} ms ${faults[0] ?? ''}`,
    held: faults.length === 0 && slowest <= longest,
  }
}
