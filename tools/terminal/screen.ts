// What a terminal shows, as plain data: an emulator fed with the program's bytes, and its whole frames. No process is known here.
// A frame is never half drawn: while a synchronized update (DEC 2026) is open, the one before it is what the screen shows, as in
// the terminals that know the mark.

import unicode11 from '@xterm/addon-unicode11'
import xterm from '@xterm/headless'
import {type Cell, readCell} from './cell.ts'
import {type Modes, trackModes} from './modes.ts'

export type Frame = Readonly<{
  /** `cells[y][x]`; a wide character stands in its left cell, and the cell to its right has width 0. */
  cells: readonly (readonly Cell[])[]
  /** Counted from 0 at the upper left. */
  cursor: Readonly<{x: number; y: number; visible: boolean}>
}>

export type Screen = Readonly<{
  /** Feeds what the program wrote; `parsed` is called when the frame shows it. */
  write(data: string, parsed: () => void): void
  resize(columns: number, rows: number): void
  frame(): Frame
  /** The modes as they are now, also amid an update. */
  modes(): Modes
}>

type Options = Readonly<{
  columns: number
  rows: number
  /** Called with the terminal's answer when the program asked it something (where the cursor is, what it can do). */
  onAnswer: (answer: string) => void
  /** Called with the exit code when a shell says that a command has ended (`OSC 133;D;code`). */
  onCommandEnd: (code: number) => void
}>

export function openScreen({columns, rows, onAnswer, onCommandEnd}: Options): Screen {
  const emulator = new xterm.Terminal({cols: columns, rows, allowProposedApi: true})
  // The emulator's own table is Unicode 6, where an emoji is one cell wide; in Ink, and in today's terminals, it is two.
  emulator.loadAddon(new unicode11.Unicode11Addon())
  emulator.unicode.activeVersion = '11'
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

/** The frame that stood when the open update began; undefined while none is open. */
function holdDuringUpdate(emulator: xterm.Terminal, take: () => Frame): () => Frame | undefined {
  let held: Frame | undefined
  const isOpen = () => emulator.modes.synchronizedOutputMode
  emulator.parser.registerCsiHandler({prefix: '?', final: 'h'}, params => {
    if (params.includes(2026) && !isOpen()) held = take()
    return false // false: the emulator handles it too, and opens the update
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

/** The frame's rows, blanks cut off on the right; line y of the text is row y of the screen. */
export function textOf(frame: Frame): string {
  return frame.cells.map(rowText).join('\n')
}

function rowText(row: readonly Cell[]): string {
  return row
    .map(cell => cell.text)
    .join('')
    .trimEnd()
}

/** Where `text` first stands within one row, as the cell of its first character; undefined if nowhere. */
export function placeOf(text: string, frame: Frame): Readonly<{x: number; y: number}> | undefined {
  for (const [y, row] of frame.cells.entries()) {
    const index = rowText(row).indexOf(text)
    if (index < 0) continue
    const cellOfEachCharacter = row.flatMap((cell, x) => Array.from({length: cell.text.length}, () => x))
    return {x: cellOfEachCharacter[index] ?? 0, y}
  }
  return undefined
}
