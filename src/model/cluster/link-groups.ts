// Faulty links as the fewest lines that name them all: `6379, 6479 | 6380, 6381 …` instead of eight pairs.

import {type Direction, type Fault, type Links, type Party, sameFault} from './links.ts'
import {portOf, type Roster} from './node.ts'

/** Each of `side` with each of `others`; `oneWay`: only from `side`. */
export type LinkGroup = Readonly<{
  side: readonly Party[]
  others: readonly Party[]
  oneWay: boolean
  fault: Fault
}>

/** In the order of the roster, the client last. */
export function linkGroups(links: Links, roster: Roster): readonly LinkGroup[] {
  const parties: readonly Party[] = [...roster.map(({name}) => name), 'client']
  const faults = links.map(({fault}) => fault)
  const kinds = faults.filter((fault, i) => faults.findIndex(one => sameFault(one, fault)) === i)
  return kinds.flatMap(fault => {
    const ofKind = links.filter(link => sameFault(link.fault, fault))
    const has = ({from, to}: Direction) => ofKind.some(link => link.from === from && link.to === to)
    const isBoth = ({from, to}: Direction) => has({from, to}) && has({from: to, to: from})
    return [
      ...grouped(parties, isBoth, true).map(group => ({...group, oneWay: false, fault})),
      ...grouped(parties, one => has(one) && !isBoth(one), false).map(group => ({
        ...group,
        oneWay: true,
        fault,
      })),
    ]
  })
}

/** Joins the parties that have the same partners. `undirected`: a pair counts once. */
function grouped(
  parties: readonly Party[],
  isLinked: (direction: Direction) => boolean,
  undirected: boolean,
): readonly Pick<LinkGroup, 'side' | 'others'>[] {
  const groups: Pick<LinkGroup, 'side' | 'others'>[] = []
  const isNamed = (one: Party, other: Party) =>
    groups.some(
      ({side, others}) =>
        (side.includes(one) && others.includes(other)) ||
        (undirected && side.includes(other) && others.includes(one)),
    )
  const partnersOf = (from: Party) => parties.filter(to => isLinked({from, to}) && !isNamed(from, to))
  for (const from of parties) {
    const others = partnersOf(from)
    if (others.length === 0) continue
    const side = parties.filter(one => !others.includes(one) && partnersOf(one).join() === others.join())
    groups.push({side, others})
  }
  return groups
}

/** A node's port, or `client`. */
export function partyName(party: Party, roster: Roster): number | 'client' {
  return party === 'client' ? party : portOf(party, roster)
}

/** `6379 6479 | 6380 6381`, with `>` for one direction, as it is typed at the prompt; of two sides with all nodes, the larger is `rest`. */
export function groupText({side, others, oneWay}: Omit<LinkGroup, 'fault'>, roster: Roster): string {
  const names = (all: readonly Party[]) => all.map(one => partyName(one, roster)).join(' ')
  const sign = oneWay ? '>' : '|'
  const isSplit = [side, others].flat().filter(one => one !== 'client').length === roster.length
  if (!isSplit || side.includes('client') || others.includes('client'))
    return `${names(side)} ${sign} ${names(others)}`
  if (side.length <= others.length) return `${names(side)} ${sign} rest`
  return oneWay ? `rest > ${names(others)}` : `${names(others)} | rest`
}
