// A frame of the terminal as an SVG that looks like its window. Pure: the same frame is the same text.

import type {Frame} from '../../tools/terminal/screen.ts'
import {drawBackgrounds} from './backgrounds.ts'
import {element, escaped} from './element.ts'
import {drawGlyphs} from './glyphs.ts'
import {cellHeight, cellWidth, fontSize} from './grid.ts'
import {drawLines} from './lines.ts'
import {runsOf} from './runs.ts'
import type {Theme} from './theme.ts'

const padding = 16
const barHeight = 34
const fonts =
  "ui-monospace, 'SF Mono', Menlo, 'Cascadia Mono', 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace"

/** With a title the window has a title bar; screen readers read the title too. */
export function svgOf(frame: Frame, theme: Theme, title = ''): string {
  const columns = frame.cells[0]?.length ?? 0
  const top = padding + (title === '' ? 0 : barHeight)
  const width = columns * cellWidth + 2 * padding
  const height = top + frame.cells.length * cellHeight + padding
  const screen = element(
    'g',
    {transform: `translate(${padding} ${top})`, 'font-family': fonts, 'font-size': fontSize},
    `\n${drawCells(frame, theme)}`,
  )
  const name = title === '' ? '' : element('title', {}, escaped(title))
  return element(
    'svg',
    {xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img'},
    `\n${name}${glass(width, height, theme)}${title === '' ? '' : bar(title, width, theme)}${screen}`,
  )
}

function drawCells(frame: Frame, theme: Theme): string {
  const runs = frame.cells.flatMap(runsOf)
  return (
    drawBackgrounds(runs, theme) + cursor(frame, theme) + drawLines(runs, theme) + drawGlyphs(runs, theme)
  )
}

function cursor({cursor: {x, y, visible}}: Frame, theme: Theme): string {
  if (!visible) return ''
  const place = {x: x * cellWidth, y: y * cellHeight, width: cellWidth, height: cellHeight}
  return element('rect', {...place, fill: theme.foreground, opacity: 0.5})
}

function glass(width: number, height: number, theme: Theme): string {
  const inside = {x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 10}
  return element('rect', {...inside, fill: theme.background, stroke: theme.outline})
}

function bar(title: string, width: number, theme: Theme): string {
  const middle = barHeight / 2 + 2
  const buttons = [0, 1, 2].map(n =>
    element('circle', {cx: 22 + 20 * n, cy: middle, r: 6, fill: theme.outline}),
  )
  const place = {x: width / 2, y: middle + 4.5, 'text-anchor': 'middle'}
  const words = element(
    'text',
    {...place, 'font-family': 'system-ui, sans-serif', 'font-size': 13, fill: theme.foreground, opacity: 0.7},
    escaped(title),
  )
  return buttons.join('') + words
}
