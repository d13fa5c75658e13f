// The links of a wired stage: what was done to each direction of each. A direction that is not listed is whole.

import type {NodeName} from './node.ts'

/** An end of a link: a node, or the client that sends the load. */
export type Party = NodeName | 'client'

/** One direction of a link. */
export type Direction = Readonly<{from: Party; to: Party}>

/** `cut`: bytes vanish, connections stay. `closed`: connections break. `slow`: bytes arrive in order, `ms` late, and up to `jitter` more. */
export type Fault =
  | Readonly<{is: 'cut'}>
  | Readonly<{is: 'closed'}>
  | Readonly<{is: 'slow'; ms: number; jitter: number}>

export type FaultyLink = Direction & Readonly<{fault: Fault}>

export type Links = readonly FaultyLink[]

/** `clientAt`: the node beside which the client is: it reaches the other nodes only as that node does. Absent: it reaches all by links of its own. */
export type Wiring = Readonly<{links: Links; clientAt?: NodeName | undefined}>

export const wholeWiring: Wiring = {links: []}

/** Both directions between each of `side` and each of `others`; with `oneWay`, only those from `side`. A party has no link to itself. */
export function directionsBetween(
  side: readonly Party[],
  others: readonly Party[],
  oneWay = false,
): readonly Direction[] {
  const there = side.flatMap(from => others.flatMap(to => (from === to ? [] : [{from, to}])))
  return oneWay ? there : [...there, ...there.map(({from, to}) => ({from: to, to: from}))]
}

/** The fault of exactly this direction. */
export function faultOf(links: Links, {from, to}: Direction): Fault | undefined {
  return links.find(link => link.from === from && link.to === to)?.fault
}

/** Whether nothing passes between the two, in one direction at least; slow is not cut. */
export function isCutBetween(links: Links, one: Party, other: Party): boolean {
  return directionsBetween([one], [other]).some(direction => {
    const fault = faultOf(links, direction)
    return fault !== undefined && fault.is !== 'slow'
  })
}

/** The fault that bytes from one party to another meet: the client beside a node shares that node's links. */
export function faultBetween({links, clientAt}: Wiring, {from, to}: Direction): Fault | undefined {
  const own = faultOf(links, {from, to})
  if (clientAt === undefined) return own
  const place = (party: Party) => (party === 'client' ? clientAt : party)
  if (from !== 'client' && to !== 'client') return own
  return worse(own, faultOf(links, {from: place(from), to: place(to)}))
}

/** The links with `fault` on these directions, whatever they had before. */
export function withFault(links: Links, directions: readonly Direction[], fault: Fault): Links {
  return [...healed(links, directions), ...directions.map(({from, to}) => ({from, to, fault}))]
}

export function healed(links: Links, directions: readonly Direction[]): Links {
  return links.filter(link => !directions.some(one => isSame(one, link)))
}

export function sameFault(one: Fault, other: Fault): boolean {
  if (one.is !== 'slow' || other.is !== 'slow') return one.is === other.is
  return one.ms === other.ms && one.jitter === other.jitter
}

function isSame(one: Direction, other: Direction): boolean {
  return one.from === other.from && one.to === other.to
}

const severity = {slow: 1, cut: 2, closed: 3} as const

function worse(one: Fault | undefined, other: Fault | undefined): Fault | undefined {
  if (!one || !other) return one ?? other
  if (one.is === 'slow' && other.is === 'slow')
    return {is: 'slow', ms: one.ms + other.ms, jitter: one.jitter + other.jitter}
  return severity[one.is] >= severity[other.is] ? one : other
}
