// Does what a step says fit where there is least room, the lesson's pane at 80x24? The pane itself is laid out in src/ui.

import {type Message, message} from '../text/messages.ts'
import type {StepWords} from './lesson-words.ts'

/** The pane's text at 80x24, in cells. */
export const smallestPane = {columns: 78, rows: 9} as const
/** Of these rows the text of the step keeps so many, whatever is asked. */
const textRows = 2
/** Conditions stand behind a mark, code in a paragraph behind spaces. */
const indent = 4
/** Beside the conditions stands why the first is not met. */
const reasonRows = 1
/** `Your turn: ` */
const turnWidth = 11

/** What is too long in a step's words. */
export function tooLong(words: StepWords, sentences: readonly string[]): readonly Message[] {
  const room = smallestPane.columns - indent
  // Code within a sentence is broken at its spaces, a line of code nowhere.
  const code = [
    ...sentences
      .flatMap(sentence => [...sentence.matchAll(/`([^`]+)`/g)])
      .flatMap(([, mark = '']) => mark.split(/ (?![^{]*\})/)),
    ...words.text.filter(({kind}) => kind === 'code').map(({text}) => text),
  ]
  const rows = rowsOfAsked(words)
  const rowsLeft = smallestPane.rows - textRows
  return [
    ...code
      .filter(mark => widthOf(mark) > room)
      .map(mark => message('check.wideCode', {mark, came: widthOf(mark), room})),
    ...(rows > rowsLeft ? [message('check.longTask', {came: rows, room: rowsLeft})] : []),
  ]
}

function rowsOfAsked({task, goals}: StepWords): number {
  const rows = (width: number) => Math.ceil(width / (smallestPane.columns - indent))
  const conditions = Object.values(goals).map(sentence => rows(widthOf(sentence)))
  return rows(turnWidth + widthOf(task)) + conditions.reduce((sum, one) => sum + one, reasonRows)
}

/** In cells, about: what a placeholder becomes is not known yet, and marks are not shown. */
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
