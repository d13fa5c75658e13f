// The app on an emulated terminal: real Ink, a real emulator, streams in place of a pseudo-terminal.

import {EventEmitter} from 'node:events'
import {PassThrough} from 'node:stream'
import {render} from 'ink'
import type {Lab} from '../../../src/lab/lab.ts'
import {App} from '../../../src/ui/app.tsx'
import {inkOptions} from '../../../src/ui/terminal/ink-options.ts'
import type {Size} from '../../../src/views/draw/pane-sizes.ts'
import type {Style} from '../../../src/views/draw/style.ts'
import {isSeen, openLooks, type Wanted} from '../../../tools/terminal/look.ts'
import {type Frame, openScreen, textOf} from '../../../tools/terminal/screen.ts'

export type Terminal = Readonly<{
  /** The screen once everything that was written is drawn. */
  settled: () => Promise<Frame>
  /** The first screen that shows `wanted`; throws with the last one if time runs out. */
  see: (wanted: Wanted) => Promise<string>
  type: (keys: string) => void
  resize: (size: Size) => void
  /** Everything that was written, escape sequences and all. */
  written: () => string
  /** Settles when the app ends, with what it threw. */
  ended: Promise<unknown>
  close: () => Promise<void>
}>

/** How long to wait for a screen, even on a busy computer, ms. */
const late = 10_000

export function openTerminal(lab: Lab, style: Style, size: Size): Terminal {
  const screen = openScreen({...size, onAnswer: () => undefined, onCommandEnd: () => undefined})
  const looks = openLooks(
    () => textOf(screen.frame()),
    () => screen.modes().synchronizedUpdate,
  )
  const all: string[] = []
  let drawn: Promise<void> = Promise.resolve()
  const stdout = Object.assign(new EventEmitter(), {
    ...size,
    isTTY: true,
    write(data: string, done?: () => void) {
      if (typeof data === 'string') all.push(data)
      // As a terminal's driver does it, in raw mode too.
      const parsed = new Promise<void>(resolve => screen.write(data.replaceAll('\n', '\r\n'), resolve))
      drawn = parsed.then(() => {
        looks.again()
        done?.()
      })
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
      lab={lab}
      style={style}
      history={{lines: [], keep: () => undefined}}
      mouse={false}
      widthAsked={false}
    />,
    {
      ...inkOptions,
      stdout: stdout as unknown as NodeJS.WriteStream,
      stdin: stdin as unknown as NodeJS.ReadStream,
      patchConsole: false,
    },
  )
  return {
    async settled() {
      await app.waitUntilRenderFlush()
      await drawn
      return screen.frame()
    },
    see: wanted => looks.until(text => isSeen(wanted, text), `show ${String(wanted)}`, {within: late}),
    type: keys => void stdin.write(keys),
    resize(to) {
      Object.assign(stdout, to)
      screen.resize(to.columns, to.rows)
      stdout.emit('resize')
    },
    written: () => all.join(''),
    ended: app.waitUntilExit().catch((error: unknown) => error),
    async close() {
      app.unmount()
      await app.waitUntilExit().catch(() => undefined)
      stdin.destroy()
    },
  }
}
