// Names near to words that /explain does not know.

import {closestTo} from '../commands/did-you-mean.ts'

const mostNames = 5

/** At most five of `names`: the one that was misspelled and those that contain the words; else those that share most words with them. */
export function nearestNames(words: string, names: readonly string[]): readonly string[] {
  if (words === '') return []
  const lower = words.toLowerCase()
  const closest = closestTo(
    lower,
    names.map(name => name.toUpperCase()),
  )
  const near = names.filter(
    name => name.toUpperCase() === closest || (lower.length >= 3 && name.toLowerCase().includes(lower)),
  )
  if (near.length > 0) return near.slice(0, mostNames)
  const parts = partsOf(lower)
  const shared = (name: string) => parts.filter(part => name.toLowerCase().includes(part)).length
  return names
    .map(name => ({name, shared: shared(name)}))
    .filter(({shared}) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, mostNames)
    .map(({name}) => name)
}

/** Words of four letters or more; of Chinese, which has no blanks, each two characters in a row. */
function partsOf(words: string): readonly string[] {
  const long = words.match(/[a-z]{4,}/g) ?? []
  const han = words.match(/\p{Script=Han}+/gu) ?? []
  const pairs = han.flatMap(run => [...run].slice(1).map((_, i) => run.slice(i, i + 2)))
  return [...new Set([...long, ...pairs])]
}
