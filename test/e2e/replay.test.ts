// Looking back, as a person does it: a node is killed, the lab shows the time before, and a recording shows it without any node.

import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {runCommand} from './command.ts'
import {openHome} from './home.ts'
import {openLab, program} from './lab.ts'
import {openTerminal} from './terminal.ts'

test('a killed node lives again while one looks back, and in a recording that needs no node', async () => {
  await using home = await openHome()
  const file = join(home.temp, 'killed.jsonl')
  await using lab = await openLab(['sandbox', '--stage', 'standalone'], {home})
  await lab.run('/kill {6381}')
  await lab.waitFor(lab.filled('✖ {6381} down'))
  lab.type('/replay\r')
  await lab.waitFor(/‖ \d\d:\d\d:\d\d {2}0:\d\d\.\d\d of 0:\d\d\.\d\d {2}1x/)
  await lab.waitFor(lab.filled('✖ {6381} down'))
  // To the kill, and to the beginning before it.
  lab.press('up')
  await lab.waitFor('no event after this')
  lab.press('up')
  await lab.waitFor(lab.filled('{6381} was killed'))
  // Before the nodes stood, then change by change until they do.
  lab.press('home')
  await lab.waitFor('starting six redis-servers')
  lab.type(' ')
  await lab.waitFor(lab.filled('● {6381} master'))
  await lab.waitFor(lab.filled('✖ {6381} down'))
  lab.press('esc')
  await lab.waitUntilGone('Space play')
  await lab.run(`/export ${file}`)
  await lab.waitFor('shows them, without any node')
  expect(existsSync(file)).toBe(true)
  await lab.run(`/export ${file}`)
  await lab.waitFor('is there already, and is not overwritten')
  lab.press('ctrl-d')
  expect(await lab.exit).toEqual({code: 0, signal: null})

  await using replay = await openTerminal({
    command: process.execPath,
    args: [program, 'replay', file],
    env: home.env,
    columns: 100,
    rows: 30,
  })
  await replay.waitFor(lab.filled('✖ {6381} down'))
  replay.press('home')
  await replay.waitFor('starting six redis-servers')
  replay.press('esc')
  expect(await replay.exit).toEqual({code: 0, signal: null})
})

test.each([
  [['replay'], 'Which recording?'],
  [['replay', '/nowhere/at-all'], 'Cannot open /nowhere/at-all'],
  [['replay', program], 'this is no recording of redis-cluster-lab'],
])('%j is answered in one sentence', async (args, answer) => {
  await using home = await openHome()
  const {code, stderr} = await runCommand(home, args)
  expect(stderr).toContain(answer)
  expect(code).toBe(1)
})
