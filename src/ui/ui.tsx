// The ui on a terminal: takes the screen, gives it back whatever happens.

import {type Instance, render} from 'ink'
import type {ReactNode} from 'react'
import type {Lab} from '../lab/lab.ts'
import type {Replay} from '../lab/recording/replay.ts'
import {type Looks, Style} from '../views/draw/style.ts'
import {App, ReplayApp} from './app.tsx'
import type {TypedHistory} from './screen/lab-context.ts'

export type UiOptions = Readonly<{
  lab: Lab
  looks: Looks
  history: TypedHistory
  /** Settles when the nodes are ready. */
  opening: Promise<void>
}>

/**
 * Settles with the exit code when the learner leaves.
 * @throws what ended it: what `opening` failed with, LabError if the nodes were lost, anything else is a bug.
 */
export async function runUi({lab, looks, history, opening}: UiOptions): Promise<number> {
  const app = onScreen(<App lab={lab} style={new Style(looks)} history={history} />)
  opening.catch(error => app.unmount(error))
  await app.waitUntilExit()
  return 0
}

/** A recording, until its watcher leaves. */
export async function runReplay(replay: Replay, looks: Looks): Promise<number> {
  const app = onScreen(<ReplayApp replay={replay} style={new Style(looks)} leave={() => app.unmount()} />)
  await app.waitUntilExit()
  replay[Symbol.dispose]()
  return 0
}

function onScreen(screen: ReactNode): Instance {
  // Raw before the first frame: a key typed now must not be echoed into it.
  process.stdin.setRawMode(true)
  // Ink draws from where the cursor is, and a key that was echoed before has moved it to the right.
  process.stdout.write('\r')
  return render(screen, {
    alternateScreen: true,
    incrementalRendering: true,
    // A key that follows a frame waits 8 ms for the next, a quarter of what the usual 30 a second take.
    maxFps: 120,
    exitOnCtrlC: false,
    // A learner's shell may have CI set; a terminal is one all the same.
    interactive: true,
  })
}
