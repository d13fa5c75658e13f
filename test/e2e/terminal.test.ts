// The harness, proved on small programs of its own: what it shows is what a person would see, and it fails with what was there.

import {existsSync} from 'node:fs'
import {expect, onTestFinished, test, vi} from 'vitest'
import {inkApp, openProgram} from '../../tools/program/programs.ts'
import {openTerminal} from '../../tools/terminal/terminal.ts'

test('a program starts in an environment of its own, without the CI variable of the tests', async () => {
  vi.stubEnv('CI', 'true')
  onTestFinished(() => void vi.unstubAllEnvs())
  await using terminal = await openProgram(`say(Object.keys(process.env).sort().join(' '))`, {
    env: {LAB: 'yes'},
  })
  await terminal.waitFor('COLORTERM HOME LAB LANG NODE_COMPILE_CACHE PATH PWD TERM\n')
})

test('half a frame is never visible, however long the other half takes', async () => {
  await using terminal = await openProgram(`
    onKeys(key => {
      if (key === '1') say('\\x1b[?2026h\\x1b[H\\x1b[2Jhalf')
      if (key === '2') say(' and whole\\x1b[?2026l')
    })
    say('before')
  `)
  await terminal.waitFor('before')
  const written = terminal.bytesWritten()
  terminal.type('1')
  await vi.waitUntil(() => terminal.modes().synchronizedUpdate, {timeout: 10_000})
  expect(terminal.bytesWritten()).toBe(written + '\x1b[?2026h\x1b[H\x1b[2Jhalf'.length)
  expect(terminal.screen().trim()).toBe('before')
  await expect(terminal.waitFor('half', {within: 50})).rejects.toThrow(/An update is open.*\n.*\n│before/)
  terminal.type('2')
  expect((await terminal.waitUntilGone('before')).trim()).toBe('half and whole')
})

test('an Ink app draws, receives keys and a new size, and exits', async () => {
  await using terminal = await openTerminal({command: process.execPath, args: [inkApp], columns: 40, rows: 6})
  const first = await terminal.waitFor('40x6')
  expect(first.split('\n')).toEqual([
    '╭──────────────────────────────────────╮',
    '│主节点 🚀 master                      │',
    '│40x6 typed:                           │',
    '│                                      │',
    '│                                      │',
    '╰──────────────────────────────────────╯',
  ])
  expect(terminal.cellOf('🚀')).toMatchObject({foreground: 'blue', bold: true, width: 2})
  expect(terminal.modes()).toMatchObject({alternateScreen: true, cursorVisible: false, kittyKeyboard: 1})
  terminal.type('从节点')
  await terminal.waitFor('typed: 从节点')
  terminal.resize(60, 4)
  const wider = await terminal.waitFor('60x4')
  expect(wider.split('\n').map(row => [...row].at(-1))).toEqual(['╮', '│', '│', '╯'])
  terminal.press('esc')
  expect(await terminal.exit).toEqual({code: 3, signal: null})
  expect(terminal.modes()).toMatchObject({alternateScreen: false, cursorVisible: true, kittyKeyboard: 0})
})

test('all output of a program is on the screen when its exit is reported, even if drawing takes a while', async () => {
  const frames = 300
  await using terminal = await openProgram(`
    for (let n = 1; n <= ${frames}; n++) say('\\x1b[?2026h\\x1b[Hframe ' + String(n).padStart(4) + '\\x1b[?2026l')
    process.exitCode = 7
  `)
  expect(await terminal.exit).toEqual({code: 7, signal: null})
  expect(terminal.screen().trimEnd()).toBe('frame  300')
  expect(terminal.bytesWritten()).toBe(frames * '\x1b[?2026h\x1b[Hframe 0000\x1b[?2026l'.length)
})

test('the exit of a killed program names the signal', async () => {
  await using terminal = await openProgram(`onKeys(() => {}); say('ready')`)
  await terminal.waitFor('ready')
  terminal.kill()
  expect(await terminal.exit).toEqual({code: null, signal: 'SIGKILL'})
  terminal.press('enter')
  terminal.kill()
})

test('the error of a wait that times out shows the whole screen', async () => {
  await using terminal = await openProgram(`onKeys(() => {}); say('up here\\x1b[4;3Hdown there')`, {
    columns: 20,
    rows: 4,
  })
  await terminal.waitFor('there')
  await expect(terminal.waitFor(/nowhere/, {within: 30})).rejects.toThrow(
    'The screen did not show /nowhere/ within 30 ms.\n┌── the screen\n│up here\n│\n│\n│  down there\n└──',
  )
  await expect(terminal.waitUntilGone('here', {within: 30})).rejects.toThrow(
    'The screen did not lose "here" within 30 ms.',
  )
  expect(() => terminal.cellOf('nowhere')).toThrow(
    '"nowhere" is not on the screen.\n┌── the screen\n│up here',
  )
  expect(() => terminal.cell(20, 0)).toThrow('There is no cell 20, 0 on the screen.')
})

test('a wait for a program that has ended fails at once and shows its last output', async () => {
  await using terminal = await openProgram(`throw new Error('broken')`)
  await expect(terminal.waitFor('ready', {within: 3_600_000})).rejects.toThrow(
    /The program ended and the screen did not show "ready".*broken/s,
  )
  await terminal.waitFor('broken')
})

test('keys, text and pastes arrive as a terminal sends them', async () => {
  await using terminal = await openProgram(`
    onKeys(key => say(JSON.stringify(key) + '\\r\\n'))
    say('ready')
  `)
  await terminal.waitFor('ready')
  const arrives = async (act: () => void, bytes: string) => {
    act()
    await terminal.waitFor(JSON.stringify(bytes))
  }
  await arrives(() => terminal.press('enter'), '\r')
  await arrives(() => terminal.press('shift-tab'), '\x1b[Z')
  await arrives(() => terminal.press('ctrl-c'), '\x03')
  await arrives(() => terminal.press('ctrl-z'), '\x1a')
  await arrives(() => terminal.press('alt-b'), '\x1bb')
  await arrives(() => terminal.press('f1'), '\x1bOP')
  await arrives(() => terminal.press('up'), '\x1b[A')
  await arrives(() => terminal.type('SET 键 值'), 'SET 键 值')
  await arrives(() => terminal.paste('a\nb'), 'a\rb')
})

test('cursor keys and pastes are encoded as the program requests', async () => {
  await using terminal = await openProgram(`
    onKeys(key => say(JSON.stringify(key)))
    say('\\x1b[?1h\\x1b[?2004hready')
  `)
  await terminal.waitFor('ready')
  terminal.press('up')
  await terminal.waitFor(JSON.stringify('\x1bOA'))
  terminal.paste('two\r\nlines')
  await terminal.waitFor(JSON.stringify('\x1b[200~two\rlines\x1b[201~'))
})

test('a program that asks for the cursor position gets it', async () => {
  await using terminal = await openProgram(
    `onKeys(answer => say(JSON.stringify(answer))); say('abc\\x1b[6n')`,
  )
  await terminal.waitFor(JSON.stringify('\x1b[1;4R'))
})

test('a disposed terminal leaves no process and no home', async () => {
  let [pid, home] = [0, '']
  {
    await using terminal = await openProgram(`onKeys(() => {}); say('[' + process.env.HOME + ']')`)
    home = /\[(.+)\]/.exec(await terminal.waitFor(']'))?.[1] ?? ''
    pid = terminal.pid
    expect(existsSync(home)).toBe(true)
    expect(process.kill(pid, 0)).toBe(true)
  }
  expect(existsSync(home)).toBe(false)
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})
