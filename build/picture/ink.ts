// The colors in which a cell appears: from the theme, swapped if inverse, and fainter if dim.

import type {Cell} from '../../tools/terminal/cell.ts'
import {paint, type Theme} from './theme.ts'

export type Ink = Readonly<{ink: string; paper: string; opacity: number | false}>

export function inkOf(cell: Cell, theme: Theme): Ink {
  const ink = paint(cell.foreground, theme, theme.foreground)
  const paper = paint(cell.background, theme, theme.background)
  const opacity = cell.dim && 0.62
  return cell.inverse ? {ink: paper, paper: ink, opacity} : {ink, paper, opacity}
}
