// Where the cells of a screen are in a picture, in SVG units. Whole numbers: then the edges of cells are sharp.

/** A cell's width suits a monospaced font of this size, which is 0.6 of it wide. */
export const fontSize = 15
export const cellWidth = 9
export const cellHeight = 19
/** From a cell's upper edge to the line the letters stand on. */
export const baseline = 14
