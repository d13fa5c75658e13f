// The full screen of the terminal, by Ink: taken at the first `show`, and given back however the program ends.

import {type Instance, render} from 'ink'
import {type ReactNode, useLayoutEffect} from 'react'
import {inkOptions} from './ink-options.ts'
import {beginUpdate} from './use-terminal.ts'

/** The exit code of a shell for a program that SIGHUP ended: 128 + 1. */
const hungUpCode = 129

export class TerminalScreen {
  readonly #leaveSplash: () => void
  #app: Instance | undefined
  #code = 0

  /** `leaveSplash` gives the terminal back as it was before the splash. */
  constructor(leaveSplash: () => void) {
    this.#leaveSplash = leaveSplash
  }

  /** Replaces what is shown. `question`: a request that the terminal answers, which may draw in the row of the cursor. */
  show(shown: ReactNode, question = ''): void {
    const node = <RawMode>{shown}</RawMode>
    // What was shown stays in sight until Ink has drawn the next frame, which ends the update.
    process.stdout.write(beginUpdate)
    if (!this.#app) {
      this.#app = this.#take(node, question)
      return
    }
    this.#app.clear()
    process.stdout.write(question)
    this.#app.rerender(node)
  }

  /** Gives the terminal back. `show` takes it again. */
  close(): void {
    this.#leaveSplash()
    this.#app?.unmount()
    this.#app = undefined
  }

  /** Settles with the exit code when the app that is shown exits, or the screen is closed. */
  async ended(): Promise<number> {
    await this.#app?.waitUntilExit()
    return this.#code
  }

  #take(node: ReactNode, question: string): Instance {
    this.#leaveSplash()
    // Raw mode before the first frame, because a key typed now would be echoed into it.
    process.stdin.setRawMode(true)
    // Ink draws from the cursor's position, which an echoed key has moved to the right.
    process.stdout.write(`\r${question}`)
    const app = render(node, inkOptions)
    // A bug is reported on the terminal as it was.
    const leave = () => app.unmount()
    process.once('uncaughtExceptionMonitor', leave)
    // A terminal that is closed sends no SIGHUP to a program of another session; its input ends.
    const hungUp = () => {
      this.#code = hungUpCode
      leave()
    }
    // An error may come again, as the end of raw mode fails too.
    process.stdin.once('end', hungUp).on('error', hungUp)
    const forget = () => {
      process.off('uncaughtExceptionMonitor', leave)
      process.stdin.off('end', hungUp)
    }
    app.waitUntilExit().then(forget, forget)
    return app
  }
}

/** Ends raw mode with the screen, also while nothing on it reads keys. Ink ends it only for what does. */
function RawMode({children}: Readonly<{children: ReactNode}>): ReactNode {
  useLayoutEffect(() => () => void process.stdin.setRawMode(false), [])
  return children
}
