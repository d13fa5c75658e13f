// Frames that Ink draws of random states, at random sizes, after random keys: none is wider or taller than the screen.
// With a row too many the terminal would scroll, with a cell too many it would wrap.

import {EventEmitter} from 'node:events'
import {PassThrough} from 'node:stream'
import {render} from 'ink'
import {expect, test} from 'vitest'
import {App} from '../../../src/ui/app.tsx'
import type {Size} from '../../../src/views/draw/pane-sizes.ts'
import {Style} from '../../../src/views/draw/style.ts'
import {widthOf} from '../../../src/views/draw/styled-text.ts'
import {randomFrom} from '../../../tools/random.ts'
import {openLab} from './open-lab.ts'
import {type StateName, stateNames, states} from './states.ts'

/** Keys that change what is shown. */
const keys = [
  '\x1bOP',
  '\x0f',
  // What else the nodes pane shows.
  '\x1bOQ',
  '\x1bOQ\x1bOQ',
  '\x1bOQ\x1bOQ\x1bOQ\x0f',
  '\x1bOQ\x1bOQ\x1bOQ\x1bOQ',
  '\x1b[Z',
  '\x1b[6~',
  '\x1b[5~',
  '/',
  '/k\t',
  'con\t\t',
  '主从'.repeat(60),
  '\x1b[200~a\rb\x1b[201~',
  '\x03',
]

/** Every frame from the first to the one after the keys, as Ink hands it to the terminal. */
async function framesOf(
  name: StateName,
  style: Style,
  size: Size,
  typed: string,
): Promise<readonly string[]> {
  const frames: string[] = []
  const stdout = Object.assign(new EventEmitter(), {
    ...size,
    isTTY: true,
    write(data: string, done?: () => void) {
      // Not what switches the terminal's modes.
      if (!/^\x1b\[\?/.test(data)) frames.push(data)
      done?.()
      return true
    },
  })
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => stdin,
    ref: () => stdin,
    unref: () => stdin,
  })
  const app = render(
    <App
      lab={openLab(states[name]).lab}
      style={style}
      history={{lines: [], keep: () => undefined}}
      mouse={false}
      widthAsked={false}
    />,
    {
      stdout: stdout as unknown as NodeJS.WriteStream,
      stdin: stdin as unknown as NodeJS.ReadStream,
      exitOnCtrlC: false,
      interactive: true,
      patchConsole: false,
      // Each frame whole, as it is made.
      debug: true,
    },
  )
  await app.waitUntilRenderFlush()
  const drawn = frames.length
  stdin.write(typed)
  await new Promise(resolve => stdin.once('data', resolve))
  await app.waitUntilRenderFlush()
  const all = [...frames]
  app.unmount()
  await app.waitUntilExit()
  stdin.destroy()
  expect(drawn).toBeGreaterThan(0)
  return all
}

test.each(Array.from({length: 60}, (_, seed) => [seed]))('random screen %i', async seed => {
  const random = randomFrom(seed)
  const pick = <Item,>(items: readonly Item[]) => items[random(items.length)] as Item
  const name = pick(stateNames)
  const style = new Style({
    language: pick(['en', 'zh'] as const),
    theme: {color: random(2) === 0, unicode: random(4) > 0},
  })
  const size = {columns: 40 + random(random(2) ? 90 : 260), rows: 8 + random(random(2) ? 30 : 92)}
  const typed = Array.from({length: random(3) + 1}, () => pick(keys)).join('')
  const frames = await framesOf(name, style, size, typed)
  for (const frame of frames) {
    const lines = frame.split('\n')
    const what = `${name} ${JSON.stringify({style, size, typed})}`
    if (lines.length > size.rows) expect.fail(`${lines.length} rows: ${what}`)
    const wide = lines.find(line => widthOf(line) > size.columns)
    if (wide !== undefined) expect.fail(`${widthOf(wide)} cells: ${what}: ${JSON.stringify(wide)}`)
  }
})
