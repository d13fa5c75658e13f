// A workshop in terminals: `host` as the instructor sees it, and labs that join it.

import {type Home, openHome} from '../program/home.ts'
import {type Lab, labIn, openCommand} from '../program/lab.ts'
import type {Terminal, TerminalOptions} from '../terminal/terminal.ts'

type Size = Pick<TerminalOptions, 'columns' | 'rows'>

/** How learners join, and what opens the instructor's page once. */
type Door = Readonly<{address: string; code: string; link: string}>

/** ms; the first start of a host packs the program */
const startsWithin = 30_000

/** Resolves when learners can join. `shown`: what it has printed by then. */
export async function openHost(
  home: Home,
  args: readonly string[] = [],
  size: Size = {},
): Promise<Terminal & Door & Readonly<{shown: string}>> {
  const terminal = await openCommand(home, ['host', ...args], size)
  try {
    const shown = await terminal.waitFor(/Your page: \S+[\s\S]*code [A-Z0-9]{6} [\s\S]* here/, {
      within: startsWithin,
    })
    const [, link = ''] = /Your page: (\S+)/.exec(shown) ?? []
    const [, address = '', code = ''] = /join (\S+) --code (\S+)/.exec(shown) ?? []
    return {...terminal, shown, link, address, code}
  } catch (error) {
    await terminal[Symbol.asyncDispose]()
    throw error
  }
}

/** A lab of a new learner. Resolves when its nodes are ready. */
export async function openLearner(
  {address, code}: Omit<Door, 'link'>,
  args: readonly string[] = [],
  size: Size = {},
): Promise<Lab> {
  await using opened = new AsyncDisposableStack()
  const home = opened.use(await openHome())
  const words = ['join', address, ...args, '--code', code]
  const terminal = opened.use(await openCommand(home, words, size))
  await terminal.waitFor('Enter joins', {within: startsWithin})
  terminal.press('enter')
  const lab = await labIn(terminal)
  const owned = opened.move()
  return {...lab, [Symbol.asyncDispose]: () => owned.disposeAsync()}
}
