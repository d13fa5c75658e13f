// The positions of a screen's cells in a picture, in SVG units. Whole numbers keep the edges of cells sharp.

/** The font size. A monospaced character is about 0.6 of it wide. */
export const fontSize = 15
export const cellWidth = 9
export const cellHeight = 19
/** From a cell's upper edge to the baseline. */
export const baseline = 14
