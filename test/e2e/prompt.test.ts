// The help of the prompt: the arguments still expected, suggestions for misspelled words, the history, and the documentation of commands.

import {mkdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {runCommand} from '../../tools/program/command.ts'
import {openHome} from '../../tools/program/home.ts'
import {type Lab, openCommand, openLab, promptRow} from '../../tools/program/lab.ts'
import {printed} from './transcript.ts'

const sandbox = ['sandbox', '--stage', 'standalone']
/** Where a lab keeps what was typed; macOS has folders of its own. */
const historyOf = (home: string) =>
  process.platform === 'darwin'
    ? join(home, 'Library/Application Support/redis-cluster-lab/history')
    : join(home, '.local/share/redis-cluster-lab/history')

const ctrlC = '\x03'

const untilPrompt = (lab: Lab, row: string | RegExp) =>
  lab.waitFor(screen => {
    const shown = promptRow(screen)
      .replace(/^ 127\.0\.0\.1:\d+> ?/, '')
      .trim()
    return typeof row === 'string' ? shown === row : row.test(shown)
  })

test('the missing arguments are shown in grey and disappear as they are typed', async () => {
  await using lab = await openLab(sandbox)
  lab.type('set')
  await untilPrompt(lab, /^set key value \[NX\|XX\] \[GET\] \[EX seconds\|PX/)
  expect(lab.cellOf('key value').foreground).toBe(245)
  lab.type(' cart book ex ')
  await untilPrompt(lab, 'set cart book ex seconds [NX|XX] [GET]')
  lab.type('60 nx get ')
  await untilPrompt(lab, 'set cart book ex 60 nx get')
  lab.press('ctrl-u')
  lab.type(lab.filled('@{6480} GET'))
  await untilPrompt(lab, lab.filled('@{6480} GET key'))
  const {cursor} = lab.frame()
  lab.press('left')
  await lab.waitFor(() => lab.frame().cursor.x === cursor.x - 1)
  await untilPrompt(lab, lab.filled('@{6480} GET key'))
  lab.press('ctrl-c')
  lab.type(lab.filled('redis-cli -c -p {6480} INCRBY visits '))
  await untilPrompt(lab, lab.filled('redis-cli -c -p {6480} INCRBY visits increment'))
  lab.press('ctrl-u')
  await lab.run(':set nohints')
  lab.type('INCRBY visits ')
  await untilPrompt(lab, 'INCRBY visits')
})

test('Ctrl-C that arrives together with a line cancels this line', async () => {
  await using lab = await openLab(sandbox)
  lab.type(`BLPOP nothing 0\r${ctrlC}`)
  await lab.waitFor(/Canceled after/)
  lab.type(ctrlC)
  await lab.waitFor(/Press Ctrl-C again to leave/)
})

test('Tab completes options and keys of this session from a menu with descriptions', async () => {
  await using lab = await openLab(sandbox)
  await lab.run('SET cart:ann book')
  lab.type('config re')
  lab.press('tab')
  await lab.waitFor(/CONFIG RESETSTAT +Reset/)
  await lab.waitFor(/CONFIG REWRITE +Rewrite/)
  await untilPrompt(lab, 'CONFIG RESETSTAT')
  lab.press('tab')
  await untilPrompt(lab, 'CONFIG REWRITE')
  lab.press('ctrl-u')
  await lab.waitUntilGone(/CONFIG REWRITE +Rewrite/)
  lab.type('GET ca')
  lab.press('tab')
  await untilPrompt(lab, 'GET cart:ann key')
  lab.press('enter')
  await lab.waitFor(printed('> GET cart:ann\n "book"'))
  lab.type('replicaof n')
  lab.press('tab')
  await untilPrompt(lab, 'replicaof NO ONE')
})

test('a port completes to the node id', async () => {
  await using lab = await openLab(['sandbox'])
  lab.type(lab.filled('@{6479} CLUSTER REPLICATE {6380}'))
  lab.press('tab')
  await untilPrompt(lab, /CLUSTER REPLICATE [0-9a-f]{40}$/)
  lab.press('enter')
  await lab.waitFor(printed(/CLUSTER REPLICATE [0-9a-f]{40}\n OK/))
})

test('help appears in the transcript', async () => {
  await using lab = await openLab(sandbox)
  await lab.run('help replicaof')
  await lab.waitFor(
    printed(/ {3}REPLICAOF host port\|NO ONE\n {3}summary: .+\n {3}since: 5\.0\.0\n {3}group: server\n/),
  )
  await lab.run('help nosuch')
  await lab.waitFor('No help on nosuch')
  await lab.run('help')
  await lab.waitFor('"help @<group>" to get a list of commands in <group>')
  await using home = await openHome()
  const ran = await runCommand(home, [...sandbox, '--plain'], {input: 'help get\n'})
  expect(ran).toMatchObject({code: 0, stdout: expect.stringContaining('\n  GET key\n  summary: ')})
})

test('the history is kept for the next run, also as lines, and never contains passwords', async () => {
  await using home = await openHome()
  const file = historyOf(home.env['HOME'] ?? '')
  {
    await using lab = await openLab(sandbox, {home})
    await lab.run('SET cart:ann book')
    await lab.run('AUTH hunter2')
    await lab.run('CONFIG SET masterauth hunter2')
    await lab.run('INCR visits')
    lab.press('up')
    lab.press('up')
    await untilPrompt(lab, /^SET cart:ann book/)
    lab.press('ctrl-c')
    lab.press('ctrl-d')
    await lab.exit
  }
  expect(await readFile(file, 'utf8')).toBe('SET cart:ann book\nINCR visits\n')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  {
    await using lab = await openLab(sandbox, {home})
    lab.type('dra')
    lab.press('ctrl-r')
    await lab.waitFor("(reverse-i-search)`': dra")
    lab.type('car')
    await lab.waitFor("(reverse-i-search)`car': SET cart:ann book")
    lab.type('x')
    await lab.waitFor("(failed i-search)`carx': SET cart:ann book")
    lab.press('backspace')
    lab.press('enter')
    await lab.waitFor(printed('> SET cart:ann book\n OK'))
    lab.press('ctrl-d')
    await lab.exit
  }
  await using terminal = await openCommand(home, [...sandbox, '--plain'], {columns: 80, rows: 24})
  await terminal.waitFor(/^127\.0\.0\.1:\d+>$/m)
  terminal.press('up')
  await terminal.waitFor(/> SET cart:ann book/)
  terminal.press('enter')
  await terminal.waitFor(/> SET cart:ann book\nOK/)
  terminal.type('help @hyp\t')
  await terminal.waitFor('help @hyperloglog')
})

test('a history that cannot be saved stops nothing and is reported at the end', async () => {
  await using home = await openHome()
  const file = historyOf(home.env['HOME'] ?? '')
  await mkdir(file, {recursive: true})
  await using lab = await openLab(sandbox, {home})
  await lab.run('PING')
  await lab.waitFor(printed('> PING\n PONG'))
  lab.press('ctrl-d')
  expect(await lab.exit).toMatchObject({code: 0})
  expect(lab.screen()).toContain('Cannot save the history of typed lines to')
})
