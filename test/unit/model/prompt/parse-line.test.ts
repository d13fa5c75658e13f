// What a typed line is parsed to. Splitting a command into words is tested in ../protocol/quoting.test.ts.

import {describe, expect, test} from 'vitest'
import {groupText} from '../../../../src/model/cluster/link-groups.ts'
import {rosterAt} from '../../../../src/model/cluster/node.ts'
import {type Action, describe as described} from '../../../../src/model/commands/action.ts'
import type {CommandTable} from '../../../../src/model/commands/command-table.ts'
import type {Line} from '../../../../src/model/prompt/line.ts'
import {parseLine} from '../../../../src/model/prompt/parse-line.ts'
import type {LinkRequest} from '../../../../src/model/prompt/parse-links.ts'
import {labCommands, usageOf} from '../../../../src/model/prompt/slash-commands.ts'
import {translate} from '../../../../src/model/text/messages.ts'

/** `6380: GET a` for a command, `kill 6381`; a mistake as its sentence. */
function become(typed: string, base = 6379): string {
  const line: Line = parseLine(typed, {node: '6380', roster: rosterAt(base)})
  switch (line.is) {
    case 'empty':
      return ''
    case 'use':
      return `use ${line.node}`
    case 'follow':
      return `follow ${line.on}`
    case 'feedback':
      return `feedback ${line.what} ${line.on}`
    case 'explain':
      return `explain ${line.error}`
    case 'log':
      return `log ${line.node} ${line.most}`
    case 'conf':
      return `conf ${line.node}`
    case 'configure':
      return `${line.edit.remove ? 'remove' : 'set'} ${line.edit.directive} in ${line.node}`
    case 'traffic':
      return `traffic ${line.request.is === 'begin' ? line.request.rate : line.request.is}`
    case 'links':
      return linkText(line.request)
    case 'timeline':
      return `timeline ${line.most}`
    case 'help':
      return `help on [${line.topic.join(', ')}]`
    case 'move':
      return line.move
    case 'open':
      return `open ${line.lesson} ${line.step ?? ''}`.trimEnd()
    case 'room':
      return Object.values(line.request).join(' ')
    case 'ui':
      return Object.values(line.request).join(' ').trimEnd()
    case 'rejected':
      return translate('en', line.because)
    case 'answer':
      return `option ${line.option}`
    case 'tool':
      return `redis-cli ${line.words.join(' ')}`
    case 'actions':
      return line.actions.map(actionText).join(', ')
  }
}

function linkText(request: LinkRequest): string {
  if (request.do === 'list') return 'list'
  if (request.do === 'rewire') return `wired ${request.wired}`
  const links = request.do === 'heal' ? request.links : request
  const named = links ? groupText(links, rosterAt(6379)) : 'all'
  return request.do === 'heal' ? `heal ${named}` : `${Object.values(request.fault).join(' ')}: ${named}`
}

function actionText(action: Action): string {
  return action.do === 'command'
    ? `${action.node}: ${described(action, rosterAt(6379))}`
    : `${action.do} ${action.node}`
}

const tooOften = 'Invalid redis-cli repeat command option value: a command is repeated 1 to 1000 times'
const preferences = 'Available: :set hints, :set nohints, :set raw and :set noraw'
const nodes = 'They are 6379, 6380, 6381, 6479, 6480, 6481.'

describe('A line for Redis goes', () => {
  test.each([
    ['', ''],
    ['   \t', ''],
    ['PING', '6380: PING'],
    ['  get  a ', '6380: get a'],
    ['SET k "two words"', '6380: SET k "two words"'],
    ['@6480 GET a', '6480: GET a'],
    ['@6480\tGET a', '6480: GET a'],
    ['@all PING', '6379: PING, 6380: PING, 6381: PING, 6479: PING, 6480: PING, 6481: PING'],
    ['3 INCR n', '6380: INCR n, 6380: INCR n, 6380: INCR n'],
    ['+2 PING', '6380: PING, 6380: PING'],
    ['1 PING', '6380: PING'],
    ['@6480 2 PING', '6480: PING, 6480: PING'],
    ['2 @6480 PING', '6480: PING, 6480: PING'],
    // A number alone is a command that Redis does not know, as in redis-cli.
    ['5', '6380: 5'],
    ['2x PING', '6380: 2x PING'],
    // With other words behind them these are none of redis-cli's own.
    ['clear x', '6380: clear x'],
    ['connect 6480', '6380: connect 6480'],
    ['PING /kill', '6380: PING /kill'],
    // Redis has commands of these names, too.
    ['RESET', '6380: RESET'],
    ['cluster nodes', '6380: cluster nodes'],
  ])('%j: %s', (typed, expected) => {
    expect(become(typed)).toBe(expected)
  })

  test('to all, several times, in turns', () => {
    expect(become('@all 2 PING')).toBe(
      [1, 2].map(() => '6379: PING, 6380: PING, 6381: PING, 6479: PING, 6480: PING, 6481: PING').join(', '),
    )
  })

  test('a thousand times, and no more', () => {
    expect(become('1000 PING').split(', ')).toHaveLength(1000)
    expect(become('1001 PING')).toBe(tooOften)
  })
})

