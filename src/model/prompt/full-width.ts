// Lines typed with an input method left on: the full-width signs that control a line, and the line with ASCII in their place.
// Values stay as they are, because a full-width character in a value may be meant.

import {isSecret} from '../commands/secret.ts'
import {type Message, message} from '../text/messages.ts'

export type Narrowed = Readonly<{
  line: string
  /** The full-width characters and what replaces each, in the order of the line. */
  signs: readonly (readonly [typed: string, meant: string])[]
  /**
   * It cannot run as meant: its beginning is full-width (slash, address, count, command name, or the blank behind it), or full-width quotes
   * enclose a blank, at which Redis would split the value.
   */
  isHeld: boolean
}>

const blank = String.raw`[ \t\n\v\f\r\u3000]`
const sign = String.raw`[^ \t\n\v\f\r\u3000]`
/** Blanks, words in ASCII quotes, words in full-width quotes, other words. */
const tokens = new RegExp(
  [
    `${blank}+`,
    String.raw`(?:"(?:[^"\\]|\\.)*"?|'[^']*'?)${sign}*`,
    `[“”„‟＂][^“”„‟＂]*[“”„‟＂](?=${blank}|$)`,
    `[‘’＇][^‘’＇]*[‘’＇](?=${blank}|$)`,
    `${sign}+`,
  ].join('|'),
  'g',
)

/** Every character that can stand for an ASCII sign. */
const replaceable = /[！-～“”„‟‘’—、\u3000]/

/** Programs whose options are signs of the line, too. */
const programs = /^(?:(?:redis|valkey)-(?:cli|server|benchmark)|kill)$/
/** Commands whose numbers are ports, not values. */
const aboutNodes = /^(?:replicaof|slaveof|cluster|migrate|failover)$/i

/** Returns undefined if no controlling sign is full-width. */
export function narrowed(typed: string): Narrowed | undefined {
  if (!replaceable.test(typed)) return undefined
  const signs: Signs = new Map()
  let [line, name, before] = ['', '', '']
  let signsAtStart = 0
  let splits = false
  for (const token of typed.match(tokens) ?? []) {
    const isBlank = /^\s/.test(token)
    // The blank behind the name belongs to the start: with U+3000 the name goes on.
    const startsHere = name === '' || (isBlank && before === name)
    const word = isBlank ? blanks(token, signs) : wordOf(token, {name, before}, signs)
    line += word
    if (startsHere) signsAtStart = signs.size
    splits ||= wideQuotes.test(token)
    if (isBlank) continue
    before = word
    if (name === '' && !isPrefix(word)) name = word
  }
  const isHeld = signsAtStart > 0 || splits
  return signs.size > 0 ? {line: line.trimStart(), signs: [...signs], isHeld} : undefined
}

/** Full-width quotes with a blank between them. */
const wideQuotes = /^[“”„‟＂‘’＇].*[ \t\u3000].*[“”„‟＂‘’＇]$/s

/** Says that the first of the keys with a full-width colon or brace is another key than it looks. */
export function fullWidthKey(keys: readonly string[]): Message | undefined {
  const key = keys.find(one => /[：｛｝]/.test(one))
  return key === undefined
    ? undefined
    : message('line.fullWidthKey', {
        key,
        meant: key.replaceAll('：', ':').replaceAll('｛', '{').replaceAll('｝', '}'),
      })
}

/** What is wrong, with the line to run instead; a line with a password is not repeated. */
export function fullWidthMessage({line, signs}: Narrowed): Message {
  const shown = signs.map(([typed, meant]) =>
    message('line.sign', {typed: shownSign(typed), meant: shownSign(meant)}),
  )
  const [first = message('line.sign'), ...more] = shown
  const all = more.reduce((list, one) => message('line.signs', {list, one}), first)
  return isSecret(line)
    ? message('line.fullWidthSecret', {signs: all})
    : message('line.fullWidth', {signs: all, line})
}

function shownSign(char: string): string | Message {
  if (char === ' ') return message('line.space')
  return char === '\u3000' ? message('line.wideSpace') : char
}

/** The full-width characters found, and what replaces each. */
type Signs = Map<string, string>

function swap(from: string, to: string, signs: Signs): string {
  if (from !== to) signs.set(from, to)
  return to
}

/** ASCII for the full-width letters, digits and signs U+FF01 to U+FF5E. */
function ascii(text: string, signs: Signs): string {
  return text.replace(/[！-～]/g, from => swap(from, String.fromCharCode(from.charCodeAt(0) - 0xfee0), signs))
}

function blanks(text: string, signs: Signs): string {
  return text.replaceAll('\u3000', from => swap(from, ' ', signs))
}

/** A repeat count or an address, which a command may follow. */
function isPrefix(word: string): boolean {
  return /^(?:@.+|\d+)$/.test(word)
}

type Before = Readonly<{name: string; before: string}>

function wordOf(token: string, {name, before}: Before, signs: Signs): string {
  if (name === '')
    return ascii(
      token.replace(/^、/, from => swap(from, '/', signs)),
      signs,
    )
  const quoted = /^[“”„‟＂](.*)[“”„‟＂]$/s.exec(token)?.[1]
  if (quoted !== undefined) return inQuotes(token, quoted, '"', signs)
  const single = /^[‘’＇](.*)[‘’＇]$/s.exec(token)?.[1]
  if (single !== undefined) return inQuotes(token, single, "'", signs)
  const isSign =
    (name.startsWith('/') && !/^\/(?:explain|export)$/i.test(name)) ||
    (aboutNodes.test(name) && /^[０-９]+$/.test(token)) ||
    (programs.test(name) && (/^[-－—]/.test(token) || /^-[hp]$/.test(before))) ||
    /^(?:[\d.]+|localhost)：[\d０-９]+$/.test(token)
  return isSign
    ? ascii(
        token.replace(/^——/, from => swap(from, '--', signs)),
        signs,
      )
    : token
}

function inQuotes(token: string, text: string, quote: string, signs: Signs): string {
  swap(token.charAt(0), quote, signs)
  swap(token.slice(-1), quote, signs)
  return quote + text.replace(quote === '"' ? /["\\]/g : /'/g, '\\$&') + quote
}
