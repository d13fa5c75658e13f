// Byte strings as plain JSON: what clients and Redis exchange.

/** One character per byte (U+0000 to U+00FF), so that nothing is lost and the state stays JSON. */
export type Bytes = string

const decoder = new TextDecoder('utf-8', {ignoreBOM: true})
const encoder = new TextEncoder()

/** The UTF-8 bytes of a text. */
export function bytesOf(text: string): Bytes {
  return fromBuffer(encoder.encode(text))
}

/** Decodes UTF-8; invalid bytes become U+FFFD. */
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
  // Chunks, because engines limit the number of arguments of a call.
  for (let i = 0; i < buffer.length; i += 8192) bytes += String.fromCharCode(...buffer.subarray(i, i + 8192))
  return bytes
}
