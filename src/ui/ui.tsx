// Runs the lab, or a recording, on the screen until the learner leaves.

import type {Lab} from '../lab/lab.ts'
import type {Replay} from '../replay/replay.ts'
import {type Looks, Style} from '../views/draw/style.ts'
import type {Sight} from '../views/sight.ts'
import {App, ReplayApp} from './app.tsx'
import type {TypedHistory} from './screen/lab-context.ts'
import {replyPatience, widthQuestion} from './terminal/sign-width.ts'
import {TerminalScreen} from './terminal/terminal-screen.tsx'

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
  /** Shows the opening; undefined without one. */
  opened: TerminalScreen | undefined
  /** Gives the terminal back as it was before the splash. */
  leaveSplash: () => void
}>

/**
 * Settles with the exit code when the learner leaves.
 * @throws the error of `opening`, LabError if the nodes were lost; anything else is a bug
 */
export async function runUi(options: UiOptions): Promise<number> {
  const {lab, screen, opened, history, opening, onSight, leaveSplash} = options
  const props = {...propsOf(screen, lab), lab, history, onSight}
  const {promise: replied, resolve: onReply} = Promise.withResolvers<void>()
  if (!screen.askWidth) onReply()
  const terminal = opened ?? new TerminalScreen(leaveSplash)
  terminal.show(<App {...props} onReply={onReply} />, questionOf(screen))
  const failures: unknown[] = []
  opening.catch(async error => {
    failures.push(error)
    setTimeout(onReply, replyPatience).unref()
    await replied
    terminal.close()
  })
  const code = await terminal.ended()
  for (const error of failures) throw error
  return code
}

/** Settles with the exit code when the learner leaves the recording. */
export async function runReplay(
  replay: Replay,
  screen: ScreenOptions,
  leaveSplash: () => void,
): Promise<number> {
  const terminal = new TerminalScreen(leaveSplash)
  const props = {...propsOf(screen, replay), replay, leave: () => terminal.close()}
  terminal.show(<ReplayApp {...props} />, questionOf(screen))
  const code = await terminal.ended()
  replay[Symbol.dispose]()
  return code
}

function propsOf({looks, mouse, askWidth}: ScreenOptions, shown: Pick<Lab, 'state'>) {
  return {style: new Style({...looks, server: shown.state().server}), mouse, widthAsked: askWidth}
}

function questionOf({askWidth}: ScreenOptions): string | undefined {
  return askWidth ? widthQuestion : undefined
}
