// The party that calls, read from the first bytes of a connection. Pure.

/** The announced port of the node that calls; `other`: not a node; `more`: too few bytes to tell. */
export type Caller = number | 'other' | 'more'

/** Header of a cluster message, the same in every version: `RCmb`, length (4 bytes), version (2), the sender's announced port (2). */
const signature = Buffer.from('RCmb')
const portOffset = 10

/** Every connection to a bus port begins with a PING or MEET of the node that opened it. */
export function callerOnBus(bytes: Buffer): Caller {
  if (bytes.length < portOffset + 2) return 'more'
  return bytes.subarray(0, signature.length).equals(signature) ? bytes.readUInt16BE(portOffset) : 'other'
}

/** Bytes; a handshake that is longer is not that of a replica. */
const longestHandshake = 4096

/**
 * A replica sends PING, AUTH if it has a password, and REPLCONF with the port that it announces. Anything else comes from a client, or from MIGRATE, which does
 * not tell which node runs it: both pass.
 */
export function callerOnData(bytes: Buffer): Caller {
  let at = 0
  while (at < bytes.length) {
    const command = readCommand(bytes, at)
    if (command === 'more') return bytes.length > longestHandshake ? 'other' : 'more'
    if (command === 'other') return 'other'
    const name = command.words[0]?.toUpperCase()
    if (name === 'REPLCONF') {
      const option = command.words.findIndex(word => word.toLowerCase() === 'listening-port')
      if (option > 0) return Number(command.words[option + 1])
    } else if (name !== 'PING' && name !== 'AUTH') return 'other'
    at = command.end
  }
  return at > longestHandshake ? 'other' : 'more'
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
