// The prompt as hands know it: type-ahead, pastes, completion, history, wide characters, and a Ctrl-C that always answers.

import {afterAll, beforeEach, expect, test} from 'vitest'
import {openHome} from '../../tools/program/home.ts'
import {labIn, openCommand, openLab, promptRow} from '../../tools/program/lab.ts'
import type {Terminal} from '../../tools/terminal/terminal.ts'
import {printed, transcriptOf} from './transcript.ts'

const lab = await openLab(['sandbox', '--stage', 'standalone'])
afterAll(() => lab[Symbol.asyncDispose]())

/** What is typed at the prompt, without what stands grey behind it. */
const typedIn = ({frame}: Pick<Terminal, 'frame'>) => {
  const row = frame().cells.at(-2) ?? []
  const text = row.map(cell => (cell.foreground === 245 ? '' : cell.text)).join('')
  return /^ 127\.0\.0\.1:\d+> ?(.*)$/.exec(text.trimEnd())?.[1]
}
const untilTyped = (text: string) => lab.waitFor(() => typedIn(lab) === lab.filled(text).trimEnd())
/** The entry of a command in the transcript, with what came of it. */
const untilAnswered = (command: string, ...lines: readonly string[]) =>
  lab.waitFor(printed(lab.filled([`> ${command}`, ...lines].join('\n '))))

beforeEach(async () => {
  lab.press('ctrl-u')
  await untilTyped('')
})

test('a key typed before the first frame is not lost and appears only at the prompt', async () => {
  await using home = await openHome()
  await using terminal = await openCommand(home, ['sandbox', '--stage', 'standalone'])
  terminal.type('P')
  await terminal.waitFor('redis-cluster-lab ...')
  terminal.type('ING')
  await labIn(terminal)
  const screen = await terminal.waitFor(() => typedIn(terminal) === 'PING')
  expect(screen.split('PING')).toHaveLength(2)
  expect(screen).toMatch(/^redis-cluster-lab {2}free play +standalone · 6 of 6 up\n╭/)
  terminal.press('enter')
  await terminal.waitFor(printed('> PING\n PONG'))
})

test('the splash stays until the first frame is complete', async () => {
  await using home = await openHome()
  await using terminal = await openCommand(home, ['sandbox', '--stage', 'standalone'])
  await terminal.waitFor('redis-cluster-lab ...')
  const seen: string[] = []
  await terminal.waitFor(screen => {
    seen.push(screen.trim())
    return promptRow(screen).endsWith('>')
  })
  expect(seen.filter(screen => screen === '')).toEqual([])
})

test('several lines in one write run one after the other', async () => {
  lab.type('ECHO ahead\rECHO further\rECHO typed')
  await untilAnswered('ECHO ahead', '"ahead"')
  await untilAnswered('ECHO further', '"further"')
  await untilTyped('ECHO typed')
})

test('a paste of several lines asks for confirmation', async () => {
  lab.paste('SET pasted 1\nINCR pasted\nGET pasted\n')
  await lab.waitFor('3 lines pasted: Enter runs them one by one, Ctrl-C drops them.')
  expect(transcriptOf(lab.screen())).toMatch(/ 1 SET pasted 1\n +2 INCR pasted\n +3 GET pasted\n/)
  expect(lab.screen()).not.toContain('> SET pasted 1')
  lab.press('ctrl-c')
  await lab.waitUntilGone('3 lines pasted')
  lab.paste('SET pasted 1\nINCR pasted\nGET pasted\n')
  await lab.waitFor('3 lines pasted')
  lab.press('enter')
  await untilAnswered('GET pasted', '"2"')
  expect(transcriptOf(lab.screen())).toMatch(
    /> SET pasted 1\n OK\n(?: {3}.*\n)*.*> INCR pasted\n \(integer\) 2\n(?: {3}.*\n)*.*> GET pasted/,
  )
})

test('a pasted line waits at the cursor', async () => {
  lab.type('ECHO ')
  lab.paste('"one line"')
  await untilTyped('ECHO "one line"')
})

