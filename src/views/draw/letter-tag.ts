// Things told apart by a letter and by a color: the letter is enough for who sees no colors. What each stands for is known where it is used.

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

/** `[A]`: the replication history with this id, by its place among all that were seen. Undefined for one that was not. */
export function replidTag(replids: readonly string[], id: string): Span | undefined {
  const n = replids.indexOf(id)
  return n < 0 ? undefined : span(`[${letterAt(n)}]`, tagTone(n))
}
