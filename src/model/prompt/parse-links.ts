// The words after /cut, /slow and /heal: `6379 6380`, `6379 6479 | rest`, `client > 6381`.

import {partyName} from '../cluster/link-groups.ts'
import {type Direction, directionsBetween, type Fault, type Party} from '../cluster/links.ts'
import {isWired, type NodeName, nodeForPort, type Roster} from '../cluster/node.ts'
import {closestTo} from '../commands/did-you-mean.ts'
import {listed} from '../text/listed.ts'
import {type Message, message} from '../text/messages.ts'
import {rejected} from './requests.ts'
import type {ReadWords} from './slash-arguments.ts'

/** The links that a line names. */
export type NamedLinks = Readonly<{side: readonly Party[]; others: readonly Party[]; oneWay: boolean}>

export type LinkRequest =
  | (Readonly<{do: 'spoil'; fault: Fault}> & NamedLinks)
  /** All links without names. */
  | Readonly<{do: 'heal'; links?: NamedLinks}>
  | Readonly<{do: 'list'}>
  /** New nodes, with wires between them or without. */
  | Readonly<{do: 'rewire'; wired: boolean}>

export type LinkLine = Readonly<{is: 'links'; request: LinkRequest}>

/** ms */
const longestDelay = 10_000

export function directionsOf({side, others, oneWay}: NamedLinks): readonly Direction[] {
  return directionsBetween(side, others, oneWay)
}

export const parseCut: ReadWords<LinkLine> = (words, {roster}) => {
  if (!isWired(roster)) return rejected(message('links.unwired'))
  const isClosing = words.includes('--close')
  const links = readLinks(
    'cut',
    words.filter(word => word !== '--close'),
    roster,
  )
  if (!links) return undefined
  if ('because' in links) return rejected(links.because)
  return {is: 'links', request: {do: 'spoil', fault: {is: isClosing ? 'closed' : 'cut'}, ...links}}
}

export const parseSlow: ReadWords<LinkLine> = (words, {roster}) => {
  if (!isWired(roster)) return rejected(message('links.unwired'))
  if (words.length === 0) return undefined
  const named = words.findLastIndex(word => !/^\d{1,6}(ms)?$/.test(word) || nodeForPort(word, roster)) + 1
  const [ms = 0, jitter = 0, ...more] = words.slice(named).map(word => Number.parseInt(word, 10))
  const [one, other] = examples(roster)
  if (ms < 1 || ms > longestDelay || jitter > longestDelay || more.length > 0)
    return rejected(message('links.delay', {most: longestDelay, one, other}))
  const links = readLinks('slow', words.slice(0, named), roster)
  if (!links) return undefined
  if ('because' in links) return rejected(links.because)
  return {is: 'links', request: {do: 'spoil', fault: {is: 'slow', ms, jitter}, ...links}}
}

export const parseHeal: ReadWords<LinkLine> = (words, {roster}) => {
  if (!isWired(roster)) return rejected(message('links.unwired'))
  if (words.length === 0) return {is: 'links', request: {do: 'heal'}}
  // `/heal 6379` means every link of 6379.
  const [only, ...more] = words
  const isAll = more.length === 0 && only !== undefined && !/[|>]/.test(only)
  const links = isAll ? allLinksOf(only, roster) : readLinks('heal', words, roster)
  if (!links) return undefined
  return 'because' in links ? rejected(links.because) : {is: 'links', request: {do: 'heal', links}}
}

type Unreadable = Readonly<{because: Message}>

function allLinksOf(word: string, roster: Roster): NamedLinks | Unreadable {
  const party = partyFor(word, roster)
  if (typeof party !== 'string') return party
  if (party === 'rest') return restIsNothing('heal', roster)
  const all: readonly Party[] = [...roster.map(({name}) => name), 'client']
  return {side: [party], others: all.filter(one => one !== party), oneWay: false}
}

function readLinks(
  name: string,
  words: readonly string[],
  roster: Roster,
): NamedLinks | Unreadable | undefined {
  const tokens = words
    .join(' ')
    .replaceAll(/[|>]/g, ' $& ')
    .split(/[\s,]+/)
    .filter(token => token !== '')
  const signs = tokens.filter(isSign)
  if (tokens.length === 0 || signs.length > 1) return undefined
  const [one, other] = examples(roster)
  if (signs.length === 0 && tokens.length !== 2)
    return {because: message('links.whichSides', {name, one, other})}
  const at = signs.length === 0 ? 1 : tokens.findIndex(isSign)
  const sides = [tokens.slice(0, at), tokens.slice(signs.length === 0 ? 1 : at + 1)]
  const parties = sides.map(side => side.map(token => partyFor(token, roster)))
  const wrong = parties.flat().find(party => typeof party !== 'string')
  if (wrong) return wrong
  const [left = [], right = []] = parties as readonly (readonly Named[])[]
  if (left.length === 0 || right.length === 0) return undefined
  return linksBetween(name, {left, right, oneWay: signs[0] === '>'}, roster)
}

function isSign(token: string): boolean {
  return token === '|' || token === '>'
}

type Named = Party | 'rest'

function linksBetween(
  name: string,
  {left, right, oneWay}: Readonly<{left: readonly Named[]; right: readonly Named[]; oneWay: boolean}>,
  roster: Roster,
): NamedLinks | Unreadable {
  const [side, others] = [expanded(left, right, roster), expanded(right, left, roster)]
  if (side.length === 0 || others.length === 0) return restIsNothing(name, roster)
  const twice = side.find(party => others.includes(party))
  if (twice) return {because: message('links.itself', {party: partyName(twice, roster)})}
  return {side, others, oneWay}
}

/** `rest` is every node that the other side does not name; nothing if that is `rest` too. */
function expanded(names: readonly Named[], across: readonly Named[], roster: Roster): readonly Party[] {
  const rest = roster.map(({name}): NodeName => name).filter(name => !across.includes(name))
  const all = names.flatMap((one): readonly Party[] => {
    if (one !== 'rest') return [one]
    return across.includes('rest') ? [] : rest
  })
  return [...new Set(all)]
}

function restIsNothing(name: string, roster: Roster): Unreadable {
  const [one] = examples(roster)
  return {because: message('links.noRest', {name, one})}
}

function partyFor(typed: string, roster: Roster): Named | Unreadable {
  const word = typed.toLowerCase()
  if (word === 'client' || word === 'rest') return word
  const node = nodeForPort(typed, roster)
  if (node) return node
  const near = closestTo(typed, ['CLIENT', 'REST'])
  if (near) return {because: message('links.meant', {typed, near: near.toLowerCase()})}
  return {because: message('links.noParty', {typed, nodes: listed(roster.map(({port}) => port))})}
}

function examples(roster: Roster): readonly [one: number | string, other: number | string] {
  return [roster[0]?.port ?? '', roster[1]?.port ?? '']
}
