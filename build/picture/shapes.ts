// Lines and blocks as shapes: as text they join up only at the line height that the font was made for.

import {cellHeight, cellWidth} from './grid.ts'

/** The arms of a line character, from the middle of its cell: up, right, down, left. */
const lines: Readonly<Record<string, string>> = {
  '─': 'rl',
  '│': 'ud',
  '┌': 'rd',
  '┐': 'dl',
  '└': 'ur',
  '┘': 'ul',
  '├': 'urd',
  '┤': 'udl',
  '┬': 'rdl',
  '┴': 'url',
  '┼': 'urdl',
}

/** Rounded corners: the edge they come from and the edge they bend to. */
const bends: Readonly<Record<string, readonly [vertical: 1 | -1, horizontal: 1 | -1]>> = {
  '╭': [1, 1],
  '╮': [1, -1],
  '╰': [-1, 1],
  '╯': [-1, -1],
}

export function isLine(character: string): boolean {
  return character in lines || character in bends
}

export function isBlock(character: string): boolean {
  return /^[\u2580-\u258f\u2591-\u2593]$/.test(character)
}

/** The path of a line character in the cell whose upper left is x, y. */
export function linePath(character: string, x: number, y: number): string {
  const [middleX, middleY] = [x + cellWidth / 2, y + cellHeight / 2]
  const bend = bends[character]
  if (bend) {
    const [edgeX, edgeY] = [middleX + (bend[1] * cellWidth) / 2, middleY + (bend[0] * cellHeight) / 2]
    const turnY = middleY + (bend[0] * cellWidth) / 2
    return `M${middleX} ${edgeY}V${turnY}Q${middleX} ${middleY} ${edgeX} ${middleY}`
  }
  const arms = lines[character] ?? ''
  const reach = (arm: string, edge: number, middle: number) => (arms.includes(arm) ? edge : middle)
  const [left, right] = [reach('l', x, middleX), reach('r', x + cellWidth, middleX)]
  const [top, bottom] = [reach('u', y, middleY), reach('d', y + cellHeight, middleY)]
  const across = left === right ? '' : `M${left} ${middleY}H${right}`
  const down = top === bottom ? '' : `M${middleX} ${top}V${bottom}`
  return across + down
}

/** The part of its cell that a block character fills, from the cell's upper left, and how densely (0 to 1). */
export function blockOf(character: string) {
  const code = character.codePointAt(0) ?? 0
  const whole = {x: 0, y: 0, width: cellWidth, height: cellHeight, density: 1}
  // ▀; ▁ to █, eighths from below; ▉ to ▏, ever fewer eighths from the left; ░ ▒ ▓, quarters of density.
  if (code === 0x2580) return {...whole, height: cellHeight / 2}
  if (code >= 0x2591) return {...whole, density: (code - 0x2590) / 4}
  if (code >= 0x2589) return {...whole, width: (cellWidth * (0x2590 - code)) / 8}
  const height = (cellHeight * (code - 0x2580)) / 8
  return {...whole, y: cellHeight - height, height}
}
