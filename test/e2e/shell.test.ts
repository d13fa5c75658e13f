// What a program leaves behind in a terminal is caught, and one that cleans up is not accused.

import {expect, test, vi} from 'vitest'
import {inkApp, openShellWith, program, projectFolder} from '../../tools/program/programs.ts'
import {openShell} from '../../tools/terminal/shell.ts'

/** Writes what it leaves, as a program that crashes: even Node's own care for the line settings does not come to pass. */
const killedAfter = (what: string) => `${what}; process.kill(process.pid, 'SIGKILL')`

test('an Ink app that ends leaves the terminal as it was', async () => {
  await using shell = await openShell({cwd: projectFolder})
  const before = await shell.condition()
  shell.start(`node ${inkApp}`)
  await shell.waitFor('80x24')
  expect(shell.modes()).not.toEqual(before)
  shell.press('esc')
  expect(await shell.ended()).toBe(3)
  expect(await shell.condition()).toEqual(before)
})

test.each([
  ['the cursor hidden', `say('\\x1b[?25l')`, {cursorVisible: false}],
  ['the alternate screen', `say('\\x1b[?1049h')`, {alternateScreen: true}],
  ['bracketed paste', `say('\\x1b[?2004h')`, {bracketedPaste: true}],
  ['the mouse', `say('\\x1b[?1003h')`, {mouse: 'any'}],
  ['the kitty keyboard', `say('\\x1b[>1u')`, {kittyKeyboard: 1}],
  ['an open update', `say('\\x1b[?2026h')`, {synchronizedUpdate: true}],
  ['a red pen', `say('\\x1b[31m')`, {pen: expect.objectContaining({foreground: 'red'})}],
  [
    'raw mode',
    `process.stdin.setRawMode(true)`,
    {lineSettings: expect.arrayContaining(['-icanon', '-echo', '-isig'])},
  ],
])('a program that leaves %s is caught', async (_, leaves, left) => {
  await using shell = await openShellWith(killedAfter(leaves))
  const before = await shell.condition()
  shell.start(program)
  expect(await shell.ended()).toBe(128 + 9)
  const after = await shell.condition()
  expect(after).not.toEqual(before)
  expect(after).toEqual({...before, ...left})
})

test('Ctrl-Z stops a program, and fg continues it', async () => {
  await using shell = await openShellWith(
    `process.on('SIGCONT', () => say('again')); say('working'); setInterval(() => {}, 1e6)`,
  )
  shell.start(program)
  await shell.waitFor('working')
  shell.press('ctrl-z')
  expect(await shell.ended()).toBe(128 + 20)
  shell.start('fg')
  await shell.waitFor('again')
  shell.press('ctrl-c')
  expect(await shell.ended()).toBe(128 + 2)
})

test('a program in a shell ends with the shell', async () => {
  let pid = 0
  {
    await using shell = await openShellWith(`setInterval(() => {}, 1e6); say('[' + process.pid + ']')`)
    shell.start(program)
    pid = Number(/\[(\d+)\]/.exec(await shell.waitFor(/\[\d+\]/))?.[1])
    expect(process.kill(pid, 0)).toBe(true)
  }
  // Not killed by the harness but hung up by the system, which may take a moment.
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), {timeout: 5_000})
})
