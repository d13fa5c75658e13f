// RESP, Redis's protocol: encodes commands, decodes replies from chunks cut anywhere.
// Source: https://redis.io/docs/latest/develop/reference/protocol-spec/ and hiredis, which redis-cli uses.

import {type Bytes, fromBuffer, toBuffer} from './bytes.ts'
import {repr} from './format-reply.ts'
import type {Reply} from './reply.ts'

/** Thrown for input that is not RESP. The start of the next reply is unknown: close the connection and drop its decoder. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'

  constructor(what: string) {
    super(`Protocol error, ${what}`)
  }
}

export type Decoder = Readonly<{
  /** Returns the replies that `chunk` completes, in order. @throws ProtocolError if it is neither RESP2 nor RESP3 */
  feed(chunk: Uint8Array): readonly Reply[]
}>

type Bulk = Readonly<{is: 'bulk'; type: 'bulk' | 'verbatim' | 'error'; length: number}>
type Aggregate = Readonly<{
  is: 'aggregate'
  type: 'array' | 'set' | 'push' | 'map' | 'attribute'
  size: number
  items: Reply[]
}>
type ReplyStart = Readonly<{is: 'reply'; reply: Reply}> | Bulk | Aggregate

type Table<Row> = Readonly<Record<string, Row | undefined>>

const scalars: Table<Readonly<{type: 'status' | 'error' | 'integer' | 'double' | 'bignum'; form: RegExp}>> = {
  '+': {type: 'status', form: /^.*$/},
  '-': {type: 'error', form: /^.*$/},
  ':': {type: 'integer', form: /^-?\d+$/},
  ',': {type: 'double', form: /^-?(?:\d+(?:\.\d*)?(?:e[+-]?\d+)?|inf|nan)$/i},
  '(': {type: 'bignum', form: /^-?\d+$/},
}
const constants: Table<Reply> = {
  _: {type: 'nil'},
  '#t': {type: 'boolean', value: true},
  '#f': {type: 'boolean', value: false},
  '$-1': {type: 'nil'},
  '*-1': {type: 'nil'},
}
const bulks: Table<Bulk['type']> = {$: 'bulk', '=': 'verbatim', '!': 'error'}
const aggregates: Table<Aggregate['type']> = {
  '*': 'array',
  '~': 'set',
  '>': 'push',
  '%': 'map',
  '|': 'attribute',
}
const marks = new Set(Object.keys({...scalars, ...bulks, ...aggregates, _: 0, '#': 0}))
const lineFeed = 0x0a

/** Encodes a command as clients send it: an array of bulk strings. */
export function encodeCommand(words: readonly Bytes[]): Uint8Array {
  return toBuffer(`*${words.length}\r\n${words.map(word => `$${word.length}\r\n${word}\r\n`).join('')}`)
}

/**
 * A decoder for one connection. It reads each byte once however the chunks are cut, and nesting uses no call stack.
 * Attributes are skipped, because redis-cli does not show them.
 */
export function createDecoder(): Decoder {
  const open: Aggregate[] = []
  let bulk: Bulk | undefined
  // The part received so far of the current line or bulk.
  let text = ''
  return {
    feed(chunk) {
      const replies: Reply[] = []
      for (let at = 0; at < chunk.length; ) {
        if (!bulk && text === '') checkMark(chunk[at])
        const end = bulk ? at + bulk.length + 2 - text.length : endOfLine(chunk, at)
        text += fromBuffer(chunk.subarray(at, end))
        if (end > chunk.length) break
        at = end
        const part = bulk ? whole(readBulk(bulk, text)) : readLine(text)
        bulk = part.is === 'bulk' ? part : undefined
        text = ''
        const reply = place(part, open)
        if (reply) replies.push(reply)
      }
      return replies
    },
  }
}

/** Rejects garbage by its first byte: input that is not RESP may never contain an end of line. */
function checkMark(byte = 0) {
  const mark = String.fromCharCode(byte)
  if (!marks.has(mark)) throw new ProtocolError(`got ${repr(mark)} as reply type byte`)
}

/** The index after the line's end; beyond the chunk if it does not contain the end. */
function endOfLine(chunk: Uint8Array, from: number): number {
  const index = chunk.indexOf(lineFeed, from)
  return index < 0 ? chunk.length + 1 : index + 1
}

function readLine(line: Bytes): ReplyStart {
  const mark = line.charAt(0)
  const value = line.slice(1, -2)
  const scalar = scalars[mark]
  const part = scalar?.form.test(value) ? whole({type: scalar.type, text: value}) : readHeader(mark, value)
  if (!part || !line.endsWith('\r\n')) throw new ProtocolError(`got the line ${repr(line.slice(0, 80))}`)
  return part
}

/** Reads a line that announces a bulk or aggregate, or is a whole reply by itself: nil, true, false. */
function readHeader(mark: string, value: string): ReplyStart | undefined {
  const constant = constants[mark + value]
  if (constant) return whole(constant)
  if (!/^\d{1,15}$/.test(value)) return undefined
  const length = Number(value)
  const bulk = bulks[mark]
  if (bulk) return {is: 'bulk', type: bulk, length}
  const type = aggregates[mark]
  const size = type === 'map' || type === 'attribute' ? 2 * length : length
  return type && {is: 'aggregate', type, size, items: []}
}

function whole(reply: Reply): ReplyStart {
  return {is: 'reply', reply}
}

function readBulk(bulk: Bulk, text: Bytes): Reply {
  if (!text.endsWith('\r\n')) throw new ProtocolError(`a string goes on after its ${bulk.length} bytes`)
  const bytes = text.slice(0, -2)
  if (bulk.type === 'bulk') return {type: 'bulk', bytes}
  if (bulk.type === 'error') return {type: 'error', text: bytes}
  if (bytes.charAt(3) !== ':') throw new ProtocolError('a verbatim string without its format')
  return {type: 'verbatim', format: bytes.slice(0, 3), bytes: bytes.slice(4)}
}

/** Adds `part` to the innermost open aggregate; returns the whole reply if that completes it. */
function place(part: ReplyStart, open: Aggregate[]): Reply | undefined {
  if (part.is === 'bulk') return undefined
  if (part.is === 'aggregate') open.push(part)
  else if (open.length === 0) return part.reply
  else open.at(-1)?.items.push(part.reply)
  for (let last = open.at(-1); last && last.items.length === last.size; last = open.at(-1)) {
    open.pop()
    // The reply that an attribute describes follows in its place.
    if (last.type === 'attribute') return undefined
    const outer = open.at(-1)
    if (!outer) return close(last.type, last.items)
    outer.items.push(close(last.type, last.items))
  }
  return undefined
}

function close(type: Exclude<Aggregate['type'], 'attribute'>, items: readonly Reply[]): Reply {
  if (type !== 'map') return {type, items}
  const pairs: (readonly [Reply, Reply])[] = []
  for (let i = 0; i < items.length; i += 2) pairs.push([items[i], items[i + 1]] as [Reply, Reply])
  return {type, pairs}
}
