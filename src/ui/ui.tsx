// The face on a terminal: takes the screen, gives it back whatever happens.

import {render} from 'ink'
import type {Lab} from '../lab/lab.ts'
import {App} from './app.tsx'
import type {Wording} from './wording.ts'

export type {Wording} from './wording.ts'

/** Settles when the learner leaves. @throws what ended it: LabError if the nodes were lost, anything else is a bug. */
export async function runUi(lab: Lab, wording: Wording): Promise<void> {
  const app = render(<App lab={lab} wording={wording} history={[]} />, {
    alternateScreen: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    // A learner's shell may have CI set; a terminal is one all the same.
    interactive: true,
  })
  await app.waitUntilExit()
}
