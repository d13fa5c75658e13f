// Replies as redis-cli prints them to a terminal, byte for byte, but not yet safe for a terminal (src/model/text/sanitize.ts).
// Source: cliFormatReplyTTY, cliFormatReplyRaw and cliSendCommand in redis-cli.c, 7.0.

import {type Bytes, isUtf8, textOf} from './bytes.ts'
import type {Reply} from './reply.ts'

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\x07': '\\a',
}

/** Commands whose replies are printed raw, by their first word or first two words, with any arguments. */
const rawWhole = new Set(['info', 'lolwut'])
const rawPairs = new Set([
  'client info',
  'client list',
  'debug client-eviction',
  'debug htstats',
  'debug htstats-key',
  'memory doctor',
  'memory malloc-stats',
  'proxy info',
])
/** Commands whose replies are printed raw only if the command has this many words. */
const rawAtLength = new Map([
  ['cluster info', 2],
  ['cluster nodes', 2],
  ['latency doctor', 2],
  ['latency graph', 3],
])

const looks = {
  array: {mark: ')', empty: '(empty array)'},
  push: {mark: ')', empty: '(empty push)'},
  set: {mark: '~', empty: '(empty set)'},
  map: {mark: '#', empty: '(empty hash)'},
} as const

/**
 * The output of redis-cli for `reply` to the command `words`. It ends in a newline; a raw reply (see `printsRaw`) ends as the server's text
 * ends, nearly always also in a newline.
 *
 * Differs from redis-cli 7.0 on purpose: a big number, which makes redis-cli exit, is `(big number) 123`; an error or status is not cut at a
 * NUL; QUEUED always ends its line, as since Valkey 8.1.
 */
export function formatBytes(reply: Reply, words: readonly Bytes[]): Bytes {
  if (reply.type === 'push') return invalidation(reply.items) ?? `${shown(reply, repr)}\n`
  return printsRaw(words) && reply.type !== 'status' ? raw(reply) : `${shown(reply, repr)}\n`
}

/** The output of `redis-cli --raw`. */
export function formatRaw(reply: Reply): Bytes {
  return (reply.type === 'push' && invalidation(reply.items)) || `${raw(reply)}\n`
}

/** A longer reply is not decoded: nobody reads it as text. */
const mostDecoded = 100_000

/** The lines of `formatBytes` that hold escaped UTF-8, with its characters; empty if there are none. */
export function decodedLines(reply: Reply, words: readonly Bytes[]): readonly string[] {
  const printed = formatBytes(reply, words)
  if (printed.length > mostDecoded || !printed.includes('\\x') || printsRaw(words)) return []
  const lines = printed.split('\n')
  return shown(reply, decoded)
    .split('\n')
    .flatMap((line, i) => (line === lines[i] ? [] : [textOf(line).trimStart()]))
}

/** Quotes UTF-8 as its characters, anything else in ASCII. */
function decoded(bytes: Bytes): Bytes {
  return isUtf8(bytes) ? `"${bytes.replace(/["\\]|[\x00-\x1f\x7f]/g, escaped)}"` : repr(bytes)
}

/** Whether redis-cli prints this command's reply raw: without quotes, `(error) ` or an added newline. */
export function printsRaw(words: readonly Bytes[]): boolean {
  const [first = '', second = ''] = words.slice(0, 2).map(word => word.toLowerCase())
  const pair = `${first} ${second}`
  return rawWhole.has(first) || rawPairs.has(pair) || rawAtLength.get(pair) === words.length
}

/** Quotes `bytes` in ASCII: escapes what cannot be printed, by name or as `\xHH`. */
export function repr(bytes: Bytes): string {
  return `"${bytes.replace(/["\\]|[^ -~]/g, escaped)}"`
}

function escaped(char: string): string {
  return escapes[char] ?? `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`
}

/** The reply's lines, without the last newline. Not recursive, because a Lua script can nest its reply thousands deep. */
function shown(whole: Reply, quote: Quote): Bytes {
  const todo: Piece[] = [{reply: whole, indent: ''}]
  let text = ''
  for (let piece = todo.pop(); piece !== undefined; piece = todo.pop()) {
    if (typeof piece === 'string') text += piece
    else for (const part of piecesOf(piece.reply, piece.indent, quote).reverse()) todo.push(part)
  }
  return text
}

type Quote = (bytes: Bytes) => Bytes

/** Finished text, or a reply yet to be formatted; `indent` precedes all its lines except the first. */
type Piece = Bytes | Readonly<{reply: Reply; indent: string}>

function piecesOf(reply: Reply, indent: string, quote: Quote): Piece[] {
  switch (reply.type) {
    case 'array':
    case 'set':
    case 'push':
      return entries(reply.type, reply.items, indent, (item, deeper) => [{reply: item, indent: deeper}])
    case 'map':
      return entries(reply.type, reply.pairs, indent, pair)
    case 'error':
      return [`(error) ${reply.text}`]
    case 'integer':
    case 'double':
      return [`(${reply.type}) ${reply.text}`]
    case 'bignum':
      return [`(big number) ${reply.text}`]
    case 'bulk':
      return [quote(reply.bytes)]
    case 'nil':
      return ['(nil)']
    default:
      return [raw(reply)]
  }
}

function entries<Entry>(
  type: keyof typeof looks,
  all: readonly Entry[],
  indent: string,
  show: (entry: Entry, indent: string) => Piece[],
): Piece[] {
  const {mark, empty} = looks[type]
  if (all.length === 0) return [empty]
  const digits = String(all.length).length
  const deeper = indent + ' '.repeat(digits + 2)
  return all.flatMap((entry, i) => [
    `${i === 0 ? '' : `\n${indent}`}${String(i + 1).padStart(digits)}${mark} `,
    ...show(entry, deeper),
  ])
}

function pair([key, value]: readonly [Reply, Reply], indent: string): Piece[] {
  return [{reply: key, indent}, hasManyLines(value) ? ` => \n${indent}` : ' => ', {reply: value, indent}]
}

function hasManyLines(reply: Reply): boolean {
  let parts: readonly Reply[] = [reply]
  for (let only = parts[0]; only && parts.length === 1; only = parts[0]) {
    parts = partsOf(only)
  }
  return parts.length > 1
}

function partsOf(reply: Reply): readonly Reply[] {
  if (reply.type === 'map') return reply.pairs.map(([, value]) => value)
  return 'items' in reply ? reply.items : []
}

function raw(reply: Reply): Bytes {
  switch (reply.type) {
    case 'bulk':
    case 'verbatim':
      return reply.bytes
    case 'nil':
      return ''
    case 'error':
      return `${reply.text}\n`
    case 'boolean':
      return `(${reply.value})`
    case 'map':
      return reply.pairs.map(both => both.map(raw).join(' ')).join('\n')
    case 'array':
    case 'set':
    case 'push':
      return reply.items.map(raw).join('\n')
    default:
      return reply.text
  }
}

/** `-> invalidate: 'k'` for the push message that tells a client its cached keys have changed; else undefined. */
function invalidation([kind, keys]: readonly Reply[]): Bytes | undefined {
  if (kind?.type !== 'bulk' || kind.bytes !== 'invalidate' || keys?.type !== 'array') return undefined
  return `-> invalidate: ${keys.items.map(key => `'${raw(key)}'`).join(', ')}\n`
}
