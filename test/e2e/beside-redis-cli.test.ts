// The same lines typed into redis-cli and into the lab, in two terminals: the same prompts, the same text. And what the lab does better.

import {afterAll, expect, test} from 'vitest'
import {startCommand} from '../../tools/program/command.ts'
import {openHome} from '../../tools/program/home.ts'
import {openLab, promptRow} from '../../tools/program/lab.ts'
import {server} from '../../tools/servers/server.ts'
import {openTerminal} from '../../tools/terminal/terminal.ts'

const lab = await openLab(['sandbox', '--stage', 'standalone'], {rows: 140})
afterAll(() => lab[Symbol.asyncDispose]())

/** redis-cli at a node of another lab, as a person has it in a second window. */
async function openRedisCli() {
  await using opened = new AsyncDisposableStack()
  const home = opened.use(await openHome())
  const up = opened.use(await startCommand(home, ['up', '--stage', 'standalone', '--json']))
  const [, port = ''] = /"name":"6379","port":(\d+)/.exec(await up.prints('stdout', /"event":"ready"/)) ?? []
  const {cli, libraryPath} = await server()
  const terminal = opened.use(
    await openTerminal({
      command: cli ?? '',
      args: ['-p', port],
      env: {
        REDISCLI_HISTFILE: '/dev/null',
        REDISCLI_RCFILE: '/dev/null',
        ...(libraryPath && {LD_LIBRARY_PATH: libraryPath}),
      },
      columns: 118,
      rows: 140,
    }),
  )
  const owned = opened.move()
  return {...terminal, port: Number(port), [Symbol.asyncDispose]: () => owned.disposeAsync()}
}

const prompts = /^(127\.0\.0\.1:\d+(\[\d+\])?(\(TX\))?|not connected)>$/

const lines = [
  'SELECT 2',
  'SET a 1',
  'MULTI',
  'SELECT 5',
  'INCR a',
  'EXEC',
  'SELECT 99',
  'MULTI',
  'GET',
  'SELECT 3',
  'EXEC',
  'WATCH b',
  'MULTI',
  'DISCARD',
  'DISCARD',
  'HELLO 3',
  'HSET h f v',
  'HGETALL h',
  'HELLO 2',
  'HGETALL h',
  'CONFIG SET requirepass secret',
  'AUTH wrong',
  'AUTH secret',
  'CONFIG SET requirepass ""',
  'SUBSCRIBE',
  'DEBUG SLEEP',
  'SELECT 1',
  'RESET',
  'SHUTDOWN NOSAVE',
  'GET a',
  'MULTI',
]

test('prompts and replies equal those of redis-cli: databases, transactions, protocols, a lost connection', async () => {
  await using redisCli = await openRedisCli()
  await redisCli.waitFor(screen => prompts.test(screen.trimEnd()))
  // What the lab says beside the replies redis-cli does not say.
  await lab.run('/explain off')
  await lab.run('/changes off')
  lab.press('shift-tab')
  lab.press('ctrl-o')
  for (const line of lines) {
    const typed = (screen: string) =>
      screen.split('\n').filter(row => row.trimEnd().endsWith(`> ${line}`)).length
    const before = typed(redisCli.screen())
    // redis-cli has prompted again. Some lines come more than once.
    const prompted = (screen: string) =>
      typed(screen) > before && prompts.test(screen.trimEnd().split('\n').at(-1) ?? '')
    redisCli.type(`${line}\r`)
    await redisCli.waitFor(prompted)
    await lab.run(line)
  }
  const theirs = redisCli.screen().trimEnd().replaceAll(`${redisCli.port}`, 'PORT')
  const ours = lab
    .screen()
    .split('\n')
    .slice(2, -1)
    .map(row => row.slice(1))
    .join('\n')
    .trim()
    .replaceAll(`${lab.port('6379')}`, 'PORT')
    .replace(/^.*?(?=127\.0\.0\.1:PORT> SELECT 2)/s, '')
  const withoutIds = (text: string) =>
    text.replaceAll(/(?<="id"\) => |"id" => |"id"\n *\d+\) )\(integer\) \d+/g, 'ID')
  expect(withoutIds(ours)).toBe(withoutIds(theirs))
  expect(promptRow(lab.screen())).toBe(' not connected>')
  await lab.run('/start {6379}')
  await lab.run('PING')
  expect(promptRow(lab.screen())).toBe(lab.filled(' 127.0.0.1:{6379}>'))
})
