// What a terminal shows, as plain data: an emulator that gets the program's bytes, and its complete frames.
// A frame is never half drawn: during a synchronized update (DEC 2026) the screen shows the previous frame, as terminals that
// support the mode do.

import unicode11 from '@xterm/addon-unicode11'
import xterm from '@xterm/headless'
import stringWidth from 'string-width'
import {type Cell, readCell} from './cell.ts'
import {type Modes, trackModes} from './modes.ts'

export type Frame = Readonly<{
  /** `cells[y][x]`; a wide character is in its left cell, and the cell to its right has width 0. */
  cells: readonly (readonly Cell[])[]
  /** Counted from 0 at the upper left. */
  cursor: Readonly<{x: number; y: number; visible: boolean}>
}>

export type Screen = Readonly<{
  /** Takes the program's output; `parsed` is called when the frame shows it. */
  write(data: string, parsed: () => void): void
  resize(columns: number, rows: number): void
  frame(): Frame
  /** The current modes, also during an update. */
  modes(): Modes
}>

type Options = Readonly<{
  columns: number
  rows: number
  /** Characters of ambiguous width are two cells wide, as in terminals set up for Chinese. */
  wideSigns?: boolean | undefined
  /** Called with the terminal's answer to a query of the program (cursor position, capabilities). */
  onAnswer: (answer: string) => void
  /** Called with the exit code when a shell reports the end of a command (`OSC 133;D;code`). */
  onCommandEnd: (code: number) => void
}>

export function openScreen({columns, rows, wideSigns = false, onAnswer, onCommandEnd}: Options): Screen {
  const emulator = new xterm.Terminal({cols: columns, rows, allowProposedApi: true})
  // The emulator's default is Unicode 6, where an emoji is one cell wide. In Ink and in today's terminals it is two.
  emulator.loadAddon(new unicode11.Unicode11Addon())
  emulator.unicode.activeVersion = '11'
  if (wideSigns) widenSigns(emulator)
  emulator.onData(onAnswer)
  emulator.parser.registerOscHandler(133, data => {
    if (data.startsWith('D;')) onCommandEnd(Number(data.slice(2)))
    return true
  })
  const modes = trackModes(emulator)
  const heldFrame = holdDuringUpdate(emulator, () => capture(emulator, modes()))
  return {
    write: (data, parsed) => emulator.write(data, parsed),
    resize: (toColumns, toRows) => emulator.resize(toColumns, toRows),
    frame: () => heldFrame() ?? capture(emulator, modes()),
    modes,
  }
}

function widenSigns(emulator: xterm.Terminal): void {
  let base: xterm.IUnicodeVersionProvider | undefined
  // The add-on gives its table only to what it is loaded into.
  const keep = {unicode: {register: (provider: xterm.IUnicodeVersionProvider) => (base = provider)}}
  new unicode11.Unicode11Addon().activate(keep as unknown as xterm.Terminal)
  if (!base) throw new Error('The Unicode 11 add-on registered no table.')
  const narrow = base
  const isWide = (codePoint: number) =>
    stringWidth(String.fromCodePoint(codePoint), {ambiguousIsNarrow: false}) === 2
  emulator.unicode.register({
    version: 'wide signs',
    wcwidth: codePoint => (isWide(codePoint) ? 2 : narrow.wcwidth(codePoint)),
    // Bits 1 and 2 are the width.
    charProperties(codePoint, preceding) {
      const properties = narrow.charProperties(codePoint, preceding)
      return isWide(codePoint) ? (properties & ~0b110) | (2 << 1) : properties
    },
  })
  emulator.unicode.activeVersion = 'wide signs'
}

/** The frame from before the open update; undefined if none is open. */
function holdDuringUpdate(emulator: xterm.Terminal, take: () => Frame): () => Frame | undefined {
  let held: Frame | undefined
  const isOpen = () => emulator.modes.synchronizedOutputMode
  emulator.parser.registerCsiHandler({prefix: '?', final: 'h'}, params => {
    if (params.includes(2026) && !isOpen()) held = take()
    return false // so that the emulator handles it too
  })
  return () => (isOpen() ? held : undefined)
}

function capture(emulator: xterm.Terminal, modes: Modes): Frame {
  const {active} = emulator.buffer
  const cells = Array.from({length: emulator.rows}, (_, y) => {
    const line = active.getLine(active.baseY + y)
    return Array.from({length: emulator.cols}, (_, x) => readCell(line?.getCell(x)))
  })
  return {cells, cursor: {x: active.cursorX, y: active.cursorY, visible: modes.cursorVisible}}
}

/** The frame's rows without trailing blanks; line y of the text is row y of the screen. */
export function textOf(frame: Frame): string {
  return frame.cells.map(rowText).join('\n')
}

function rowText(row: readonly Cell[]): string {
  return row
    .map(cell => cell.text)
    .join('')
    .trimEnd()
}

/** The cell where `text` first begins within a row; undefined if it is not on the screen. */
export function placeOf(text: string, frame: Frame): Readonly<{x: number; y: number}> | undefined {
  for (const [y, row] of frame.cells.entries()) {
    const index = rowText(row).indexOf(text)
    if (index < 0) continue
    const cellOfEachCharacter = row.flatMap((cell, x) => Array.from({length: cell.text.length}, () => x))
    return {x: cellOfEachCharacter[index] ?? 0, y}
  }
  return undefined
}
