// Asks the terminal how wide it draws our signs. One that is set up for Chinese or Japanese may draw signs such as ● in two cells, and then
// every row of the screen would be too long.

/** One of each kind that terminals differ in: a shape, a line, a block, an arrow, dots (East Asian Width A, Unicode Standard Annex 11). */
const sample = '●│█←…'

/** Draws the sample on the cursor's line, asks where the cursor is then (DSR 6), and erases the line. In raw mode only: the report comes as input. */
export const widthQuestion = `\r${sample}\u001b[6n\r\u001b[K`

/** ms that the terminal gets to reply before the screen closes: later, its reply would be input of the shell. */
export const replyPatience = 300

/** `column`: as reported, counted from 1. */
export function isWide(column: number): boolean {
  return column > sample.length + 1
}
