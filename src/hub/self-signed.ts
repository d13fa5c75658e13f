// A certificate that its own key has signed (RFC 5280), in DER (ITU-T X.690). Node makes keys and signatures, but no certificates; packages that do bring 350 kB.

import {generateKeyPairSync, randomBytes, sign} from 'node:crypto'

/** A key on the curve P-256, and a certificate for it; both PEM. */
export function selfSigned(commonName: string, until: Date): Readonly<{key: string; cert: string}> {
  const {privateKey, publicKey} = generateKeyPairSync('ec', {namedCurve: 'prime256v1'})
  const name = sequence(set(sequence(commonNameId, utf8String(commonName))))
  const content = sequence(
    version3,
    serialNumber(),
    ecdsaWithSha256,
    name,
    sequence(time(new Date()), time(until)),
    name,
    publicKey.export({type: 'spki', format: 'der'}),
  )
  const signature = bitString(sign('sha256', content, privateKey))
  const cert = sequence(content, ecdsaWithSha256, signature).toString('base64')
  return {
    key: privateKey.export({type: 'pkcs8', format: 'pem'}).toString(),
    // A blank line before the end, where the last line is full, would make it unreadable.
    cert: `-----BEGIN CERTIFICATE-----\n${cert.replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  }
}

/** A value: its tag, its length, its content. */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.concat(content)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(bytes)]), bytes])
}

/** Up to 127 in one byte; else the number of its bytes first. */
function lengthOf({length}: Buffer): readonly number[] {
  if (length < 0x80) return [length]
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
}

const sequence = (...content: readonly Uint8Array[]) => der(0x30, ...content)
const set = (...content: readonly Uint8Array[]) => der(0x31, ...content)
const utf8String = (text: string) => der(0x0c, Buffer.from(text))
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
/** Its first byte says how many bits of the last are unused. */
const bitString = (bytes: Buffer) => der(0x03, Buffer.from([0]), bytes)

const version3 = der(0xa0, der(0x02, Buffer.from([2])))
/** 2.5.4.3 */
const commonNameId = objectId('550403')
/** 1.2.840.10045.4.3.2 */
const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'))

/** Positive, and without a leading zero byte, which DER forbids. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return der(0x02, bytes)
}

/** Years from 2050 on are written with four digits. */
function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/[-:T]|\.\d+/g, '')
  return at.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits))
}
