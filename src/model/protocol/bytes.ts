// Byte strings as plain JSON: what clients and Redis exchange.

/** One character per byte (U+0000 to U+00FF), so that nothing is lost and the state stays JSON. */
export type Bytes = string

const decoder = new TextDecoder('utf-8', {ignoreBOM: true})
const encoder = new TextEncoder()

/** Such a text and its bytes are the same string. A line has many words, and a call of an encoder takes longer than to look. */
const ascii = /^[\x00-\x7f]*$/

/** The UTF-8 bytes of a text; the byte itself for each character that `losslessText` made of one. */
export function bytesOf(text: string): Bytes {
  if (ascii.test(text)) return text
  if (text.isWellFormed()) return fromBuffer(encoder.encode(text))
  return text.replace(/[\uDC80-\uDCFF]|[^\uDC80-\uDCFF]+/gu, part => {
    const code = part.charCodeAt(0)
    return code >= 0xdc80 && code <= 0xdcff
      ? String.fromCharCode(code - 0xdc00)
      : fromBuffer(encoder.encode(part))
  })
}

/** Decodes UTF-8; invalid bytes become U+FFFD. */
export function textOf(bytes: Bytes): string {
  return ascii.test(bytes) ? bytes : decoder.decode(toBuffer(bytes))
}

/** UTF-8 sequences as bytes, or a byte that belongs to none. Source: table 3-7 of the Unicode Standard. */
const sequences =
  /(?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+|[\x80-\xff]/g

/** Decodes UTF-8 so that `bytesOf` returns the same bytes: an invalid byte becomes the lone surrogate U+DC80 to U+DCFF, as in Python. */
export function losslessText(bytes: Bytes): string {
  if (isUtf8(bytes)) return textOf(bytes)
  return bytes.replace(sequences, part => {
    const code = part.charCodeAt(0)
    return part.length === 1 && code > 0x7f ? String.fromCharCode(0xdc00 + code) : textOf(part)
  })
}

const strict = new TextDecoder('utf-8', {fatal: true})

export function isUtf8(bytes: Bytes): boolean {
  if (ascii.test(bytes)) return true
  try {
    strict.decode(toBuffer(bytes))
    return true
  } catch {
    return false
  }
}

export function toBuffer(bytes: Bytes): Uint8Array {
  const buffer = new Uint8Array(bytes.length)
  for (let i = 0; i < bytes.length; i++) buffer[i] = bytes.charCodeAt(i)
  return buffer
}

export function fromBuffer(buffer: Uint8Array): Bytes {
  let bytes = ''
  // Chunks, because engines limit the number of arguments of a call.
  for (let i = 0; i < buffer.length; i += 8192) {
    // `apply`, because spreading walks an iterator for each byte.
    bytes += String.fromCharCode.apply(null, buffer.subarray(i, i + 8192) as unknown as number[])
  }
  return bytes
}