describe("A line for the lab becomes the lab's", () => {
  test.each([
    ['/use 6480', 'use 6480'],
    ['/use 127.0.0.1:6480', 'use 6480'],
    ['@localhost:6480 PING', '6480: PING'],
    ['/USE 6480', 'use 6480'],
    ['/cluster on', 'follow true'],
    ['/CLUSTER Off', 'follow false'],
    ['/explain', 'explain '],
    ['/explain MOVED', 'explain MOVED'],
    ['/explain unknown  command', 'explain unknown command'],
    ['/explain Off', 'feedback errors false'],
    ['/changes on', 'feedback changes true'],
    ['/log 6381', 'log 6381 15'],
    ['/log 6381 3', 'log 6381 3'],
    ['/timeline', 'timeline 30'],
    ['/timeline 5', 'timeline 5'],
    ['/conf 6480', 'conf 6480'],
    ['/conf 6480 requirepass s3cret', 'set requirepass s3cret in 6480'],
    ['/conf 6480 replicaof 127.0.0.1  6379', 'set replicaof 127.0.0.1 6379 in 6480'],
    ['/conf 6480 user shop on >tea ~product:*', 'set user shop on >tea ~product:* in 6480'],
    ['/conf 6480 -user default', 'remove user default in 6480'],
    ['/kill 6381', 'kill 6381'],
    ['  /kill   6381  ', 'kill 6381'],
    ['/stop 6381', 'stop 6381'],
    ['/start 6381', 'start 6381'],
    ['/pause 6381', 'pause 6381'],
    ['/resume 6381', 'resume 6381'],
    ['/traffic', 'traffic report'],
    ['/traffic on', 'traffic 20'],
    ['/traffic on 500', 'traffic 500'],
    ['/traffic off', 'traffic end'],
    ['/hint', 'hint'],
    ['/solve', 'solve'],
    ['/next', 'next'],
    ['/back', 'back'],
    ['/reset', 'reset'],
    ['/help', 'help'],
    ['/quit', 'quit'],
    // redis-cli's own words for leaving and for help.
    ['quit', 'quit'],
    ['EXIT', 'quit'],
    ['help', 'help on []'],
    ['?', 'help on []'],
    ['Help @hash', 'help on [@hash]'],
    ['? config  "set"', 'help on [config, set]'],
    ['redis-cli -p 6480 help set', 'help on [set]'],
    // And for another node, an empty screen, its preferences.
    ['connect 127.0.0.1 6480', 'use 6480'],
    ['Connect localhost 6480', 'use 6480'],
    ['clear', 'clear'],
    [':set hints', 'feedback hints true'],
    [':SET nohints', 'feedback hints false'],
  ])('%j: %s', (typed, expected) => {
    expect(become(typed)).toBe(expected)
  })
})

test.each([
  ['GET a', false],
  ['3 GET a', false],
  ['@6480 GET a', true],
  ['2 @6480 GET a', true],
  ['@all PING', true],
])('%j says itself to whom it goes: %s', (typed, addressed) => {
  expect(parseLine(typed, {node: '6380', roster: rosterAt(6379)})).toMatchObject({addressed})
})

