// A typed line to its words, and a word to how it is typed: redis-cli's quoting. What the words mean is not here, nor redis-cli's
// repeat count and local commands. Source: sdssplitargs in Redis's sds.c, 7.0.

import {sanitize} from '../text/sanitize.ts'
import {type Bytes, bytesOf, textOf} from './bytes.ts'
import {repr} from './format-reply.ts'

const escapes: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07'}

const space = String.raw`[ \t\n\v\f\r]`
// A word is bare; a quote may open anywhere in it, and where it closes the word must end. Outside quotes a backslash is a character like
// any other, and so are \v and \f: they may stand between words (C's isspace) yet do not end a bare one.
// Between single quotes, \' is the only escape.
const bare = String.raw`(?<bare>[^ \t\r\n"']*)`
const double = String.raw`"(?<double>(?:[^"\\]|\\.)*)"`
const single = String.raw`'(?<single>(?:[^'\\]|\\'|\\(?!'))*)'`
const word = new RegExp(`${bare}(?:${double}|${single})?(?:${space}+|$)`, 'sy')
const finished = new RegExp(`${bare}(?:${double}|${single})?${space}+`, 'sy')
// What is being typed: a quote may still be open, and nothing follows one that is closed.
const open = /^[^ \t\r\n"']*(?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\'|\\(?!'))*'?)?$/s
const leading = new RegExp(`^${space}+`)

/**
 * The words of `line`, none for a blank one; text that is not ASCII becomes its UTF-8 bytes.
 * `undefined` where redis-cli says `Invalid argument(s)`: a quote that stays open, or is closed and not followed by a space.
 */
export function splitWords(line: string): readonly Bytes[] | undefined {
  // A C string: a NUL ends it.
  const [untilNul = ''] = bytesOf(line).split('\0', 1)
  const typed = untilNul.replace(leading, '')
  const words: Bytes[] = []
  for (let at = 0; at < typed.length; at = word.lastIndex) {
    word.lastIndex = at
    const parts = word.exec(typed)?.groups
    if (!parts) return undefined
    words.push((parts['bare'] ?? '') + unescaped(parts['double'] ?? '') + unquote(parts['single'] ?? ''))
  }
  return words
}

/**
 * The words that a space has ended, and the rest as it stands there, which is still being typed. All as text, not as bytes.
 * `undefined` where it can be no line any more.
 */
export function splitTyped(line: string): Readonly<{words: readonly string[]; rest: string}> | undefined {
  const typed = line.replace(leading, '')
  const words: string[] = []
  let at = 0
  for (;;) {
    finished.lastIndex = at
    const parts = finished.exec(typed)?.groups
    if (!parts) break
    words.push((parts['bare'] ?? '') + unescaped(parts['double'] ?? '') + unquote(parts['single'] ?? ''))
    at = finished.lastIndex
  }
  const rest = typed.slice(at)
  return open.test(rest) ? {words, rest} : undefined
}

/** `word` so that splitting it gives it back: as it is if that is clear to the eye, else quoted, as hex what cannot be shown. */
export function quoteWord(word: Bytes): string {
  const text = textOf(word)
  if (bytesOf(text) !== word || sanitize(text) !== text) return repr(word)
  return /^[^\s"']+$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`
}

function unescaped(quoted: Bytes): Bytes {
  return quoted.replace(/\\(?:x([0-9a-fA-F]{2})|(.))/gs, (_, hex?: string, char = '') =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (escapes[char] ?? char),
  )
}

function unquote(quoted: Bytes): Bytes {
  return quoted.replaceAll("\\'", "'")
}
