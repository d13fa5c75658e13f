// How tones and signs look: ANSI colors on the terminal's own background, so that light and dark both work. Color is never the only cue.

import {sanitize} from '../../model/text/sanitize.ts'
import type {Line, Tone} from './styled-text.ts'

export type Theme = Readonly<{
  /** False with NO_COLOR: bold and inverse remain. */
  color: boolean
  /** True if the terminal has 256 colors. */
  shades?: boolean
  /** False if the locale is not UTF-8, or on request: signs are ASCII. */
  unicode: boolean
}>

/**
 * SGR parameters. `good` is blue: many people cannot tell green from red. No tone is bright black (90): in some palettes it equals the background.
 */
const looks: Readonly<Record<Tone, readonly [color: string, plain: string]>> = {
  plain: ['', ''],
  dim: ['2', '2'],
  bright: ['1', '1'],
  code: ['36', '1'],
  good: ['94;1', '1'],
  warn: ['33', '1'],
  bad: ['31;1', '1'],
  accent: ['35;1', '1'],
  changed: ['7', '7'],
  selected: ['7', '7'],
}

/**
 * Instead of the palette's, where there are 256 colors: in Solarized bright black is the background and bright blue is the text's gray. These can be read
 * on dark and on light.
 */
const shade: Readonly<Partial<Record<Tone, string>>> = {dim: '38;5;245', good: '38;5;33;1'}

/** A line with escape sequences. The only way to the terminal: control characters from a server, a lesson or a paste are removed here. */
export function paint(line: Line, theme: Theme): string {
  return line
    .map(({text, tone}) => {
      const look = lookOf(tone, theme)
      const shown = theme.unicode ? sanitize(text) : inAscii(sanitize(text))
      return look === '' || shown === '' ? shown : `\u001b[${look}m${shown}\u001b[0m`
    })
    .join('')
}

function lookOf(tone: Tone, {color, shades = false}: Theme): string {
  const [colored, plain] = looks[tone]
  if (!color) return plain
  return (shades ? shade[tone] : undefined) ?? colored
}

/** Replacements for the typography of our own texts, of the same width. */
const ascii: Readonly<Record<string, string>> = {
  '…': '~',
  '·': '-',
  '×': 'x',
  '—': '-',
  '–': '-',
  '↑': '^',
  '↓': 'v',
  '→': '>',
  '←': '<',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
}

function inAscii(text: string): string {
  return text.replace(/[…·×—–↑↓→←“”‘’]/g, char => ascii[char] ?? char)
}

const signs = {
  master: ['●', '*'],
  replica: ['○', 'o'],
  sentinel: ['◇', 's'],
  down: ['✖', 'X'],
  paused: ['‖', '='],
  silent: ['?', '?'],
  met: ['✔', '+'],
  open: ['·', '-'],
  lost: ['✖', 'X'],
  branch: ['└', '`'],
  branchDown: ['┌', ','],
  grew: ['▲', '^'],
  linked: ['⇄', '+'],
  cut: ['╳', '%'],
  contested: ['‼', '!'],
  changed: ['◆', '!'],
  highlighted: ['▸', '>'],
  stepDone: ['●', '#'],
  stepNow: ['◉', '@'],
  stepOpen: ['○', '.'],
  wait: ['…', '...'],
  arrow: ['←', '<-'],
  rule: ['─', '-'],
  dot: ['·', '|'],
  pointer: ['▲', '^'],
  hint: ['?', '?'],
  playing: ['▶', '>'],
  done: ['━', '='],
  doneEvent: ['┿', '+'],
  event: ['┼', '+'],
  room: ['⌂', '@'],
  flagHelp: ['⚑', '!'],
  flagDone: ['✔', '+'],
} as const satisfies Record<string, readonly [string, string]>

export type SignName = keyof typeof signs

export function sign(name: SignName, {unicode}: Theme): string {
  return signs[name][unicode ? 0 : 1]
}
