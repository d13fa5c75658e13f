// Byte strings: what Redis sends and is sent, as plain JSON.

/** One character a byte (U+0000 to U+00FF): nothing is lost, and a state that holds it stays JSON. */
export type Bytes = string

const decoder = new TextDecoder('utf-8', {ignoreBOM: true})
const encoder = new TextEncoder()

/** The UTF-8 bytes of a text. */
export function bytesOf(text: string): Bytes {
  return fromBuffer(encoder.encode(text))
}

/** The text that these bytes are in UTF-8; a byte that is not UTF-8 becomes U+FFFD. */
export function textOf(bytes: Bytes): string {
  return decoder.decode(toBuffer(bytes))
}

export function toBuffer(bytes: Bytes): Uint8Array {
  const buffer = new Uint8Array(bytes.length)
  for (let i = 0; i < bytes.length; i++) buffer[i] = bytes.charCodeAt(i)
  return buffer
}

export function fromBuffer(buffer: Uint8Array): Bytes {
  let bytes = ''
  // In parts: String.fromCharCode takes its characters as arguments, and engines limit how many.
  for (let i = 0; i < buffer.length; i += 8192) bytes += String.fromCharCode(...buffer.subarray(i, i + 8192))
  return bytes
}
