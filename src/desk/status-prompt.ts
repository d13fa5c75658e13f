// The bottom of the instructor's terminal: the room's status above the line that is being typed, redrawn in place. All else is printed above it.

import type {Key} from 'node:readline'
import {clearScreenDown, cursorTo, type Interface, moveCursor} from 'node:readline'
import type {Style} from '../views/draw/style.ts'
import type {Line} from '../views/draw/styled-text.ts'

const prompt = '> '

export class StatusPrompt {
  readonly #input: Interface
  readonly #style: Style
  /** Of the terminal's width, as it is now. */
  readonly #status: (columns: number) => readonly Line[]
  #shown = false
  #drawn = ''

  constructor(input: Interface, style: Style, status: (columns: number) => readonly Line[]) {
    this.#input = input
    this.#style = style
    this.#status = status
    // Before readline sees Enter, the status is taken away: only what was typed stays above.
    process.stdin.prependListener('keypress', (_, key: Key | undefined) => {
      if (this.#shown && (key?.name === 'return' || key?.name === 'enter')) this.#draw(prompt)
    })
    input.on('line', () => {
      this.#shown = false
    })
    process.stdout.on('resize', () => this.refresh())
  }

  /** Shows the status and the line that is being typed. */
  show(): void {
    this.#shown = true
    this.#drawn = this.#text()
    this.#draw(this.#drawn)
  }

  /** Draws the status again if it has changed. */
  refresh(): void {
    if (this.#shown && this.#text() !== this.#drawn) this.show()
  }

  /** Prints above the status. */
  print(text: string): void {
    if (!this.#shown) {
      process.stdout.write(`${text}\n`)
      return
    }
    const {rows} = this.#input.getCursorPos()
    moveCursor(process.stdout, 0, -rows)
    cursorTo(process.stdout, 0)
    clearScreenDown(process.stdout)
    // readline goes up by the rows of what it drew last, so as many stand below the text.
    process.stdout.write(`${text}\n${'\n'.repeat(rows)}`)
    this.show()
  }

  /** Takes the status away, for good. */
  hide(): void {
    if (!this.#shown) return
    this.#shown = false
    moveCursor(process.stdout, 0, -this.#input.getCursorPos().rows)
    cursorTo(process.stdout, 0)
    clearScreenDown(process.stdout)
  }

  #text(): string {
    const {columns} = process.stdout
    return [...this.#status(columns).map(line => this.#style.paint(line)), prompt].join('\n')
  }

  #draw(text: string): void {
    this.#input.setPrompt(text)
    this.#input.prompt(true)
  }
}
