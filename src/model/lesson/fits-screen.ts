// Check that a step's words fit the smallest lesson pane, at 80x24. src/ui lays out the pane.

import {type Message, message} from '../text/messages.ts'
import type {StepWords} from './lesson-words.ts'

/** Size of the pane's text at 80x24 while the learner works, in cells: the task alone fits it. */
export const smallestPane = {columns: 78, rows: 7} as const
/** Rows of the pane at 80x24 while the step is read. */
export const readingRows = 10
/** Text and task are read with one page key; the second page repeats a line. */
const twoPages = 2 * readingRows - 1
/** Columns before a goal (its mark) or a code line (spaces). */
const indent = 4
/** Rows for the reason why the first open goal is not met. */
const reasonRows = 1
/** Rows below a question: the keys that answer it. */
const keyRows = 1
/** Width of `Your turn: `. */
const turnWidth = 11

/** Names what is too long in a step's words. */
export function tooLong(words: StepWords, sentences: readonly string[]): readonly Message[] {
  const room = smallestPane.columns - indent
  // Code in a sentence wraps at its spaces; a code line should not wrap at 80 columns.
  const code = [
    ...sentences
      .flatMap(sentence => [...sentence.matchAll(/`([^`]+)`/g)])
      .flatMap(([, mark = '']) => mark.split(/ (?![^{]*\})/)),
    ...[...words.text, ...words.more].filter(({kind}) => kind === 'code').map(({text}) => text),
  ]
  const rows = rowsOfAsked(words)
  const read = rowsToRead(words)
  return [
    ...code
      .filter(mark => widthOf(mark) > room)
      .map(mark => message('check.wideCode', {mark, actual: widthOf(mark), room})),
    ...(rows > smallestPane.rows ? [message('check.longTask', {actual: rows, room: smallestPane.rows})] : []),
    ...(read > twoPages ? [message('check.longText', {actual: read, room: twoPages})] : []),
  ]
}

function rowsOfAsked({task, goals}: StepWords): number {
  return rowsOf(task, turnWidth) + sumOf(Object.values(goals).map(sentence => rowsOf(sentence))) + reasonRows
}

/** The text with the question or, in a step without one, with the task. */
function rowsToRead(words: StepWords): number {
  const paragraphs = sumOf(words.text.map(({text}) => rowsOf(text) + 1))
  const {prediction} = words
  if (!prediction) return paragraphs + rowsOfAsked(words)
  const options = sumOf(prediction.options.map(({text}) => rowsOf(text)))
  return paragraphs + rowsOf(prediction.text, turnWidth) + options + keyRows
}

function rowsOf(text: string, before = 0): number {
  return Math.ceil((before + widthOf(text)) / (smallestPane.columns - indent))
}

function sumOf(rows: readonly number[]): number {
  return rows.reduce((sum, one) => sum + one, 0)
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
