// The party that calls, read from the first bytes of a connection. Pure.

/** The announced port of the node that calls; `other`: not a node; `more`: too few bytes to tell. */
export type Caller = number | 'other' | 'more'

/**
 * Header of a cluster message, the same in every version: `RCmb`, length (4 bytes), version (2), the sender's announced port (2), type and count (2 each), two
 * epochs and an offset (8 each), the sender's id.
 */
const signature = Buffer.from('RCmb')
const portOffset = 10
const idOffset = 40
const idLength = 40

/** A node, as it introduces itself on the bus. */
export type Sender = Readonly<{port: number; id: string}>

/** Every connection to a bus port begins with a PING or MEET of the node that opened it. */
export function senderOnBus(bytes: Buffer): Sender | 'other' | 'more' {
  const isMessage = bytes.subarray(0, signature.length).equals(signature.subarray(0, bytes.length))
  if (!isMessage) return 'other'
  const end = idOffset + idLength
  if (bytes.length < end) return 'more'
  return {port: bytes.readUInt16BE(portOffset), id: bytes.toString('latin1', idOffset, end)}
}

/** Bytes; a handshake that is longer is not that of a replica. */
const longestHandshake = 4096

/**
 * A replica sends PING, AUTH if it has a password, and REPLCONF with the port that it announces. A node that moves whole slots sends AUTH and its id: the target
 * of Redis 8.4 `CLUSTER SYNCSLOTS CONF NODE-ID`, the source of Valkey 9 `CLUSTER SYNCSLOTS ESTABLISH SOURCE`. Anything else comes from a client, or
 * from MIGRATE, which does not tell which node runs it: both pass. So does the connection on which Redis copies the slots' keys, which names the task
 * alone; there is none before the first connection has been heard.
 * @param portOf the announced port of the node with this id
 */
export function callerOnData(bytes: Buffer, portOf: (id: string) => number | undefined): Caller {
  let at = 0
  while (at < bytes.length) {
    const command = readCommand(bytes, at)
    if (command === 'more') return bytes.length > longestHandshake ? 'other' : 'more'
    if (command === 'other') return 'other'
    const name = command.words[0]?.toUpperCase()
    if (name === 'REPLCONF') {
      const port = wordAfter(command.words, 'listening-port')
      if (port !== undefined) return Number(port)
    } else if (name === 'CLUSTER' && command.words[1]?.toUpperCase() === 'SYNCSLOTS') {
      const id = wordAfter(command.words, 'node-id') ?? wordAfter(command.words, 'source')
      return (id !== undefined && portOf(id)) || 'other'
    } else if (name !== 'PING' && name !== 'AUTH') return 'other'
    at = command.end
  }
  return at > longestHandshake ? 'other' : 'more'
}

/** The word behind this option. */
function wordAfter(words: readonly string[], option: string): string | undefined {
  const at = words.findIndex(word => word.toLowerCase() === option)
  return at > 0 ? words[at + 1] : undefined
}

type Command = Readonly<{words: readonly string[]; end: number}>

/** Reads `*2\r\n$4\r\nECHO\r\n$1\r\nx\r\n` at `start`; `other` if it is no array of strings. */
function readCommand(bytes: Buffer, start: number): Command | 'more' | 'other' {
  const head = readNumber(bytes, start, '*')
  if (typeof head === 'string') return head
  const words: string[] = []
  let {end} = head
  for (let i = 0; i < head.value; i++) {
    const length = readNumber(bytes, end, '$')
    if (typeof length === 'string') return length
    end = length.end + length.value + 2
    if (end > bytes.length) return 'more'
    words.push(bytes.toString('latin1', length.end, end - 2))
  }
  return {words, end}
}

/** Reads `*3\r\n` at `start`. */
function readNumber(
  bytes: Buffer,
  start: number,
  sign: '*' | '$',
): Readonly<{value: number; end: number}> | 'more' | 'other' {
  if (start >= bytes.length) return 'more'
  const lineEnd = bytes.indexOf('\r\n', start)
  const text = bytes.toString('latin1', start, lineEnd < 0 ? bytes.length : lineEnd)
  const digits = text.slice(1)
  if (!text.startsWith(sign) || !/^\d{0,7}$/.test(digits)) return 'other'
  return lineEnd < 0 ? 'more' : {value: Number(digits), end: lineEnd + 2}
}