describe('A mistake is told with its remedy', () => {
  test.each([
    ['/', 'The lab has no command /. Type /help to list them.'],
    ['/kil 6381', 'The lab has no command /kil. Did you mean /kill PORT?'],
    ['/HLEP', 'The lab has no command /HLEP. Did you mean /help?'],
    ['/changes', 'Usage: /changes on|off'],
    ['/changes maybe', 'Usage: /changes on|off'],
    ['/destroy 6381', 'The lab has no command /destroy. Type /help to list them.'],
    ['/kill', 'Usage: /kill PORT'],
    ['/kill 6381 6380', 'Usage: /kill PORT'],
    ['/use', 'Usage: /use PORT'],
    ['@ 6480 ROLE', 'No space after @. Press Enter to run @6480 ROLE'],
    ['/timeline 0', 'Usage: /timeline [N]'],
    ['/timeline 5 6', 'Usage: /timeline [N]'],
    ['/log', 'Usage: /log PORT [N]'],
    ['/log 6381 0', 'Usage: /log PORT [N]'],
    ['/log 6381 all', 'Usage: /log PORT [N]'],
    ['/log 6381 3 4', 'Usage: /log PORT [N]'],
    ['/log 6382 3', `6382 is not one of the nodes. ${nodes}`],
    ['/conf 6381 3', 'Usage: /conf PORT [[-]DIRECTIVE VALUE]'],
    ['/conf 6381 requirepass', 'Usage: /conf PORT [[-]DIRECTIVE VALUE]'],
    ['/conf 6381 requirepass "a', 'Usage: /conf PORT [[-]DIRECTIVE VALUE]'],
    ['/conf 6381 # a', 'Usage: /conf PORT [[-]DIRECTIVE VALUE]'],
    [
      '/conf 6381 port 1',
      'port stays as it is in this lab: otherwise the lab could not start, read or remove this node.',
    ],
    [
      '/conf 6381 bind 0.0.0.0',
      'Here bind takes 127.0.0.1, and beside it other addresses of this computer alone (127.0.0.2, ::1): on any other address strangers could reach the node.',
    ],
    ['/cluster', 'Usage: /cluster on|off'],
    ['/cluster yes', 'Usage: /cluster on|off'],
    ['/cluster on 6379', 'Usage: /cluster on|off'],
    ['/traffic 20', 'Usage: /traffic [on|off] [RATE] [compare|replicas] [from PORT]'],
    ['/traffic off 20', 'Usage: /traffic [on|off] [RATE] [compare|replicas] [from PORT]'],
    ['/traffic on 20 30', 'Usage: /traffic [on|off] [RATE] [compare|replicas] [from PORT]'],
    ['/traffic on 0', 'RATE must be 1 to 500 a second.'],
    ['/traffic on 501', 'RATE must be 1 to 500 a second.'],
    ['/traffic on 2.5', 'RATE must be 1 to 500 a second.'],
    ['/hint 2', 'Usage: /hint'],
    ['/lang fr', 'Usage: /lang [en|zh]'],
    ['/lang en zh', 'Usage: /lang [en|zh]'],
    ['/view keys', 'Usage: /view [nodes|opinions|slots|timeline|traffic]'],
    ['/lessons slots 1 2', 'Usage: /lessons [LESSON [STEP]]'],
    ['/export a b', 'Usage: /export [FILE]'],
    ['/kill 6382', `6382 is not one of the nodes. ${nodes}`],
    ['/use all', `all is not one of the nodes. ${nodes}`],
    ['@6382 PING', `@6382 is not one of the nodes. ${nodes}`],
    ['@', `@ is not one of the nodes. ${nodes}`],
    ['@ PING', `@ is not one of the nodes. ${nodes}`],
    ['@6480', '@6480 needs a command, for example @6480 PING'],
    ['@all', '@all needs a command, for example @all PING'],
    ['GET "a', 'Invalid argument(s): a quote is not closed, or a closing quote is not followed by a space'],
    [
      '@6480 GET "a',
      'Invalid argument(s): a quote is not closed, or a closing quote is not followed by a space',
    ],
    ['pause 6381', 'Redis has no command pause; the lab has: /pause PORT'],
    ['@6480 Hint', 'Redis has no command Hint; the lab has: /hint'],
    ['2 @6382 PING', `@6382 is not one of the nodes. ${nodes}`],
    ['0 PING', tooOften],
    ['-1 PING', tooOften],
    ['99999999999999999999 PING', tooOften],
    [':foo', `unknown redis-cli internal command ':foo'. ${preferences}`],
    [':set', `unknown redis-cli internal command ':set'. ${preferences}`],
    [':set colour', `unknown redis-cli preference 'colour'. ${preferences}`],
    [
      'restart 6381',
      "Use 'restart' only in Lua debugging mode. To restart a node: /stop 6381, then /start 6381.",
    ],
    [
      'connect 10.0.0.1 6379',
      "The lab's nodes are only on this computer; 10.0.0.1 is elsewhere. Use -h 127.0.0.1, or omit -h.",
    ],
    [
      'connect 127.0.0.1 9',
      '9 is not a port or pid of the six nodes. The lab touches nothing else on this computer.',
    ],
  ])('%j: %s', (typed, sentence) => {
    expect(become(typed)).toBe(sentence)
  })

  test('in Chinese too', () => {
    const line = parseLine('/kill', {node: '6379', roster: rosterAt(6379)})
    expect(line.is === 'rejected' && translate('zh', line.because)).toBe('用法：/kill 端口')
  })
})

