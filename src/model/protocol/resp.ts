// RESP, Redis's protocol: encodes commands, decodes replies from chunks cut anywhere.
// Source: https://redis.io/docs/latest/develop/reference/protocol-spec/ and hiredis, which redis-cli uses.

import {type Bytes, fromBuffer, toBuffer} from './bytes.ts'
import {repr} from './format-reply.ts'
import type {Reply} from './reply.ts'
import {skipItems} from './skip-items.ts'

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
type Aggregate = {
  readonly is: 'aggregate'
  readonly type: 'array' | 'set' | 'push' | 'map' | 'attribute'
  readonly items: Reply[]
  /** False for what is only counted. */
  readonly keeps: boolean
  /** Items not yet received. */
  left: number
}
type WholeReply = Readonly<{is: 'reply'; reply: Reply; keeps: boolean}>
type ReplyStart = WholeReply | Bulk | Aggregate

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
const carriageReturn = 0x0d
const lineFeed = 0x0a

/** Encodes a command as clients send it: an array of bulk strings. */
export function encodeCommand(words: readonly Bytes[]): Uint8Array {
  return toBuffer(`*${words.length}\r\n${words.map(word => `$${word.length}\r\n${word}\r\n`).join('')}`)
}

/** A line is kept up to this length whatever came before it, so that no number and no length is cut. */
const shortLine = 64
/** About what an item of a list takes besides its bytes. */
const itemSize = 16
/** Lua nests a reply some thousand deep; without an end, nesting would take all memory. */
const deepest = 100_000

/** The line or string that is being received. */
function createPart() {
  let text = ''
  let length = 0
  let last = 0
  let ended = false
  return {
    length: () => length,
    /** Keeps the bytes for which there is `room`. */
    receive(piece: Uint8Array, room: number) {
      text += fromBuffer(piece.subarray(0, Math.max(0, Math.min(piece.length, room - text.length))))
      length += piece.length
      if (piece.length > 1) last = piece.at(-2) ?? 0
      ended = last === carriageReturn && piece.at(-1) === lineFeed
      last = piece.at(-1) ?? last
    },
    /** Returns what was kept, without the line's end, and begins the next part. `lost`: how many bytes were not. */
    end(bulk: Bulk | undefined): Readonly<{value: Bytes; lost: number}> {
      if (!ended) throw bulk ? longBulk(bulk) : badLine(text)
      const value = text.slice(0, length - 2)
      const lost = length - 2 - value.length
      text = ''
      length = 0
      return {value, lost}
    },
  }
}

/**
 * A decoder for one connection. It reads each byte once however the chunks are cut, and nesting uses no call stack.
 * Attributes are skipped, because redis-cli does not show them.
 * @param most about how many bytes of a reply are kept; the rest is read, dropped and counted in `omitted`
 */
export function createDecoder(most = Number.POSITIVE_INFINITY): Decoder {
  const open: Aggregate[] = []
  const part = createPart()
  let bulk: Bulk | undefined
  // Of the current reply.
  let kept = 0
  let omitted = 0

  function take(): ReplyStart {
    const {value, lost} = part.end(bulk)
    const keeps = kept < most
    const taken = bulk ? whole(readBulk(bulk, value), keeps) : readLine(value, keeps)
    omitted += keeps ? lost : lost + value.length
    bulk = taken.is === 'bulk' ? taken : undefined
    if (!bulk) kept += value.length + itemSize
    return taken
  }

  /** Returns where the next part to be read begins. The last item of a list is read, because it completes the list. */
  function skip(chunk: Uint8Array, at: number): number {
    const list = open.at(-1)
    if (!list || bulk || kept < most || part.length() > 0) return at
    const {items, bytes, end} = skipItems(chunk, at, list.left - 1)
    list.left -= items
    omitted += bytes
    return end
  }

  return {
    feed(chunk) {
      const replies: Reply[] = []
      for (let at = skip(chunk, 0); at < chunk.length; at = skip(chunk, at)) {
        if (!bulk && part.length() === 0) checkMark(chunk[at])
        const end = bulk ? at + bulk.length + 2 - part.length() : endOfLine(chunk, at)
        part.receive(chunk.subarray(at, end), Math.max(bulk ? 0 : shortLine, most - kept))
        if (end > chunk.length) break
        at = end
        const reply = place(take(), open)
        if (!reply) continue
        replies.push(omitted > 0 ? {...reply, omitted} : reply)
        kept = 0
        omitted = 0
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

function readLine(line: Bytes, keeps: boolean): ReplyStart {
  const mark = line.charAt(0)
  const value = line.slice(1)
  const scalar = scalars[mark]
  const part = scalar?.form.test(value)
    ? whole({type: scalar.type, text: value}, keeps)
    : readHeader(mark, value, keeps)
  if (!part) throw badLine(`${line}\r\n`)
  return part
}

function longBulk({length}: Bulk): ProtocolError {
  return new ProtocolError(`a string goes on after its ${length} bytes`)
}

function badLine(line: Bytes): ProtocolError {
  return new ProtocolError(`got the line ${repr(line.slice(0, 80))}`)
}

/** Reads a line that announces a bulk or aggregate, or is a whole reply by itself: nil, true, false. */
function readHeader(mark: string, value: string, keeps: boolean): ReplyStart | undefined {
  const constant = constants[mark + value]
  if (constant) return whole(constant, keeps)
  if (!/^\d{1,15}$/.test(value)) return undefined
  const length = Number(value)
  const bulk = bulks[mark]
  if (bulk) return {is: 'bulk', type: bulk, length}
  const type = aggregates[mark]
  const size = type === 'map' || type === 'attribute' ? 2 * length : length
  return type && {is: 'aggregate', type, items: [], keeps, left: size}
}

function whole(reply: Reply, keeps: boolean): WholeReply {
  return {is: 'reply', reply, keeps}
}

function readBulk(bulk: Bulk, bytes: Bytes): Reply {
  if (bulk.type === 'bulk') return {type: 'bulk', bytes}
  if (bulk.type === 'error') return {type: 'error', text: bytes}
  if (bytes.charAt(3) !== ':') throw new ProtocolError('a verbatim string without its format')
  return {type: 'verbatim', format: bytes.slice(0, 3), bytes: bytes.slice(4)}
}

/** Adds `part` to the innermost open aggregate; returns the whole reply if that completes it. */
function place(part: ReplyStart, open: Aggregate[]): Reply | undefined {
  if (part.is === 'bulk') return undefined
  if (part.is === 'aggregate') {
    if (open.length === deepest) throw new ProtocolError(`a reply is nested deeper than ${deepest}`)
    open.push(part)
  } else if (open.length === 0) return part.reply
  else add(part.reply, open.at(-1), part.keeps)
  for (let last = open.at(-1); last?.left === 0; last = open.at(-1)) {
    open.pop()
    // The reply that an attribute describes follows in its place.
    if (last.type === 'attribute') return undefined
    const outer = open.at(-1)
    if (!outer) return close(last.type, last.items)
    add(close(last.type, last.items), outer, last.keeps)
  }
  return undefined
}

function add(item: Reply, to: Aggregate | undefined, keeps: boolean) {
  if (!to) return
  to.left -= 1
  if (keeps) to.items.push(item)
}

function close(type: Exclude<Aggregate['type'], 'attribute'>, items: readonly Reply[]): Reply {
  if (type !== 'map') return {type, items}
  const pairs: (readonly [Reply, Reply])[] = []
  // The value of the last key may not have been kept.
  for (let i = 0; i + 1 < items.length; i += 2) pairs.push([items[i], items[i + 1]] as [Reply, Reply])
  return {type, pairs}
}
