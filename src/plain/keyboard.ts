// The keyboard for Node's readline, which ends a line at U+2028 and U+2029, too. They are data here: as private characters they get through.

import {Transform} from 'node:stream'
import type {ReadStream} from 'node:tty'

const [line, paragraph] = ['\uE028', '\uE029']

export type Keyboard = Transform & Pick<ReadStream, 'setRawMode'> & Readonly<{release: () => void}>

/** Reads `stdin` until it is released. */
export function openKeyboard(stdin: ReadStream): Keyboard {
  // A character cut between two chunks stays whole.
  stdin.setEncoding('utf8')
  const through = new Transform({
    decodeStrings: false,
    transform: (chunk: string, _, done) =>
      done(null, chunk.replaceAll('\u2028', line).replaceAll('\u2029', paragraph)),
  })
  stdin.pipe(through)
  return Object.assign(through, {
    setRawMode: (mode: boolean) => stdin.setRawMode(mode),
    release() {
      stdin.unpipe(through)
      stdin.pause()
    },
  })
}

/** The line as it was typed. */
export function typedLine(read: string): string {
  return read.replaceAll(line, '\u2028').replaceAll(paragraph, '\u2029')
}
