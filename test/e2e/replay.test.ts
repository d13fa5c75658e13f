// Looking back, as a person does it: a node is killed, the lab shows the time before, and a recording shows it without any node.

import {existsSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {type Frame, headLine, stateLine} from '../../src/model/recording/recording.ts'
import {initialState} from '../../src/model/state/initial-state.ts'
import {runCommand} from '../../tools/program/command.ts'
import {openHome} from '../../tools/program/home.ts'
import {openCommand, openLab} from '../../tools/program/lab.ts'
import type {Terminal} from '../../tools/terminal/terminal.ts'
import {printed} from './transcript.ts'

/** Presses Up until the screen shows it; at the beginning nothing changes any more, and the wait fails. */
async function upTo(terminal: Terminal, shown: string) {
  while (!terminal.screen().includes(shown)) {
    const before = terminal.screen()
    terminal.press('up')
    await terminal.waitFor(screen => screen !== before)
  }
}

test('a killed node is alive again in the replay, and in a recording that needs no nodes', async () => {
  await using home = await openHome()
  const file = join(home.temp, 'killed.jsonl')
  await using lab = await openLab(['sandbox', '--stage', 'standalone'], {home})
  await lab.run('/kill {6381}')
  await lab.waitFor(lab.filled('✖ {6381} down'))
  lab.type('/replay\r')
  await lab.waitFor(/‖ \d\d:\d\d:\d\d {2}0:\d\d\.\d\d of 0:\d\d\.\d\d {2}1x/)
  await lab.waitFor(lab.filled('✖ {6381} down'))
  // To the last event and to those before it, until the kill: a stall of the computer is an event, too.
  lab.press('up')
  await lab.waitFor('no event after this')
  await upTo(lab, lab.filled('{6381} was killed'))
  // Before the nodes stood, then change by change until they do.
  lab.press('home')
  await lab.waitFor('starting six redis-servers')
  lab.type(' ')
  await lab.waitFor(lab.filled('● {6381} master'))
  await lab.waitFor(lab.filled('✖ {6381} down'))
  lab.press('esc')
  await lab.waitUntilGone(/Space p(lay|ause)/)
  await lab.run(`/export ${file}`)
  await lab.waitFor(printed(/To\s+replay\s+it/))
  expect(existsSync(file)).toBe(true)
  await lab.run(`/export ${file}`)
  await lab.waitFor(printed(/was\s+not\s+overwritten/))
  lab.press('ctrl-d')
  expect(await lab.exit).toEqual({code: 0, signal: null})

  await using replay = await openCommand(home, ['replay', file], {columns: 100, rows: 30})
  await replay.waitFor(lab.filled('✖ {6381} down'))
  replay.press('home')
  await replay.waitFor('starting six redis-servers')
  replay.press('esc')
  expect(await replay.exit).toEqual({code: 0, signal: null})
})

/** The screens at the first events of what is replayed, without the two rows that say where in it one is. */
async function screensAtEvents(terminal: Terminal, most: number): Promise<readonly string[]> {
  const placeOf = (screen: string) => screen.split('\n').at(-2) ?? ''
  terminal.press('home')
  let place = placeOf(await terminal.waitFor(/‖ .* 0:00\.00 of/))
  const screens: string[] = []
  while (screens.length < most && !place.includes('no event after this')) {
    terminal.press('down')
    const screen = await terminal.waitFor(text => placeOf(text) !== place)
    place = placeOf(screen)
    screens.push(screen.split('\n').slice(0, -2).join('\n'))
  }
  return screens
}

test('A failover looks the same in its recording as in the lab, event by event, and the lab is unchanged', async () => {
  await using home = await openHome()
  const file = join(home.temp, 'failover.jsonl')
  await using lab = await openLab(['sandbox', '--node-timeout', '1000'], {home})
  await lab.run('/view timeline')
  await lab.run('/kill {6381}')
  await lab.waitFor(/no writes for/, {within: 20_000})
  lab.type('/replay\r')
  await lab.waitFor('Space play')
  const seen = await screensAtEvents(lab, 20)
  expect(seen.length).toBeGreaterThan(3)
  expect(seen[0]).not.toContain('no writes for')
  expect(seen.at(-1)).toContain('no writes for')
  // To the next view, which is of the replay alone.
  lab.press('f2')
  await lab.waitUntilGone('Timeline of the nodes')
  lab.press('esc')
  await lab.waitUntilGone(/Space p(lay|ause)/)
  await lab.waitFor('Timeline of the nodes')
  await lab.run(`/export ${file}`)
  await lab.waitFor(printed(/To\s+replay\s+it/))

  await using replay = await openCommand(home, ['replay', file])
  await replay.waitFor('Space play')
  for (let i = 0; i < 3; i++) replay.press('f2')
  await replay.waitFor('Timeline of the nodes')
  expect(await screensAtEvents(replay, seen.length)).toEqual(seen)
})

test('a recording edited so that no screen can show it ends with one sentence', async () => {
  await using home = await openHome()
  const file = join(home.temp, 'changed.jsonl')
  const frame: Frame = {at: 1, state: {...initialState(), entries: [7 as never]}}
  await writeFile(file, `${headLine({})}\n${stateLine(frame)}\n`)
  await using replay = await openCommand(home, ['replay', file])
  expect(await replay.exit).toEqual({code: 1, signal: null})
  expect(replay.screen()).toContain('a moment of it cannot be shown')
})

test.each([
  [['replay'], 'Which recording?'],
  [['replay', '/nowhere/at-all'], 'Cannot open /nowhere/at-all'],
  [['replay', '/'], 'Cannot open /: EISDIR'],
  [['replay', import.meta.filename], 'this is not a recording of redis-cluster-lab'],
])('%j is answered in one sentence, and with exit code 1', async (args, answer) => {
  await using home = await openHome()
  const {code, stderr} = await runCommand(home, args)
  expect(stderr).toContain(answer)
  expect(code).toBe(1)
})
