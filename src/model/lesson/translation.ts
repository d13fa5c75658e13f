// Sources of translated sections: a comment under each heading holds a short hash of the English section. When the English changes, the
// hash no longer matches, and proofread.ts asks for a review of the translation.

import {bytesOf} from '../protocol/bytes.ts'

export type Section = Readonly<{
  /** `#` for the head of the file, `## follow` for the section of that name. */
  heading: string
  /** Hash of the section's current text, without white space and the comment. */
  hash: string
  /** Hash in the section's comment; absent if it has none. */
  source?: string | undefined
}>

const comment = /^<!-- source: (.*) -->(?:\n|$)/m

/** Sections of a words file, in file order. */
export function sectionsOf(words: string): readonly Section[] {
  return split(words).map(text => ({
    heading: headingOf(text),
    hash: hashOf(withoutSources(text)),
    source: comment.exec(text)?.[1],
  }))
}

/** Removes the source comments. */
export function withoutSources(words: string): string {
  return words.replace(new RegExp(comment, 'gm'), '')
}

/** Updates each section's comment in `translation` to the current hash of the `english` section; the rest stays as it is. */
export function stamp(translation: string, english: string): string {
  const hashes = new Map(sectionsOf(english).map(({heading, hash}) => [heading, hash]))
  return split(translation)
    .map(text => {
      const hash = hashes.get(headingOf(text))
      // proofread.ts reports a section that is missing in English.
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

/** FNV-1a, 32 bits: enough to detect changes, not meant for security. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of bytesOf(text.replace(/\s+/g, ' ').trim()))
    hash = Math.imul(hash ^ byte.charCodeAt(0), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}
