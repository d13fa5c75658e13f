// What a person sees of the screen beside the lesson: colors and signs where they can be shown, the help, and a pane over the whole screen.

import {expect, test} from 'vitest'
import {labCommands, usageOf} from '../../src/model/prompt/slash-commands.ts'
import {translate} from '../../src/model/text/messages.ts'
import {type Lab, openLab} from '../../tools/program/lab.ts'

const colored = (lab: Lab) =>
  lab
    .frame()
    .cells.flat()
    .filter(cell => cell.foreground !== 'default' || cell.background !== 'default')

test('healthy nodes are blue and dead ones red; with NO_COLOR there are no colors, and bold marks what matters', async () => {
  await using lab = await openLab(['sandbox', '--stage', 'standalone'])
  await using plain = await openLab(['sandbox', '--stage', 'standalone'], {env: {NO_COLOR: '1'}})
  const [healthy, dead] = ['● {6379} master', '✖ {6380} down']
  for (const one of [lab, plain]) {
    await one.run('/kill {6380}')
    await one.waitFor(one.filled(dead))
  }
  // A blue of the 256 colors, which no palette changes.
  expect(lab.cellOf(lab.filled(healthy))).toMatchObject({foreground: 33, bold: true})
  expect(lab.cellOf(lab.filled(dead))).toMatchObject({foreground: 'red', bold: true})
  expect(plain.cellOf(plain.filled(healthy))).toMatchObject({foreground: 'default', bold: true})
  expect(plain.cellOf(plain.filled(dead))).toMatchObject({foreground: 'default', bold: true})
  expect(colored(plain)).toEqual([])
  expect(colored(lab)).not.toEqual([])
})

test('without UTF-8 in the locale, the screen is ASCII', async () => {
  await using lab = await openLab(['replicaof'], {env: {LANG: 'C'}})
  await lab.skipQuestions()
  const shows = async (text: string) => expect(await lab.waitFor(text)).toMatch(/^[\x20-\x7e\n]*$/)
  await shows('/hint 0 of 3')
  await lab.run('/hint')
  await shows('Hint 1')
  lab.press('f1')
  await shows('Keys')
  lab.press('f1')
  await lab.run('@all REPLICAOF 127.0.0.1 {6379}')
  await lab.run('@{6379} REPLICAOF NO ONE')
  await lab.run('/kill {6481}')
  await lab.run('/pause {6480}')
  await shows(lab.filled('X {6481} down'))
  await shows(lab.filled('= {6480} paused'))
  await shows(lab.filled('` o {6380} replica <- {6379}'))
  lab.resize(80, 24)
  await shows(lab.filled('o {6380} replica <- {6379}'))
  lab.resize(40, 10)
  await shows('this window is\n40x10')
})

test('a terminal that draws signs two cells wide is asked, and gets ASCII signs and whole rows, in Chinese too', async () => {
  await using lab = await openLab(['sandbox', '--stage', 'standalone'], {
    env: {LANG: 'zh_CN.UTF-8'},
    wideSigns: true,
  })
  const node = lab.filled('* {6480} 主节点')
  // The first frame was drawn before the terminal replied.
  const screen = await lab.waitFor(shown => shown.includes(node) && !/[●─│…←]/.test(shown))
  expect(screen).toContain('+-')
  expect(screen).toMatch(/[一-鿿]/)
  const broken = screen.split('\n').filter(row => row.startsWith('|') !== row.endsWith('|'))
  expect(broken).toEqual([])
})

test('F1 opens the help over everything, and even the smallest screen shows its last line', async () => {
  await using lab = await openLab(['sandbox', '--stage', 'standalone'])
  // All that opening says, and not for how long the lag has been watched.
  const still = (screen: string) => screen.replace(/~ behind, last .*$/m, '')
  const before = still(await lab.waitFor('makes it one.'))
  lab.press('f1')
  let help = await lab.waitFor('Keys')
  while (/\d+ (more )?below/.test(lab.screen())) {
    const page = lab.screen()
    lab.press('pagedown')
    help += await lab.waitFor(screen => screen !== page)
  }
  for (const command of labCommands) expect(help).toContain(`   ${translate('en', usageOf(command))} `)
  lab.press('f1')
  await lab.waitFor(screen => still(screen) === before)
  lab.resize(50, 12)
  await lab.run('/help')
  await lab.waitFor('Keys')
  await lab.waitFor(/\d+ more below: PgDn/)
  for (let page = 0; page < 40; page++) lab.press('pagedown')
  await lab.waitFor(/scroll\s+the\s+chosen\s+pane$/m)
  lab.press('esc')
  await lab.waitUntilGone(/scroll\s+the\s+chosen\s+pane$/m)
})
