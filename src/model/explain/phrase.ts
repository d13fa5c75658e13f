// Phrases that are looked for in typed or pasted text, and the cleaning of such text.

/** `length`: how many letters of it are fixed: of two phrases at the same place the longer one is meant. */
export type Phrase = Readonly<{pattern: RegExp; length: number}>

/** A phrase to be found as whole words; each `…` stands for something in between. */
export function phraseOf(text: string, flags: 'i' | '' = 'i'): Phrase {
  const parts = text
    .split('…')
    .map(part => part.trim())
    .filter(part => part !== '')
  const joined = parts.map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+?')
  // A word ends where no letter, digit or underscore follows; Chinese has no blanks between words.
  const begins = /^\w/.test(parts[0] ?? '') ? '(?<!\\w)' : ''
  const ends = /\w$/.test(parts.at(-1) ?? '') ? '(?!\\w)' : ''
  return {pattern: new RegExp(begins + joined + ends, flags), length: parts.join('').length}
}

/** Where the phrase begins in the text; -1 if it is not there. */
export function placeOf({pattern}: Phrase, text: string): number {
  return text.search(pattern)
}

/** What comes after it is not looked at: a stack trace begins with what matters. */
const longestPaste = 600

/** Removes what is around pasted words: blanks, quotes, `(error)`, the minus of a raw reply, a period at the end. */
export function cleaned(typed: string): string {
  return typed
    .slice(0, longestPaste)
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:["'`「『《]|\(error\) ?|-(?=[A-Z]{2}))+/i, '')
    .replace(/(?:[.:!,;。：！，；？"'`」』》]|(?<!fail)\?)+$/i, '')
    .trim()
}

const questions =
  /^(?:what(?:'s| is| are| does)|why(?: is| are)?|how to fix|什么是|为什么|怎么解决|如何解决) ?(?:an? |the )?|(?: means?| mean|是什么意思|什么意思|是什么|的意思|怎么办|怎么解决|如何解决|怎么处理|为什么|报错|吗|呢)+$/gi

/** What a question asks about: `epoch` in `what is an epoch`. */
export function askedAbout(text: string): string {
  return text.replace(questions, '').trim()
}
