// Tags that differ by letter and by color; the letter alone is enough. What a letter stands for is up to the caller.

import {type Span, span, type Tone} from './styled-text.ts'

const tones: readonly Tone[] = ['good', 'code', 'accent', 'bright', 'plain', 'warn']

/** 0 is A, 25 is Z, 26 is AA. */
export function letterAt(n: number): string {
  const last = String.fromCharCode(65 + (n % 26))
  return n < 26 ? last : letterAt(Math.floor(n / 26) - 1) + last
}

export function tagTone(n: number): Tone {
  return tones[n % tones.length] ?? 'plain'
}

/** `[A]`: the tag of a replication id, by its place among those seen so far. Undefined if it was not seen. */
export function replidTag(replids: readonly string[], id: string): Span | undefined {
  const n = replids.indexOf(id)
  return n < 0 ? undefined : span(`[${letterAt(n)}]`, tagTone(n))
}
