// The nearest known name to a misspelled one.

/** Allows one typing error for every three letters typed. */
const lettersPerTypo = 3

/** The nearest of `names`, which are in upper case, by letters omitted, added, changed or swapped; undefined if none is near. */
export function closestTo(typed: string, names: readonly string[]): string | undefined {
  const wanted = typed.toUpperCase()
  const mostTypos = Math.max(1, Math.floor(wanted.length / lettersPerTypo))
  const near = names
    .filter(name => Math.abs(name.length - wanted.length) <= mostTypos)
    .map(name => ({name, typos: distance(wanted, name)}))
    .filter(({typos}) => typos <= mostTypos)
  return near.sort((a, b) => a.typos - b.typos || (a.name < b.name ? -1 : 1))[0]?.name
}

/** The nearest of `names` in any case, as it is written there. */
export function nearest<Name extends string>(typed: string, names: readonly Name[]): Name | undefined {
  const near = closestTo(
    typed,
    names.map(name => name.toUpperCase()),
  )
  return names.find(name => name.toUpperCase() === near)
}

/** Optimal string alignment distance: Levenshtein, but swapping two adjacent letters counts as one error. */
function distance(one: string, other: string): number {
  const rows: number[][] = [Array.from({length: other.length + 1}, (_, j) => j)]
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= other.length; j++) {
      const changed = at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row.push(
        Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, isSwap ? at(i - 2, j - 2) + 1 : Infinity),
      )
    }
  }
  return at(one.length, other.length)
}
