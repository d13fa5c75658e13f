// The UI on a terminal: takes the screen, and gives it back however the program ends.

import {type Instance, render} from 'ink'
import type {ReactNode} from 'react'
import type {Lab} from '../lab/lab.ts'
import type {Replay} from '../replay/replay.ts'
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
 * @throws the error of `opening`, LabError if the nodes were lost; anything else is a bug
 */
export async function runUi({lab, looks, history, opening}: UiOptions): Promise<number> {
  const style = new Style({...looks, server: lab.state().server})
  const app = onScreen(<App lab={lab} style={style} history={history} />)
  const failures: unknown[] = []
  opening.catch(error => {
    failures.push(error)
    app.unmount()
  })
  await app.waitUntilExit()
  for (const error of failures) throw error
  return 0
}

/** Settles with the exit code when the learner leaves the recording. */
export async function runReplay(replay: Replay, looks: Looks): Promise<number> {
  const style = new Style({...looks, server: replay.state().server})
  const app = onScreen(<ReplayApp replay={replay} style={style} leave={() => app.unmount()} />)
  await app.waitUntilExit()
  replay[Symbol.dispose]()
  return 0
}

function onScreen(screen: ReactNode): Instance {
  // Raw mode before the first frame, because a key typed now would be echoed into it.
  process.stdin.setRawMode(true)
  // Ink draws from the cursor's position, which an echoed key has moved to the right.
  process.stdout.write('\r')
  const app = render(screen, {
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
  const forget = () => void process.off('uncaughtExceptionMonitor', leave)
  app.waitUntilExit().then(forget, forget)
  return app
}
