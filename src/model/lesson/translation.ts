// Which English section a translated one was made from: a short hash in a comment under its heading. When the English changes, the hash
// no longer fits, and proofread.ts asks for a look at the translation.

import {bytesOf} from '../protocol/bytes.ts'

export type Section = Readonly<{
  /** `#`: the head of the file; `## follow`: the part of that name. */
  heading: string
  /** Of what stands there now, white space and comment aside. */
  hash: string
  /** What its comment names; absent where there is none. */
  source?: string | undefined
}>

const comment = /^<!-- source: (.*) -->(?:\n|$)/m

/** The sections of a words file, in their order. */
export function sectionsOf(words: string): readonly Section[] {
  return split(words).map(text => ({
    heading: headingOf(text),
    hash: hashOf(withoutSources(text)),
    source: comment.exec(text)?.[1],
  }))
}

/** The words file without its source comments. */
export function withoutSources(words: string): string {
  return words.replace(new RegExp(comment, 'gm'), '')
}

/** `translation` with each section's comment naming what the section of the same name in `english` says now; nothing else is changed. */
export function stamp(translation: string, english: string): string {
  const hashes = new Map(sectionsOf(english).map(({heading, hash}) => [heading, hash]))
  return split(translation)
    .map(text => {
      const hash = hashes.get(headingOf(text))
      // A section that English does not have is an author's mistake of another kind.
      if (hash === undefined) return text
      return withoutSources(text).replace(/^##? .*$/m, line => `${line}\n<!-- source: ${hash} -->`)
    })
    .join('')
}

function split(words: string): readonly string[] {
  return words.split(/^(?=## )/m)
}

function headingOf(section: string): string {
  return /^## [^:\n]*/.exec(section)?.[0] ?? '#'
}

/** FNV-1a, 32 bits: it finds changes, it need not withstand anyone. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of bytesOf(text.replace(/\s+/g, ' ').trim()))
    hash = Math.imul(hash ^ byte.charCodeAt(0), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}