describe('At an open question', () => {
  const commandTable = {PING: {}, 'CLUSTER INFO': {}} as unknown as CommandTable
  const at = (typed: string) =>
    parseLine(typed, {node: '6379', roster: rosterAt(6379), options: 3, commandTable})

  test('a number answers it', () => {
    expect(at('2')).toEqual({is: 'answer', option: 2})
  })

  test.each(['b', 'B', 'yes'])('%s is told that numbers answer', typed => {
    const line = at(typed)
    expect(line.is === 'rejected' && translate('en', line.because)).toBe(
      `A question is open: type the number of an option, 1 to 3. No command is named ${typed}.`,
    )
  })

  test.each(['ping', 'CLUSTER', 'SET a 1', '/hint'])('%s runs', typed => {
    expect(at(typed).is).not.toBe('rejected')
  })
})

const stranger =
  "6379 is not a port of this lab, and the lab does not connect its nodes to other servers. The lab's 6379 is on 7379."

describe('Where the set has moved', () => {
  test.each([
    ['@7480 PING', '6480: PING'],
    ['@6480 PING', '6480: PING'],
    ['/kill 7381', 'kill 6381'],
    ['/kill 6381', 'kill 6381'],
    ['REPLICAOF 127.0.0.1 7379', '6380: REPLICAOF 127.0.0.1 7379'],
    ['replicaof 127.0.0.1 6379', stranger],
    ['@7480 slaveof localhost 6379', stranger],
    ['CLUSTER MEET 127.0.0.1 6379', stranger],
    ['MIGRATE 127.0.0.1 6379 k 0 100', stranger],
    ['redis-cli -p 7480 REPLICAOF 127.0.0.1 6379', stranger],
    ['REPLICAOF 127.0.0.1 6399', '6380: REPLICAOF 127.0.0.1 6399'],
    ['SET port 6379', '6380: SET port 6379'],
    ['/use 9381', '9381 is not one of the nodes. They are 7379, 7380, 7381, 7479, 7480, 7481.'],
  ])('%j: %s', (typed, expected) => {
    expect(become(typed, 7379)).toBe(expected)
  })
})

describe("The table of the lab's commands", () => {
  test('names each once', () => {
    const names = labCommands.map(({name}) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  test('is understood as its usages are written, and explains each', () => {
    const faults = labCommands.flatMap(command => {
      const typed = translate('en', usageOf(command))
        .replace(/\[?PORT… \[{1,2}\|>\] PORT…(\]\])?/, '6381 | 6380')
        .replace('[--close]', '--close')
        .replace('MS [JITTER]', '200 50')
        .replace('PORT', '6381')
        .replace('on|off', 'on')
        .replace('[N]', '3')
        .replace('[[-]DIRECTIVE VALUE]', 'appendonly yes')
        .replace(/\[(en|nodes|help|reply)\|.*\]/, '$1')
        .replace('yes|no', 'yes')
        .replace('[erase]', 'erase')
        .replace(/\[claim.*\]/, 'claim 1')
        .replace(/ N$/, ' 1')
        .replace('[on] [RATE] [compare|replicas] [from 6381]', 'on 30 compare from 6381')
        .replace('/wires [on]', '/wires on')
      const read = parseLine(typed, {node: '6380', roster: rosterAt(6379, [], true)})
      return [
        ...(read.is === 'rejected' ? [`${typed}: ${JSON.stringify(read)}`] : []),
        ...(translate('en', {key: command.help}) === '' ? [`${command.name}: no help`] : []),
      ]
    })
    expect(faults).toEqual([])
  })
})

test('A nominal port is told as the real one', () => {
  const use = (typed: string) => {
    const line = parseLine(typed, {node: '6379', roster: rosterAt(30000)})
    return line.is === 'use' && [line.node, line.became && translate('en', line.became)]
  }
  expect(use('/use 6481')).toEqual(['6481', '→ /use 30102'])
  expect(use('/use 127.0.0.1:30102')).toEqual(['6481', undefined])
})
