// A chart in a single row: a small column for each number.

import type {Theme} from './theme.ts'

/** From zero to the maximum; anything above zero is drawn higher than zero. */
const columns = {unicode: '▁▂▃▄▅▆▇█', ascii: '_.:-=+*#'}

/** One cell for each value, the highest column for `most`; a blank if there is no value. */
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
