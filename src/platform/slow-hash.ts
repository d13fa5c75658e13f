// A digest that costs so much that nobody can search for another text with the same first bytes while a workshop lasts.

import {scrypt} from 'node:crypto'
import {promisify} from 'node:util'

/** 32 bytes; takes some 0.1 s and 64 MB. */
export async function slowHash(text: string, salt: string): Promise<Uint8Array> {
  const derive = promisify<string, string, number, object, Buffer>(scrypt)
  return derive(text, salt, 32, {N: 65_536, r: 8, p: 1, maxmem: 128 * 1024 * 1024})
}
