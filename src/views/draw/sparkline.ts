// Numbers in the order in which they came, as one row of small columns.

import type {Theme} from './theme.ts'

/** From nothing to the most; whatever is more than nothing is drawn higher than nothing. */
const columns = {unicode: '▁▂▃▄▅▆▇█', ascii: '_.:-=+*#'}

/** One cell a value, the highest column for `most`; a blank where there is no value. */
export function sparkline(
  values: readonly (number | undefined)[],
  most: number,
  {unicode}: Pick<Theme, 'unicode'>,
): string {
  const glyphs = unicode ? columns.unicode : columns.ascii
  const top = glyphs.length - 1
  const glyph = (value: number | undefined) => {
    if (value === undefined) return ' '
    const height = value <= 0 ? 0 : Math.min(top, Math.max(1, Math.round((value / most) * top)))
    return glyphs[height]
  }
  return values.map(glyph).join('')
}