test('Tab completes commands, lab commands and ports', async () => {
  const completes = async (start: string, done: string) => {
    lab.press('ctrl-u')
    lab.type(lab.filled(start))
    await untilTyped(start)
    lab.press('tab')
    await untilTyped(done)
  }
  await completes('REPLICAO', 'REPLICAOF')
  await completes('config res', 'CONFIG RESETSTAT')
  await completes('/ki', '/kill ')
  await completes('/kill ', '/kill {6379}')
  lab.press('tab')
  await untilTyped('/kill {6380}')
  await completes(lab.filled('@{6481}').slice(0, -1), '@{6480} ')
  lab.press('tab')
  await untilTyped('@{6481}')
})

test('a slash shows the list of lab commands', async () => {
  lab.type('/')
  await lab.waitFor(printed(/^ +\/pause PORT +freeze a node \(kill -STOP\)$/m))
  lab.type('s')
  await lab.waitUntilGone('/pause PORT')
  await lab.waitFor('/solve')
})

test("the prompt shows a node's redis.conf and log, also of a dead node", async () => {
  await lab.run('/stop {6481}')
  await lab.run('/log {6481} 2')
  await lab.waitFor(printed(/6481\/redis\.log\n.*\n.*ready to exit, bye bye/))
  await lab.run('/conf {6481}')
  await lab.waitFor('proc-title-template "{title}')
  await lab.run('/start {6481}')
})

test('clear and Ctrl-L empty the transcript, and scrolling up shows it again', async () => {
  await lab.run('ECHO old')
  await untilAnswered('ECHO old', '"old"')
  await lab.run('clear')
  await lab.waitUntilGone('ECHO old')
  await lab.run('ECHO new')
  await untilAnswered('ECHO new', '"new"')
  expect(lab.screen()).not.toContain('ECHO old')
  lab.press('ctrl-l')
  await lab.waitUntilGone('ECHO new')
  lab.press('pageup')
  await untilAnswered('ECHO old', '"old"')
})

test('Up and Down go through the history and back to the line being typed', async () => {
  await lab.run('ECHO first')
  await lab.run('ECHO second')
  lab.type('ECHO dra')
  await untilTyped('ECHO dra')
  lab.press('up')
  await untilTyped('ECHO second')
  lab.press('up')
  await untilTyped('ECHO first')
  lab.press('down')
  lab.press('down')
  await untilTyped('ECHO dra')
})

test('Ctrl-C cancels a command to a frozen node at once', async () => {
  await lab.run('/pause {6380}')
  await lab.waitFor(new RegExp(lab.filled('‖ {6380} paused')))
  lab.type(lab.filled('@{6380} PING\r'))
  await lab.waitFor(printed(/waiting 1 s · Ctrl-C cancels$/m))
  // What is typed meanwhile has its turn when this one is over.
  lab.type('ECHO behind\r')
  await lab.waitFor(printed(/waiting \d s · Ctrl-C cancels · 1 line waits behind it$/m))
  lab.press('ctrl-c')
  await lab.waitFor(new RegExp(lab.filled('Canceled after [\\d.]+ s; {6380} did not reply')), {
    within: 500,
  })
  await untilAnswered('ECHO behind', '"behind"')
  await lab.run('ECHO after')
  await lab.run('/resume {6380}')
  await lab.run('@{6380} ECHO awake')
  await untilAnswered('@{6380} ECHO awake', '"awake"')
})

test('wide characters take two cells, and the cursor moves over each as one', async () => {
  lab.type('SET 书 红楼梦')
  const screen = await lab.waitFor('> SET 书 红楼梦')
  const {cursor} = lab.frame()
  const prompt = promptRow(screen).indexOf('SET')
  expect(cursor).toEqual({x: prompt + 'SET '.length + 2 + 1 + 6, y: 38, visible: true})
  lab.press('left')
  lab.press('backspace')
  await lab.waitFor('> SET 书 红梦')
  expect(lab.frame().cursor.x).toBe(cursor.x - 4)
  lab.press('enter')
  await lab.run('STRLEN 书')
  await untilAnswered('STRLEN 书', '(integer) 6')
  await lab.run('GET 书')
  await untilAnswered('GET 书', String.raw`"\xe7\xba\xa2\xe6\xa2\xa6"`)
})
