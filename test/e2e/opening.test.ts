// The opening: the first frame, which shows what is known before the lab is loaded.

import {expect, test} from 'vitest'
import {type Home, openHome} from '../../tools/program/home.ts'
import {openCommand, promptRow} from '../../tools/program/lab.ts'
import {openSlowServer} from '../../tools/servers/slow-server.ts'
import type {Terminal} from '../../tools/terminal/terminal.ts'

type Opened = AsyncDisposable & Readonly<{terminal: Terminal; home: Home; showWhole: () => Promise<string>}>

type Settings = Parameters<typeof openCommand>[2]

const opening = /starting six nodes|正在启动六个节点/

/** A lab that shows its opening until `showWhole`. */
async function openOpening(args: readonly string[], settings: Settings = {}): Promise<Opened> {
  await using opened = new AsyncDisposableStack()
  const home = opened.use(await openHome())
  const server = opened.use(await openSlowServer())
  const env = {...settings.env, ...server.env}
  const terminal = opened.use(await openCommand(home, args, {...settings, env}))
  await terminal.waitFor(opening)
  const owned = opened.move()
  return {
    terminal,
    home,
    async showWhole() {
      await server.allow()
      return await terminal.waitFor(screen => /^ 127\.0\.0\.1:\d+>/.test(promptRow(screen)))
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}

test.each([
  {columns: 80, rows: 24, LANG: 'en_US.UTF-8'},
  {columns: 80, rows: 24, LANG: 'zh_CN.UTF-8'},
  {columns: 120, rows: 40, LANG: 'en_US.UTF-8'},
  {columns: 200, rows: 60, LANG: 'zh_CN.UTF-8'},
])('its words stay where they are on the whole screen: $LANG, $columns x $rows', async ({LANG, ...size}) => {
  await using at = await openOpening(['sandbox'], {...size, env: {LANG}})
  const before = at.terminal.frame()
  expect(before.cursor.visible).toBe(false)
  expect(before.cells).toHaveLength(size.rows)
  await at.showWhole()
  const after = at.terminal.frame()
  const name = (frame: typeof before) => frame.cells[0]?.slice(0, 'redis-cluster-lab  '.length)
  expect(name(before)).toEqual(name(after))
  expect(before.cells.at(-1)).toEqual(after.cells.at(-1))
  const isFull = ({cells}: typeof before) => cells[0]?.slice(-2).some(({text}) => text.trim() !== '')
  expect([before, after].map(isFull)).toEqual([true, true])
})

test('a key typed while it is shown is not lost, and appears only at the prompt', async () => {
  await using at = await openOpening(['sandbox'])
  at.terminal.type('PING')
  at.terminal.resize(100, 30)
  expect(await at.terminal.waitFor(screen => screen.split('\n').length === 30)).not.toContain('PING')
  await at.showWhole()
  const screen = await at.terminal.waitFor(/^ 127\.0\.0\.1:\d+> PING/m)
  expect(screen.split('PING')).toHaveLength(2)
})

test('it fits a window that is resized meanwhile, and says so if that is too small', async () => {
  await using at = await openOpening(['sandbox'], {columns: 120, rows: 40})
  const {terminal} = at
  terminal.resize(40, 10)
  await terminal.waitFor('40x10. Make it larger')
  terminal.resize(90, 26)
  await terminal.waitFor(screen => screen.split('\n').at(25)?.includes('F1 help') === true)
  expect(await at.showWhole()).toMatch(/^redis-cluster-lab {2}free play +starting six redis-servers …\n/)
})

test('it fits a terminal that draws signs in two cells', async () => {
  await using at = await openOpening(['sandbox'], {wideSigns: true})
  expect(at.terminal.screen()).toMatch(/^redis-cluster-lab .*\n\n.*\n F1 help .*history$/s)
  await at.showWhole()
  await at.terminal.waitFor(/^\+- +Nodes/m)
})

test('a start that fails ends it with the reason on the terminal as it was', async () => {
  await using home = await openHome()
  await using terminal = await openCommand(home, ['learn', '--redis-server', '/bin/false'])
  await terminal.exit
  expect(terminal.modes()).toMatchObject({alternateScreen: false})
  expect(terminal.screen()).toContain('/bin/false')
  expect(terminal.frame().cursor.visible).toBe(true)
})
