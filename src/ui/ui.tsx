// The UI on a terminal: takes the screen, and gives it back however the program ends.

import {render} from 'ink'
import type {ReactNode} from 'react'
import type {Lab} from '../lab/lab.ts'
import type {Replay} from '../replay/replay.ts'
import {type Looks, Style} from '../views/draw/style.ts'
import type {Sight} from '../views/sight.ts'
import {App, ReplayApp} from './app.tsx'
import type {TypedHistory} from './screen/lab-context.ts'
import {widthQuestion} from './terminal/sign-width.ts'
import {beginUpdate} from './terminal/use-terminal.ts'

/** ms that the terminal gets to reply before the screen closes: later, its reply would be input of the shell. */
const replyPatience = 300

/** The exit code of a shell for a program that SIGHUP ended: 128 + 1. */
const hungUpCode = 129

/** How the program uses its terminal. */
export type ScreenOptions = Readonly<{
  looks: Looks
  /** The wheel scrolls. */
  mouse: boolean
  /** Asks the terminal how wide it draws signs, and changes to ASCII if that is two cells. */
  askWidth: boolean
}>

export type UiOptions = Readonly<{
  lab: Lab
  screen: ScreenOptions
  history: TypedHistory
  /** Settles when the nodes are ready. */
  opening: Promise<void>
  /** Told of what is in sight after each frame. */
  onSight?: (sight: Sight) => void
  /** Gives the terminal back as it was before the splash. */
  leaveSplash: () => void
}>

/**
 * Settles with the exit code when the learner leaves.
 * @throws the error of `opening`, LabError if the nodes were lost; anything else is a bug
 */
export async function runUi(options: UiOptions): Promise<number> {
  const {lab, screen, history, opening, onSight, leaveSplash} = options
  const props = {...propsOf(screen, lab), lab, history, onSight}
  // The splash stays in sight until Ink has drawn its first frame, which ends the update.
  process.stdout.write(beginUpdate)
  leaveSplash()
  const {promise: replied, resolve: onReply} = Promise.withResolvers<void>()
  if (!screen.askWidth) onReply()
  const app = onScreen(<App {...props} onReply={onReply} />, screen)
  const failures: unknown[] = []
  opening.catch(async error => {
    failures.push(error)
    setTimeout(onReply, replyPatience).unref()
    await replied
    app.unmount()
  })
  const code = await app.waitUntilExit()
  for (const error of failures) throw error
  return code
}

/** Settles with the exit code when the learner leaves the recording. */
export async function runReplay(replay: Replay, screen: ScreenOptions): Promise<number> {
  const props = {...propsOf(screen, replay), replay, leave: () => app.unmount()}
  const app = onScreen(<ReplayApp {...props} />, screen)
  const code = await app.waitUntilExit()
  replay[Symbol.dispose]()
  return code
}

function propsOf({looks, mouse, askWidth}: ScreenOptions, shown: Pick<Lab, 'state'>) {
  return {style: new Style({...looks, server: shown.state().server}), mouse, widthAsked: askWidth}
}

type Screen = Readonly<{
  unmount: () => void
  /** Settles with the exit code. */
  waitUntilExit: () => Promise<number>
}>

function onScreen(shown: ReactNode, {askWidth}: ScreenOptions): Screen {
  // Raw mode before the first frame, because a key typed now would be echoed into it.
  process.stdin.setRawMode(true)
  // Ink draws from the cursor's position, which an echoed key has moved to the right.
  process.stdout.write(askWidth ? widthQuestion : '\r')
  const app = render(shown, {
    alternateScreen: true,
    incrementalRendering: true,
    // A key pressed right after a frame waits 8 ms for the next one; at the default of 30 a second it would wait 33 ms.
    maxFps: 120,
    exitOnCtrlC: false,
    // A learner's shell may have CI set, which Ink would take for no terminal.
    interactive: true,
  })
  // A bug is reported on the terminal as it was.
  const leave = () => app.unmount()
  process.once('uncaughtExceptionMonitor', leave)
  let code = 0
  // A terminal that is closed sends no SIGHUP to a program of another session; its input ends.
  const hungUp = () => {
    code = hungUpCode
    leave()
  }
  process.stdin.once('end', hungUp).once('error', hungUp)
  const forget = () => {
    process.off('uncaughtExceptionMonitor', leave)
    process.stdin.off('end', hungUp)
  }
  const exit = app.waitUntilExit().finally(forget)
  return {unmount: leave, waitUntilExit: async () => exit.then(() => code)}
}
