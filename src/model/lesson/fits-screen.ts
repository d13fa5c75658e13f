// Check that a step's words fit the smallest lesson pane, at 80x24. src/ui lays out the pane.

import {type Message, message} from '../text/messages.ts'
import type {StepWords} from './lesson-words.ts'

/** Size of the pane's text at 80x24, in cells. */
export const smallestPane = {columns: 78, rows: 9} as const
/** Rows that the step's text always keeps. */
const textRows = 2
/** Columns before a goal (its mark) or a code line (spaces). */
const indent = 4
/** Rows for the reason why the first open goal is not met. */
const reasonRows = 1
/** Width of `Your turn: `. */
const turnWidth = 11

/** Names what is too long in a step's words. */
export function tooLong(words: StepWords, sentences: readonly string[]): readonly Message[] {
  const room = smallestPane.columns - indent
  // Code in a sentence wraps at its spaces; a code line never wraps.
  const code = [
    ...sentences
      .flatMap(sentence => [...sentence.matchAll(/`([^`]+)`/g)])
      .flatMap(([, mark = '']) => mark.split(/ (?![^{]*\})/)),
    ...[...words.text, ...words.more].filter(({kind}) => kind === 'code').map(({text}) => text),
  ]
  const rows = rowsOfAsked(words)
  const rowsLeft = smallestPane.rows - textRows
  return [
    ...code
      .filter(mark => widthOf(mark) > room)
      .map(mark => message('check.wideCode', {mark, actual: widthOf(mark), room})),
    ...(rows > rowsLeft ? [message('check.longTask', {actual: rows, room: rowsLeft})] : []),
  ]
}

function rowsOfAsked({task, goals}: StepWords): number {
  const rows = (width: number) => Math.ceil(width / (smallestPane.columns - indent))
  const conditions = Object.values(goals).map(sentence => rows(widthOf(sentence)))
  return rows(turnWidth + widthOf(task)) + conditions.reduce((sum, one) => sum + one, reasonRows)
}

/** Estimates the width in cells: the values of placeholders are unknown, and markup is not shown. */
function widthOf(text: string): number {
  const shown = text
    .replace(/\{id [^{}]*\}/g, 'i'.repeat(40))
    .replace(/\{\w+ [^{}]*\}/g, '12345678')
    .replace(/\{\d{4}\}/g, '6379')
    .replace(/`|\*\*/g, '')
  return [...shown].reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0)
}

function isWide(character: string): boolean {
  return /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u.test(character)
}
