// Reads over the items of a list that are not kept: of a million, a screen shows the first few thousand.

export type Skipped = Readonly<{
  items: number
  /** Their bytes, without the ends of lines. */
  bytes: number
  /** Where the next item begins. */
  end: number
}>

const [carriageReturn, lineFeed, minus, zero, nine, colon, dollar] = [
  0x0d, 0x0a, 0x2d, 0x30, 0x39, 0x3a, 0x24,
]
const none = -1
/** A length of more digits is refused where the item is read. */
const mostDigits = 15

/** Reads over strings and integers from `at` on, at most `most`, as long as `chunk` has them whole. Whatever else it meets is left to be read. */
export function skipItems(chunk: Uint8Array, at: number, most: number): Skipped {
  let items = 0
  let bytes = 0
  let end = at
  while (items < most) {
    const next = itemEnd(chunk, end)
    if (next === none) break
    bytes += next - end - (chunk[end] === dollar ? 4 : 2)
    items += 1
    end = next
  }
  return {items, bytes, end}
}

function itemEnd(chunk: Uint8Array, at: number): number {
  const mark = chunk[at]
  if (mark !== dollar && mark !== colon) return none
  const from = mark === colon && chunk[at + 1] === minus ? at + 2 : at + 1
  let value = 0
  let i = from
  for (let byte = chunk[i] ?? 0; byte >= zero && byte <= nine; byte = chunk[i] ?? 0) {
    value = value * 10 + byte - zero
    i += 1
  }
  if (i === from || i - from > mostDigits || !endsLine(chunk, i)) return none
  if (mark === colon) return i + 2
  const end = i + 2 + value
  return endsLine(chunk, end) ? end + 2 : none
}

function endsLine(chunk: Uint8Array, at: number): boolean {
  return chunk[at] === carriageReturn && chunk[at + 1] === lineFeed
}
